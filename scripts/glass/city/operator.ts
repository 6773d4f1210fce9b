import type { Scene } from '#domain/wall/scene.ts';
import type { Wall } from '#domain/wall/wall.ts';
import { DEMO_PASSWORD } from '#adapters/auth/demo.ts';

const CLIENT = 'citywall-screen';
const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** Whoever hangs walls and lets screens in: an administrator at the public interface. */
export class Operator {
  readonly #origin: string;
  readonly #cookie: string;

  private constructor(origin: string, cookie: string) {
    this.#origin = origin;
    this.#cookie = cookie;
  }

  /** @param origin such as http://127.0.0.1:3000. */
  static async signIn(origin: string): Promise<Operator> {
    const answer = await fetch(`${origin}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ username: 'admin', password: DEMO_PASSWORD }),
    });
    if (!answer.ok) throw new Error(`the administrator was not let in: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    return new Operator(origin, cookie.join('; '));
  }

  /** Describes a wall, or describes it anew. */
  async hang(wall: Wall): Promise<void> {
    const { walls } = (await this.#get('/api/v1/walls')) as { walls: { version: number; wall: Wall }[] };
    const version = walls.find((standing) => standing.wall.id === wall.id)?.version ?? 0;
    const playlist = [{ scene: { kind: 'overview' }, seconds: 60 }];
    await this.#post(`/api/v1/walls/${wall.id}`, { version, wall, layouts: {}, playlist });
  }

  /** Keeps a wall on one scene. */
  async show(wall: Wall, scene: Scene): Promise<void> {
    await this.#post(`/api/v1/walls/${wall.id}/acts`, { act: 'hold', scene });
  }

  /** Lets a screen in as a person does, by the code that it shows; returns its key. */
  async letIn(wall: Wall, screen: string): Promise<string> {
    const asked = { client_id: CLIENT, wall: wall.id, screen };
    const codes = (await this.#post('/api/auth/device/code', asked)) as { device_code: string; user_code: string };
    const code = codes.user_code;
    await this.#post('/api/v1/screen-codes/review', { code });
    const hanging = { wall: wall.id, screen, label: `${wall.names.zh} ${screen}`, scope: wall.scope };
    await this.#post('/api/v1/screen-codes/approve', { code, hanging });
    const grant = { grant_type: DEVICE_GRANT, device_code: codes.device_code, client_id: CLIENT };
    const { access_token: key } = (await this.#post('/api/auth/device/token', grant)) as { access_token: string };
    return key;
  }

  #get(path: string): Promise<unknown> {
    return this.#ask(path, { headers: { cookie: this.#cookie } });
  }

  #post(path: string, body: unknown): Promise<unknown> {
    return this.#ask(path, {
      method: 'POST',
      headers: { cookie: this.#cookie, 'content-type': 'application/json', origin: this.#origin },
      body: JSON.stringify(body),
    });
  }

  async #ask(path: string, init: RequestInit): Promise<unknown> {
    const answer = await fetch(`${this.#origin}${path}`, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }
}
