import { writeSheet } from '#adapters/files/write-sheet.ts';
import type { Database } from '#adapters/postgres/client.ts';
import { createCaseLogs } from '#adapters/postgres/evaluation/case-logs.ts';
import { createCheckpointStore } from '#adapters/postgres/evaluation/checkpoint-store.ts';
import { createSettingsStore } from '#adapters/postgres/evaluation/settings-store.ts';
import { createEvaluation } from '#application/evaluation/evaluation.ts';
import type { EvaluationPort } from '#application/evaluation/evaluation-port.ts';
import { FactCheckpoint } from '#application/evaluation/fact-checkpoint.ts';
import { FactKeeper } from '#application/evaluation/fact-keeper.ts';
import { SettingsBook } from '#application/evaluation/settings-book.ts';
import { nameBookOf, type NameBook } from '#application/evaluation/names.ts';
import { PlaceViews } from '#application/evaluation/place-view.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Located } from '#domain/place/position.ts';
import type { City } from './city.ts';

/** The figures of the stored cases: starts to read the log at once, and answers when it has read it all. */
export async function composeEvaluation(
  database: Pick<Database, 'pool'>,
  city: City,
  now: () => number,
  onFault: (what: string, error: unknown) => void,
): Promise<{ port: EvaluationPort; keeper: FactKeeper; stop: () => Promise<void> }> {
  const settings = new SettingsBook(createSettingsStore(database.pool));
  await settings.read();
  const logs = createCaseLogs(database.pool);
  const keeper = new FactKeeper({
    logs,
    checkpoint: new FactCheckpoint(createCheckpointStore(database.pool)),
    calendar: () => city.calendar,
    onFault,
  });
  // Lists that a city brings come in place of what was there: names are made anew with them.
  let named: { version: string; successions: City['successions']; book: NameBook } | null = null;
  const names = (): NameBook => {
    const { dictionary, successions, places } = city;
    if (named?.version !== dictionary.version || named.successions !== successions) {
      const book = nameBookOf(places, dictionary, (code) => successions.nameOf(code));
      named = { version: dictionary.version, successions, book };
    }
    return named.book;
  };
  const views = new PlaceViews();
  const zone = () => city.calendar.zone;
  const port = createEvaluation({
    ...{ now, zone, logs, names, writeSheet },
    columns: () => keeper.ready(),
    placesAsOf: (columns, asOf) => views.of(columns, city.successions, locateIn(city.places), asOf),
    settings: () => settings.current,
    change: (who, change) => settings.change(who, change, now()),
  });
  const unfollow = settings.follow((error) => onFault('the evaluation settings could not be read', error));
  keeper.start();
  const stop = async (): Promise<void> => {
    unfollow();
    await keeper.stop();
  };
  return { port, keeper, stop };
}

const LOCATORS = new WeakMap<PlaceIndex, (lon: number, lat: number) => Located>();

/** The same function for the same outlines: what was located by it is kept. */
function locateIn(places: PlaceIndex): (lon: number, lat: number) => Located {
  const known = LOCATORS.get(places) ?? ((lon: number, lat: number) => places.locate(lon, lat));
  LOCATORS.set(places, known);
  return known;
}
