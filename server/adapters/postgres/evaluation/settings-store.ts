import type { Pool } from 'pg';
import type { SettingsStore } from '#application/evaluation/settings-book.ts';
import type { EvaluationSettings, SettingsChange } from '#domain/indicator/settings.ts';
import { oneDocument } from '../one-document.ts';

/** How the city reads its figures, as one document in one row. */
export function createSettingsStore(pool: Pool): SettingsStore {
  return oneDocument<SettingsChange, EvaluationSettings>(pool, 'indicator_setting');
}
