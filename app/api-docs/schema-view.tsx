import type { ReactNode } from 'react';
import type { Json } from '#wire/http/openapi.ts';
import styles from './docs.module.css';

/** A JSON Schema as a list of its members; named schemas are links. */
export function SchemaView({ schema, required }: { schema: Json; required: string }): ReactNode {
  const { properties, alternatives, items, needed } = partsOf(schema);
  if (properties.length > 0) {
    return (
      <ul className={styles.schema}>
        {properties.map(([name, member]) => (
          <li key={name}>
            <code>{name}</code> {typeOf(member)} {needed.includes(name) && <em>{required}</em>}{' '}
            {typeof member['description'] === 'string' && <span>{member['description']}</span>}
            {isWorthOpening(member) && <SchemaView schema={member} required={required} />}
          </li>
        ))}
      </ul>
    );
  }
  const inner = [...alternatives, ...items].filter(isWorthOpening);
  return inner.map((one, index) => <SchemaView key={index} schema={one} required={required} />);
}

/** A schema's type in a few words. */
export function typeOf(schema: Json): ReactNode {
  const { $ref: reference, type, const: constant, format } = schema;
  if (typeof reference === 'string') {
    const name = reference.split('/').at(-1) ?? '';
    return <a href={`#schema-${name}`}>{name}</a>;
  }
  if (Array.isArray(schema['enum'])) return schema['enum'].map(String).join(' | ');
  if (constant !== undefined) return JSON.stringify(constant);
  const { alternatives, items } = partsOf(schema);
  if (items[0]) return <>[{typeOf(items[0])}]</>;
  if (alternatives.length > 0) {
    return alternatives.map((one, index) => (
      <span key={index}>
        {index > 0 && ' | '}
        {typeOf(one)}
      </span>
    ));
  }
  const word = Array.isArray(type) ? type.join(' | ') : String(type ?? 'any');
  return typeof format === 'string' ? `${word} (${format})` : word;
}

function partsOf(schema: Json) {
  const properties = isObject(schema['properties']) ? Object.entries(schema['properties']).filter(isMember) : [];
  const either = schema['anyOf'] ?? schema['oneOf'];
  const alternatives = Array.isArray(either) ? either.filter(isObject) : [];
  const items = isObject(schema['items']) ? [schema['items']] : [];
  const needed = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  return { properties, alternatives, items, needed };
}

/** Whether a schema has members of its own that its type's few words do not show. */
function isWorthOpening(schema: Json): boolean {
  const { properties, alternatives, items } = partsOf(schema);
  return properties.length > 0 || [...alternatives, ...items].some(isWorthOpening);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMember(entry: [string, unknown]): entry is [string, Json] {
  return isObject(entry[1]);
}
