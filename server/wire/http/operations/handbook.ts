import { handbookSchema } from '../handbook.ts';
import { operation } from '../operation.ts';

/** What cases are filed and timed by. */
export const handbookOperations = {
  getHandbook: operation({
    method: 'GET',
    path: '/api/v1/handbook',
    tag: 'city',
    summary: { zh: '现行立案结案手册与环节时限', en: 'The handbook and stage limits in force, with an ETag' },
    answer: {
      kind: 'json',
      status: 200,
      schema: handbookSchema,
      example: {
        version: '9f86d081884c7d65',
        conditions: [
          {
            category: 'gbt30428.2-2013:component:0101',
            no: 1,
            condition: { zh: '井盖缺失、移位，存在安全隐患', en: '' },
            close: { zh: '恢复', en: '' },
            limit: { value: 2, unit: 'urgent-hour' },
            season: null,
            trade: 'water',
            department: '自来水公司',
            generic: false,
            source: '手册.xlsx',
          },
        ],
        stageLimits: [{ stage: 'accept', district: null, limit: { value: 30, unit: 'minute' }, source: '时限.csv' }],
      },
    },
  }),
} as const;
