import {
  EvaluationRefused,
  FactsNotReady,
  type LeagueQuery,
  type Reading,
} from '#application/evaluation/evaluation-port.ts';
import type { evaluationOperations } from '#wire/http/operations/evaluation.ts';
import type { QueryOf } from '#wire/http/operation.ts';
import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import { settingChangesOf, settingDetail } from '#application/query/setting-changes.ts';
import type { SettingsChange } from '#domain/indicator/settings.ts';
import { audit } from '../audit.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';

const USUAL = ['B25', 'B26', 'R14', 'R15'];
const SHEET_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const usualRows = 500;
const usualSpans = 12;
const usualPage = 100;

const CHANGE = 'evaluation.settings';
const MOST_CHANGES = 50;

type Operations = typeof evaluationOperations;
type LeagueParameters = QueryOf<Operations['getEvaluation']>;

/** Figures of the stored cases, their definitions and the cases behind them. */
export function evaluationHandlers(parts: Pick<HttpParts, 'port' | 'log'>): Pick<Handlers, keyof Operations> {
  const { evaluation } = parts.port;
  return {
    async getEvaluation({ principal, query }) {
      return { answer: await refusing(() => evaluation.league(principal, leagueOf(query))) };
    },
    async exportEvaluation({ principal, query: { format, lang = 'zh', ...query } }) {
      const { file, label } = await refusing(() => evaluation.sheet(principal, leagueOf(query), format, lang));
      return { file, name: `evaluation-${label.replaceAll('/', '-')}.${format}`, contentType: SHEET_TYPES[format] };
    },
    async getIndicators({ query: { settings = {} } }) {
      return { answer: await refusing(() => evaluation.definitions(settings)) };
    },
    async getEvaluationSeries({ principal, query }) {
      const { object = 'place', code = principal.scope, parent = null, indicator, count = usualSpans } = query;
      const asked = { ...readingOf(query), object, code, parent, indicator, count };
      return { answer: await refusing(() => evaluation.series(principal, asked)) };
    },
    async listEvaluationCases({ principal, query }) {
      const {
        object = 'place',
        code = principal.scope,
        parent = null,
        indicator,
        part = 'numerator',
        limit = usualPage,
      } = query;
      const asked = {
        ...readingOf(query),
        object,
        code,
        parent,
        indicator,
        part,
        limit,
        after: readCursor(query.cursor),
      };
      const { next, ...found } = await refusing(() => evaluation.cases(principal, asked));
      return { answer: { ...found, nextCursor: writeCursor(next) } };
    },
    async changeEvaluationSettings({ principal, body, address }) {
      const { settings, grades, leastSample } = evaluation.definitions({});
      const before = { choices: Object.fromEntries(settings.map(({ name, chosen }) => [name, chosen])) };
      const answer = await refusing(() => evaluation.change(principal, body));
      const detail = settingDetail(flat({ ...before, grades, leastSample }), flat(body));
      const line = { act: CHANGE, subject: 'evaluation', result: 'done', detail } as const;
      await audit(parts, principal, address, line);
      return { answer };
    },
    async listEvaluationSettingChanges() {
      return { answer: settingChangesOf(await parts.port.auditOf(CHANGE, MOST_CHANGES)) };
    },
  };
}

/** A change of settings with a value for each name, as an audit's line has it. */
function flat({ choices, grades, leastSample }: SettingsChange): AuditLine['detail'] {
  return {
    ...choices,
    ...(grades && { grades: grades.join(', ') }),
    ...(leastSample !== undefined && { leastSample }),
  };
}

function leagueOf(query: LeagueParameters): LeagueQuery {
  const { object = 'place', level = null, parent = null, indicators = USUAL, sort = null, limit = usualRows } = query;
  return { ...readingOf(query), object, level, parent, indicators, sort, limit };
}

function readingOf(
  query: Omit<LeagueParameters, 'object' | 'level' | 'parent' | 'indicators' | 'sort' | 'limit'>,
): Reading {
  const { span = 'month', at = null, from = null, to = null, asOf = null, settings = {}, leastSample = null } = query;
  const { kind = null, category = null } = query;
  return { span: { kind: span, date: at, from, to }, asOf, choices: settings, leastSample, kind, category };
}

/** The answer, with a refusal in the API's words. */
async function refusing<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EvaluationRefused) {
      throw new ProblemError(error.forbidden ? 'not-allowed' : 'bad-argument', error.message, {
        at: { field: error.field },
      });
    }
    if (error instanceof FactsNotReady) throw new ProblemError('not-ready', error.message, {}, 5);
    throw error;
  }
}
