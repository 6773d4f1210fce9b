import type { Category } from '#domain/category/category.ts';
import type { Zone } from '#domain/calendar/zone.ts';
import type { IncomingCaseEvent, IncomingReport } from '../api-port.ts';

/** One record of a file: the line it begins on (the header is line 1) and its cells as text. */
export type FileRow = { line: number; cells: readonly string[] };

/** A department that a foreign system names and ours does not know; it gets this code here. */
export type ForeignDepartment = { code: string; name: string };

/** One row in the words of the live way in, with what it mentions that the dictionary must know first. */
export type ImportedCase = {
  report: IncomingReport;
  /** In any order; each has an id of its own within the case, the same one each time the row is read. */
  events: IncomingCaseEvent[];
  category: Category | null;
  department: ForeignDepartment | null;
  /** The area that the file says it lies in, in the file's own words; null: it says none. */
  area: string | null;
  /** Oddities of the row by name: the row is kept and they are counted. */
  oddities: readonly string[];
};

/** Why a row is not imported: the column at fault (null: the row as a whole), what is wrong and how to mend it. */
export type RowFault = { sourceId: string | null; column: string | null; reason: string };

export type RowResult = { ok: true; case: ImportedCase } | ({ ok: false } & RowFault);

/** How the rows of one kind of file are read. */
export interface ImportProfile {
  readonly name: string;
  readonly source: ImportSource;
  /** Zone of instants without an offset, in the file and on the command line. */
  readonly zone: Zone;
  /**
   * Checks the header and gives the reader of the rows below it.
   *
   * @throws HeaderError when the columns cannot be what the profile reads.
   */
  open(header: readonly string[]): (cells: readonly string[]) => RowResult;
}

/** The system that a file's cases come from. `nameZh` and `nameEn` name it on screens. */
export type ImportSource = { id: string; nameZh: string; nameEn: string };

/** The file's columns are not those of the profile. The message names every fault and how to mend it. */
export class HeaderError extends Error {
  override name = 'HeaderError';
}
