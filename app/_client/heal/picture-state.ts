import type { CaseColumns } from '#wire/columns.ts';
import { createCaseColumns, copyCaseRow } from '#wire/case-rows.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { Topic, Welcome } from '#wire/protocol.ts';
import type { TeamState } from '#wire/team-frame.ts';
import type { Picture } from '../realtime/picture.ts';
import { FrameStore } from '../stores/frame-store.ts';

/** More rows than this are not remembered: heat and counts tell the same, and a disk is not written for nothing. */
export const MOST_CASES = 50_000;

type Frame = { value: unknown; at: number; dataAt: number };

/** What a page remembers of the city, as it can be kept in IndexedDB. Instants are the server's, epoch ms. */
export type PictureState = {
  /** Pages of another build don't read it: their stores may look otherwise. */
  build: string;
  keptAt: number;
  /** How far the server's clock stood before this machine's, ms. */
  ahead: number;
  welcome: Welcome;
  /** The latest frame of each topic of that kind. */
  frames: Partial<Record<Topic, Frame>>;
  cases: { columns: CaseColumns; dataAt: number } | null;
  alerts: { rows: AlertRow[]; total: number; dataAt: number } | null;
  teams: { state: TeamState; dataAt: number } | null;
};

/** What the page holds now; null before it ever heard its server. The dictionary is kept apart, since it seldom changes. */
export function pictureState(picture: Picture, topics: readonly Topic[], build: string): PictureState | null {
  const welcome = picture.client.link.welcome.value;
  if (welcome === null || picture.status.value === null) return null;
  const frames: PictureState['frames'] = {};
  for (const topic of topics) {
    const store = frameStore(picture, topic);
    if (store !== null && store.value !== null) {
      const { value, at, dataAt } = store;
      frames[topic] = { value, at, dataAt };
    }
  }
  const { cases, alerts } = picture;
  const now = picture.now();
  return {
    build,
    keptAt: now,
    ahead: now - Date.now(),
    welcome,
    frames,
    cases: cases.loaded && cases.length <= MOST_CASES ? { columns: inUse(cases.columns), dataAt: cases.dataAt } : null,
    alerts: alerts.loaded ? { rows: [...alerts.rows.values()], total: alerts.total, dataAt: alerts.dataAt } : null,
    teams: picture.teamState === null ? null : { state: picture.teamState, dataAt: picture.teams.dataAt },
  };
}

/**
 * Fills the stores that have heard nothing yet with what is remembered, and tells the link that the page is no stranger
 * to its server. Nothing live is ever overwritten.
 */
export function restorePicture(picture: Picture, kept: PictureState, dictionary: Dictionary | null): void {
  const { link } = picture.client;
  if (link.welcome.value !== null) return;
  if (dictionary !== null && picture.dictionary.value === null) picture.dictionary.set(dictionary);
  // No earlier than what is remembered, whatever this machine's date says now.
  link.remember(kept.welcome, Math.max(Date.now() + kept.ahead, kept.keptAt));
  for (const [topic, frame] of Object.entries(kept.frames) as [Topic, Frame][]) {
    const store = frameStore(picture, topic);
    if (store !== null && store.value === null) store.set(frame.value, frame.at, frame.dataAt);
  }
  if (kept.cases !== null && !picture.cases.loaded) picture.cases.replace(kept.cases.columns, kept.cases.dataAt);
  if (kept.alerts !== null && !picture.alerts.loaded) picture.alerts.replace(kept.alerts, kept.alerts.dataAt);
  if (kept.teams !== null && picture.teams.length === 0) picture.teams.replace(kept.teams.state, kept.teams.dataAt);
}

/** The store of a topic of which the latest frame counts: the picture names it as its topic. */
function frameStore(picture: Picture, topic: Topic): FrameStore<unknown> | null {
  const store: unknown = Reflect.get(picture, topic);
  return store instanceof FrameStore ? (store as FrameStore<unknown>) : null;
}

/** The rows that are in use, without the room behind them. */
function inUse(columns: CaseColumns): CaseColumns {
  const exact = createCaseColumns(columns.length);
  for (let row = 0; row < columns.length; row++) copyCaseRow(columns, row, exact, row);
  exact.length = columns.length;
  return exact;
}
