import { describe, expect, it } from 'vitest';
import { gridLines } from '#client/screen/pattern-lines.ts';
import { FrameReader } from '#client/realtime/frame-count.ts';
import { handshakeOf, screenOfPath } from '#client/realtime/screen-address.ts';

describe('a second of frames', () => {
  it('tells the rate, the longest wait, and how late a frame began after the full second', () => {
    const reader = new FrameReader(1);
    for (const local of [0, 20, 40, 90, 110]) reader.frame(local, 1_795_300_000_970 + local);
    expect(reader.result().framesPerSecond).toBeCloseTo(36.4, 1);
    expect(reader.result()).toMatchObject({ worstFrameMs: 50, lateMs: 10 });
  });

  it('counts in real time also where the city lives faster', () => {
    const reader = new FrameReader(60);
    reader.frame(0, 5_990);
    reader.frame(10, 6_590);
    reader.frame(20, 7_190);
    expect(reader.result().lateMs).toBeCloseTo(590 / 60);
  });

  it('says nothing of a second that did not turn', () => {
    const reader = new FrameReader(1);
    reader.frame(0, 1_000);
    expect(reader.result()).toEqual({ framesPerSecond: 0, worstFrameMs: 0, lateMs: null });
  });
});

describe('the grid of the test pattern', () => {
  const screen = { y: 0, width: 1_000, height: 500, pixels: { width: 1_000, height: 500 }, rotation: 0 as const };
  const screens = [
    { ...screen, id: '1', x: 0 },
    { ...screen, id: '2', x: 1_030 },
  ];
  const wall = { id: 'w', names: { zh: '', en: '' }, scope: '120000', viewingDistance: 5_000, screens };

  it('is counted from the corner of the wall, over the bezel', () => {
    const lines = gridLines({ wall, view: { x: 1_030, y: 0, width: 1_000, height: 500 }, scale: 0.5 });
    const upright = lines.filter(({ x1, x2 }) => x1 === x2);
    expect(upright.map(({ x1 }) => x1).slice(0, 2)).toEqual([35, 85]);
    expect(upright.find(({ strong }) => strong)?.x1).toBe((1_500 - 1_030) / 2);
    expect(lines.filter(({ y1, y2 }) => y1 === y2)).toHaveLength(6);
  });
});

describe("a screen's address", () => {
  it('says which screen it is', () => {
    expect(screenOfPath('/wall/main/2/')).toEqual({ wall: 'main', screen: '2' });
    expect(screenOfPath('/wall/main')).toBeNull();
    expect(handshakeOf('wall', '/wall/main/2')).toEqual({ screen: 'main/2' });
    expect(handshakeOf('desk', '/wall/main/2')).toEqual({});
  });
});
