import { describe, expect, it } from 'vitest';
import { splitBatch } from '#adapters/http/edge/split-batch.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const split = (text: string, type = 'application/json', most = 1000) => splitBatch(bytesOf(text), type, most);

describe('a batch', () => {
  it('is an array, a single object, or lines', () => {
    expect(split('[1,2]')).toHaveLength(2);
    expect(split('{"a":[1,2,3]}')).toEqual([{ ok: true, value: { a: [1, 2, 3] } }]);
    expect(split('{"a":1}\r\n\n  \n{"a":2}', 'application/x-ndjson; charset=utf-8')).toEqual([
      { ok: true, value: { a: 1 } },
      { ok: true, value: { a: 2 } },
    ]);
  });

  it('loses only the bad line of NDJSON, and names it', () => {
    const items = split('{"a":1}\n{"a":\n{"a":3}', 'application/x-ndjson');
    expect(items.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(items[1]).toMatchObject({
      rejection: { code: 'not-json', message: expect.stringMatching(/^line 2: column 6/) },
    });
  });

  it('is refused empty, too long, or of another type', () => {
    expect(() => split('[]')).toThrow('the body holds no item');
    expect(() => split('[1,2,3]', 'application/json', 2)).toThrow('at most 2 items');
    expect(() => split('1\n2\n3', 'application/x-ndjson', 2)).toThrow('at most 2 items');
    expect(() => split('a=1', 'application/x-www-form-urlencoded')).toThrow('application/json');
  });
});
