/** Columns of the profile cases-csv. */
export const REQUIRED = ['source_id', 'reported_at'] as const;
export const OPTIONAL = [
  'kind',
  'category',
  'condition',
  'description',
  'address',
  'lon',
  'lat',
  'datum',
  'place',
  'area',
  'due_at',
  'closed_at',
  'status',
  'department',
  'channel',
  'conduct',
] as const;
export type CasesColumn = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

/** The cell under a column, trimmed; empty where the file has no such column. */
export type Cells = (column: CasesColumn) => string;

/** A cell that cannot be read: which and why, with how to mend it. */
export class CellFault extends Error {
  readonly column: CasesColumn;
  constructor(column: CasesColumn, reason: string) {
    super(reason);
    this.column = column;
  }
}
