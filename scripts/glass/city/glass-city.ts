import { freePort } from '#adapters/postgres/free-port.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figures } from '#wire/figures.ts';
import type { ReportMessage } from '#adapters/simulator/messages.ts';
import { SCENE_KINDS, type SceneKind } from '#domain/wall/scene.ts';
import type { Wall } from '#domain/wall/wall.ts';
import type { Standing } from '../judge/states.ts';
import { Line } from './line.ts';
import { incidentCase, SCENE_CATEGORY, SCENE_PLACES } from './made-cases.ts';
import { Operator } from './operator.ts';
import type { Ready } from './serve.ts';

/** Tuesday 24 November 2026, 15:42 in the city: an afternoon of a working day, the same one in every run. */
const MOMENT = Date.UTC(2026, 10, 24, 7, 42);
const READY_MS = 600_000;
const LOOK_EVERY_MS = 500;
const REPORTS_AT_ONCE = 200;

/**
 * A city on a data folder of its own, with a real store and a real server that is its own process. Whatever state it is
 * in it was brought to: by reports through the public interface, by silence, by being stopped.
 */
export class GlassCity {
  readonly #folder: string;
  readonly #lives: boolean;
  readonly #bornAt = Date.now();
  #port = 0;
  #child: ChildProcess | null = null;
  #key = '';
  #operator: Operator | null = null;
  #line: Line | null = null;
  /** Keys of the screens that were let in, by wall and screen. */
  readonly #screens = new Map<string, string>();
  /** Number of the case that the incident scene is about. */
  incident = '';
  url = '';

  /** @param lives whether people report and work in it from the start; else it has only what it is told. */
  constructor(lives: boolean) {
    this.#lives = lives;
    this.#folder = mkdtempSync(join(tmpdir(), 'citywall-glass-'));
    // The embedded store's own user must be able to reach it.
    chmodSync(this.#folder, 0o755);
  }

  /** The city's own time, epoch ms. */
  now(): number {
    return MOMENT + Date.now() - this.#bornAt;
  }

  async start(): Promise<void> {
    this.#port ||= await freePort();
    this.#line ??= await Line.to(() => this.#port);
    const server = join(import.meta.dirname, 'serve.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', server, String(this.now()), this.#lives ? 'on' : 'off'], {
      cwd: join(import.meta.dirname, '..', '..', '..'),
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        CITYWALL_DATA_DIR: this.#folder,
        CITYWALL_DEMO_SEED: '7',
        CITYWALL_LOG_LEVEL: 'error',
        DATABASE_URL: undefined,
        REDIS_URL: undefined,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
    const ready = await Promise.race([
      once(child, 'message').then(([message]) => message as Ready),
      once(child, 'exit').then(() => Promise.reject(new Error(`the server ended: ${said}`))),
    ]);
    this.url = ready.url.replace('localhost', '127.0.0.1');
    this.#key = ready.key;
    this.#operator = await Operator.signIn(this.url);
    if (this.incident === '') [this.incident = ''] = await this.#tell([incidentCase(this.now())]);
    if (this.#lives) await this.#until(({ open, places }) => open > 1_000 && places.every(hasCourse));
  }

  /** Tells the city of reports, as any source does, and waits until the figures count as many timed out. */
  async report(reports: readonly ReportMessage[], { timedOut }: { timedOut: number }): Promise<void> {
    for (let from = 0; from < reports.length; from += REPORTS_AT_ONCE)
      await this.#tell(reports.slice(from, from + REPORTS_AT_ONCE));
    await this.#until((figures) => figures.timedOut >= timedOut);
  }

  /** Hangs a wall. */
  hang(wall: Wall): Promise<void> {
    return this.#operatorNow().hang(wall);
  }

  /** Has a wall that hangs show a scene until it is told otherwise. */
  async show(wall: Wall, kind: SceneKind): Promise<void> {
    const target = this.#targetOf(kind);
    await this.#operatorNow().show(wall, target === null ? { kind } : { kind, target });
  }

  /** Screens lose their server, which goes on without them. */
  cutLine(): void {
    this.#line?.cut();
  }

  mendLine(): void {
    this.#line?.mend();
  }

  /** The address that a screen of a wall opens; a screen that is new is let in first. */
  async address(wall: Wall, screen: string): Promise<string> {
    const name = `${wall.id}/${screen}`;
    const key = this.#screens.get(name) ?? (await this.#operatorNow().letIn(wall, screen));
    this.#screens.set(name, key);
    return `${this.#line?.url ?? this.url}/wall/${name}?key=${key}`;
  }

  /** Nobody reports, works or moves any more: what was heard of them grows old. */
  async hush(): Promise<void> {
    const child = this.#running();
    child.send('hush');
    await once(child, 'message');
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  async remove(): Promise<void> {
    await this.stop();
    this.#line?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The figures of the day, as the wall's own screen is told them. */
  async figures(): Promise<Figures> {
    const page = await fetch(`${this.url}/wall/main/1`);
    await page.arrayBuffer();
    const cookie = page.headers.getSetCookie().map((line) => line.split(';')[0]);
    const answer = await fetch(`${this.url}/api/v1/figures`, { headers: { cookie: cookie.join('; ') } });
    if (!answer.ok) throw new Error(`the figures were not told: ${answer.status}`);
    return (await answer.json()) as Figures;
  }

  /** What stands in the city. */
  async standing(): Promise<Standing> {
    const { dueWithin15, timedOut, supervised } = await this.figures();
    return { warn: dueWithin15, out: timedOut, sup: supervised };
  }

  #targetOf(kind: SceneKind): string | null {
    switch (SCENE_KINDS[kind]) {
      case 'none':
      // The last 24 hours: a city that was made for this has no other day.
      case 'day':
        return null;
      case 'category':
        return SCENE_CATEGORY;
      case 'case':
        return this.incident;
      case 'place':
        return kind === 'subdistrict' ? SCENE_PLACES.subdistrict : SCENE_PLACES.district;
    }
  }

  /** Returns the numbers of the cases that came of it. */
  async #tell(reports: readonly ReportMessage[]): Promise<string[]> {
    const answer = await fetch(`${this.url}/api/v1/reports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#key}`, 'content-type': 'application/json' },
      body: JSON.stringify(reports),
    });
    const { results } = (await answer.json()) as { results?: { status: string; caseNumber?: string }[] };
    const refused = results?.find(({ status }) => status === 'rejected');
    if (results === undefined || refused !== undefined)
      throw new Error(`a made report was not taken: ${answer.status} ${JSON.stringify(refused)}`);
    return results.map(({ caseNumber = '' }) => caseNumber);
  }

  #operatorNow(): Operator {
    if (this.#operator === null) throw new Error('the city is not running');
    return this.#operator;
  }

  #running(): ChildProcess {
    if (this.#child === null) throw new Error('the city is not running');
    return this.#child;
  }

  async #until(reached: (figures: Figures) => boolean): Promise<void> {
    for (const giveUp = Date.now() + READY_MS; ; await sleep(LOOK_EVERY_MS)) {
      const figures = await this.figures();
      if (reached(figures)) return;
      if (Date.now() > giveUp) throw new Error('the city did not get as far as it ought to in ten minutes');
    }
  }
}

/** A place whose days before are told. */
function hasCourse({ trend }: Figures['places'][number]): boolean {
  return trend.filter((rate) => rate !== null).length >= 12;
}
