import { CASE_FLAG } from '#wire/columns.ts';
import { phaseCode } from '#domain/case/stage.ts';
import type { Names } from '../../stores/dictionary-store.ts';
import type { HeatOptions } from './options.ts';
import type { Picks } from './picked-heat.ts';

/** The rows that a kind of heat counts. `names` holds the ordinals that the rows tell categories by. */
export function picksOf(options: Exclude<HeatOptions, { by: 'all' }>, names: Names): Picks {
  switch (options.by) {
    case 'category': {
      const ordinal = names.dictionary?.categories.findIndex(({ key }) => key === options.key) ?? -1;
      return (columns, row) => columns.category[row] === ordinal;
    }
    case 'stage': {
      const code = phaseCode(options.stage);
      return (columns, row) => columns.phase[row] === code;
    }
    case 'overdue':
      return ({ dueAt, flags }, row, now) => {
        const due = dueAt[row] as number;
        return due !== 0 && due <= now && ((flags[row] as number) & CASE_FLAG.suspended) === 0;
      };
  }
}
