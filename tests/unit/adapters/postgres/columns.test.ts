import { describe, expect, it } from 'vitest';
import { arraysOf, insertSql, jsonText, type Column } from '#adapters/postgres/columns.ts';

type Row = { name: string | null; at: number; detail: unknown; cell: number[] | null; open: boolean };

const columns: Column<Row>[] = [
  { name: 'name', type: 'text', of: (row) => row.name },
  { name: 'at', type: 'instant', of: (row) => row.at },
  { name: 'detail', type: 'json', of: (row) => row.detail },
  { name: 'cell', type: 'ints', of: (row) => row.cell },
  { name: 'open', type: 'boolean', of: (row) => row.open },
];

describe('columns of a set-based statement', () => {
  it('become one statement text for any number of rows', () => {
    expect(insertSql('thing', columns)).toBe(
      'INSERT INTO thing (name, at, detail, cell, open) ' +
        "SELECT w.name, to_timestamp(w.at / 1000), NULLIF(w.detail, 'null'), w.cell::int[], w.open FROM ROWS FROM (" +
        'unnest($1::text[]), unnest($2::float8[]), jsonb_array_elements($3::jsonb), unnest($4::text[]), ' +
        'unnest($5::boolean[])) AS w(name, at, detail, cell, open)',
    );
  });

  it('carry quotes, braces, backslashes, the word NULL and nothing at all', () => {
    const rows: Row[] = [
      { name: 'a "b" {c,d} \\e', at: 1_700_000_000_123, detail: { text: '"' }, cell: [1, 2], open: true },
      { name: 'NULL', at: 0, detail: null, cell: null, open: false },
      { name: null, at: -1, detail: undefined, cell: [], open: false },
    ];
    expect(arraysOf(columns, rows)).toEqual([
      '{"a \\"b\\" {c,d} \\\\e","NULL",NULL}',
      '{1700000000123,0,-1}',
      '[{"text":"\\""},null,null]',
      '{"{1,2}",NULL,"{}"}',
      '{true,false,false}',
    ]);
  });

  it('replace what Postgres cannot keep in a text and nothing else', () => {
    const [name] = arraysOf(columns.slice(0, 1), [{ name: 'a\0b', at: 0, detail: null, cell: null, open: true }]);
    expect(name).toBe('{"a\uFFFDb"}');
    expect(JSON.parse(jsonText({ a: ['x\0', '\uD83D', '\uD83D\uDE00', '\\u0000'] }))).toEqual({
      a: ['x\uFFFD', '\uFFFD', '\uD83D\uDE00', '\\u0000'],
    });
  });
});
