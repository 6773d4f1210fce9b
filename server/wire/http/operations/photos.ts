import { z } from 'zod';
import { MOST_PHOTO_BYTES } from '#domain/case/photo-reference.ts';
import { operation } from '../operation.ts';

/** Pixels of a side. */
export const MOST_PHOTO_SIDE = 12_000;

const photoAnswerSchema = z.object({
  reference: z.string().meta({ description: 'What a report or a move names in its `media`' }),
  contentType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  width: z.number().int(),
  height: z.number().int(),
});

const exampleId = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** Photographs before and after, kept beside the cases. */
export const photoOperations = {
  postPhoto: operation({
    method: 'POST',
    path: '/api/v1/photos',
    tag: 'ingest',
    summary: { zh: '上传照片', en: 'Keep a photograph' },
    description:
      'The bytes of one JPEG, PNG or WebP picture, at most 4 MiB; what it is is read from the bytes alone. What the camera ' +
      'wrote beside the picture (place, time, device, thumbnails) is removed. Answered when it is stored. Sending it again is safe: the same picture is kept once and has the same reference.',
    body: { kind: 'file', most: MOST_PHOTO_BYTES },
    answer: {
      kind: 'json',
      status: 202,
      schema: photoAnswerSchema,
      example: { reference: `photo:${exampleId}`, contentType: 'image/jpeg', width: 1920, height: 1080 },
    },
    problems: ['wrong-content-type', 'bad-argument'],
  }),
  getCasePhoto: operation({
    method: 'GET',
    path: '/api/v1/cases/{number}/photos/{photo}',
    tag: 'cases',
    summary: { zh: '案件照片', en: 'A photograph of a case' },
    description: 'Only what the case itself names, for those who may see the case.',
    params: z.strictObject({ number: z.string().min(1).max(64), photo: z.string().regex(/^[0-9a-f]{64}$/) }),
    answer: { kind: 'file', status: 200, contentTypes: ['image/jpeg', 'image/png', 'image/webp'] },
    problems: ['not-found'],
  }),
} as const;
