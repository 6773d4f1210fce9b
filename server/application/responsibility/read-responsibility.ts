import type { ListProblem } from '../lists/list-kind.ts';
import type { OpenTable } from '../lists/table.ts';
import {
  codeFault,
  readUnitGrids,
  RESPONSIBILITY_COLUMNS,
  textFault,
  type CellFault,
  type ResponsibilityColumn,
} from './responsibility-cells.ts';

const SAID = ['name', 'nameEn', 'person', 'collector', 'department'] as const satisfies readonly ResponsibilityColumn[];
type Said = (typeof SAID)[number];

/** Where something stands in the file: its line, and the column under the title that the file gives it. */
export type Spot = { line: number; field: string };

/** A responsibility grid as its rows say it; `unitGrids` with where each was named first. */
export type Draft = {
  code: string;
  at: Spot;
  said: Record<Said, { text: string; at: Spot }>;
  unitGrids: Map<string, Spot>;
  unitGridsAt: Spot;
};

/** Rows of one code together, wherever they stand: each may name one unit grid or several. */
export function draftsOf(tables: readonly OpenTable<ResponsibilityColumn>[]): {
  rows: number;
  drafts: Draft[];
  problems: ListProblem[];
} {
  const drafts = new Map<string, Draft>();
  const problems: ListProblem[] = [];
  let rows = 0;
  for (const table of tables) {
    for (const row of table.rows) {
      rows += 1;
      const spot = (column: ResponsibilityColumn): Spot => ({ line: row.line, field: table.title(column) });
      const tell = ({ column, ...fault }: CellFault): void => void problems.push({ ...spot(column), ...fault });
      const code = table.cell(row, 'code').normalize('NFKC');
      const fault = codeFault(code);
      if (fault !== null) {
        tell(fault);
        continue;
      }
      const draft = drafts.get(code) ?? newDraft(code, spot);
      drafts.set(code, draft);
      for (const column of SAID) sayOnce(draft, column, table.cell(row, column), spot(column), tell);
      const { codes, faults } = readUnitGrids(table.cell(row, 'unitGrids'));
      faults.forEach(tell);
      for (const unitGrid of codes) {
        const first = draft.unitGrids.get(unitGrid);
        if (first === undefined) draft.unitGrids.set(unitGrid, spot('unitGrids'));
        else tell(again(unitGrid, code, first.line));
      }
      // A cell that could not be read is told of already; nobody wants to hear that it holds nothing as well.
      if (faults.length > 0) draft.unitGridsAt = { ...draft.unitGridsAt, line: 0 };
    }
  }
  for (const { code, unitGrids, unitGridsAt } of drafts.values())
    if (unitGrids.size === 0 && unitGridsAt.line > 0) problems.push({ ...unitGridsAt, ...none(code) });
  return { rows, drafts: [...drafts.values()], problems };
}

function newDraft(code: string, spot: (column: ResponsibilityColumn) => Spot): Draft {
  const said = (column: Said) => ({ text: '', at: spot(column) });
  return {
    code,
    at: spot('code'),
    said: {
      name: said('name'),
      nameEn: said('nameEn'),
      person: said('person'),
      collector: said('collector'),
      department: said('department'),
    },
    unitGrids: new Map(),
    unitGridsAt: spot('unitGrids'),
  };
}

/** The first row that says something counts; one that says something else contradicts it. */
function sayOnce(draft: Draft, column: Said, text: string, at: Spot, tell: (fault: CellFault) => void): void {
  if (text === '') return;
  const before = draft.said[column];
  const fault = textFault(column, text);
  if (fault !== null) return tell(fault);
  if (before.text === '') draft.said[column] = { text, at };
  else if (before.text !== text) tell(contradiction(column, draft.code, text, before));
}

function contradiction(column: Said, code: string, text: string, before: { text: string; at: Spot }): CellFault {
  const { line } = before.at;
  return {
    column,
    reason: {
      zh: `${code} 在第 ${line} 行写的是“${before.text}”，这里是“${text}”`,
      en: `line ${line} says “${before.text}” of ${code}, this one “${text}”`,
    },
    hint: {
      zh: '同一责任网格的各行要写得一致，或只在第一行写',
      en: 'say the same in all rows of a responsibility grid, or say it in the first alone',
    },
    refuses: true,
  };
}

function again(unitGrid: string, code: string, line: number): CellFault {
  return {
    column: 'unitGrids',
    reason: {
      zh: `${unitGrid} 在第 ${line} 行已写入 ${code}`,
      en: `line ${line} has put ${unitGrid} into ${code} already`,
    },
    hint: { zh: '只算一次；可删去这里', en: 'it counts once; it may be taken out here' },
    refuses: false,
  };
}

function none(code: string): Pick<ListProblem, 'reason' | 'hint' | 'refuses'> {
  return {
    reason: { zh: `${code} 没有单元网格`, en: `${code} has no unit grid` },
    hint: {
      zh: `在“${RESPONSIBILITY_COLUMNS.unitGrids.words[0]}”一列填写，或删去这一行`,
      en: `name its unit grids in the column ${RESPONSIBILITY_COLUMNS.unitGrids.words[0]}, or take the row out`,
    },
    refuses: true,
  };
}
