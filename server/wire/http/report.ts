import { z } from 'zod';
import { CHANNELS } from '#domain/case/event.ts';
import { moveSchema } from '../command.ts';
import { componentCodeText } from './component.ts';
import { incomingPositionSchema } from './position.ts';
import { foreignId, instant, placeCode, plainText } from './values.ts';

/** File references by address; the files themselves travel elsewhere. */
export const mediaList = z.array(plainText(500, 1)).max(9).default([]);

/** A move that the source made on a case before it reported it here. */
const pastMoveSchema = z.strictObject({
  eventId: foreignId().meta({ description: "The move's id in the source, its own within the case" }),
  at: instant,
  by: z.strictObject({ id: foreignId(60), name: plainText(60, 1) }).optional(),
  move: moveSchema,
});

/** One problem reported by a source. Unknown fields are refused, so that a misspelling is noticed. */
export const reportSchema = z
  .strictObject({
    sourceId: foreignId().meta({ description: "The report's id in the source: the same one twice is one case" }),
    reportedAt: instant,
    channel: z.enum(CHANNELS).default('platform'),
    conduct: z
      .enum(['own', 'told'])
      .default('own')
      .meta({ description: 'told: the source runs the stages itself and tells them through case-events' }),
    category: foreignId(200)
      .nullable()
      .default(null)
      .meta({ description: '`system:kind:code`, such as gbt30428.2-2013:event:0110; null when nobody has said yet' }),
    conditionNo: z.number().int().min(1).max(9_999).nullable().default(null),
    component: componentCodeText
      .nullable()
      .default(null)
      .meta({ description: 'Code of the component that it is about, where the source knows it' }),
    description: plainText(2000).default(''),
    address: plainText(300).default(''),
    position: incomingPositionSchema.nullable().default(null),
    place: placeCode
      .nullable()
      .default(null)
      .meta({
        description:
          'Code of the place, where the source knows it; the position goes before it. A code that is no more counts ' +
          'as what took its place, and the answer says so',
      }),
    reporter: z
      .strictObject({ name: plainText(60).default(''), phone: plainText(30).default('') })
      .nullable()
      .default(null),
    media: mediaList,
    dueAt: instant.nullable().default(null).meta({ description: 'A due instant set by the source; it wins' }),
    history: z
      .array(pastMoveSchema)
      .max(60)
      .default([])
      .meta({ description: 'Moves made on it before it came here, in order; stored with the report or not at all' }),
  })
  .meta({
    examples: [
      {
        sourceId: 'HP-2026-1122-0417',
        reportedAt: '2026-11-22T08:41:07+08:00',
        channel: 'public',
        category: 'gbt30428.2-2013:event:0110',
        description: '路口东北角垃圾满溢',
        address: '南京路与滨江道交口',
        position: { lon: 117.2046, lat: 39.1333, datum: 'gcj02' },
        reporter: { name: '王女士', phone: '13800000000' },
      },
      { sourceId: '101001234567', reportedAt: 1795308067000, conduct: 'told', dueAt: '2026-11-24T17:00:00+08:00' },
    ],
  });
export type ReportItem = z.output<typeof reportSchema>;
