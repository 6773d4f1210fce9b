import { describe, expect, it } from 'vitest';
import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import { chained, contentOf, hashOf, NO_HASH, storable, type ChainedLine } from '#application/audit-trail/chain.ts';
import { verifyChain, type ChainFacts } from '#application/audit-trail/verify.ts';
import { auditCsv } from '#application/audit-trail/audit-csv.ts';

const line = (act: string, over: Partial<AuditLine> = {}): AuditLine => ({
  at: Date.parse('2026-11-23T08:00:00+08:00'),
  actor: { kind: 'person', id: 'wang', name: '王' },
  role: 'duty-officer',
  act,
  subject: 'E0110-20261123-000001',
  result: 'done',
  detail: { from: 1, to: '二' },
  address: '10.0.0.9',
  ...over,
});
const start = { no: 0, hash: NO_HASH };
const lines = chained(
  start,
  ['sign-in', 'case.accept', 'case.file', 'sign-out'].map((act) => line(act)),
);
const facts = (of: readonly ChainedLine[] = lines, over: Partial<ChainFacts> = {}): ChainFacts => {
  const last = of.at(-1);
  return { head: last ? { no: last.no, hash: last.hash } : start, removed: start, loose: [], ...over };
};
async function* inBatches(given: readonly ChainedLine[]) {
  for (let from = 0; from < given.length; from += 3) yield given.slice(from, from + 3);
}
const verify = (given: readonly ChainedLine[], over: Partial<ChainFacts> = {}, noted = null as typeof start | null) =>
  verifyChain(facts(lines, over), inBatches(given), noted);

describe('the chain of audit lines', () => {
  it('is SHA-256 over the hash before and the content, whatever order a detail has', () => {
    expect(lines.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    expect(new Set(lines.map(({ hash }) => hash)).size).toBe(4);
    const turned = line('sign-in', { detail: { to: '二', from: 1 } });
    expect(hashOf(1, NO_HASH, turned)).toBe(lines[0]?.hash);
    expect(contentOf(1, NO_HASH, turned)).toContain('"sign-in"');
  });

  it('is sound as it was written', async () => {
    expect(await verify(lines)).toEqual({
      ...{ sound: true, lines: 4, first: 1, fault: null },
      end: { no: 4, hash: lines[3]?.hash },
    });
    expect(await verifyChain(facts([]), inBatches([]))).toMatchObject({ sound: true, lines: 0, first: null });
  });

  it.each<[string, (given: ChainedLine[]) => ChainedLine[], object]>([
    ['a changed word', (all) => all.with(1, { ...all[1]!, act: 'case.void' }), { no: 2, kind: 'changed' }],
    ['a changed instant', (all) => all.with(2, { ...all[2]!, at: all[2]!.at + 1 }), { no: 3, kind: 'changed' }],
    ['a changed hash', (all) => all.with(3, { ...all[3]!, hash: 'f'.repeat(64) }), { no: 4, kind: 'changed' }],
    ['a removed line', (all) => all.toSpliced(1, 1), { no: 2, kind: 'missing' }],
    ['a removed beginning', (all) => all.slice(2), { no: 1, kind: 'missing' }],
    ['a removed end', (all) => all.slice(0, 2), { no: 3, kind: 'missing' }],
    ['nothing left', () => [], { no: 1, kind: 'missing' }],
    [
      'a line put in, with all after it counted on',
      (all) => [...all.slice(0, 2), ...chained(all[1]!, [line('case.close'), ...all.slice(2)])],
      { no: 5, kind: 'behind-end' },
    ],
    [
      'a line written anew, with all after it',
      (all) => [...all.slice(0, 1), ...chained(all[0]!, [line('case.close'), ...all.slice(2)])],
      { no: 4, kind: 'end' },
    ],
  ])('shows %s', async (_, spoil, fault) => {
    expect(await verify(spoil([...lines]))).toMatchObject({ sound: false, fault });
  });

  it('shows lines that stand outside it', async () => {
    const found = await verify(lines, { loose: ['17'] });
    expect(found).toMatchObject({ sound: false, fault: { kind: 'loose' } });
    expect(found.fault?.message).toContain('17');
  });

  it('goes on where old lines were removed after their time', async () => {
    const removed = { no: 2, hash: lines[1]!.hash };
    expect(await verify(lines.slice(2), { removed })).toMatchObject({ sound: true, lines: 2, first: 3 });
    expect(await verify(lines.slice(3), { removed })).toMatchObject({ fault: { kind: 'missing', no: 3 } });
    expect(await verify(lines.slice(2), { removed: { no: 2, hash: NO_HASH } })).toMatchObject({
      fault: { kind: 'changed', no: 3 },
    });
  });

  it('shows by a noted end that all of it was written anew', async () => {
    const noted = { no: 3, hash: lines[2]!.hash };
    expect(await verify(lines, {}, noted)).toMatchObject({ sound: true });
    const other = chained(
      start,
      ['sign-in', 'case.accept', 'case.void', 'sign-out'].map((act) => line(act)),
    );
    expect(await verifyChain(facts(other), inBatches(other), noted)).toMatchObject({ fault: { kind: 'noted', no: 3 } });
    expect(await verify(lines, {}, { no: 9, hash: NO_HASH })).toMatchObject({ fault: { kind: 'noted', no: 9 } });
    const removed = { no: 3, hash: noted.hash };
    expect(await verify(lines.slice(3), { removed }, noted)).toMatchObject({ sound: true });
    expect(await verify(lines.slice(3), { removed }, { no: 2, hash: lines[1]!.hash })).toMatchObject({
      fault: { kind: 'noted' },
    });
  });

  it('holds nothing that a store refuses', () => {
    const odd = storable(line('a\0b', { detail: { '\ud800': 'x\udfff', n: NaN, zero: -0 }, at: 7.4 }));
    expect(odd).toMatchObject({ act: 'a\ufffdb', at: 7, detail: { '\ufffd': 'x\ufffd', n: null, zero: 0 } });
    expect(storable(line('😀'))).toEqual(line('😀'));
  });

  it('is a table for a spreadsheet', () => {
    const [header, first] = auditCsv(chained(start, [line('sign-in', { subject: '=1+1' })])).split('\r\n');
    expect(header).toMatch(/^\uFEFFno,at,kind/);
    expect(first).toMatch(/^1,2026-11-23T00:00:00.000Z,person,wang,王,duty-officer,sign-in,'=1\+1,done,"\{""from""/);
  });
});
