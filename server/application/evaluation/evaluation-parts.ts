import type { Principal } from '#domain/account/role.ts';
import type { Zone } from '#domain/calendar/zone.ts';
import type { EvaluationSettings, SettingsChange } from '#domain/indicator/settings.ts';
import type { CaseLogs } from './evaluation-port.ts';
import type { SheetCell } from './evaluation-table.ts';
import type { FactColumns } from './fact-columns.ts';
import type { NameBook } from './names.ts';
import type { PlaceView } from './place-view.ts';

/** What the evaluation is made of. */
export type EvaluationParts = {
  now: () => number;
  zone: () => Zone;
  /** Throws FactsNotReady. */
  columns: () => FactColumns;
  /** The city's own. */
  settings: () => EvaluationSettings;
  change: (who: Principal, change: SettingsChange) => Promise<EvaluationSettings>;
  logs: Pick<CaseLogs, 'heads'>;
  names: () => NameBook;
  /** The places that cases count under as of an instant, epoch ms. */
  placesAsOf: (columns: FactColumns, asOf: number) => PlaceView;
  writeSheet: (
    format: 'csv' | 'xlsx',
    header: readonly string[],
    rows: readonly (readonly SheetCell[])[],
  ) => Promise<Uint8Array>;
};
