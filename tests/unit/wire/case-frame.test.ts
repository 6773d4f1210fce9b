import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCaseDelta, decodeCaseSnapshot, encodeCaseDelta, encodeCaseSnapshot } from '#wire/case-frame.ts';
import { CaseRows, createCaseColumns } from '#wire/case-rows.ts';
import type { CaseColumns } from '#wire/columns.ts';
import { DecodeError } from '#wire/frame-bytes.ts';

type Row = {
  id: number;
  lon: number;
  lat: number;
  category: number;
  place: number;
  phase: number;
  flags: number;
  warnAt: number;
  dueAt: number;
  reportedAt: number;
};

function columnsOf(rows: Row[]): CaseColumns {
  const columns = createCaseColumns(rows.length);
  columns.length = rows.length;
  rows.forEach((row, at) => {
    for (const key of Object.keys(row) as (keyof Row)[]) columns[key][at] = row[key];
  });
  return columns;
}

function rowsOf(columns: CaseColumns): Row[] {
  return Array.from({ length: columns.length }, (_, at) => ({
    id: columns.id[at] as number,
    lon: columns.lon[at] as number,
    lat: columns.lat[at] as number,
    category: columns.category[at] as number,
    place: columns.place[at] as number,
    phase: columns.phase[at] as number,
    flags: columns.flags[at] as number,
    warnAt: columns.warnAt[at] as number,
    dueAt: columns.dueAt[at] as number,
    reportedAt: columns.reportedAt[at] as number,
  }));
}

const u32 = fc.integer({ min: 0, max: 0xffffffff });
const i32 = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const u16 = fc.integer({ min: 0, max: 0xffff });
const anyRow: fc.Arbitrary<Row> = fc.record({
  id: fc.integer({ min: 1, max: 60 }),
  lon: i32,
  lat: i32,
  category: u16,
  place: u16,
  phase: fc.integer({ min: 0, max: 9 }),
  flags: fc.integer({ min: 0, max: 255 }),
  warnAt: u32,
  dueAt: u32,
  reportedAt: u32,
});
const anyRows = fc.uniqueArray(anyRow, { selector: (row) => row.id, maxLength: 40 });

/** At an odd address, as a frame lies inside a received packet on Node. */
function shifted(bytes: Uint8Array): Buffer {
  const around = new ArrayBuffer(bytes.length + 3);
  const buffer = Buffer.from(around, 3);
  buffer.set(bytes);
  return buffer;
}

describe('case frames', () => {
  it('has the bytes it always had', () => {
    const columns = columnsOf([
      {
        id: 7,
        lon: 117200000,
        lat: 39100000,
        category: 3,
        place: 0xffff,
        phase: 4,
        flags: 5,
        warnAt: 1,
        dueAt: 2,
        reportedAt: 3,
      },
    ]);
    expect(Buffer.from(encodeCaseSnapshot(columns)).toString('hex')).toBe(
      '01010000' +
        '01000000' +
        '07000000' +
        '8054fc06' +
        '609e5402' +
        '01000000' +
        '02000000' +
        '03000000' +
        '0300' +
        'ffff' +
        '04' +
        '05',
    );
    expect(
      Buffer.from(encodeCaseDelta({ put: createCaseColumns(0), removed: Uint32Array.of(9) })).toString('hex'),
    ).toBe('02010000' + '00000000' + '01000000' + '09000000');
  });

  it('comes back as it went, from any address', () => {
    fc.assert(
      fc.property(anyRows, fc.array(u32, { maxLength: 20 }), (rows, removed) => {
        const columns = columnsOf(rows);
        expect(rowsOf(decodeCaseSnapshot(shifted(encodeCaseSnapshot(columns))))).toEqual(rows);
        const delta = decodeCaseDelta(shifted(encodeCaseDelta({ put: columns, removed: Uint32Array.from(removed) })));
        expect(rowsOf(delta.put)).toEqual(rows);
        expect([...delta.removed]).toEqual(removed);
      }),
    );
  });

  it('takes the ArrayBuffer that a browser hands over', () => {
    const bytes = encodeCaseSnapshot(columnsOf([]));
    expect(decodeCaseSnapshot(bytes.buffer as ArrayBuffer).length).toBe(0);
  });

  it('refuses anything else with DecodeError', () => {
    const good = encodeCaseDelta({
      put: columnsOf([
        { id: 1, lon: 0, lat: 0, category: 0, place: 0, phase: 0, flags: 0, warnAt: 0, dueAt: 0, reportedAt: 0 },
      ]),
      removed: Uint32Array.of(4),
    });
    fc.assert(
      fc.property(
        fc.nat(good.length),
        fc.uint8Array({ maxLength: 60 }),
        fc.nat(good.length - 1),
        fc.nat(255),
        (cut, junk, at, value) => {
          const bent = good.slice();
          bent[at] = value;
          for (const bytes of [good.subarray(0, cut), junk, bent, Buffer.concat([good, junk])]) {
            for (const decode of [decodeCaseSnapshot, decodeCaseDelta]) {
              try {
                decode(bytes);
              } catch (error) {
                expect(error).toBeInstanceOf(DecodeError);
              }
            }
          }
        },
      ),
    );
    expect(() => decodeCaseDelta(good.subarray(0, good.length - 1))).toThrow(/cut short/);
    expect(() => decodeCaseDelta(Buffer.concat([good, Buffer.of(0)]))).toThrow(/left over/);
  });
});

describe('case rows', () => {
  it('hold after any deltas what a plain map of rows holds', () => {
    const step = fc.record({ put: anyRows, removed: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 10 }) });
    fc.assert(
      fc.property(anyRows, fc.array(step, { maxLength: 12 }), (first, steps) => {
        const rows = new CaseRows(1);
        rows.load(columnsOf(first));
        const plain = new Map(first.map((row) => [row.id, row]));
        for (const { put, removed } of steps) {
          rows.apply({ put: columnsOf(put), removed: Uint32Array.from(removed) });
          for (const id of removed) plain.delete(id);
          for (const row of put) plain.set(row.id, row);
        }
        const byId = (left: Row, right: Row) => left.id - right.id;
        expect(rowsOf(rows.columns).sort(byId)).toEqual([...plain.values()].sort(byId));
        for (const id of plain.keys()) expect(rows.columns.id[rows.rowOf(id)]).toBe(id);
      }),
    );
  });
});
