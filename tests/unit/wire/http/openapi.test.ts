import { describe, expect, it } from 'vitest';
import { incoming, outgoing } from '#wire/http/components.ts';
import { examplesOf, openApiDocument } from '#wire/http/openapi.ts';
import type { Operation } from '#wire/http/operation.ts';
import { operations } from '#wire/http/operations.ts';

const all = Object.entries<Operation>(operations);
const document = openApiDocument('1.2.3');

describe('the OpenAPI document', () => {
  it('is 3.1 with every operation under its own id', () => {
    expect(document.openapi).toBe('3.1.1');
    const { paths } = document;
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(ids.sort()).toEqual(all.map(([id]) => id).sort());
  });

  it('holds no reference that leads nowhere', () => {
    const { schemas } = document.components;
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target);
    expect(references.length).toBeGreaterThan(50);
    for (const target of references)
      expect(schemas).toHaveProperty([target?.replace('#/components/schemas/', '') ?? '']);
    expect(text).not.toContain('$defs');
  });

  it.each(all.filter(([, { answer }]) => answer.kind === 'json'))(
    'has an answer example that fits: %s',
    (_id, { answer }) => {
      if (answer.kind !== 'json') throw new Error('filtered');
      expect(answer.schema.safeParse(answer.example).error).toBeUndefined();
    },
  );

  const described = all.filter(([, { body }]) => body !== undefined && body.kind !== 'file');
  it.each(described)('has body examples that fit: %s', (_id, { body }) => {
    if (body === undefined || body.kind === 'file') throw new Error('filtered');
    const schema = body.kind === 'json' ? body.schema : body.item;
    const examples = body.kind === 'json' ? [body.example] : examplesOf(schema);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(schema.safeParse(example).error).toBeUndefined();
  });

  it.each(Object.entries({ ...incoming, ...outgoing }))('parses the examples that %s carries', (_name, schema) => {
    for (const example of examplesOf(schema)) expect(schema.safeParse(example).error).toBeUndefined();
  });
});
