import type { CaseKeys, CaseWrite, ChangedCase, Committed, FoundCases, NewCase } from '#application/ports.ts';
import { caseNow } from '#domain/alert/resolution.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { endsDisposal } from '#domain/case/disposal.ts';
import { summaryOf, type CaseIdentity } from '#domain/case/summary.ts';
import type { CaseRow } from './case-columns.ts';
import { findCases, type Loaded } from './find-cases.ts';
import { locked, type Locked, type LogPlace } from './locked.ts';
import { numberCases } from './number-cases.ts';
import { resolveLeftAlerts, type ChangedNow } from './resolve-alerts.ts';
import { returnWorse, type WorseCase } from './return-alerts.ts';
import { insertCases, updateCases } from './write-cases.ts';
import { writeEntries, type Unnumbered } from './write-entries.ts';

type Decide = (found: FoundCases) => CaseWrite[];

/** See CaseLog.transact. */
export async function transact(
  place: LogPlace,
  keys: CaseKeys,
  withEvents: boolean,
  decide: Decide,
): Promise<Committed> {
  return locked(place, async (log) => {
    const loaded = await findCases(log, keys, withEvents ? 'events' : 'ids');
    const writes = decide(loaded.cases);
    return writes.length === 0 ? { entries: [], cases: [] } : write(log, loaded, writes);
  });
}

/** Writes changes of loaded cases; what their logs lacked goes before. */
export async function write(log: Locked, loaded: Loaded, writes: readonly CaseWrite[]): Promise<Committed> {
  const identities = await identify(log, loaded.cases, writes);
  const rows = writes.map((it, i): CaseRow => {
    const identity = identities[i] as CaseIdentity;
    return { summary: summaryOf(identity, it.state, it.clocks), state: it.state };
  });
  await insertCases(
    log.client,
    rows.filter((_, i) => writes[i]?.kind === 'new'),
  );
  await updateCases(
    log.client,
    rows.filter((_, i) => writes[i]?.kind === 'changed'),
  );
  const resolved = await resolveLeftAlerts(
    log.client,
    writes.flatMap((it) => (it.kind === 'changed' ? changedNow(it) : [])),
  );
  const returned = await returnWorse(log.client, writes.flatMap(worseCase));
  const events = writes.flatMap((it, i) => eventEntries(it, rows[i] as CaseRow, loaded));
  const entries = await writeEntries(log, [...events, ...resolved, ...returned]);
  return { entries, cases: identities.map(({ id, number }) => ({ id, number })) };
}

async function identify(log: Locked, found: FoundCases, writes: readonly CaseWrite[]): Promise<CaseIdentity[]> {
  const numbered = await numberCases(
    log.client,
    writes.filter((it): it is NewCase => it.kind === 'new'),
  );
  let next = 0;
  return writes.map((it) => {
    if (it.kind === 'changed') return storedIdentity(found, it);
    const { id, number } = numbered[next++] as { id: number; number: string };
    return { id, number, source: it.source, externalId: it.externalId, simulated: it.simulated };
  });
}

function storedIdentity(found: FoundCases, write: ChangedCase): CaseIdentity {
  const stored = found.byId(write.id);
  if (stored === undefined) throw new Error(`case ${write.id} was changed but is not one of the cases asked for`);
  return stored;
}

function eventEntries(write: CaseWrite, row: CaseRow, loaded: Loaded): Unnumbered[] {
  const judgedDueAt = write.kind === 'changed' && !write.judged ? judgedBy(write, loaded) : null;
  const lacking = write.kind === 'changed' ? (loaded.lacking.get(write.id) ?? []) : [];
  return [
    ...lacking.map((event) => lineOf(event, row, null)),
    ...write.events.map((event, i) =>
      lineOf(event, row, write.judged ? (write.judged.get(event.eventId) ?? null) : i === 0 ? judgedDueAt : null),
    ),
  ];
}

function lineOf(event: CaseEvent, row: CaseRow, judgedDueAt: number | null): Unnumbered {
  const { recordedAt } = event;
  return { recordedAt, kind: 'case', caseId: row.summary.id, event, after: row.summary, judgedDueAt };
}

/** The due instant of the disposal that a change ends. */
function judgedBy(write: ChangedCase, { cases, stageDueAt }: Loaded): number | null {
  const before = cases.byId(write.id)?.state.phase;
  return before && endsDisposal(before, write.state.phase) ? (stageDueAt.get(write.id) ?? null) : null;
}

/** A supervision that is raised, or raised higher, is worse than what the officers knew when they took or shelved. */
function worseCase(write: CaseWrite): WorseCase[] {
  const event = write.kind === 'changed' ? write.events.findLast(({ data }) => data.type === 'supervised') : undefined;
  return event && write.kind === 'changed' ? [{ caseId: write.id, by: event.actor, at: event.recordedAt }] : [];
}

function changedNow(write: ChangedCase): ChangedNow {
  // A change without an event (a new calendar) has no instant of its own.
  const at = write.events.at(-1)?.recordedAt ?? Date.now();
  return { caseId: write.id, now: caseNow(write.state, write.clocks), at };
}
