import { dateOfEpochDay, epochDayOf } from '#domain/calendar/dates.ts';
import { badDate, dateOf, type ReadRows } from './day-row.ts';

const LONGEST_EVENT_DAYS = 40;

/** Days of an iCalendar file: events that name a break (休, 假) or a make-up day (班); other events are left out. */
export function readIcsDays(text: string): ReadRows {
  const read: ReadRows = { rows: [], problems: [] };
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  let event: Map<string, string> | null = null;
  let left = 0;
  for (const [index, content] of lines.entries()) {
    const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/i.exec(content) ?? [];
    const property = name.toUpperCase();
    if (property === 'BEGIN' && value.trim() === 'VEVENT') event = new Map();
    else if (property === 'END' && value.trim() === 'VEVENT' && event) {
      if (!takeEvent(event, index + 1, read)) left += 1;
      event = null;
    } else event?.set(property, value.trim());
  }
  if (left > 0)
    read.problems.push({
      line: null,
      field: 'SUMMARY',
      reason: {
        zh: `有 ${left} 个日程既不是放假也不是调休上班，已略去`,
        en: `${left} events name neither a break nor a make-up day and were left out`,
      },
      hint: {
        zh: '放假的摘要中写休、假或 holiday，调休上班写班或 work',
        en: 'a break has 休, 假 or holiday in its summary, a make-up day 班 or work',
      },
      refuses: false,
    });
  return read;
}

function takeEvent(event: ReadonlyMap<string, string>, line: number, read: ReadRows): boolean {
  const summary = event.get('SUMMARY') ?? '';
  const workday = /班|work/i.test(summary);
  if (!workday && !/休|假|holiday|day off/i.test(summary)) return false;
  const start = dateOf((event.get('DTSTART') ?? '').slice(0, 8));
  if (start === null) {
    read.problems.push(badDate(line, 'DTSTART', event.get('DTSTART')));
    return true;
  }
  const end = dateOf((event.get('DTEND') ?? '').slice(0, 8));
  const first = epochDayOf(start);
  const length = end === null ? 1 : Math.max(1, epochDayOf(end) - first);
  if (length > LONGEST_EVENT_DAYS) {
    read.problems.push({
      line,
      field: 'DTEND',
      reason: { zh: `这个日程长达 ${length} 天`, en: `the event lasts ${length} days` },
      hint: { zh: 'DTEND 是最后一天的次日', en: 'DTEND is the day after the last one' },
      refuses: true,
    });
    return true;
  }
  for (let day = first; day < first + length; day++)
    read.rows.push({
      line,
      field: 'DTSTART',
      date: dateOfEpochDay(day),
      workday,
      name: summary.replace(/[（(]\s*[休班]\s*[)）]|假期|放假|调休|补班|上班|补|holiday|[()（）]/gi, '').trim(),
      nameEn: null,
      source: null,
      year: null,
    });
  return true;
}
