import type { ListFile, TemplateFormat } from './list-kind.ts';
import type { ColumnSpec, Sheet } from './table.ts';

/** What lists need of files of tables. */
export interface ListFiles {
  /** All sheets that hold anything. Rejects with ListRefused in one clear line. */
  readSheets(file: ListFile): Promise<readonly Sheet[]>;
  /** A file with these columns, under their first words, and a row of their examples. */
  template(format: TemplateFormat, columns: Readonly<Record<string, ColumnSpec>>): Promise<Uint8Array>;
}
