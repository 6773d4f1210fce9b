import { describe, expect, it } from 'vitest';
import { Refused } from '#client/frame/answer.ts';
import { bytesText } from '#client/admin/lists/bytes-text.ts';
import { changeParts } from '#client/admin/lists/change-parts.ts';
import {
  freshImport,
  importStep,
  missingOptions,
  sentOptions,
  type ImportState,
  type ImportStep,
} from '#client/admin/lists/import-state.ts';
import { problemsOf } from '#client/admin/lists/list-calls.ts';
import type { ListPreview, ListVersion } from '#client/admin/lists/list-answers.ts';
import { problem } from '#wire/http/problem.ts';

const options = [
  { name: 'datum', choices: ['wgs84', 'gcj02'], fallback: 'wgs84' },
  { name: 'level', choices: ['district'], fallback: null },
];
const counts = { rows: 2, added: 1, changed: 1, removed: 0, unchanged: 0 };
const preview: ListPreview = { basis: 'b1', counts, changes: [], problems: [], problemsTotal: 0, applicable: true };
const version: ListVersion = { version: '2', at: 0, by: 'admin', note: '', current: true, counts };
const file = new File(['a,b'], 'list.csv');
const after = (...steps: ImportStep[]): ImportState => steps.reduce(importStep, freshImport(options));

describe('bringing a file', () => {
  it('begins with what holds without asking and says what must be given', () => {
    const fresh = freshImport(options);
    expect(fresh.options).toEqual({ datum: 'wgs84' });
    expect(missingOptions(options, fresh.options)).toEqual(['level']);
    expect(sentOptions({ datum: 'gcj02', level: ' ' })).toEqual({ datum: 'gcj02' });
  });

  it('goes from the file to its preview to being in force', () => {
    const seen = after({ type: 'file', file }, { type: 'look' }, { type: 'seen', preview });
    expect(seen).toMatchObject({ at: 'seen', preview });
    expect(importStep(importStep(seen, { type: 'apply' }), { type: 'applied', version })).toMatchObject({
      at: 'applied',
      applied: version,
    });
  });

  it('throws a preview away when the file or a choice changes', () => {
    const seen = after({ type: 'file', file }, { type: 'look' }, { type: 'seen', preview });
    expect(importStep(seen, { type: 'option', name: 'datum', value: 'gcj02' })).toMatchObject({
      at: 'choosing',
      preview: null,
      options: { datum: 'gcj02' },
    });
    expect(importStep(seen, { type: 'file', file: new File([], 'other.csv') }).preview).toBeNull();
  });

  it('does not take the preview of a file that was changed meanwhile', () => {
    const changed = after({ type: 'file', file }, { type: 'look' }, { type: 'option', name: 'datum', value: 'gcj02' });
    expect(importStep(changed, { type: 'seen', preview }).preview).toBeNull();
  });

  it('keeps the preview when applying is refused, and loses nothing chosen when looking is', () => {
    const error = new Refused(422, null);
    const seen = after({ type: 'file', file }, { type: 'look' }, { type: 'seen', preview }, { type: 'apply' });
    expect(importStep(seen, { type: 'refused', error })).toMatchObject({ at: 'seen', preview, refused: error });
    const looking = after({ type: 'file', file }, { type: 'look' });
    expect(importStep(looking, { type: 'refused', error })).toMatchObject({ at: 'choosing', file, refused: error });
  });
});

describe('what a file changes', () => {
  it('stands member by member', () => {
    expect(
      changeParts({ key: 'k', change: 'changed', before: { limit: '4', close: '' }, after: { limit: '2', name: 'x' } }),
    ).toEqual([
      { member: 'limit', before: '4', after: '2' },
      { member: 'close', before: '', after: null },
      { member: 'name', before: null, after: 'x' },
    ]);
    expect(changeParts({ key: 'k', change: 'added', before: null, after: { a: '1' } })).toEqual([
      { member: 'a', before: null, after: '1' },
    ]);
  });

  it('is named by rows where the refusal names them', () => {
    const [reason, hint] = [
      { zh: '没有时限', en: 'no limit' },
      { zh: '填写', en: 'write one' },
    ];
    const row = { line: 3, field: '时限', reason, hint, refuses: true };
    expect(problemsOf(new Refused(422, problem('list-refused', 'no', { results: [row, 'odd'] })))).toEqual([row]);
    expect(problemsOf(new TypeError('offline'))).toEqual([]);
  });

  it('has a size that reads', () => {
    expect([812, 12_400, 3_400_000].map(bytesText)).toEqual(['812 B', '12 kB', '3.4 MB']);
  });
});
