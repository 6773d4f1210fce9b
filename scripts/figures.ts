// npm run figures -- --counts FILE.json [--json OUT.json]
// Recomputes the figures of a bulletin from its counts, by the definitions and the engine that the platform runs on.
import { parseArgs } from 'node:util';
import { decodeText } from '#application/lists/decode-text.ts';
import { findJsonFault } from '#adapters/http/edge/find-json-fault.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { readBytes, writeText } from './calendar/files.ts';
import { InputError, runTool, UsageError } from './calendar/refusal.ts';
import { createCountBuilder } from './figures/build-counts.ts';
import { readBulletin } from './figures/bulletin.ts';
import { comparisonLines } from './figures/compare.ts';
import { figuresOfBulletin } from './figures/figures-of.ts';

const USAGE = `npm run figures -- --counts FILE.json [--json OUT.json]
  --counts FILE   counts of a bulletin: { "formulas": { "结案率": "结案数/应结案数" }, "reports": [ { "title": …,
                  "period": …, "rows": [ { "unit": "全市", "counts": { "结案数": 911, "应结案数": 972 } } ] } ] }
  --json OUT      write every figure with its numerator and denominator (default: standard output)`;

const DEEPEST = 100;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { counts: { type: 'string' }, json: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (values.counts === undefined) throw new UsageError('--counts is missing: name the JSON file with the counts');
  const bulletin = readBulletin(parse(values.counts, decodeText(await readBytes(values.counts)).text));
  const builder = createCountBuilder(compileCalendar(chinaCalendar));
  const { answer, comparisons, problems, notes } = figuresOfBulletin(bulletin, builder);
  const text = `${JSON.stringify(answer, null, 2)}\n`;
  const lines = [...notes.map((note) => `note: ${note}`), ...comparisonLines(comparisons)];
  if (values.json === undefined) {
    process.stdout.write(text);
    process.stderr.write(`${lines.join('\n')}\n`);
  } else {
    await writeText(values.json, text);
    process.stdout.write(
      `${lines.join('\n')}\n${answer.figures} figures of ${answer.reports.length} reports → ${values.json}\n`,
    );
  }
  for (const { where, reason, hint } of problems)
    process.stderr.write(`${values.counts}, ${where}: ${reason}; ${hint}\n`);
  return problems.length === 0 ? 0 : 1;
}

function parse(path: string, text: string): unknown {
  const plain = text.replace(/^\uFEFF/, '');
  if (nesting(plain) > DEEPEST)
    throw new InputError(`${path}: it is nested more than ${DEEPEST} levels deep; counts need five`);
  try {
    return JSON.parse(plain) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const fault = findJsonFault(plain);
    const where = fault === null ? '' : `, line ${fault.line}, column ${fault.column}`;
    throw new InputError(`${path}${where}: this is not JSON: ${fault?.message ?? error.message}`);
  }
}

/** How deep brackets open; those inside strings may count too, which only makes it stricter. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const letter of text) {
    if (letter === '[' || letter === '{') deepest = Math.max(deepest, ++depth);
    else if (letter === ']' || letter === '}') depth--;
  }
  return deepest;
}

runTool(USAGE, main);
