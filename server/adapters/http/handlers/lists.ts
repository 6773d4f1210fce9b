import { TEMPLATE_FORMATS, ListRefused, type ListKind, type ListPreview } from '#application/lists/list-kind.ts';
import { problemsCsv } from '#application/lists/problems-csv.ts';
import { MOST_SHOWN, type ListPreviewAnswer } from '#wire/http/lists.ts';
import type { listOperations } from '#wire/http/operations/lists.ts';
import type { Principal } from '#domain/account/role.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';

const SHEET_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Lists that a city brings. Reading a file changes nothing; applying and undoing are written down, refused ones too. */
export function listHandlers(parts: HttpParts): Pick<Handlers, keyof typeof listOperations> {
  const { lists } = parts.port;
  const find = (id: string): ListKind => {
    const kind = lists.find(id);
    if (kind !== null) return kind;
    const known = lists.kinds.map((one) => one.id).join(', ');
    throw new ProblemError('not-found', `there is no list ${id}; there are: ${known}`);
  };
  const act = async <Done extends { version: string }>(
    who: Principal,
    address: string,
    line: { act: string; subject: string; detail: Record<string, string> },
    work: () => Promise<Done>,
  ): Promise<{ answer: Done }> => {
    try {
      const answer = await work();
      const detail = { ...line.detail, version: answer.version };
      await audit(parts, who, address, { ...line, detail, result: 'done' });
      return { answer };
    } catch (error) {
      const result = error instanceof ListRefused ? 'refused' : 'failed';
      await audit(parts, who, address, { ...line, result });
      throw error instanceof ListRefused ? refusal(error) : error;
    }
  };
  return {
    async getLists() {
      const answers = lists.kinds.map(async (kind) => ({
        id: kind.id,
        options: kind.options,
        templates: kind.template ? TEMPLATE_FORMATS : [],
        current: (await kind.versions()).find(({ current }) => current) ?? null,
      }));
      return { answer: { lists: await Promise.all(answers) } };
    },
    async previewList({ params: { kind }, query: { name, ...options }, body }) {
      return { answer: shown(await reading(() => find(kind).preview({ name, options, bytes: body }))) };
    },
    async applyList({ principal, params: { kind }, query: { name, basis, ...options }, body, address }) {
      const list = find(kind);
      const line = { act: 'list.apply', subject: kind, detail: { file: name } };
      return act(principal, address, line, () => list.apply({ name, options, bytes: body }, principal, basis));
    },
    async getListProblems({ params: { kind }, query: { name, ...options }, body }) {
      const { problems } = await reading(() => find(kind).preview({ name, options, bytes: body }));
      return { file: problemsCsv(problems), name: `${kind}-problems.csv`, contentType: SHEET_TYPES.csv };
    },
    async getPlaceProblems({ query: { parent } }) {
      const problems = parts.port.placeProblems(parent);
      if (problems === null) throw new ProblemError('not-found', `there is no place ${parent}`);
      return { answer: { parent, problems: [...problems.slice(0, MOST_SHOWN)] } };
    },
    async getListTemplate({ params: { kind }, query: { format } }) {
      const { template } = find(kind);
      if (!template) throw new ProblemError('not-found', `the list ${kind} has no template`);
      return { file: await template(format), name: `${kind}.${format}`, contentType: SHEET_TYPES[format] };
    },
    async getListVersions({ params: { kind } }) {
      return { answer: { versions: await find(kind).versions() } };
    },
    async undoList({ principal, params: { kind }, body: { version }, address }) {
      const list = find(kind);
      const line = { act: 'list.undo', subject: kind, detail: { to: version } };
      return act(principal, address, line, () => list.undo(version, principal));
    },
  };
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

function shown({ basis, counts, changes, problems }: ListPreview): ListPreviewAnswer {
  return {
    basis,
    counts,
    changes: changes.slice(0, MOST_SHOWN).map((change) => ({ ...change })),
    // What refuses comes first: a file may have more warnings than are shown.
    problems: [...problems].sort((a, b) => Number(b.refuses) - Number(a.refuses)).slice(0, MOST_SHOWN),
    problemsTotal: problems.length,
    applicable: problems.every(({ refuses }) => !refuses),
  };
}
