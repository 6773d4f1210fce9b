import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The line between screens and their server. Cut, it is as if the server were gone; mended, as if it were back. */
export class Line {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #cut = false;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** @param port of the server on this machine, asked for at every connection: it may come back at another. */
  static async to(port: () => number): Promise<Line> {
    const server = createServer();
    const line = new Line(server);
    server.on('connection', (near) => line.#join(near, port()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #join(near: Socket, port: number): void {
    if (this.#cut) {
      near.destroy();
      return;
    }
    const far = connect({ port, host: '127.0.0.1' });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(one);
      // A side that ends or fails takes the other with it.
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          this.#open.delete(one);
          other.destroy();
        });
      one.pipe(other);
    }
  }
}
