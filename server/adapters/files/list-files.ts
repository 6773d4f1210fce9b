import type { ListFiles } from '#application/lists/list-files.ts';
import { readSheets } from './read-sheet.ts';
import { writeSheet } from './write-sheet.ts';

/** Files of tables as lists need them. */
export function createListFiles(): ListFiles {
  return {
    readSheets,
    template(format, columns) {
      const specs = Object.values(columns);
      const header = specs.map(({ words }) => words[0]);
      return writeSheet(format, header, [specs.map(({ example }) => example)]);
    },
  };
}
