import { covers } from '#domain/account/scope.ts';
import { skewsOf, type FrameTiming } from '#domain/screen/frame-skew.ts';
import { linkOf } from '#domain/screen/screen-link.ts';
import { screenIdOf } from '#domain/screen/screen.ts';
import type { ScreenAnswer } from '#wire/http/screens.ts';
import { standingAt } from './screen-book.ts';
import type { ScreenPort, ScreenRow, ScreenSockets, ScreenStore } from './screen-port.ts';

/**
 * The operator's side of screens.
 *
 * @param now epoch ms of the machine.
 * @param forget drops what this node remembers of keys, so that a revoked one is refused here at once.
 */
export function createScreens(parts: {
  store: ScreenStore;
  sockets: Pick<ScreenSockets, 'order' | 'drop'>;
  now: () => number;
  forget: () => void;
}): ScreenPort {
  const { store, sockets, now, forget } = parts;
  return {
    async list(who) {
      const rows = (await store.list()).filter(({ scope }) => covers(who.scope, scope));
      return { at: now(), screens: answersOf(rows, now()) };
    },
    async has(who, place) {
      const id = screenIdOf(place);
      return (await store.list()).some((row) => row.id === id && covers(who.scope, row.scope));
    },
    async rename(place, label) {
      await store.rename(screenIdOf(place), label);
    },
    async revoke(place) {
      const id = screenIdOf(place);
      await store.revoke(id);
      forget();
      sockets.drop(id);
    },
    async pattern(place, seconds) {
      const id = screenIdOf(place);
      const until = seconds === 0 ? null : now() + seconds * 1000;
      const row = (await store.list()).find((one) => one.id === id);
      await store.setPattern(id, until);
      const settled = { label: row?.label ?? '', patternUntil: until };
      sockets.order(id, { order: 'standing', ...standingAt(settled, now()) });
    },
    order(place, order) {
      sockets.order(screenIdOf(place), { order });
    },
    picture: (place) => store.picture(screenIdOf(place)),
  };
}

/** Rows as the operator sees them; frames are compared among the screens of one wall that are live. */
function answersOf(rows: readonly ScreenRow[], now: number): ScreenAnswer[] {
  const linked = rows.map((row) => ({ row, link: linkOf(row.report, now) }));
  const skews = new Map<string, ReturnType<typeof skewsOf>[number]>();
  for (const wall of new Set(rows.map((row) => row.wall))) {
    const live = linked.filter(({ row, link }) => row.wall === wall && link === 'live');
    const found = skewsOf(live.map(({ row }) => timingOf(row)));
    for (const [index, { row }] of live.entries()) skews.set(row.id, found[index] ?? null);
  }
  return linked.map(({ row, link }) => {
    const { id, wall, screen, label, scope, approvedBy, keyedAt, revokedAt, patternUntil, report, pictureAt } = row;
    const told = report && { seenAt: report.seenAt, leftAt: report.leftAt, node: report.node, painted: report.painted };
    return {
      ...{ wall, screen, label, scope, approvedBy, keyedAt, revokedAt, patternUntil, link },
      ...{ report: told, pictureAt, skew: skews.get(id) ?? null },
    };
  });
}

function timingOf({ report }: ScreenRow): FrameTiming | null {
  if (report === null) return null;
  const { frameLateMs, uncertaintyMs, framesPerSecond } = report.painted;
  return frameLateMs === null || uncertaintyMs === null
    ? null
    : { lateMs: frameLateMs, uncertaintyMs, framesPerSecond };
}
