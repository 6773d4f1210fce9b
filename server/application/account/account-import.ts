import { createHash } from 'node:crypto';
import type { Principal } from '#domain/account/role.ts';
import type { ListFiles } from '../lists/list-files.ts';
import { refusal, type ListChange, type ListFile, type ListProblem } from '../lists/list-kind.ts';
import { openTables } from '../lists/table.ts';
import { AccountRefused, type Account, type AccountPort, type AccountStore, type NewPerson } from './account-port.ts';
import { checkPerson, type AccountFacts } from './accounts.ts';
import type { PeopleImport, PeoplePreview } from './people-import.ts';
import { PERSON_COLUMNS, readPersonRows, type PersonColumn, type PersonFacts } from './person-rows.ts';

/** A password is hashed for each new account, which takes a while. */
export const MOST_PEOPLE = 1_000;

type Step = { line: number; person: NewPerson; was: Account | null };
type Read = { steps: Step[]; unchanged: number; problems: ListProblem[]; rows: number; basis: string };

export function createPeopleImport(parts: {
  accounts: Pick<AccountPort, 'make' | 'change'>;
  store: Pick<AccountStore, 'find'>;
  facts: AccountFacts & PersonFacts;
  files: ListFiles;
}): PeopleImport {
  const { accounts, store, facts, files } = parts;
  const read = async (who: Principal, file: ListFile): Promise<Read> => {
    const tables = openTables<PersonColumn>(await files.readSheets(file), PERSON_COLUMNS, (has) =>
      has('username') ? (has('role') ? null : '岗位') : '用户名',
    );
    const seen = new Map<string, number>();
    const told = tables.map((table) => readPersonRows(table, facts, seen));
    const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
    if (rows > MOST_PEOPLE) {
      const reason = {
        zh: `有 ${rows} 行，一次最多 ${MOST_PEOPLE} 行`,
        en: `there are ${rows} rows; ${MOST_PEOPLE} at most`,
      };
      throw refusal(reason, { zh: '分成几个文件', en: 'make several files of it' });
    }
    const people = told.flatMap(({ rows: whole }) => whole);
    const problems = told.flatMap(({ problems: found }) => found);
    const known = new Map(
      (await store.find(people.map(({ person }) => person.username))).map((one) => [one.username, one]),
    );
    const steps: Step[] = [];
    let unchanged = 0;
    for (const { line, person } of people) {
      const was = known.get(person.username) ?? null;
      const problem = problemOf(who, line, person, was, facts);
      if (problem !== null) problems.push(problem);
      else if (was !== null && differing(was, person).length === 0) unchanged += 1;
      else steps.push({ line, person, was });
    }
    return { steps, unchanged, problems: inOrder(problems), rows, basis: basisOf(file, [...known.values()]) };
  };
  return {
    template: (format) => files.template(format, PERSON_COLUMNS),
    async preview(who, file) {
      const { steps, basis, problems, ...more } = await read(who, file);
      return { basis, counts: countsOf(steps, problems, more), changes: steps.map(changeOf), problems };
    },
    async apply(who, file, basis) {
      const { steps, basis: now, problems, ...more } = await read(who, file);
      if (now !== basis) {
        const reason = { zh: '预览之后有账号被改动过', en: 'accounts were changed since the preview' };
        throw refusal(reason, { zh: '重新预览', en: 'preview it again' });
      }
      const late: ListProblem[] = [];
      const done: Step[] = [];
      const made: { username: string; name: string; password: string }[] = [];
      for (const step of steps) {
        try {
          const password = await carryOut(accounts, who, step);
          done.push(step);
          if (password !== null) made.push({ username: step.person.username, name: step.person.name, password });
        } catch (error) {
          if (!(error instanceof AccountRefused)) throw error;
          late.push(lineProblem(step.line, error));
        }
      }
      const all = inOrder([...problems, ...late]);
      return { counts: countsOf(done, all, more), made, changes: done.map(changeOf), problems: all };
    },
  };
}

async function carryOut(
  accounts: Pick<AccountPort, 'make' | 'change'>,
  who: Principal,
  { person, was }: Step,
): Promise<string | null> {
  if (was === null) return (await accounts.make(who, person)).password;
  const { username: _, ...change } = person;
  await accounts.change(who, was.id, change);
  return null;
}

/** Why a row that is whole in itself cannot go in; null where it can. */
function problemOf(
  who: Principal,
  line: number,
  person: NewPerson,
  was: Account | null,
  facts: AccountFacts,
): ListProblem | null {
  try {
    checkPerson(who, person, facts);
    // An account outside the keeper's place is not shown, but its name is taken all the same.
    if (was !== null) checkPerson(who, { ...was, department: person.department, role: person.role }, facts);
    return null;
  } catch (error) {
    if (!(error instanceof AccountRefused)) throw error;
    return lineProblem(line, error);
  }
}

const REASONS: Partial<Record<AccountRefused['fault'], string>> = {
  'out-of-reach': '超出当前账号的区域',
  own: '不能修改自己的岗位或区域',
  last: '这是最后一个安全管理员',
  taken: '用户名已被占用',
};

function lineProblem(line: number, { fault, message }: AccountRefused): ListProblem {
  const reason = { zh: REASONS[fault] ?? message, en: message };
  const hint = { zh: '改正这一行，或把它去掉', en: 'mend this row, or leave it out' };
  return { line, field: null, reason, hint, refuses: true };
}

const MEMBERS = ['name', 'role', 'scope', 'department'] as const;

function differing(was: NewPerson, is: NewPerson): (typeof MEMBERS)[number][] {
  return MEMBERS.filter((member) => was[member] !== is[member]);
}

function changeOf({ person, was }: Step): ListChange {
  const members = was === null ? MEMBERS : differing(was, person);
  const textOf = (of: NewPerson): Record<string, string> =>
    Object.fromEntries(members.map((member) => [member, of[member] ?? '']));
  const before = was === null ? null : textOf(was);
  return { key: person.username, change: was === null ? 'added' : 'changed', before, after: textOf(person) };
}

function countsOf(
  steps: readonly Step[],
  problems: readonly ListProblem[],
  { rows, unchanged }: { rows: number; unchanged: number },
): PeoplePreview['counts'] {
  const added = steps.filter(({ was }) => was === null).length;
  const refused = new Set(problems.map(({ line }) => line)).size;
  return { rows, added, changed: steps.length - added, unchanged, refused };
}

function inOrder(problems: readonly ListProblem[]): ListProblem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The file, and the accounts that it names as they stand. */
function basisOf({ bytes }: ListFile, known: readonly Account[]): string {
  const standing = known
    .map((one) => JSON.stringify([one.username, ...MEMBERS.map((member) => one[member])]))
    .sort()
    .join('\n');
  return createHash('sha256').update(bytes).update('\n').update(standing).digest('hex').slice(0, 32);
}
