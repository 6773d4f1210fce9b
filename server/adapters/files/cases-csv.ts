import type { Zone } from '#domain/calendar/zone.ts';
import { CHANNELS, type Channel } from '#domain/case/event.ts';
import { isEnd, PHASES, type Phase } from '#domain/case/stage.ts';
import { readPlaceCode } from '#domain/place/code-text.ts';
import type { IncomingCaseEvent } from '#application/api-port.ts';
import type {
  ForeignDepartment,
  ImportProfile,
  ImportSource,
  RowFault,
  RowResult,
} from '#application/import/profile.ts';
import { isUnfitText } from '#wire/http/unfit-text.ts';
import { CellFault, OPTIONAL, REQUIRED, type CasesColumn, type Cells } from './cases-cells.ts';
import { readCategory } from './category-cell.ts';
import { openColumns } from './columns.ts';
import { createInstantReader, type ReadInstant } from './local-time.ts';
import { readPosition } from './position-cell.ts';

const LONGEST: Readonly<Partial<Record<CasesColumn, number>>> = {
  source_id: 120,
  description: 2_000,
  address: 300,
  area: 80,
};

export type CasesCsvOptions = {
  source: ImportSource;
  /** Of instants without an offset. */
  zone: Zone;
  isDepartment(code: string): boolean;
  hasCategory(key: string): boolean;
  /** Instants outside are refused: epoch ms. */
  earliest: number;
  latest: number;
};

/** Cases of any system in columns of our own, which docs/cases-csv.md describes. */
export function casesCsv(options: CasesCsvOptions): ImportProfile {
  return {
    name: 'cases-csv',
    source: options.source,
    zone: options.zone,
    open(header) {
      const expected = { required: REQUIRED, optional: OPTIONAL, strict: true };
      const { index, width } = openColumns<CasesColumn>(header, expected);
      const readInstant = createInstantReader(options.zone);
      return (cells) => {
        const cell: Cells = (column) => cells[index[column]]?.trim() ?? '';
        const sourceId = cell('source_id') || null;
        if (cells.length !== width) {
          const reason = `${cells.length} cells under ${width} columns: quote cells that hold commas`;
          return { ok: false, sourceId, column: null, reason };
        }
        try {
          return readRow(cell, readInstant, options);
        } catch (error) {
          if (!(error instanceof CellFault)) throw error;
          return { ok: false, sourceId, column: error.column, reason: error.message } satisfies RowFault & {
            ok: false;
          };
        }
      };
    },
  };
}

function readRow(cell: Cells, readInstant: ReadInstant, options: CasesCsvOptions): RowResult {
  checkTexts(cell);
  const sourceId = cell('source_id');
  const conduct = oneOf(cell, 'conduct', ['told', 'own'] as const, 'told');
  const reportedAt = instantOf(cell, 'reported_at', readInstant, options);
  const dueAt = cell('due_at') === '' ? null : instantOf(cell, 'due_at', readInstant, null);
  const endedAt = cell('closed_at') === '' ? null : instantOf(cell, 'closed_at', readInstant, options);
  const status = oneOf<Phase>(cell, 'status', PHASES, endedAt === null ? 'dispose' : 'closed');
  if (isEnd(status) !== (endedAt !== null)) {
    throw endedAt === null
      ? new CellFault('closed_at', `is empty although the status is ${status}: say when it ended`)
      : new CellFault('status', `is ${status} although closed_at is given: write closed, void or declined`);
  }
  const department = departmentOf(cell('department'), options);
  if (conduct === 'own' && (endedAt !== null || cell('status') !== '' || department !== null)) {
    const reason = 'own cases begin here: leave closed_at, status and department empty, or write told';
    throw new CellFault('conduct', reason);
  }
  const { key, conditionNo } = readCategory(cell, options.hasCategory);
  const position = readPosition(cell);
  const place = cell('place') || null;
  if (place !== null && readPlaceCode(place) === null) {
    throw new CellFault('place', `"${place.slice(0, 40)}" is no place code: 6, 9, 12 or 15 digits (GB/T 30428.1)`);
  }
  return {
    ok: true,
    case: {
      report: {
        sourceId,
        reportedAt,
        channel: oneOf<Channel>(cell, 'channel', CHANNELS, 'import'),
        conduct,
        category: key,
        conditionNo,
        description: cell('description'),
        address: cell('address'),
        position,
        place,
        reporter: null,
        media: [],
        dueAt,
      },
      events: conduct === 'own' ? [] : eventsOf(sourceId, reportedAt, status, endedAt, department),
      category: null,
      department: department?.foreign ?? null,
      area: cell('area') || null,
      oddities: [
        ...(endedAt !== null && endedAt < reportedAt ? ['closedBeforeOpened'] : []),
        ...(position === null && place === null ? ['noPosition'] : []),
        ...(dueAt === null ? ['noTarget'] : []),
      ],
    },
  };
}

type NamedDepartment = { code: string; foreign: ForeignDepartment | null };

function departmentOf(name: string, { source, isDepartment }: CasesCsvOptions): NamedDepartment | null {
  if (name === '') return null;
  if (isDepartment(name)) return { code: name, foreign: null };
  const code = `${source.id}:${name}`;
  return { code, foreign: { code, name } };
}

function eventsOf(
  sourceId: string,
  reportedAt: number,
  status: Phase,
  endedAt: number | null,
  department: NamedDepartment | null,
): IncomingCaseEvent[] {
  const name = { kind: 'source-id', sourceId } as const;
  const began: IncomingCaseEvent = {
    // Sorts before `ended`: of two words at one instant the id decides the order.
    eventId: 'began',
    case: name,
    at: endedAt === null ? reportedAt : Math.min(reportedAt, endedAt),
    by: null,
    what: {
      type: 'told',
      phase: isEnd(status) ? 'dispose' : status,
      ...(department !== null && { department: department.code }),
      note: '',
    },
  };
  if (endedAt === null) return [began];
  const eventId = `ended@${new Date(endedAt).toISOString()}`;
  return [began, { eventId, case: name, at: endedAt, by: null, what: { type: 'told', phase: status, note: '' } }];
}

function checkTexts(cell: Cells): void {
  if (cell('source_id') === '') throw new CellFault('source_id', 'is empty: a case is known by it');
  for (const column of ['source_id', 'description', 'address', 'department', 'area'] as const) {
    const text = cell(column);
    const most = LONGEST[column] ?? 60;
    if (text.length > most) throw new CellFault(column, `has ${text.length} letters, ${most} are the most`);
    if (text.includes('\uFFFD')) throw new CellFault(column, 'is not UTF-8: save the file as "CSV UTF-8"');
    if (isUnfitText(text)) throw new CellFault(column, 'holds control characters: take them out');
  }
}

function instantOf(
  cell: Cells,
  column: CasesColumn,
  readInstant: ReadInstant,
  bounds: { earliest: number; latest: number } | null,
): number {
  const text = cell(column);
  const instant = readInstant(text);
  if (instant === null) {
    const shape = 'write it as 2026-11-22T08:41:07+08:00, or without the offset as local time';
    throw new CellFault(column, text === '' ? `is empty: ${shape}` : `"${text.slice(0, 40)}" is no instant: ${shape}`);
  }
  if (bounds !== null && instant < bounds.earliest) {
    const first = new Date(bounds.earliest).toISOString().slice(0, 10);
    throw new CellFault(column, `"${text}" lies before ${first}, where the working calendar begins`);
  }
  if (bounds !== null && instant > bounds.latest) throw new CellFault(column, `"${text}" lies in the future`);
  return instant;
}

function oneOf<Word extends string>(cell: Cells, column: CasesColumn, words: readonly Word[], otherwise: Word): Word {
  const text = cell(column).toLowerCase();
  if (text === '') return otherwise;
  const found = words.find((word) => word === text);
  if (found === undefined) throw new CellFault(column, `"${text.slice(0, 40)}" is none of ${words.join(', ')}`);
  return found;
}
