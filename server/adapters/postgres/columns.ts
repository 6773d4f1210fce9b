/**
 * Set-based writing: one statement carries any number of rows as one array per column. Ten times the rate of a
 * statement per row, and the statement text never changes, so the server plans it once.
 */

/** How a column travels. `instant` is epoch ms here and timestamptz there; `date` is `2010-07-01`; `json` any JSON value. */
export type ColumnType = 'text' | 'int' | 'bigint' | 'float' | 'boolean' | 'instant' | 'date' | 'json' | 'ints';

export type Column<Row> = { name: string; type: ColumnType; of: (row: Row) => unknown };

const ELEMENT_TYPES: Record<Exclude<ColumnType, 'json'>, string> = {
  text: 'text',
  int: 'int',
  bigint: 'bigint',
  float: 'float8',
  boolean: 'boolean',
  instant: 'float8',
  date: 'text',
  ints: 'text',
};

/**
 * The rows as a table `alias(a, b)`, zipped from one array per column; parameters are numbered from `first`. JSON goes
 * as one JSON array: as elements of a text array it would be escaped, and twice as long.
 */
export function rowsOf<Row>(columns: readonly Column<Row>[], alias: string, first = 1): string {
  const sets = columns.map(({ type }, i) =>
    type === 'json' ? `jsonb_array_elements($${first + i}::jsonb)` : `unnest($${first + i}::${ELEMENT_TYPES[type]}[])`,
  );
  return `ROWS FROM (${sets.join(', ')}) AS ${alias}(${columns.map((column) => column.name).join(', ')})`;
}

/** The column of such a row as its table wants it. */
export function valueOf<Row>(column: Column<Row>, alias: string): string {
  const value = `${alias}.${column.name}`;
  if (column.type === 'instant') return `to_timestamp(${value} / 1000)`;
  if (column.type === 'date') return `${value}::date`;
  if (column.type === 'json') return `NULLIF(${value}, 'null')`;
  if (column.type === 'ints') return `${value}::int[]`;
  return value;
}

/** `INSERT INTO table (…) SELECT … FROM rows`, to be followed by ON CONFLICT or RETURNING. */
export function insertSql<Row>(table: string, columns: readonly Column<Row>[]): string {
  const names = columns.map((column) => column.name).join(', ');
  const values = columns.map((column) => valueOf(column, 'w')).join(', ');
  return `INSERT INTO ${table} (${names}) SELECT ${values} FROM ${rowsOf(columns, 'w')}`;
}

/** The same, where a row that has the key already takes on the new values. A key may come once in a statement. */
export function upsertSql<Row>(table: string, columns: readonly Column<Row>[], key: readonly string[]): string {
  const changing = columns.filter((column) => !key.includes(column.name));
  const set = changing.map(({ name }) => `${name} = EXCLUDED.${name}`).join(', ');
  return `${insertSql(table, columns)} ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set}`;
}

/** The statement's parameters: one array per column, in the columns' order, in Postgres's own text form. */
export function arraysOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  return columns.map(({ type, of }) => {
    if (type === 'json') return jsonText(rows.map((row) => of(row) ?? null));
    const elements = new Array<string>(rows.length);
    for (let i = 0; i < rows.length; i++) elements[i] = elementText(type, of(rows[i] as Row));
    return `{${elements.join(',')}}`;
  });
}

// What Postgres cannot keep in a text: the NUL character and half a surrogate pair. One such letter in a report must not
// fail the batch it came with.
const UNSTORABLE_JSON = /\\u(?:0000|d[89a-f])/;
const NUL = '\0';
const REPLACEMENT = '\uFFFD';

/** A value as JSON that jsonb takes; letters that Postgres cannot keep become U+FFFD. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  if (!UNSTORABLE_JSON.test(text)) return text;
  return JSON.stringify(value, (_, member: unknown) => (typeof member === 'string' ? storable(member) : member));
}

function storable(text: string): string {
  return Buffer.from(text).toString().replaceAll(NUL, REPLACEMENT);
}

const SPECIAL = /["\\]/;

function elementText(type: ColumnType, value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (type === 'ints') return `"{${(value as readonly number[]).join(',')}}"`;
  if (type !== 'text') return String(value);
  const text = String(value).replaceAll(NUL, REPLACEMENT);
  return SPECIAL.test(text) ? `"${text.replaceAll(/["\\]/g, '\\$&')}"` : `"${text}"`;
}

/** Reads a timestamptz column as epoch ms. */
export function instantSql(expression: string): string {
  return `round(date_part('epoch', ${expression}) * 1000)`;
}
