import { describe, expect, it } from 'vitest';
import { LaneNumbers } from '#application/projection/lane-numbers.ts';

describe('lane numbers', () => {
  it('stay with a group while it is shown and are not handed on at once', () => {
    const numbers = new LaneNumbers();
    const of = (...keys: string[]) => keys.map(numbers.assign(keys));
    expect(of('a', 'b', 'c')).toEqual([1, 2, 3]);
    expect(of('c', 'a')).toEqual([3, 1]);
    expect(of('d', 'c', 'a')).toEqual([4, 3, 1]);
    for (let lane = 0; lane < 20; lane++) of('c', 'a');
    expect(of('e', 'a')).toEqual([2, 1]);
  });
});
