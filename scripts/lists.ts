// npm run lists -- --kind K --file F …: a city's own lists, from the shell. See USAGE.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { createAuditLog } from '#adapters/postgres/audit/audit-log.ts';
import { readHandbook } from '#adapters/postgres/queries/handbook-rows.ts';
import type { Actor } from '#domain/account/role.ts';
import { ListRefused, type ListKind, type ListProblem, type ListVersion } from '#application/lists/list-kind.ts';
import { problemsCsv } from '#application/lists/problems-csv.ts';
import type { Lists } from '#application/lists/lists.ts';
import { readConfig } from '#config';
import { composeLists } from '../server/compose/lists.ts';
import { placeKinds } from '../server/compose/places.ts';
import { registerKinds } from '../server/compose/registers.ts';
import { responsibilityKind } from '../server/compose/responsibility.ts';
import { openStore, type OpenStore } from './import/store.ts';
import { LANGUAGES, shellLanguage, type Language } from './shell-language.ts';

const USAGE = `npm run lists -- --kind KIND --file FILE [options]      beside a running server or alone
  --preview            show what the file would change; nothing is stored
  --option NAME=VALUE  a choice of the list, as often as needed; npm run lists alone names them
  --json OUT.json      write counts, changes and problems
  --rejected OUT.csv   write what is wrong: line, field, reason and hint in both languages
npm run lists -- --kind KIND --versions                 the list's versions, newest first
npm run lists -- --kind KIND --undo VERSION             make an older version's state the current one
npm run lists -- --kind KIND --template OUT.csv|.xlsx   a file with the list's columns and an example row
npm run lists                                           the lists and their options
  --lang zh|en         language of what is said of the file; else the shell's (LC_ALL, LC_MESSAGES, LANG)`;

const MOST_BYTES = 256 * 1024 * 1024;
const MOST_LINES = 20;
const ACTOR: Actor = { kind: 'system', id: 'lists', name: 'npm run lists' };

class UsageError extends Error {}

const options = {
  kind: { type: 'string' },
  file: { type: 'string' },
  preview: { type: 'boolean' },
  option: { type: 'string', multiple: true },
  json: { type: 'string' },
  rejected: { type: 'string' },
  versions: { type: 'boolean' },
  undo: { type: 'string' },
  template: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  if (values.help) return say(USAGE);
  const wanted = ['file', 'versions', 'undo', 'template'].filter((name) => values[name as keyof Values] !== undefined);
  if (wanted.length > 1) throw new UsageError(`only one of --${wanted.join(', --')} at a time`);
  if (wanted.length > 0 && values.kind === undefined) throw new UsageError('--kind is missing: which list?');
  if (values.kind !== undefined && wanted.length === 0) throw new UsageError('--file is missing: which file?');
  const config = readConfig();
  const store = await openStore(config, 'citywall lists', (line) => process.stderr.write(`${line}\n`));
  try {
    const categories = new Set((await readHandbook(store)).categories.map(({ key }) => key));
    const registers = registerKinds(store.pool, () => ({ hasCategory: (key) => categories.has(key) }));
    const grounds = [...placeKinds(store.pool, config.timeZone), responsibilityKind(store.pool, config.timeZone)];
    await run(values, composeLists(store, undefined, [...registers, ...grounds]), store);
  } finally {
    await store.close();
  }
}

async function run(values: Values, lists: Lists, store: OpenStore): Promise<void> {
  if (values.kind === undefined) return lists.kinds.forEach((kind) => say(described(kind)));
  const list = lists.find(values.kind);
  if (list === null) {
    throw new UsageError(`there is no list ${values.kind}; there are: ${lists.kinds.map(({ id }) => id).join(', ')}`);
  }
  if (values.template !== undefined) return writeTemplate(list, values.template);
  if (values.versions) return (await list.versions()).forEach((version) => say(lineOf(version)));
  if (values.undo !== undefined) {
    const to = values.undo;
    const version = await written(store, 'list.undo', list, { to }, () => list.undo(to, ACTOR));
    return say(`${list.id}: the state of version ${to} is current again, as version ${version.version}`);
  }
  await take(values, languageOf(values), list, store);
}

async function take(values: Values, lang: Language, list: ListKind, store: OpenStore): Promise<void> {
  const file = await listFile(values);
  let problems: readonly ListProblem[] = [];
  let outcome: object = {};
  try {
    const preview = await list.preview(file);
    problems = preview.problems;
    outcome = preview;
    const { rows, added, changed, removed, unchanged } = preview.counts;
    say(
      lang === 'zh'
        ? `${file.name}：${rows} 行；新增 ${added}，修改 ${changed}，删除 ${removed}，不变 ${unchanged}`
        : `${file.name}: ${rows} rows; ${added} to add, ${changed} to change, ${removed} to remove, ${unchanged} stay`,
    );
    writeProblems(problems, lang);
    const bad = problems.filter(({ refuses }) => refuses).length;
    if (bad > 0) {
      process.exitCode = 1;
      const refuse = bad === 1 ? '1 problem refuses' : `${bad} problems refuse`;
      say(lang === 'zh' ? `有 ${bad} 处错误：没有存入任何内容` : `${refuse} it: nothing was stored`);
    } else if (values.preview) {
      say(
        lang === 'zh'
          ? '没有存入任何内容：去掉 --preview 即导入'
          : 'nothing was stored: leave out --preview to apply it',
      );
    } else {
      const version = await written(store, 'list.apply', list, { file: file.name }, () =>
        list.apply(file, ACTOR, preview.basis),
      );
      outcome = { ...preview, version: version.version };
      const { version: name } = version;
      say(lang === 'zh' ? `${list.id}：现用版本为 ${name}` : `${list.id}: version ${name} is current`);
    }
  } catch (error) {
    if (!(error instanceof ListRefused)) throw error;
    problems = error.problems;
    outcome = { problems };
    process.exitCode = 1;
    process.stderr.write(`${error.said[lang]}\n`);
    // One problem is all that is said of it; of several each has its line.
    if (problems.length > 1) writeProblems(problems, lang);
  } finally {
    if (values.json !== undefined) await writeOut(values.json, `${JSON.stringify(outcome, null, 2)}\n`);
    if (values.rejected !== undefined) await writeOut(values.rejected, problemsCsv(problems));
  }
}

async function listFile({ file = '', option = [] }: Values) {
  const facts = await stat(file).catch(() => null);
  if (facts === null) throw new UsageError(`there is no file ${file}`);
  if (!facts.isFile()) throw new UsageError(`${file} is no file`);
  if (facts.size > MOST_BYTES) throw new UsageError(`${file} is larger than ${MOST_BYTES} bytes: split it`);
  const choices = option.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new UsageError(`--option ${text}: write it as name=value`);
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  return { name: basename(file), bytes: await readFile(file), options: Object.fromEntries(choices) };
}

/** Does an act and writes it down, refused or done. */
async function written(
  store: OpenStore,
  act: string,
  list: ListKind,
  detail: Record<string, string>,
  work: () => Promise<ListVersion>,
): Promise<ListVersion> {
  const audit = createAuditLog(store);
  const line = { actor: ACTOR, role: 'nobody', act, subject: list.id, address: 'the machine itself' } as const;
  try {
    const version = await work();
    const told = { ...detail, version: version.version };
    await audit.write({ ...line, at: Date.now(), result: 'done', detail: told });
    return version;
  } catch (error) {
    if (error instanceof ListRefused) await audit.write({ ...line, at: Date.now(), result: 'refused', detail });
    throw error;
  }
}

async function writeTemplate(list: ListKind, path: string): Promise<void> {
  const format = path.endsWith('.xlsx') ? 'xlsx' : path.endsWith('.csv') ? 'csv' : null;
  if (format === null) throw new UsageError('--template: name a .csv or an .xlsx file');
  if (!list.template) throw new UsageError(`the list ${list.id} has no template`);
  await writeOut(path, await list.template(format));
  say(`${path} holds the columns of ${list.id}`);
}

async function writeOut(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function described({ id, options: choices }: ListKind): string {
  const lines = choices.map(({ name, choices: of, fallback }) => {
    const values = of === null ? 'any text' : of.map((choice) => choice || '(none)').join(' | ');
    return `  --option ${name}=${values}${fallback ? ` (default ${fallback})` : ''}`;
  });
  return [`--kind ${id}`, ...lines].join('\n');
}

function lineOf({ version, at, by, note, current, counts }: ListVersion): string {
  const { added, changed, removed } = counts;
  const mark = current ? '*' : ' ';
  return `${mark} ${version}  ${new Date(at).toISOString()}  ${by}  ${note}  +${added} ~${changed} -${removed}`;
}

function writeProblems(problems: readonly ListProblem[], lang: Language): void {
  for (const one of problems.slice(0, MOST_LINES)) process.stderr.write(`${problemLine(one, lang)}\n`);
  const more = problems.length - MOST_LINES;
  if (more > 0) process.stderr.write(lang === 'zh' ? `…… 另有 ${more} 条\n` : `… and ${more} more\n`);
}

function problemLine({ line, field, reason, hint, refuses }: ListProblem, lang: Language): string {
  const [at, comma, colon] = lang === 'zh' ? [`第 ${line} 行`, '，', '：'] : [`line ${line}`, ', ', ': '];
  const where = [line === null ? '' : at, field ?? ''].filter(Boolean).join(comma);
  return `${refuses ? '✗' : '·'} ${where === '' ? '' : `${where}${colon}`}${reason[lang]} — ${hint[lang]}`;
}

/** @throws UsageError for a language that is not spoken. */
function languageOf({ lang }: Values): Language {
  if (lang === undefined) return shellLanguage(process.env);
  const found = LANGUAGES.find((one) => one === lang);
  if (found === undefined) throw new UsageError(`--lang ${lang}: write ${LANGUAGES.join(' or ')}`);
  return found;
}

main().catch((error: unknown) => {
  const code = (error as { code?: unknown }).code;
  if (error instanceof UsageError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'))) {
    process.exitCode = 2;
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
  } else {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
});
