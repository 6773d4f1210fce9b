import { writeSheet } from '#adapters/files/write-sheet.ts';
import type { Database } from '#adapters/postgres/client.ts';
import { createCaseLogs } from '#adapters/postgres/evaluation/case-logs.ts';
import { createEvaluation } from '#application/evaluation/evaluation.ts';
import type { EvaluationPort } from '#application/evaluation/evaluation-port.ts';
import { FactKeeper } from '#application/evaluation/fact-keeper.ts';
import { nameBookOf, type NameBook } from '#application/evaluation/names.ts';
import type { City } from './city.ts';

/** The figures of the stored cases: starts to read the log at once, and answers when it has read it all. */
export function composeEvaluation(
  database: Pick<Database, 'pool'>,
  city: City,
  now: () => number,
  onFault: (what: string, error: unknown) => void,
): { port: EvaluationPort; keeper: FactKeeper } {
  const logs = createCaseLogs(database.pool);
  const keeper = new FactKeeper({ logs, calendar: () => city.calendar, onFault });
  // Lists that a city brings come in place of the dictionary: names are made anew with it.
  let named: { of: City['dictionary']; book: NameBook } | null = null;
  const names = (): NameBook => {
    if (named?.of !== city.dictionary) named = { of: city.dictionary, book: nameBookOf(city.places, city.dictionary) };
    return named.book;
  };
  const zone = () => city.calendar.zone;
  const port = createEvaluation({ now, zone, columns: () => keeper.ready(), logs, names, writeSheet });
  keeper.start();
  return { port, keeper };
}
