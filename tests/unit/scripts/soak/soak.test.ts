import * as parser from 'socket.io-msgpack-parser';
import { describe, expect, it } from 'vitest';
import type { Down } from '#wire/protocol.ts';
import { SequenceWatch } from '../../../../scripts/soak/sequence-watch.ts';
import { slopeOf } from '../../../../scripts/soak/slope.ts';
import { judge, judgeSequences, tableOf, type Reading } from '../../../../scripts/soak/verdict.ts';

const MB = 1024 * 1024;

describe('a slope', () => {
  it('is exact on a line', () => {
    const slope = slopeOf([0, 1, 2, 5].map((hour) => [hour, 3 + 2 * hour] as const));
    expect(slope.perHour).toBeCloseTo(2);
    expect(slope.margin).toBeCloseTo(0);
    expect([slope.first, slope.last]).toEqual([3, 13]);
  });

  it('holds the truth within its margin, and is not sure of what only wavers', () => {
    const wavering = Array.from({ length: 60 }, (_, hour) => [hour, 100 + ((hour * 7_919) % 13)] as const);
    const { perHour, margin } = slopeOf(wavering);
    expect(Math.abs(perHour)).toBeLessThan(margin);
    const growing = slopeOf(wavering.map(([hour, value]) => [hour, value + hour * 0.5] as const));
    expect(Math.abs(growing.perHour - 0.5)).toBeLessThan(growing.margin);
    expect(growing.perHour - growing.margin).toBeGreaterThan(0);
  });

  it('refuses readings of one instant', () => {
    expect(() => slopeOf([[1, 2]])).toThrow(/two instants/);
  });
});

function readings(valueAt: (hour: number) => Record<string, number>): Reading[] {
  return Array.from({ length: 40 }, (_, index) => {
    const hour = index * 1.8;
    return { realHours: hour / 360, virtualHours: hour, values: valueAt(hour) };
  });
}

describe('the verdict', () => {
  const wavers = (hour: number): number => ((hour * 10 * 7_919) % 17) / 17;

  it('passes what wavers and does not grow', () => {
    const lines = judge(
      readings((hour) => ({ 'page heap': (80 + wavers(hour)) * MB, 'DOM nodes': 4_000 + wavers(hour) })),
    );
    expect(lines.map(({ name, failed }) => [name, failed])).toEqual([
      ['page heap', false],
      ['DOM nodes', false],
    ]);
  });

  it('fails a page that grows by more than a megabyte an hour, and a server that surely grows', () => {
    const lines = judge(
      readings((hour) => ({
        'page heap': (80 + 1.2 * hour) * MB,
        'server heap': (200 + 0.5 * hour) * MB,
        listeners: 300 + 2 * hour,
      })),
    );
    expect(lines.map(({ failed }) => failed)).toEqual([true, true, true]);
    expect(lines[0]?.real.perHour).toBeCloseTo(1.2 * 360);
    expect(tableOf(lines)).toContain('FAILED');
  });
});

describe('the sequence watch', () => {
  const down = (type: 'snapshot' | 'delta', seq: number, epoch = 'e'): Down => ({
    ...{ type, topic: 'cases', epoch, seq, at: 1, dataAt: 1 },
    bytes: new Uint8Array(1),
  });
  const encoder = new parser.Encoder();
  const frame = (message: Down): Buffer =>
    (encoder.encode({ type: 2, nsp: '/', data: ['down', message] }) as unknown as [Buffer])[0];

  it('reads the frames of a socket and finds nothing wrong with a whole sequence', () => {
    const watch = new SequenceWatch();
    for (const message of [down('snapshot', 4), down('delta', 5), down('delta', 6)]) watch.frame(frame(message));
    expect(watch.figures).toEqual({ messages: 3, byTopic: { cases: 3 }, dropped: [], restarts: 0 });
    expect(judgeSequences(watch.figures)).toEqual([]);
  });

  it('names what was dropped', () => {
    const watch = new SequenceWatch();
    for (const message of [down('snapshot', 4), down('delta', 6), down('delta', 8, 'f')]) watch.take(message);
    expect(watch.figures.dropped).toEqual(['cases: 6 after 4', 'cases: 8 after 6']);
    expect(judgeSequences(watch.figures)).toContain('the server built its picture anew 1 times');
  });

  it('takes no harm from what comes twice over a new connection that goes on where the page stood', () => {
    const watch = new SequenceWatch();
    for (const message of [down('snapshot', 4), down('delta', 5), down('delta', 5), down('delta', 6)])
      watch.take(message);
    watch.take(down('snapshot', 9));
    watch.take(down('delta', 10));
    expect(watch.figures.dropped).toEqual([]);
  });

  it('counts notices that begin anew as lost', () => {
    const watch = new SequenceWatch();
    const notices = (type: 'notices' | 'snapshot', seq: number): Down => ({
      type,
      topic: 'notices',
      epoch: 'e',
      seq,
      at: 1,
      dataAt: 1,
      body: [],
    });
    watch.take(notices('notices', 4));
    watch.take(notices('snapshot', 20));
    expect(watch.figures.dropped).toEqual(['notices: begun anew at 20']);
  });

  it('does not take silence for health', () => {
    expect(judgeSequences(new SequenceWatch().figures)).toEqual(['the page was told nothing at all']);
  });
});
