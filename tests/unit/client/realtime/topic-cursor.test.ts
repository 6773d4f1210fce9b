import { describe, expect, it } from 'vitest';
import { TopicCursor } from '#client/realtime/topic-cursor.ts';
import type { Down } from '#wire/protocol.ts';

const message = (
  type: 'snapshot' | 'delta' | 'frame',
  epoch: string,
  seq: number,
): Exclude<Down, { type: 'leave' }> => ({ type, topic: 'cases', epoch, seq, at: 0, dataAt: 0 });

describe('TopicCursor', () => {
  it('takes a snapshot and then deltas without gaps', () => {
    const cursor = new TopicCursor('cases');
    expect(cursor.resume).toBeUndefined();
    expect(cursor.accept(message('delta', 'a', 5))).toBe('gap');
    expect(cursor.accept(message('snapshot', 'a', 7))).toBe('apply');
    expect(cursor.accept(message('delta', 'a', 8))).toBe('apply');
    expect(cursor.accept(message('delta', 'a', 8))).toBe('ignore');
    expect(cursor.accept(message('delta', 'a', 10))).toBe('gap');
    expect(cursor.resume).toEqual({ epoch: 'a', seq: 8 });
  });

  it('asks again when the server has begun anew, and takes its snapshot whatever its number', () => {
    const cursor = new TopicCursor('cases');
    cursor.accept(message('snapshot', 'a', 70));
    expect(cursor.accept(message('delta', 'b', 71))).toBe('gap');
    expect(cursor.accept(message('snapshot', 'b', 1))).toBe('apply');
    expect(cursor.accept(message('delta', 'b', 2))).toBe('apply');
  });

  it('lets the latest frame win and never asks for old ones', () => {
    const cursor = new TopicCursor('figures');
    expect(cursor.accept(message('frame', 'a', 3))).toBe('apply');
    expect(cursor.accept(message('frame', 'a', 9))).toBe('apply');
    expect(cursor.accept(message('frame', 'a', 8))).toBe('ignore');
    expect(cursor.resume).toBeUndefined();
  });

  it('holds nothing after forgetting', () => {
    const cursor = new TopicCursor('cases');
    cursor.accept(message('snapshot', 'a', 7));
    cursor.forget();
    expect(cursor.resume).toBeUndefined();
    expect(cursor.accept(message('delta', 'a', 8))).toBe('gap');
  });
});
