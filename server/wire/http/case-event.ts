import { z } from 'zod';
import { PHASES } from '#domain/case/stage.ts';
import { moveSchema } from '../command.ts';
import { foreignId, instant, placeCode, plainText } from './values.ts';

const fields = {
  eventId: foreignId().meta({ description: "The event's id in the source: the same one twice is one event" }),
  caseSourceId: foreignId().optional().meta({ description: "The case by the source's own id of its report" }),
  caseNumber: foreignId(40).optional().meta({ description: 'The case by its number here' }),
  at: instant,
  by: z
    .strictObject({ id: foreignId(60), name: plainText(60, 1) })
    .optional()
    .meta({ description: 'Who did it there, for the timeline' }),
};

/** A foreign system's word on a case that it runs. What is left out says nothing. */
const toldSchema = z.strictObject({
  ...fields,
  type: z.literal('told'),
  phase: z.enum(PHASES).optional(),
  dueAt: instant.nullable().optional(),
  department: foreignId(40).optional(),
  place: placeCode.optional().meta({
    description: 'Code of its place, for a case without a position; one that is no more counts as its successor',
  }),
  note: plainText(2000).default(''),
});

/** A move that the source makes on a case that it reported and we run. */
const movedSchema = z.strictObject({ ...fields, type: z.literal('move'), move: moveSchema });

/** One thing that happened to a case. Exactly one of `caseSourceId` and `caseNumber` names the case. */
export const caseEventSchema = z
  .discriminatedUnion('type', [toldSchema, movedSchema])
  .refine((item) => (item.caseSourceId === undefined) !== (item.caseNumber === undefined), {
    error: 'exactly one of caseSourceId and caseNumber must name the case',
  })
  .meta({
    examples: [
      {
        eventId: '101001234567/closed',
        caseSourceId: '101001234567',
        at: '2026-11-23T15:20:00+08:00',
        type: 'told',
        phase: 'closed',
        note: 'Case resolved',
      },
      {
        eventId: 'HP-2026-1122-0417/3',
        caseSourceId: 'HP-2026-1122-0417',
        at: '2026-11-22T10:05:00+08:00',
        by: { id: 'crew-7', name: '环卫七组' },
        type: 'move',
        move: { move: 'feed-back', note: '已清运' },
      },
    ],
  });
export type CaseEventItem = z.output<typeof caseEventSchema>;
