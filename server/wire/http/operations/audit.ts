import { z } from 'zod';
import { AUDIT_RESULTS, auditAnswerSchema, auditFactsSchema, auditVerifiedSchema, exampleAuditLine } from '../audit.ts';
import { operation } from '../operation.ts';
import { countText, instantText, plainText } from '../values.ts';

/** Most lines of one exported file; the next one begins where it ends. */
export const MOST_EXPORTED = 50_000;

const filter = {
  who: plainText(120, 1).optional().meta({ description: 'A user name, an id, or the beginning of a name' }),
  act: plainText(60, 1).optional().meta({ description: 'An act or the beginning of several, such as `case.`' }),
  subject: plainText(120, 1).optional().meta({ description: 'What it was done to, or its beginning' }),
  result: z.enum(AUDIT_RESULTS).optional(),
  since: instantText.optional(),
  until: instantText.optional(),
};

/** What was done by whom, for the auditor alone. */
export const auditOperations = {
  listAudit: operation({
    method: 'GET',
    path: '/api/v1/audit',
    tag: 'audit',
    summary: { zh: '审计记录', en: 'Lines of the audit, newest first' },
    description: 'All conditions must hold.',
    query: z.strictObject({ ...filter, cursor: z.string().max(80).optional(), limit: countText(1, 500).optional() }),
    answer: {
      kind: 'json',
      status: 200,
      schema: auditAnswerSchema,
      example: { lines: [exampleAuditLine], nextCursor: null },
    },
  }),
  exportAudit: operation({
    method: 'GET',
    path: '/api/v1/audit/export',
    tag: 'audit',
    summary: { zh: '导出审计记录', en: 'The same lines as a CSV file' },
    description: `Newest first, at most ${MOST_EXPORTED} lines; a longer list goes on below the last one's number. Exporting is itself a line.`,
    query: z.strictObject({ ...filter, below: countText(1, 999_999_999).optional() }),
    answer: { kind: 'file', status: 200, contentTypes: ['text/csv'] },
  }),
  getAuditFacts: operation({
    method: 'GET',
    path: '/api/v1/audit/facts',
    tag: 'audit',
    summary: { zh: '审计记录概况', en: 'Which acts occur, and for how long lines are kept' },
    answer: {
      kind: 'json',
      status: 200,
      schema: auditFactsSchema,
      example: { acts: ['case.reporter', 'sign-in'], keptDays: null },
    },
  }),
  verifyAudit: operation({
    method: 'POST',
    path: '/api/v1/audit/verify',
    tag: 'audit',
    summary: { zh: '校验审计链', en: 'Recount the whole chain' },
    description: 'Says the first line that was changed, removed or put in.',
    answer: {
      kind: 'json',
      status: 200,
      schema: auditVerifiedSchema,
      example: { sound: true, lines: 4211, first: 1, end: { no: 4211, hash: exampleAuditLine.hash }, fault: null },
    },
  }),
} as const;
