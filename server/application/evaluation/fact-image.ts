import { CheckpointDamaged, type CheckpointHead, type CheckpointPart } from './checkpoint-port.ts';
import { BLOCK_BITS, BLOCK_ROWS, FactBlock } from './fact-block.ts';
import type { CaseRows, FactColumns } from './fact-columns.ts';

type Names = {
  departments: readonly string[];
  doers: readonly string[];
  doerNames: [number, string][];
  categories: readonly string[];
  paths: readonly string[];
};

/** Rows, earliest, latest, and how many rows held for a time only. */
const HEAD_WORDS = 4;
/** A row that held for a time only: its row, from and to. */
const KNOWN_WORDS = 3;
const CASE_BYTES = 25;

/** The parts of the columns: all of them, or those that changed since they were marked clean. */
export function* partsOf(columns: FactColumns, changedOnly: boolean): Generator<CheckpointPart> {
  yield { kind: 'names', no: 0, bytes: Buffer.from(JSON.stringify(namesOf(columns))) };
  const chunks = Math.ceil(columns.cases / BLOCK_ROWS);
  for (let no = 0; no < chunks; no++) {
    if (changedOnly && !columns.dirty.cases.has(no)) continue;
    const to = Math.min(columns.cases, (no + 1) << BLOCK_BITS);
    yield { kind: 'cases', no, bytes: encodeCases(columns.caseRows(no << BLOCK_BITS, to)) };
  }
  for (const [no, block] of columns.blocks.entries()) {
    if (!changedOnly || columns.dirty.blocks.has(no)) yield { kind: 'facts', no, bytes: encodeBlock(block) };
  }
}

/** Takes a stored part into columns that are empty but for the parts before it. */
export function takePart(columns: FactColumns, { kind, no, bytes }: CheckpointPart): void {
  if (kind === 'names') return takeNames(columns, JSON.parse(bytes.toString()) as Names);
  if (kind === 'cases') {
    if (columns.cases !== no << BLOCK_BITS) throw new CheckpointDamaged(`rows of cases before part ${no} are missing`);
    return columns.addCaseRows(decodeCases(bytes));
  }
  if (columns.blocks.length !== no) throw new CheckpointDamaged(`facts before part ${no} are missing`);
  const block = decodeBlock(bytes);
  columns.blocks.push(block);
  columns.facts = (no << BLOCK_BITS) + block.rows;
}

/** Holds what was read against what was written. @throws CheckpointDamaged */
export function checkCounts(columns: FactColumns, head: CheckpointHead): void {
  const { cases, facts, paths, categories } = columns;
  if (cases !== head.cases || facts !== head.facts)
    throw new CheckpointDamaged(
      `${head.cases} cases and ${head.facts} facts were written, ${cases} and ${facts} are there`,
    );
  const rows = columns.caseRows(0, cases);
  const isNamed = (ordinals: Int32Array, names: readonly string[]): boolean =>
    ordinals.every((ordinal) => ordinal >= 0 && ordinal < names.length);
  if (!isNamed(rows.path, paths.texts) || !isNamed(rows.category, categories.texts))
    throw new CheckpointDamaged('a case has a place or category without a name');
  if (!rows.first.every((first) => first < facts))
    throw new CheckpointDamaged('a case begins with a fact that is not there');
}

function namesOf({ departments, doers, doerNames, categories, paths }: FactColumns): Names {
  return {
    departments: departments.texts,
    doers: doers.texts,
    doerNames: [...doerNames],
    categories: categories.texts,
    paths: paths.texts,
  };
}

function takeNames(columns: FactColumns, names: Names): void {
  for (const list of ['departments', 'doers', 'categories', 'paths'] as const) {
    names[list].forEach((text, ordinal) => {
      if (columns[list].ordinalOf(text) !== ordinal) throw new CheckpointDamaged(`${list} come twice`);
    });
  }
  for (const [doer, name] of names.doerNames) columns.doerNames.set(doer, name);
}

function encodeCases({ id, path, lon, lat, category, first, patrol }: CaseRows): Buffer {
  return Buffer.concat([id, path, lon, lat, category, first, patrol].map(bytesOf));
}

function decodeCases(bytes: Buffer): CaseRows {
  const rows = bytes.length / CASE_BYTES;
  if (!Number.isInteger(rows)) throw new CheckpointDamaged('rows of cases are cut short');
  const reader = new Reader(bytes);
  const ints = (): Int32Array => reader.into(new Int32Array(rows));
  return {
    ...{ id: ints(), path: ints(), lon: ints(), lat: ints(), category: ints(), first: ints() },
    patrol: reader.into(new Uint8Array(rows)),
  };
}

type Columns = Pick<
  FactBlock,
  'kind' | 'flags' | 'case' | 'next' | 'department' | 'doer' | 'entered' | 'due' | 'ended' | 'undone'
>;

function columnsOf(block: Columns): (Uint8Array | Uint16Array | Int32Array | Uint32Array)[] {
  const { kind, flags, case: caseRow, next, department, doer, entered, due, ended, undone } = block;
  return [kind, flags, caseRow, next, department, doer, entered, due, ended, undone];
}

function encodeBlock(block: FactBlock): Buffer {
  const { rows, earliest, latest, known } = block;
  const head = Float64Array.from([rows, earliest, latest, known.size]);
  const dated = Float64Array.from([...known].flatMap(([row, { from, to }]) => [row, from, to]));
  return Buffer.concat([head, dated, ...columnsOf(block)].map(bytesOf));
}

function decodeBlock(bytes: Buffer): FactBlock {
  const reader = new Reader(bytes);
  const block = new FactBlock();
  const [rows = 0, earliest = 0, latest = 0, dated = 0] = reader.into(new Float64Array(HEAD_WORDS));
  Object.assign(block, { rows, earliest, latest });
  const known = reader.into(new Float64Array(dated * KNOWN_WORDS));
  for (let at = 0; at < known.length; at += KNOWN_WORDS)
    block.known.set(known[at] as number, { from: known[at + 1] as number, to: known[at + 2] as number });
  for (const column of columnsOf(block)) reader.into(column);
  reader.end();
  return block;
}

function bytesOf({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Reads one array after the other. @throws CheckpointDamaged where the bytes end before, or after. */
class Reader {
  private readonly bytes: Buffer;
  private at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  into<Column extends NodeJS.TypedArray>(column: Column): Column {
    const target = bytesOf(column);
    if (this.at + target.length > this.bytes.length) throw new CheckpointDamaged('a part is cut short');
    this.bytes.copy(target, 0, this.at, this.at + target.length);
    this.at += target.length;
    return column;
  }

  end(): void {
    if (this.at !== this.bytes.length) throw new CheckpointDamaged('a part is longer than it should be');
  }
}
