import { dateOfEpochDay, dayMs } from '#domain/calendar/dates.ts';
import type { ListProblem } from '../lists/list-kind.ts';

/** One day as a file states it, before it is checked against the others. */
export type DayRow = {
  /** Line of a table, or number of the entry, from 1. */
  line: number;
  /** Where in the file the date stands, such as `days[3].date`. */
  field: string;
  date: string;
  workday: boolean;
  name: string;
  nameEn: string | null;
  source: string | null;
  /** Of the notice it belongs to; null where the file does not say. */
  year: number | null;
};

/** Days and problems of one file. */
export type ReadRows = { rows: DayRow[]; problems: ListProblem[] };

const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$|^(\d{4})(\d{2})(\d{2})$/;

/** `YYYY-MM-DD` of a date as people write it (`2027/1/1`, `2027年1月1日`, `20270101`, with or without a time); null for none. */
export function dateOf(text: string): string | null {
  const match = written.exec(text.trim().replace(/(?:T|\s+)\d{1,2}:\d{2}.*$/, ''));
  if (!match) return null;
  const [year, month, day] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map(Number) as [
    number,
    number,
    number,
  ];
  const ms = Date.UTC(year, month - 1, day);
  const shown = new Date(ms);
  // Date.UTC carries 31 February over; such a text is no date.
  return shown.getUTCMonth() === month - 1 && shown.getUTCDate() === day ? dateOfEpochDay(ms / dayMs) : null;
}

export function badDate(line: number, field: string, given: unknown): ListProblem {
  return {
    line,
    field,
    reason:
      given === undefined || given === ''
        ? { zh: '没有日期', en: 'the date is missing' }
        : { zh: `“${String(given)}”不是日期`, en: `"${String(given)}" is not a date` },
    hint: { zh: '写成 2027-01-01', en: 'write it as 2027-01-01' },
    refuses: true,
  };
}

const work = /^(?:1|true|t|yes|y|是|√|on)$/i;
const off = /^(?:0|false|f|no|n|否|×|x)$/i;
const workWord = /班|^工作|^(?:work|workday|working day|working|make-?up(?: work(?:ing)? ?day)?)$/i;
const offWord = /休|假|^(?:off|off ?day|holiday|rest|weekend|vacation)$/i;

/**
 * Whether a cell says that a day is worked; `yes` is what a plain yes in its column means. A word such as 上班 or 放假
 * speaks for itself. Null where it says neither.
 */
export function readWorkday(cell: string, yes: 'work' | 'off'): boolean | null {
  const text = cell.trim();
  if (work.test(text)) return yes === 'work';
  if (off.test(text)) return yes !== 'work';
  // 非工作日, 不上班
  const negated = /^(?:非|不|not?\b|non-?)/i.test(text);
  if (workWord.test(text)) return !negated;
  if (offWord.test(text)) return negated;
  return null;
}

export function badFlag(line: number, field: string, given: unknown): ListProblem {
  return {
    line,
    field,
    reason:
      given === undefined || given === ''
        ? { zh: '没有说这天是否上班', en: 'it is not said whether the day is worked' }
        : {
            zh: `“${String(given)}”看不出这天是否上班`,
            en: `"${String(given)}" does not say whether the day is worked`,
          },
    hint: {
      zh: '是写 1 或 true，否写 0 或 false，或写上班、放假',
      en: 'write 1 or true for yes, 0 or false for no, or 上班 / 放假',
    },
    refuses: true,
  };
}
