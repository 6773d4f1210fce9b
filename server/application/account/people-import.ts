import type { Principal } from '#domain/account/role.ts';
import type { ListChange, ListFile, ListProblem, TemplateFormat } from '../lists/list-kind.ts';

/** What a file of people would do. Rows that are wrong are left out, and the others go in without them. */
export type PeoplePreview = {
  /** What the file was compared with: given back when it is applied. */
  basis: string;
  counts: { rows: number; added: number; changed: number; unchanged: number; refused: number };
  changes: readonly ListChange[];
  problems: readonly ListProblem[];
};

/** What became of it. `made` has the first passwords, given back this once. */
export type PeopleDone = {
  counts: PeoplePreview['counts'];
  made: readonly { username: string; name: string; password: string }[];
  /** Every account that was made or changed, with what is another now. */
  changes: readonly ListChange[];
  problems: readonly ListProblem[];
};

/** Files of people. All reject with ListRefused where the file cannot be read, or StoreUnavailable. */
export interface PeopleImport {
  template(format: TemplateFormat): Promise<Uint8Array>;
  preview(who: Principal, file: ListFile): Promise<PeoplePreview>;
  /** Rejects with ListRefused where what the file was compared with is another now. */
  apply(who: Principal, file: ListFile, basis: string): Promise<PeopleDone>;
}
