import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { findJsonFault } from '#adapters/http/edge/find-json-fault.ts';
import { parseJson } from '#adapters/http/edge/parse-json.ts';
import { scanJson } from '#adapters/http/edge/scan-json.ts';
import { ProblemError } from '#adapters/http/problem-error.ts';
import type { Problem } from '#wire/http/problem.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function problemOf(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('a JSON body', () => {
  it('says at which line and column it stops being JSON', () => {
    const problem = problemOf(() => parseJson(bytesOf('[\n  {"a": 1},\n  {"b": 2 "c": 3}\n]')));
    expect(problem).toMatchObject({ code: 'bad-json', status: 400, at: { line: 3, column: 11, offset: 24 } });
    expect(problem.detail).toBe('line 3, column 11: a comma or } is expected');
  });

  it.each([
    ['', 'the text ends where a value is expected'],
    ['[1,]', 'a value is expected after the comma'],
    ['{"a":}', 'this is not a value'],
    ['{a:1}', 'a name in double quotes is expected'],
    ['"\\x"', 'there is no such escape'],
    ['"a\nb"', 'a control character must be escaped in a string'],
    ['"abc', 'the text ends inside a string'],
    ['NaN', 'this is not a value'],
    ['1 2', 'something follows the value'],
  ])('explains %j', (text, message) => {
    expect(findJsonFault(text)?.message).toBe(message);
  });

  it('is found at fault exactly where the engine refuses it', () => {
    const mangled = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', 'x', '\\', '\u0000', '\u0085', '-', '0', '.', ' '),
      )
      .map(([text, at, put]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + put + text.slice(cut + (at % 2));
      });
    fc.assert(
      fc.property(fc.oneof(mangled, fc.json(), fc.string()), (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect(findJsonFault(text) === null).toBe(parses);
      }),
      { numRuns: 3000 },
    );
  });

  it('is refused before parsing when it is nested too deeply, however large', () => {
    const deep = bytesOf('['.repeat(100_000) + ']'.repeat(100_000));
    const parse = vi.spyOn(JSON, 'parse');
    expect(problemOf(() => parseJson(deep))).toMatchObject({ code: 'too-deep', at: { offset: 32 } });
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
    expect(parseJson(bytesOf(`${'['.repeat(32)}${']'.repeat(32)}`))).toBeDefined();
    expect(parseJson(bytesOf(`"${'['.repeat(100)}\\"${'{'.repeat(100)}"`))).toBeTypeOf('string');
  });

  it('is refused before parsing when it holds too many items', () => {
    const many = bytesOf(`[${'[],'.repeat(600_000)}[]]`);
    const parse = vi.spyOn(JSON, 'parse');
    expect(problemOf(() => parseJson(many, 1000))).toMatchObject({ code: 'too-many-items', status: 413 });
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('must be UTF-8', () => {
    expect(problemOf(() => parseJson(Uint8Array.of(0x22, 0xff, 0x22)))).toMatchObject({ code: 'bad-encoding' });
    expect(problemOf(() => parseJson(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)))).toMatchObject({
      code: 'bad-encoding',
    });
  });
});

describe('the look before parsing', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

  it('knows depth and number of items of any JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 5 }), { minLength: 1 }), (list) => {
        const bytes = bytesOf(JSON.stringify(list));
        const depth = depthOf(list);
        expect(scanJson(bytes, depth)).toEqual({ deepAt: -1, outerItems: list.length });
        expect(scanJson(bytes, depth - 1).deepAt).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
