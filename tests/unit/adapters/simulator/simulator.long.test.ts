import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseSummary } from '#domain/case/case.ts';
import { isEnd, type Phase } from '#domain/case/stage.ts';
import type { SimulatorMemory } from '#adapters/simulator/memory.ts';
import type { EventMessage, ReportMessage } from '#adapters/simulator/messages.ts';
import { simulatedRoster } from '#adapters/simulator/roster.ts';
import { apply, type SimCase } from '#adapters/simulator/sim-case.ts';
import { startSimulator, type Simulator } from '#adapters/simulator/simulator.ts';
import { decodeFixes, FIXES_TYPE } from '#wire/http/binary-fixes.ts';
import type { Move } from '#wire/command.ts';
import { beijing, calendar, places } from './sim-rules.ts';

const START = beijing('2026-11-25 10:00');

/** A platform that takes everything a simulator of its own seed may say, and nothing twice. */
class Platform {
  readonly cases = new Map<string, { it: SimCase; events: Set<string> }>();
  readonly duplicates: string[] = [];
  readonly rejected: string[] = [];
  fixes = 0;
  beats = 0;
  busy = 0;
  requests = 0;
  private server: Server | null = null;

  async open(): Promise<string> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.requests += 1;
        const answer = (status: number, body: unknown): void => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        };
        if (request.headers.authorization !== 'Bearer cwk_test') return answer(401, { code: 'unknown-key' });
        if (this.busy-- > 0) return answer(503, { code: 'store-unavailable' });
        const body = Buffer.concat(chunks);
        if (request.headers['content-type'] === FIXES_TYPE) {
          this.fixes += decodeFixes(body).length;
          return answer(202, { accepted: 1, rejectedInAll: 0 });
        }
        if (request.url === '/api/v1/beat') {
          this.beats += 1;
          return answer(202, {});
        }
        const items = JSON.parse(body.toString()) as unknown[];
        const take = request.url === '/api/v1/reports' ? this.report : this.event;
        const results = items.map((item) => take.call(this, item as never));
        const bad = results.every(({ status }) => status === 'rejected');
        answer(bad ? 422 : 202, { results });
      });
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    this.server?.close();
    await (this.server && once(this.server, 'close'));
  }

  private report({ sourceId, reportedAt, channel, history }: ReportMessage): { status: string; caseNumber: string } {
    if (this.cases.has(sourceId)) {
      this.duplicates.push(sourceId);
      return { status: 'duplicate', caseNumber: sourceId };
    }
    const at = Number(reportedAt);
    const bare = { id: sourceId, channel, reportedAt: at, enteredAt: at, phase: 'accept' as Phase, steps: 1 };
    let it = { ...bare, department: null, disposals: 0, number: sourceId } as SimCase;
    const events = new Set<string>();
    for (const past of history ?? []) {
      it = apply(it, { at: Number(past.at), move: past.move as Move, by: { id: '', name: '' } });
      events.add(past.eventId);
    }
    this.cases.set(sourceId, { it, events });
    return { status: 'accepted', caseNumber: sourceId };
  }

  private event(message: EventMessage): { status: string; caseNumber?: string } {
    const kept = this.cases.get(message.caseSourceId ?? '');
    if (!kept || message.type !== 'move' || isEnd(kept.it.phase)) {
      this.rejected.push(`${message.caseSourceId} ${message.eventId}`);
      return { status: 'rejected' };
    }
    if (kept.events.has(message.eventId)) return { status: 'duplicate', caseNumber: kept.it.id };
    kept.events.add(message.eventId);
    kept.it = apply(kept.it, { at: Number(message.at), move: message.move as Move, by: { id: '', name: '' } });
    return { status: 'accepted', caseNumber: kept.it.id };
  }

  get memory(): SimulatorMemory {
    const summaries = (): CaseSummary[] => [...this.cases.values()].map(({ it }) => summaryOf(it));
    return {
      openCases: async () => summaries().filter(({ phase }) => !isEnd(phase)),
      hasReports: async (from, until) => summaries().some((it) => it.reportedAt >= from && it.reportedAt < until),
      find: async (number) => summaries().find((it) => it.number === number) ?? null,
    };
  }
}

function summaryOf(it: SimCase): CaseSummary {
  return {
    externalId: it.id,
    number: it.id,
    phase: it.phase,
    reportedAt: it.reportedAt,
    stageEnteredAt: it.enteredAt,
    department: it.department,
    categoryKey: null,
    conditionNo: null,
    place: { inside: true, districtCode: '120101', subdistrictCode: '120101001', communityCode: null, gridCode: null },
    reworks: 0,
    suspended: false,
    version: it.steps,
  } as CaseSummary;
}

let platform: Platform;
let baseUrl: string;
let running: Simulator[];
let faults: unknown[];

beforeEach(async () => {
  platform = new Platform();
  baseUrl = await platform.open();
  running = [];
  faults = [];
});

afterEach(async () => {
  await Promise.all(running.map((simulator) => simulator.stop()));
  await platform.close();
});

function start(clock: { now(): number }, key = 'cwk_test'): Simulator {
  const simulator = startSimulator({
    baseUrl,
    key,
    clock,
    seed: 1,
    places,
    calendar,
    teams: simulatedRoster(places),
    memory: platform.memory,
    historyDays: 2,
    say: () => undefined,
    onFault: (what, error) => faults.push([what, error]),
  });
  running.push(simulator);
  return simulator;
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(condition()).toBe(true);
}

const clockAt = (instant: number, speed = 1) => {
  const began = performance.now();
  return { now: () => Math.floor(instant + (performance.now() - began) * speed) };
};

describe('a simulator over HTTP', () => {
  test('brings running cases first and the closed ones after, then lives on', async () => {
    const simulator = start(clockAt(START, 60));
    await simulator.ready;
    const open = platform.cases.size;
    expect([...platform.cases.values()].every(({ it }) => !isEnd(it.phase))).toBe(true);
    await simulator.past;
    expect(platform.cases.size).toBeGreaterThan(open + 1_000);
    await until(() => [...platform.cases.values()].some(({ it }) => it.reportedAt > START));
    await until(() => platform.fixes > 480);
    expect(platform.duplicates).toEqual([]);
    expect(platform.rejected).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('goes on after a restart without doubling anything', async () => {
    const first = start(clockAt(START, 60));
    await first.past;
    await first.stop();
    const before = platform.cases.size;
    const later = START + 90 * 60_000;
    const second = start(clockAt(later, 60));
    await second.past;
    expect(platform.cases.size).toBeGreaterThan(before + 100);
    await until(() => [...platform.cases.values()].some(({ it }) => it.reportedAt > later));
    const gap = [...platform.cases.values()].filter(({ it }) => it.reportedAt > START + 20 * 60_000);
    expect(gap.length).toBeGreaterThan(100);
    expect(platform.rejected).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('waits for a platform that is busy, and loses nothing', async () => {
    platform.busy = 3;
    await start(clockAt(START)).ready;
    expect(platform.cases.size).toBeGreaterThan(500);
    expect(faults).toEqual([]);
  });

  test('says that it is there while nothing happens', async () => {
    // A clock that stands still: no case is born and none moves.
    await start({ now: () => START }).past;
    const told = platform.cases.size;
    await until(() => platform.beats > 0);
    expect(platform.cases.size).toBe(told);
    expect(faults).toEqual([]);
  });

  test('takes up again what somebody else has moved', async () => {
    const simulator = start(clockAt(START, 600));
    await simulator.ready;
    const one = [...platform.cases.values()].find(({ it }) => it.phase === 'file' || it.phase === 'check')!;
    one.it = { ...one.it, phase: 'closed' };
    const refused = () => platform.rejected.filter((text) => text.startsWith(one.it.id)).length;
    await until(() => refused() > 0);
    // What fell in the same second was sent with it; once it has looked, it leaves the case alone.
    const asked = platform.requests;
    await until(() => platform.requests > asked + 3);
    const seen = refused();
    await until(() => platform.requests > asked + 12);
    expect(refused()).toBe(seen);
  });

  test('says so when its key is not known, and stops at once when it is told to', async () => {
    const simulator = start(clockAt(START), 'cwk_wrong');
    await expect(simulator.ready).rejects.toThrow(/401/);
    await until(() => faults.length > 0);
    const other = start(clockAt(START));
    await other.stop();
  });
});
