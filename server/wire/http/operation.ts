import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

export const TAGS = [
  'ingest',
  'cases',
  'alerts',
  'city',
  'account',
  'lists',
  'evaluation',
  'audit',
  'platform',
] as const;
export type Tag = (typeof TAGS)[number];

/**
 * What a body may be. `json`: one value. `batch`: an array, a single object, or NDJSON of up to `most` items, each parsed
 * by itself. `fixes`: a JSON array or single object of positions, or the binary body. `file`: bytes as they are, of any
 * type.
 */
export type Body =
  | { readonly kind: 'json'; readonly schema: z.ZodType; readonly example: unknown }
  | { readonly kind: 'batch'; readonly item: z.ZodType; readonly most: number }
  | { readonly kind: 'fixes'; readonly item: z.ZodType; readonly most: number }
  | { readonly kind: 'file'; readonly most: number };

/**
 * `json` answers follow a schema, with an example that it parses. `text` is documented by its content type alone, `file`
 * by those it may have.
 */
export type Answer =
  | { readonly kind: 'json'; readonly status: 200 | 202; readonly schema: z.ZodType; readonly example: unknown }
  | { readonly kind: 'text'; readonly status: 200; readonly contentType: string }
  | { readonly kind: 'file'; readonly status: 200; readonly contentTypes: readonly string[] };

/**
 * One operation of the API: routing, parsing and the OpenAPI document are made from it. Who may call it stands in the one
 * policy (wire/policy.ts).
 */
export type Operation = {
  readonly method: 'GET' | 'POST';
  /** With `{name}` for parameters. */
  readonly path: string;
  /** Also open to the machine itself, without signing in. */
  readonly loopback?: true;
  readonly tag: Tag;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly description?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: Body;
  readonly answer: Answer;
  /** Refusals of its own, beside those that every operation may answer. */
  readonly problems?: readonly ProblemCode[];
};

/** Keeps an operation's own types. */
export function operation<const Shape extends Operation>(shape: Shape): Shape {
  return shape;
}

export type ParamsOf<O extends Operation> = O extends { params: infer S extends z.ZodType } ? z.output<S> : null;
export type QueryOf<O extends Operation> = O extends { query: infer S extends z.ZodType } ? z.output<S> : null;
export type JsonBodyOf<O extends Operation> = O extends { body: { kind: 'json'; schema: infer S extends z.ZodType } }
  ? z.output<S>
  : null;
export type AnswerOf<O extends Operation> = O extends { answer: { kind: 'json'; schema: infer S extends z.ZodType } }
  ? z.output<S>
  : string;
