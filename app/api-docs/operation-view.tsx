import type { Messages } from '#client/i18n/catalogues.ts';
import type { DescribedContent, DescribedOperation } from '#wire/http/openapi.ts';
import { SchemaView, typeOf } from './schema-view.tsx';
import styles from './docs.module.css';

type Props = { path: string; method: string; operation: DescribedOperation; words: Messages['docs'] };

/** One operation: what it is for, who may call it, what goes in and what comes out. */
export function OperationView({ path, method, operation, words }: Props) {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const roles = operation['x-roles'];
  const answers = Object.entries(responses);
  return (
    <article id={operationId} className={styles.operation}>
      <h3>
        <b>{method.toUpperCase()}</b> <code>{path}</code>
      </h3>
      <p>{summary}</p>
      {description !== undefined && <p>{description}</p>}
      <p>
        {words.roles}: {roles === 'public' ? words.everybody : roles.join(', ')}
      </p>
      {parameters.length > 0 && <h4>{words.parameters}</h4>}
      <ul>
        {parameters.map(({ name, required, schema, description: says }) => (
          <li key={name}>
            <code>{name}</code> {typeOf(schema)} {required && <em>{words.required}</em>} {says}
          </li>
        ))}
      </ul>
      {requestBody && <h4>{words.body}</h4>}
      {Object.entries(requestBody?.content ?? {}).map(([type, content]) => (
        <ContentView key={type} type={type} content={content} required={words.required} />
      ))}
      {answers
        .filter(([status]) => Number(status) < 300)
        .map(([status, { content }]) => (
          <div key={status}>
            <h4>
              {words.answer} {status}
            </h4>
            {Object.entries(content).map(([type, one]) => (
              <ContentView key={type} type={type} content={one} required={words.required} />
            ))}
          </div>
        ))}
      <h4>{words.refusals}</h4>
      <ul>
        {answers
          .filter(([status]) => Number(status) >= 300)
          .map(([status, { description: codes }]) => (
            <li key={status}>
              {status}{' '}
              {codes.split(', ').map((code) => (
                <a key={code} href={`#${code}`}>
                  <code>{code}</code>
                </a>
              ))}
            </li>
          ))}
      </ul>
    </article>
  );
}

function ContentView({ type, content, required }: { type: string; content: DescribedContent; required: string }) {
  const { example } = content;
  return (
    <div className={styles.content}>
      <code>{type}</code> {typeOf(content.schema)}
      <SchemaView schema={content.schema} required={required} />
      {example !== undefined && (
        <pre tabIndex={0}>{typeof example === 'string' ? example : JSON.stringify(example, null, 2)}</pre>
      )}
    </div>
  );
}
