import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { CATALOGUES } from '#client/i18n/catalogues.ts';
import { LANGUAGE_COOKIE, languageFrom } from '#client/i18n/language.ts';
import { openApiDocument } from '#wire/http/openapi.ts';
import { problem, PROBLEMS, type ProblemCode } from '#wire/http/problem.ts';
import { OperationView } from './operation-view.tsx';
import { SchemaView } from './schema-view.tsx';
import styles from './docs.module.css';

export const metadata: Metadata = { title: 'Citywall · API' };

/** The OpenAPI document for people: written out on the server, without scripts and without anything from outside. */
export default async function ApiDocsPage() {
  const language = languageFrom((await cookies()).get(LANGUAGE_COOKIE)?.value) ?? 'zh';
  const words = CATALOGUES[language].docs;
  const { tags, paths, components } = openApiDocument('');
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <main className={styles.page}>
      <h1>{words.title}</h1>
      <p>
        {words.lead} <a href="/api/v1/openapi.json">{words.document}</a>
      </p>
      <nav className={styles.index}>
        {operations.map(({ path, method, operation }) => (
          <a key={operation.operationId} href={`#${operation.operationId}`}>
            <b>{method.toUpperCase()}</b> {path}
          </a>
        ))}
      </nav>
      {tags.map(({ name, description }) => (
        <section key={name}>
          <h2>{description}</h2>
          {operations
            .filter(({ operation }) => operation.tags.includes(name))
            .map((entry) => (
              <OperationView key={entry.operation.operationId} {...entry} words={words} />
            ))}
        </section>
      ))}
      <section>
        <h2>{words.schemas}</h2>
        {Object.entries(components.schemas).map(([name, schema]) => (
          <article key={name} id={`schema-${name}`} className={styles.operation}>
            <h3>{name}</h3>
            <SchemaView schema={schema} required={words.required} />
          </article>
        ))}
      </section>
      <section>
        <h2>{words.problems}</h2>
        <dl className={styles.problems}>
          {(Object.keys(PROBLEMS) as ProblemCode[]).map((code) => (
            <div key={code} id={code}>
              <dt>
                <code>{code}</code> {PROBLEMS[code]}
              </dt>
              <dd>{problem(code, '').title}</dd>
            </div>
          ))}
        </dl>
      </section>
    </main>
  );
}
