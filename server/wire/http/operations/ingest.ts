import { MOST_FIXES } from '../binary-fixes.ts';
import { beatAnswerSchema, beatSchema } from '../beat.ts';
import { caseEventSchema } from '../case-event.ts';
import { fixSchema } from '../fix.ts';
import { operation } from '../operation.ts';
import { batchAnswerSchema, fixesAnswerSchema } from '../rejection.ts';
import { reportSchema } from '../report.ts';

/** Items a batch may hold. */
export const MOST_ITEMS = 1000;

const batchRules =
  'A JSON array, a single object, or NDJSON (application/x-ndjson), up to 1,000 items and 2 MiB. Answered only after commit, ' +
  'with one result an item in the same order; good items count although others are rejected. Sending again is safe.';

/** What sources send, with their ingest key. */
export const ingestOperations = {
  postReports: operation({
    method: 'POST',
    path: '/api/v1/reports',
    tag: 'ingest',
    summary: { zh: '上报问题', en: 'Report problems' },
    description: `${batchRules} A report is known by the key's source and its sourceId.`,
    body: { kind: 'batch', item: reportSchema, most: MOST_ITEMS },
    answer: {
      kind: 'json',
      status: 202,
      schema: batchAnswerSchema,
      example: {
        received: 2,
        accepted: 1,
        duplicates: 0,
        rejected: 1,
        results: [
          { index: 0, status: 'accepted', caseNumber: 'E0110-20261122-000123' },
          {
            index: 1,
            status: 'rejected',
            code: 'time-in-future',
            field: 'reportedAt',
            message: '2027-11-22T00:41:07.000Z is more than 5 minutes ahead of the server',
          },
        ],
      },
    },
    problems: ['all-rejected'],
  }),
  postCaseEvents: operation({
    method: 'POST',
    path: '/api/v1/case-events',
    tag: 'ingest',
    summary: { zh: '告知案件进展', en: 'Tell what happened to cases' },
    description: `${batchRules} An event is known by its case and its eventId; order does not matter for told cases.`,
    body: { kind: 'batch', item: caseEventSchema, most: MOST_ITEMS },
    answer: {
      kind: 'json',
      status: 202,
      schema: batchAnswerSchema,
      example: {
        received: 1,
        accepted: 1,
        duplicates: 0,
        rejected: 0,
        results: [{ index: 0, status: 'accepted', caseNumber: 'E0110-20261122-000123' }],
      },
    },
    problems: ['all-rejected'],
  }),
  postPositions: operation({
    method: 'POST',
    path: '/api/v1/positions',
    tag: 'ingest',
    summary: { zh: '上报人员与车辆位置', en: 'Send positions of teams' },
    description:
      'A JSON array or single object of up to 5,000 fixes, or the binary body application/vnd.citywall.fixes of up to ' +
      `${MOST_FIXES} (docs/binary-positions.md). The newest fix of a team wins, whatever order they come in.`,
    body: { kind: 'fixes', item: fixSchema, most: 5000 },
    answer: {
      kind: 'json',
      status: 202,
      schema: fixesAnswerSchema,
      example: { received: 480, accepted: 480, rejected: [], rejectedInAll: 0 },
    },
    problems: ['bad-frame', 'all-rejected'],
  }),
  postBeat: operation({
    method: 'POST',
    path: '/api/v1/beat',
    tag: 'ingest',
    summary: { zh: '报平安', en: 'Say that the source is there' },
    description:
      'A source with nothing to tell says so within its expected beat: a quiet night then looks quiet, and a broken line ' +
      'looks broken. `until` is the instant up to which it has told all it knows; now, when it is left out.',
    body: { kind: 'json', schema: beatSchema, example: { until: '2026-11-22T03:00:00+08:00' } },
    answer: {
      kind: 'json',
      status: 202,
      schema: beatAnswerSchema,
      example: { source: 'hotline-12345', until: 1_795_287_600_000, heardAt: 1_795_287_600_412 },
    },
    problems: ['bad-argument'],
  }),
} as const;
