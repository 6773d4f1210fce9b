// npm run due -- --json IN.json [--out OUT.json | --in-place]
// Takes [{start, limit, unit}] and adds when each is due, and why.
import { parseArgs } from 'node:util';
import { decodeText } from '#application/lists/decode-text.ts';
import { readConfig } from '#config';
import { jsonLines, readBytes, writeText } from './calendar/files.ts';
import { calendarArguments, calendarUsage, ownCalendar } from './calendar/own-calendar.ts';
import { InputError, runTool, UsageError } from './calendar/refusal.ts';
import { answerItem, type AnsweredItem } from './due/answer-item.ts';
import { ItemCalendars } from './due/calendars.ts';

const SHOWN = 10;
const USAGE = `npm run due -- --json IN.json [options]     adds due and its explanation to [{start, limit, unit}]
  --out OUT.json      write the items there (default: standard output)
  --in-place          write them back into IN.json
  --steps all         explain every night and lunch break too
${calendarUsage}
An item may bring its own zone, calendar (a file beside IN.json, or plain), hours and warnShare.`;

const warn = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      out: { type: 'string' },
      'in-place': { type: 'boolean' },
      steps: { type: 'string' },
      help: { type: 'boolean' },
      ...calendarArguments,
    },
  });
  if (values.help === true) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const { json: input, out, steps = 'short' } = values;
  if (input === undefined) throw new UsageError('--json is missing: name the file of items, or - for standard input');
  if (steps !== 'all' && steps !== 'short') throw new UsageError(`--steps: "${steps}" is neither all nor short`);
  if (values['in-place'] === true && (out !== undefined || input === '-'))
    throw new UsageError('--in-place writes into the file of --json and goes with no other');
  const items = itemsOf(input, await readBytes(input));
  const base = await ownCalendar(values, readConfig().timeZone, warn);
  const calendars = new ItemCalendars(base, input === '-' ? './-' : input, warn);
  const answers: AnsweredItem[] = [];
  for (const item of items) answers.push(await answerItem(item, calendars, steps === 'all'));
  const target = values['in-place'] === true ? input : out;
  if (target === undefined) process.stdout.write(jsonLines(answers));
  else await writeText(target, jsonLines(answers));
  return report(answers, target);
}

function itemsOf(path: string, bytes: Uint8Array): readonly unknown[] {
  const shape = 'give a list such as [{"start": "2026-11-20 16:40", "limit": 2, "unit": "工作日"}]';
  let json: unknown;
  try {
    json = JSON.parse(decodeText(bytes).text.trim());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InputError(`${path}: the JSON cannot be read: ${error.message}; ${shape}`);
  }
  const items = Array.isArray(json) ? json : (json as { items?: unknown } | null)?.items;
  if (!Array.isArray(items)) throw new InputError(`${path}: it holds no list of items; ${shape}`);
  return items;
}

function report(answers: readonly AnsweredItem[], target: string | undefined): number {
  const bad = answers.flatMap((answer, index) => ('error' in answer ? [{ index, error: answer.error }] : []));
  for (const { index, error } of bad.slice(0, SHOWN)) {
    const { field, reason, hint } = error as { field: string; reason: string; hint: string };
    warn(`item ${index + 1}${field === '' ? '' : `, ${field}`}: ${reason}; ${hint}`);
  }
  if (bad.length > SHOWN) warn(`… and ${bad.length - SHOWN} more`);
  const provisional = answers.filter((answer) => 'provisional' in answer && answer.provisional === true).length;
  const line = `${answers.length} items: ${answers.length - bad.length} due, ${provisional} of them provisional, ${bad.length} wrong`;
  if (target === undefined) warn(line);
  else process.stdout.write(`${line} → ${target}\n`);
  return bad.length === 0 ? 0 : 1;
}

runTool(USAGE, main);
