import type { Principal } from '#domain/account/role.ts';
import type { LoadLimits } from '#domain/alert/load-limits.ts';
import { isMarked } from '#domain/feed/feed-state.ts';
import { showAt } from '#domain/wall/program.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { ShiftLoad } from '#domain/alert/shift-load.ts';
import type { TeamNow } from '#application/projection/team-table.ts';
import type { OwedReply, WaitingRequest } from '#application/query/waiting-port.ts';
import { reachOf } from '#application/query/reach.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import { isEnd } from '#domain/case/stage.ts';
import type { AlertRow, Status } from '#wire/figures.ts';
import type { HandoverContent, HandoverPromise } from '#wire/http/handover.ts';
import type { ScreenAnswer } from '#wire/http/screens.ts';
import { HandoverRefused, type ShiftReader } from './handover-port.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** What was said longer ago and has not come by now is no promise of this shift or the ones before it. */
const PROMISES_MS = 14 * 24 * HOUR_MS;

const NO_LOAD: ShiftLoad = { officers: 0, raised: 0, perTenMinutes: 0, worstTenMinutes: 0, floodShare: 0 };

/** The live picture and the lists that a handover is written from. */
export type ShiftSources = {
  readonly now: () => number;
  readonly limits: () => LoadLimits;
  /** Alerts of a place as they are now; null while the picture is being built. */
  readonly alerts: (place: string) => AlertRow[] | null;
  /** How heavy they lay on its officers since an instant; null as above. */
  readonly load: (place: string, since: number) => ShiftLoad | null;
  readonly teams: (place: string) => TeamNow[];
  readonly feeds: (place: string) => Status['feeds'];
  readonly screens: (who: Principal) => Promise<readonly ScreenAnswer[]>;
  readonly walls: (who: Principal) => readonly StandingWall[];
  readonly minuteOfDay: (instant: number) => number;
  readonly requests: (who: Principal) => Promise<readonly WaitingRequest[]>;
  readonly replies: (who: Principal) => Promise<readonly OwedReply[]>;
  readonly reader: ShiftReader;
};

/** Everything that is open, none of it cut short, at an instant (epoch ms). */
export type OpenLines = Pick<
  HandoverContent,
  'at' | 'claims' | 'shelved' | 'standing' | 'promises' | 'teams' | 'feeds' | 'screens' | 'walls'
>;
/** The same with the shift's own figures. */
export type Gathered = OpenLines & Pick<HandoverContent, 'scope' | 'since' | 'counts' | 'load'>;

/**
 * What there is to hand over at this instant within somebody's place, since the shift began (epoch ms). Rejects with
 * HandoverRefused while the picture is being built, and with StoreUnavailable.
 */
export async function gather(sources: ShiftSources, who: Principal, since: number): Promise<Gathered> {
  const lines = await openLines(sources, who, sources.now());
  const counts = await sources.reader.counts(reachOf(who).place, since, lines.at);
  const load = sources.load(who.scope, since) ?? NO_LOAD;
  return { ...lines, scope: who.scope, since, counts, load };
}

/**
 * What is open now within somebody's place. Rejects as `gather`.
 *
 * @param asOf promises are those of the fortnight before this instant and since (epoch ms).
 */
export async function openLines(sources: ShiftSources, who: Principal, asOf: number): Promise<OpenLines> {
  const { reader } = sources;
  const at = sources.now();
  const limits = sources.limits();
  const { place } = reachOf(who);
  const alerts = sources.alerts(who.scope);
  // A handover without its alerts would say that there are none.
  if (alerts === null) throw new HandoverRefused('not-ready', 'the picture is being built: ask again');
  const taken = alerts.filter(({ status }) => status === 'taken');
  const acts = await reader.lastActs(taken.map(({ caseId }) => caseId));
  const [said, requests, replies, screens] = await Promise.all([
    reader.promises(place, Math.min(at, asOf) - PROMISES_MS),
    sources.requests(who),
    sources.replies(who),
    sources.screens(who),
  ]);
  const returnMs = limits.returnMinutes * MINUTE_MS;
  return {
    at,
    claims: whole(
      taken.map((row) => ({
        ...aboutAlert(row),
        by: { id: row.takenBy ?? '', name: row.takenByName ?? '' },
        since: row.takenAt ?? row.firedAt,
        returnsAt: Math.max(row.takenAt ?? row.firedAt, acts.get(row.caseId) ?? 0) + returnMs,
      })),
    ),
    shelved: whole(
      alerts.flatMap((row) =>
        row.shelved === null
          ? []
          : [
              {
                ...aboutAlert(row),
                by: { id: row.shelved.by, name: row.shelved.byName },
                ...{ since: row.shelved.at, until: row.shelved.until, reason: row.shelved.reason },
              },
            ],
      ),
    ),
    standing: whole(alerts.flatMap((row) => standing(row, limits, at))),
    promises: whole(inOrder([...said, ...requests.map(requestPromise), ...replies.map(replyPromise)])),
    teams: whole(
      sources
        .teams(who.scope)
        .filter(({ state }) => state === 'silent')
        .map(({ team: { code, nameZh, nameEn, districtCode }, fix }) => {
          return { code, nameZh, nameEn, districtCode, heardAt: fix?.receivedAt ?? null };
        }),
    ),
    feeds: whole(
      sources
        .feeds(who.scope)
        .filter(({ state }) => isMarked(state))
        .map(({ id, nameZh, nameEn, state, receivedAt }) => ({ id, nameZh, nameEn, state, heardAt: receivedAt })),
    ),
    screens: whole(
      screens
        .filter(({ link, revokedAt }) => revokedAt === null && (link === 'silent' || link === 'gone'))
        .map(({ wall, screen, label, link, report }) => ({
          wall,
          screen,
          label,
          link,
          seenAt: report?.seenAt ?? null,
        })),
    ),
    walls: whole(sources.walls(who).flatMap((wall) => wallNow(wall, at, sources.minuteOfDay))),
  };
}

function whole<Item>(items: Item[]): { total: number; items: Item[] } {
  return { total: items.length, items };
}

function aboutAlert(row: AlertRow) {
  const { caseNumber, categoryKey, districtCode, subdistrictCode, department, address, stage, urgent } = row;
  const { id, threshold, supervised, dueAt, firedAt } = row;
  return {
    ...{ alertId: id, caseNumber, categoryKey, districtCode, subdistrictCode, department, address, stage, urgent },
    ...{ threshold, supervised, dueAt, firedAt },
  };
}

type Standing = HandoverContent['standing']['items'][number];

function standing(row: AlertRow, { standingHours, staleHours }: LoadLimits, at: number): Standing[] {
  if (row.status === 'shelved') return [];
  const age = at - row.firedAt;
  if (age > standingHours * HOUR_MS) return [{ ...aboutAlert(row), why: 'standing' }];
  return row.status === 'open' && age > staleHours * HOUR_MS ? [{ ...aboutAlert(row), why: 'stale' }] : [];
}

function aboutCase({ number, categoryKey, place, department, address, phase, urgent }: CaseSummary) {
  const { districtCode, subdistrictCode } = place;
  // What waits on a case that has ended is listed under the stage that closing belongs to.
  const stage = isEnd(phase) ? ('close' as const) : phase;
  return { caseNumber: number, categoryKey, districtCode, subdistrictCode, department, address, stage, urgent };
}

function requestPromise({ case: about, request }: WaitingRequest): HandoverPromise {
  const { no, kind, reason, by, at, until } = request;
  return { ...aboutCase(about), kind: 'request', no, request: kind, what: reason, by: by.name, at, dueAt: until };
}

function replyPromise({ case: about, supervision }: OwedReply): HandoverPromise {
  const { no, reason, by, at, replyBy } = supervision;
  return { ...aboutCase(about), kind: 'reply', no, request: null, what: reason, by: by.name, at, dueAt: replyBy };
}

/** What falls due first stands first; what names no instant comes last, the oldest before. */
function inOrder(promises: HandoverPromise[]): HandoverPromise[] {
  return promises.sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.at - b.at);
}

/** What all of a wall shows, and before that what stands on some of its screens alone. */
function wallNow({ wall, program }: StandingWall, at: number, minuteOfDay: (instant: number) => number) {
  const seen = new Set<string>();
  return [...wall.screens.map(({ id }) => id), null].flatMap((screen) => {
    const { scene, startsAt, endsAt, why, by, screens } = showAt(program, at, screen, minuteOfDay);
    const key = JSON.stringify([scene, why, screens]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        ...{ wall: wall.id, nameZh: wall.names.zh, nameEn: wall.names.en },
        ...{ screens: screens === null ? null : [...screens], scene, why, by: by?.name ?? null },
        ...{ since: startsAt, until: endsAt },
      },
    ];
  });
}
