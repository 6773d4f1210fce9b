import type { Principal } from '#domain/account/role.ts';
import { screenIdOf, screenOfPrincipal, type ScreenPlace } from '#domain/screen/screen.ts';
import type { Painted, ScreenPicture, ScreenStanding } from '#wire/screen.ts';
import type { ReportRow, ScreenSockets, ScreenStore } from './screen-port.ts';

export type ScreenBookParts = {
  store: Pick<ScreenStore, 'inForce' | 'saveReports' | 'savePicture'>;
  sockets: Pick<ScreenSockets, 'here' | 'order' | 'dropHere'>;
  node: string;
  /** Epoch ms of the machine, not of a replay: screens are real. */
  now: () => number;
  onFault: (what: string, error: unknown) => void;
};

/** How often this node looks whether its screens may still be here. */
export const WATCH_EVERY_MS = 1_500;
const SAVE_EVERY_MS = 3_000;
/** A screen's pictures are stored no more often than this. */
const PICTURE_EVERY_MS = 5_000;

/**
 * What the screens of this node tell, and what is settled for them. It looks at the store itself, so that a key that was
 * revoked on another node or on the command line ends its connections here also where no Redis carries the word.
 */
export class ScreenBook {
  private readonly parts: ScreenBookParts;
  private readonly unsaved = new Map<string, ReportRow>();
  private readonly last = new Map<string, ReportRow>();
  private readonly standings = new Map<string, { label: string; patternUntil: number | null }>();
  private readonly pictureAt = new Map<string, number>();

  constructor(parts: ScreenBookParts) {
    this.parts = parts;
  }

  /** Takes a report. Null for whoever is not that very screen: people look at walls too. */
  painted(who: Principal, painted: Painted): ScreenStanding | null {
    const id = idOf(who, painted);
    if (id === null) return null;
    const row = { id, seenAt: this.parts.now(), leftAt: null, painted };
    this.unsaved.set(id, row);
    this.last.set(id, row);
    const settled = this.standings.get(id);
    // Until it was looked up there is nothing to say.
    return settled === undefined ? null : standingAt(settled, row.seenAt);
  }

  /** Stores a picture; false where it is not taken. */
  async picture(who: Principal, { contentType, bytes, ...place }: ScreenPicture): Promise<boolean> {
    const id = idOf(who, place);
    const now = this.parts.now();
    if (id === null || now - (this.pictureAt.get(id) ?? -Infinity) < PICTURE_EVERY_MS) return false;
    this.pictureAt.set(id, now);
    // By this clock, as everything an operator is told of screens; the screen's own may be a replay's.
    await this.parts.store.savePicture(id, { paintedAt: now, contentType, bytes: new Uint8Array(bytes) });
    return true;
  }

  /** A connection of this principal to this node ended. */
  left(who: Principal): void {
    const place = screenOfPrincipal(who.id);
    if (place === null) return;
    const id = screenIdOf(place);
    const row = this.last.get(id);
    if (row === undefined || this.parts.sockets.here().some((here) => here.id === id)) return;
    this.unsaved.set(id, { ...row, leftAt: this.parts.now() });
    for (const held of [this.last, this.standings, this.pictureAt]) held.delete(id);
  }

  /** Ends connections whose key is good no more, and tells screens what was settled anew. */
  async watch(): Promise<void> {
    const { store, sockets } = this.parts;
    const here = sockets.here();
    if (here.length === 0) return;
    const inForce = new Map((await store.inForce([...new Set(here.map(({ id }) => id))])).map((row) => [row.id, row]));
    for (const { id, key } of here) {
      const row = inForce.get(id);
      if (row?.key !== key) {
        sockets.dropHere(id, key);
        continue;
      }
      const { label, patternUntil } = row;
      const before = this.standings.get(id);
      this.standings.set(id, { label, patternUntil });
      if (before?.label !== label || before.patternUntil !== patternUntil)
        sockets.order(id, { order: 'standing', ...standingAt(row, this.parts.now()) });
    }
  }

  /** Writes down what was told since the last time. */
  async save(): Promise<void> {
    if (this.unsaved.size === 0) return;
    const rows = [...this.unsaved.values()];
    this.unsaved.clear();
    await this.parts.store.saveReports(this.parts.node, rows);
  }

  /** Looks and saves from now on until the returned function is called, which saves once more. */
  follow(): () => Promise<void> {
    const { onFault } = this.parts;
    const watching = repeat(
      WATCH_EVERY_MS,
      () => this.watch(),
      (error) => onFault('screens could not be looked up', error),
    );
    const saving = repeat(
      SAVE_EVERY_MS,
      () => this.save(),
      (error) => onFault('reports of screens were lost', error),
    );
    return async () => {
      watching();
      saving();
      await this.save().catch((error: unknown) => onFault('reports of screens were lost', error));
    };
  }
}

/** What is settled for a screen as it is told it. */
export function standingAt(settled: { label: string; patternUntil: number | null }, now: number): ScreenStanding {
  const left = settled.patternUntil === null ? 0 : settled.patternUntil - now;
  return { label: settled.label, patternMs: left > 0 ? left : null };
}

function idOf(who: Principal, { wall, screen }: ScreenPlace): string | null {
  const place = who.role === 'screen' ? screenOfPrincipal(who.id) : null;
  return place?.wall === wall && place.screen === screen ? screenIdOf(place) : null;
}

/** One after the other, however long each takes. */
function repeat(everyMs: number, run: () => Promise<void>, onError: (error: unknown) => void): () => void {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    run()
      .catch(onError)
      .finally(() => (running = false));
  }, everyMs);
  return () => clearInterval(timer);
}
