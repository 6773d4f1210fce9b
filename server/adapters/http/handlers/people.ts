import type { PeopleImport } from '#application/account/people-import.ts';
import { ListRefused } from '#application/lists/list-kind.ts';
import { settingDetail } from '#application/query/setting-changes.ts';
import { problemsCsv } from '#application/lists/problems-csv.ts';
import { MOST_SHOWN } from '#wire/http/lists.ts';
import type { accountsOperations } from '#wire/http/operations/accounts.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

type PeopleOperation = Extract<keyof typeof accountsOperations, `${string}People${string}`>;

/** Files of people. An import is a line of its own, with what it did to how many, and one for each account. */
export function peopleHandlers(parts: HttpParts): Pick<Handlers, PeopleOperation> {
  const { people } = parts.port;
  return {
    async previewPeople({ principal, query: { name }, body }) {
      const { basis, counts, changes, problems } = await reading(() =>
        people.preview(principal, { name, options: {}, bytes: body }),
      );
      return { answer: { basis, counts, changes: shownChanges(changes), problems: problems.slice(0, MOST_SHOWN) } };
    },
    async importPeople({ principal, query: { name, basis }, body, address }) {
      const line = { act: 'account.import', subject: name } as const;
      try {
        const done = await people.apply(principal, { name, options: {}, bytes: body }, basis);
        for (const { key, change, before, after } of done.changes) {
          const act = change === 'added' ? 'account.make' : 'account.change';
          const detail = before === null ? { ...after } : settingDetail(before, after ?? {});
          await audit(parts, principal, address, { act, subject: key, result: 'done', detail });
        }
        await audit(parts, principal, address, { ...line, result: 'done', detail: { ...done.counts } });
        return { answer: { counts: done.counts, made: [...done.made], problems: done.problems.slice(0, MOST_SHOWN) } };
      } catch (error) {
        const result = error instanceof ListRefused ? 'refused' : 'failed';
        await audit(parts, principal, address, { ...line, result, detail: {} });
        throw error instanceof ListRefused ? refusal(error) : error;
      }
    },
    async getPeopleProblems({ principal, query: { name }, body }) {
      const { problems } = await reading(() => people.preview(principal, { name, options: {}, bytes: body }));
      return { file: problemsCsv(problems), name: 'people-problems.csv', contentType: TYPES.csv };
    },
    async getPeopleTemplate({ query: { format } }) {
      return { file: await people.template(format), name: `people.${format}`, contentType: TYPES[format] };
    },
  };
}

function shownChanges(changes: Awaited<ReturnType<PeopleImport['preview']>>['changes']) {
  return changes.slice(0, MOST_SHOWN).map((change) => ({ ...change }));
}

async function reading<Read>(work: () => Promise<Read>): Promise<Read> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ListRefused ? refusal(error) : error;
  }
}

function refusal({ message, problems }: ListRefused): ProblemError {
  return new ProblemError('list-refused', message, { results: problems.slice(0, MOST_SHOWN) });
}
