import type { Calendar } from '#domain/calendar/calendar.ts';

/** The calendar in force, as the store has it. All reject with StoreUnavailable and give null where there is none. */
export interface CalendarSource {
  currentVersion(): Promise<string | null>;
  current(): Promise<Calendar | null>;
  /** A version that is or was in force. */
  byVersion(version: string): Promise<Calendar | null>;
}

export type CalendarWatch = {
  /** Looks now; resolves when this node counts with the calendar in force, and its clocks are told if they are its own. */
  look(): Promise<void>;
  stop(): Promise<void>;
};

const EVERY_MS = 2_000;

/**
 * Keeps a node's calendar the one in force, whoever changed it: this node, another one, or a tool on the store. Open
 * clocks are counted again by the owner of the deadlines.
 */
export function watchCalendar(parts: {
  source: CalendarSource;
  /** The version that this node counts with. */
  inForce: () => string;
  take: (calendar: Calendar) => void;
  ownsDeadlines: () => boolean;
  /** Counts open clocks again; harmless where that was done. */
  restate: () => Promise<void>;
  onError: (error: unknown) => void;
}): CalendarWatch {
  const { source, inForce, take, ownsDeadlines, restate } = parts;
  let restated = inForce();
  let stopped = false;
  const lookOnce = async (): Promise<void> => {
    const version = await source.currentVersion();
    if (version === null) return;
    if (version !== inForce()) {
      const calendar = await source.current();
      if (calendar) take(calendar);
    }
    if (restated === inForce() || !ownsDeadlines()) return;
    const counted = inForce();
    await restate();
    restated = counted;
  };
  // One look after the other: a look that was asked for sees what was stored before it.
  let last: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    const next = last.then(() => (stopped ? undefined : lookOnce()));
    last = next.catch(() => undefined);
    return next;
  };
  const timer = setInterval(() => void look().catch(parts.onError), EVERY_MS);
  return {
    look,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await last;
    },
  };
}
