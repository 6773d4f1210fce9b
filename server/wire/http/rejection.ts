import { z } from 'zod';
import { FOLLOWED_HOW, type GivenPlace } from '#domain/place/succession.ts';

/** Why one item of a batch was rejected: a closed list. */
export const REJECTIONS = [
  'missing-field',
  'unknown-field',
  'bad-field',
  'bad-text',
  'bad-time',
  'time-in-future',
  'time-too-old',
  'bad-position',
  'position-swapped',
  'no-fix',
  'unknown-datum',
  'unknown-category',
  'unknown-place',
  'unknown-case',
  'unknown-team',
  'illegal-move',
  'conflict',
  'not-allowed',
  'not-json',
] as const;
export type RejectionCode = (typeof REJECTIONS)[number];

/** What became of one item. `field` is a dotted path inside the item, null when the item as a whole is at fault. */
export type ItemResult =
  | { status: 'accepted'; caseNumber: string; place?: GivenPlace }
  | { status: 'duplicate'; caseNumber: string }
  | Rejection;
export type Rejection = { status: 'rejected'; code: RejectionCode; field: string | null; message: string };

const rejectionFields = {
  status: z.literal('rejected'),
  code: z.enum(REJECTIONS),
  field: z.string().nullable(),
  message: z.string(),
};

const index = z.number().int().meta({ description: 'Place of the item in the body, from 0' });

/** A place code that does not count as it was given: `given` is kept with the case. */
export const givenPlaceSchema = z
  .object({
    given: z.string(),
    counted: z.string().nullable().meta({ description: 'Null: nothing smaller than the city is known' }),
    how: z.enum([...FOLLOWED_HOW, 'unknown']).meta({
      description:
        'succeeded: one place took over; by-point: of a split place, the part that holds the point; undecided: of a ' +
        'split place without a point, the place above its parts; unknown: the position alone says where it lies',
    }),
  })
  .meta({ description: 'What a place code that is no more counts as' });

/** Answer to a batch: one result an item, in the body's order. */
export const batchAnswerSchema = z
  .object({
    received: z.number().int(),
    accepted: z.number().int(),
    duplicates: z.number().int(),
    rejected: z.number().int(),
    results: z.array(
      z.discriminatedUnion('status', [
        z.object({ index, status: z.literal('accepted'), caseNumber: z.string(), place: givenPlaceSchema.optional() }),
        z.object({ index, status: z.literal('duplicate'), caseNumber: z.string() }),
        z.object({ index, ...rejectionFields }),
      ]),
    ),
  })
  .meta({
    examples: [
      {
        received: 3,
        accepted: 1,
        duplicates: 1,
        rejected: 1,
        results: [
          { index: 0, status: 'accepted', caseNumber: 'E0110-20261122-000123' },
          { index: 1, status: 'duplicate', caseNumber: 'E0110-20261122-000098' },
          {
            index: 2,
            status: 'rejected',
            code: 'position-swapped',
            field: 'position',
            message: 'longitude and latitude look swapped: did you mean lon 117.2, lat 39.13?',
          },
        ],
      },
    ],
  });
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;

/** Answer to positions: only the rejected ones are listed, at most 100 of them. */
export const fixesAnswerSchema = z
  .object({
    received: z.number().int(),
    accepted: z.number().int(),
    rejected: z.array(z.object({ index, code: z.enum(REJECTIONS), field: z.string().nullable(), message: z.string() })),
    rejectedInAll: z.number().int(),
  })
  .meta({
    examples: [
      {
        received: 480,
        accepted: 479,
        rejected: [{ index: 17, code: 'no-fix', field: 'lon', message: 'position 0,0 is a device without a fix' }],
        rejectedInAll: 1,
      },
    ],
  });
export type FixesAnswer = z.infer<typeof fixesAnswerSchema>;
