import { z } from 'zod';
import {
  listPreviewSchema,
  listsAnswerSchema,
  listUndoSchema,
  listVersionsAnswerSchema,
  listVersionSchema,
  placeProblemsSchema,
} from '../lists.ts';
import { operation } from '../operation.ts';
import { placeCode, plainText } from '../values.ts';

/** Most bytes of a list's file. */
export const MOST_LIST_BYTES = 32 * 1024 * 1024;

const kindParams = z.strictObject({ kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'is not a list' }) });
const fileName = plainText(200, 1).meta({ description: 'The file’s own name, which says its format' });
/** Beside `name` come the list's own options, which GET /api/v1/lists names. */
const fileQuery = z.object({ name: fileName }).catchall(plainText(200));
const applyQuery = z
  .object({ name: fileName, basis: plainText(120, 1).meta({ description: '`basis` of the preview' }) })
  .catchall(plainText(200));

const counts = { rows: 12, added: 1, changed: 1, removed: 0, unchanged: 10 };
const version = { version: '2', at: 1795300000000, by: '系统管理员', note: 'handbook.xlsx', current: true, counts };

/** Lists that a city brings itself. Shown before they are applied, applied whole or not at all, kept, undone. */
export const listOperations = {
  getLists: operation({
    method: 'GET',
    path: '/api/v1/lists',
    tag: 'lists',
    summary: { zh: '可导入的清单', en: 'Lists that a city brings itself' },
    answer: {
      kind: 'json',
      status: 200,
      schema: listsAnswerSchema,
      example: {
        lists: [
          {
            id: 'handbook',
            options: [{ name: 'absent', choices: ['keep', 'remove'], fallback: 'keep' }],
            templates: ['csv', 'xlsx'],
            current: version,
          },
        ],
      },
    },
  }),
  previewList: operation({
    method: 'POST',
    path: '/api/v1/lists/{kind}/preview',
    tag: 'lists',
    summary: { zh: '预览导入', en: 'What a file would change; nothing is stored' },
    description: 'The body is the file itself. The list’s own options go into the query beside `name`.',
    params: kindParams,
    query: fileQuery,
    body: { kind: 'file', most: MOST_LIST_BYTES },
    answer: {
      kind: 'json',
      status: 200,
      schema: listPreviewSchema,
      example: {
        basis: '9f86d081884c7d65',
        counts,
        changes: [
          {
            key: 'gbt30428.2-2013:event:0110#1',
            change: 'changed',
            before: { limit: '4 工作时' },
            after: { limit: '2 工作时' },
          },
        ],
        problems: [
          {
            line: 7,
            field: '时限',
            reason: { zh: '“尽快”没有数字', en: '“尽快” has no number' },
            hint: { zh: '写数字和单位，例如 2工作时', en: 'write a number and a unit, such as 2工作时' },
            refuses: true,
          },
        ],
        problemsTotal: 1,
        applicable: false,
      },
    },
    problems: ['not-found', 'list-refused'],
  }),
  applyList: operation({
    method: 'POST',
    path: '/api/v1/lists/{kind}',
    tag: 'lists',
    summary: { zh: '导入清单', en: 'Apply a file that was previewed' },
    description:
      'All of the file or nothing. Refused where a row refuses it, or where the list is no longer what `basis` was ' +
      'compared with: preview it again. `results` of the problem holds what is wrong, row by row.',
    params: kindParams,
    query: applyQuery,
    body: { kind: 'file', most: MOST_LIST_BYTES },
    answer: { kind: 'json', status: 200, schema: listVersionSchema, example: version },
    problems: ['not-found', 'list-refused'],
  }),
  getListProblems: operation({
    method: 'POST',
    path: '/api/v1/lists/{kind}/rejected',
    tag: 'lists',
    summary: {
      zh: '下载问题行',
      en: 'What is wrong with a file, as CSV: line, field, and reason and mending hint in both languages',
    },
    params: kindParams,
    query: fileQuery,
    body: { kind: 'file', most: MOST_LIST_BYTES },
    answer: { kind: 'file', status: 200, contentTypes: ['text/csv'] },
    problems: ['not-found', 'list-refused'],
  }),
  getPlaceProblems: operation({
    method: 'GET',
    path: '/api/v1/place-problems',
    tag: 'lists',
    summary: {
      zh: '核对现用边界',
      en: 'What is wrong with the outlines in force right below a place, each with where it lies',
    },
    query: z.strictObject({ parent: placeCode }),
    answer: {
      kind: 'json',
      status: 200,
      schema: placeProblemsSchema,
      example: {
        parent: '120101',
        problems: [
          {
            line: null,
            field: 'geometry',
            reason: { zh: '几个区域重叠', en: '120101001 and 120101002 both hold 9800 m², 12.1 m wide' },
            hint: { zh: '让相邻边界重合', en: 'Draw their common border once, and let both use it.' },
            refuses: false,
            shape: { type: 'Point', coordinates: [117.1983, 39.1322] },
          },
        ],
      },
    },
    problems: ['not-found'],
  }),
  getListTemplate: operation({
    method: 'GET',
    path: '/api/v1/lists/{kind}/template',
    tag: 'lists',
    summary: { zh: '下载模板', en: 'A file with the right columns and an example row' },
    params: kindParams,
    query: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    answer: {
      kind: 'file',
      status: 200,
      contentTypes: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    },
    problems: ['not-found'],
  }),
  getListVersions: operation({
    method: 'GET',
    path: '/api/v1/lists/{kind}/versions',
    tag: 'lists',
    summary: { zh: '清单版本', en: 'Versions of a list, newest first' },
    params: kindParams,
    answer: { kind: 'json', status: 200, schema: listVersionsAnswerSchema, example: { versions: [version] } },
    problems: ['not-found'],
  }),
  undoList: operation({
    method: 'POST',
    path: '/api/v1/lists/{kind}/undo',
    tag: 'lists',
    summary: { zh: '恢复旧版本', en: 'Make the state of an older version the current one' },
    params: kindParams,
    body: { kind: 'json', schema: listUndoSchema, example: { version: '1' } },
    answer: { kind: 'json', status: 200, schema: listVersionSchema, example: { ...version, version: '3' } },
    problems: ['not-found', 'list-refused'],
  }),
} as const;
