import { z } from 'zod';
import { PASSWORD_FAULTS } from '#domain/account/password.ts';

/** Why a request was refused as a whole: a closed list. The status belongs to the code. */
export const PROBLEMS = {
  'bad-request': 400,
  'bad-json': 400,
  'bad-encoding': 400,
  'too-deep': 400,
  'bad-frame': 400,
  'not-signed-in': 401,
  'more-needed': 401,
  'bad-key': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'illegal-move': 409,
  'version-conflict': 409,
  'already-taken': 409,
  'limit-reached': 409,
  'too-large': 413,
  'too-many-items': 413,
  'wrong-content-type': 415,
  'bad-argument': 422,
  'all-rejected': 422,
  'list-refused': 422,
  'too-many-requests': 429,
  'server-error': 500,
  'store-unavailable': 503,
  'not-ready': 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** Where in the body something is wrong. Line and column count from 1, items of a batch from 0. */
export const whereSchema = z.object({
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  offset: z.number().int().optional(),
  item: z.number().int().optional(),
  field: z.string().optional(),
});
export type Where = z.infer<typeof whereSchema>;

/** A refusal as RFC 9457 `application/problem+json`. `code` is for programs, `detail` for people. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    at: whereSchema.optional(),
    /** Moves that are legal now, with `illegal-move`. */
    legal: z.array(z.string()).optional(),
    /** What else signing in needs, with `more-needed`; `totpUri` is for an authenticator app. */
    needs: z.enum(['code', 'set-up', 'new-password']).optional(),
    totpUri: z.string().optional(),
    /** What is wrong with a new password. */
    fault: z.enum([...PASSWORD_FAULTS, 'same']).optional(),
    /** How long a password is at least. */
    least: z.number().int().optional(),
    /** Who was first, with `version-conflict` and `already-taken`. */
    other: z.object({ name: z.string(), what: z.string(), at: z.number() }).optional(),
    /** One result an item, with `all-rejected`; what is wrong with each row, with `list-refused`. */
    results: z.array(z.unknown()).optional(),
  })
  .meta({
    examples: [
      {
        type: '/api-docs#bad-json',
        title: 'The body is not JSON',
        status: 400,
        detail: 'line 3, column 14: a comma or a closing brace is missing',
        code: 'bad-json',
        at: { line: 3, column: 14, offset: 61 },
      },
    ],
  });
export type Problem = z.infer<typeof problemSchema>;

const titles: Record<ProblemCode, string> = {
  'bad-request': 'The request cannot be read',
  'bad-json': 'The body is not JSON',
  'bad-encoding': 'The body is not UTF-8',
  'too-deep': 'The body is nested too deeply',
  'bad-frame': 'The binary body is malformed',
  'not-signed-in': 'Sign in first',
  'more-needed': 'More is needed to sign in',
  'bad-key': 'The key is unknown or revoked',
  'not-allowed': 'Not allowed for this account',
  'foreign-origin': 'The request comes from another site',
  'not-found': 'There is no such thing here',
  'method-not-allowed': 'This address does not take that method',
  'illegal-move': 'The case does not allow this move now',
  'version-conflict': 'Somebody moved the case first',
  'already-taken': 'Somebody else has it',
  'limit-reached': 'No more of this on one case',
  'too-large': 'The body is too large',
  'too-many-items': 'Too many items in one body',
  'wrong-content-type': 'This content type is not understood here',
  'bad-argument': 'A value is wrong',
  'all-rejected': 'No item could be accepted',
  'list-refused': 'The list cannot be taken like this',
  'too-many-requests': 'Too many requests',
  'server-error': 'The server failed',
  'store-unavailable': 'The store cannot be reached; try again',
  'not-ready': 'The server is not ready',
};

/** What some problems add: where, what else is needed, what is legal, who was first, what became of each item. */
export type ProblemExtras = Pick<
  Problem,
  'at' | 'needs' | 'totpUri' | 'fault' | 'least' | 'legal' | 'other' | 'results'
>;

/** A problem document. `more` adds where it is, what is legal, or who was first. */
export function problem(code: ProblemCode, detail: string, more: ProblemExtras = {}): Problem {
  return { type: `/api-docs#${code}`, title: titles[code], status: PROBLEMS[code], detail, code, ...more };
}
