import { z } from 'zod';
import type { Role } from '#domain/account/role.ts';
import { rowOf, type PolicyRow, type Scope } from '../policy.ts';
import { FIXES_TYPE } from './binary-fixes.ts';
import { incoming, outgoing } from './components.ts';
import type { Body, Operation } from './operation.ts';
import { TAGS, type Tag } from './operation.ts';
import { operationIds, operations, type OperationId } from './operations.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';

export type Json = { [name: string]: unknown };

/** The parts of an operation that a reader shows. */
export type DescribedOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Json[];
  'x-roles': 'public' | readonly Role[];
  'x-scope': Scope | null;
  parameters?: DescribedParameter[];
  requestBody?: { required: true; content: Record<string, DescribedContent> };
  responses: Record<string, { description: string; content: Record<string, DescribedContent> }>;
};
export type DescribedParameter = {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: Json;
};
export type DescribedContent = { schema: Json; example?: unknown };

export type OpenApiDocument = {
  openapi: string;
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, DescribedOperation>>;
  components: { schemas: Record<string, Json>; securitySchemes: Record<string, Json> };
  [more: string]: unknown;
};

const tagNames: Record<Tag, string> = {
  ingest: '数据接入 / In: reports, events, positions',
  cases: '案件 / Cases',
  alerts: '告警 / Alerts',
  city: '城市 / The city: places, teams, figures',
  account: '身份 / Accounts',
  lists: '清单 / Lists that a city brings itself',
  evaluation: '评价 / Evaluation after GB/T 30428.4',
  audit: '审计 / The audit, for the auditor alone',
  platform: '平台 / Platform',
};

const refOf = (name: string) => `#/components/schemas/${name}`;

/**
 * The API as an OpenAPI 3.1 document, made from the schemas that parse the requests.
 *
 * @param version the build's version.
 */
export function openApiDocument(version: string): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  for (const operationId of operationIds) {
    const entry: Operation = operations[operationId];
    const methods = (paths[entry.path] ??= {});
    methods[entry.method.toLowerCase()] = describe(operationId, entry);
  }
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Citywall',
      version,
      description:
        'Reports, events and positions come in with ingest keys; people and screens read and act with their sessions. ' +
        'Refusals are RFC 9457 problem documents with a `code`. Instants in answers are UTC epoch milliseconds.',
    },
    servers: [{ url: '/' }],
    tags: TAGS.map((name) => ({ name, description: tagNames[name] })),
    paths,
    components: {
      schemas: { ...componentSchemas(incoming, 'input'), ...componentSchemas(outgoing, 'output') },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'citywall.session_token',
          description: 'A person, by signing in',
        },
        screen: { type: 'apiKey', in: 'cookie', name: 'citywall_screen', description: 'A wall screen, read-only' },
        key: { type: 'http', scheme: 'bearer', description: 'An ingest key (cwk_…) or a screen key (cws_…)' },
      },
    },
  };
}

function describe(operationId: OperationId, entry: Operation): DescribedOperation {
  const policy = rowOf(operationId);
  const parameters = [...parametersOf(entry.params, 'path'), ...parametersOf(entry.query, 'query')];
  return {
    operationId,
    tags: [entry.tag],
    summary: `${entry.summary.zh} / ${entry.summary.en}`,
    ...(entry.description === undefined ? {} : { description: entry.description }),
    security: securityOf(policy),
    'x-roles': policy === 'public' ? policy : policy.roles,
    'x-scope': policy === 'public' ? null : policy.scope,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(entry.body === undefined ? {} : { requestBody: { required: true, content: contentOf(entry.body) } }),
    responses: responsesOf(entry, policy),
  };
}

function securityOf(policy: PolicyRow): Json[] {
  if (policy === 'public') return [];
  const access = policy.roles;
  const people = access.some((role) => role !== 'screen' && role !== 'source');
  return [
    ...(people ? [{ session: [] }] : []),
    ...(access.includes('screen') ? [{ screen: [] }] : []),
    ...(access.includes('source') || access.includes('screen') ? [{ key: [] }] : []),
  ];
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): DescribedParameter[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(typeof description === 'string' ? { description } : {}),
    schema: rest,
  }));
}

function contentOf(body: Body): Record<string, DescribedContent> {
  if (body.kind === 'json') {
    return { 'application/json': { schema: schemaOf(body.schema, 'input'), example: body.example } };
  }
  if (body.kind === 'file') return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  const item = schemaOf(body.item, 'input');
  const examples = examplesOf(body.item);
  const json = {
    schema: { anyOf: [{ type: 'array', items: item, minItems: 1, maxItems: body.most }, item] },
    example: examples,
  };
  if (body.kind === 'fixes') {
    return { 'application/json': json, [FIXES_TYPE]: { schema: { type: 'string', format: 'binary' } } };
  }
  return {
    'application/json': json,
    'application/x-ndjson': {
      schema: { type: 'string', description: 'One item a line' },
      example: examples.map((example) => JSON.stringify(example)).join('\n'),
    },
  };
}

function responsesOf(entry: Operation, policy: PolicyRow): DescribedOperation['responses'] {
  const { answer } = entry;
  const success = successOf(answer);
  const responses: DescribedOperation['responses'] = {
    [answer.status]: { description: entry.summary.en, content: success },
  };
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(entry, policy)) {
    byStatus.set(PROBLEMS[code], [...(byStatus.get(PROBLEMS[code]) ?? []), code]);
  }
  for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[status] = {
      description: codes.join(', '),
      content: { 'application/problem+json': { schema: { $ref: refOf('Problem') } } },
    };
  }
  return responses;
}

function successOf(answer: Operation['answer']): Record<string, DescribedContent> {
  if (answer.kind === 'json') {
    return { 'application/json': { schema: schemaOf(answer.schema, 'output'), example: answer.example } };
  }
  if (answer.kind === 'text') return { [answer.contentType]: { schema: { type: 'string' } } };
  const file = { schema: { type: 'string', format: 'binary' } };
  return Object.fromEntries(answer.contentTypes.map((contentType) => [contentType, file]));
}

/** Its own refusals and those that follow from what it takes and who may call it. */
function problemsOf(entry: Operation, policy: PolicyRow): ProblemCode[] {
  const codes: ProblemCode[] = ['bad-request', 'too-many-requests', 'store-unavailable'];
  if (policy !== 'public') codes.push('not-signed-in', 'bad-key', 'not-allowed');
  if (entry.method === 'POST') codes.push('foreign-origin');
  if (entry.body !== undefined) {
    codes.push('too-large', 'wrong-content-type');
    if (entry.body.kind !== 'file') codes.push('bad-json', 'bad-encoding', 'too-deep', 'bad-argument');
    if (entry.body.kind === 'batch' || entry.body.kind === 'fixes') codes.push('too-many-items');
  }
  return [...new Set([...codes, ...(entry.problems ?? [])])];
}

const named = new Map<z.ZodType, string>([
  ...Object.entries(incoming).map(([name, schema]) => [schema, name] as const),
  ...Object.entries(outgoing).map(([name, schema]) => [schema, name] as const),
]);

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const name = named.get(schema);
  return name === undefined ? toJsonSchema(schema, io) : { $ref: refOf(name) };
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: dialect, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  return dialect === undefined ? {} : rest;
}

/** Named schemas refer to one another instead of repeating themselves. */
function componentSchemas(schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { target: 'draft-2020-12', io, uri: refOf, unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([name, { $schema: dialect, $id: id, ...rest }]) => [
      name,
      dialect !== undefined && id !== undefined ? rest : {},
    ]),
  );
}

/** The examples that a schema carries. */
export function examplesOf(schema: z.ZodType): readonly unknown[] {
  const examples: unknown = schema.meta()?.examples;
  return Array.isArray(examples) ? examples : [];
}
