import type { ChangedCase, Committed } from '#application/ports.ts';
import { findCases } from './find-cases.ts';
import { locked, type Locked, type LogPlace } from './locked.ts';
import { write } from './transact.ts';

const SETTLED = 'UPDATE log_head SET restating = array_remove(restating, $1::bigint) WHERE id = 1';

/** See CaseLog.settle. */
export async function settle(place: LogPlace, limit: number): Promise<Committed & { left: boolean }> {
  let done: { position: number; to: number } | null = null;
  const settled = await locked(place, async (log) => {
    const block = log.pending.blocks[0];
    if (block === undefined) return { entries: [], cases: [], left: false };
    const { position, cases } = block;
    const from = place.shelf.settledTo(position);
    done = { position, to: from + limit };
    const committed = await settleCases(
      log,
      cases.slice(from, from + limit).map(({ id }) => id),
    );
    const isLast = from + limit >= cases.length;
    if (isLast) await log.client.query(SETTLED, [position]);
    return { ...committed, left: !isLast || log.pending.blocks.length > 1 };
  });
  // What did not commit was not written.
  if (done !== null) place.shelf.noteSettled(done);
  return settled;
}

/** Writes into rows and logs what these cases lack, under the log's lock. */
export async function settleCases(log: Locked, asked: readonly number[]): Promise<Committed> {
  const ids = asked.filter((id) => log.pending.names(id));
  if (ids.length === 0) return { entries: [], cases: [] };
  const loaded = await findCases(log, { ids }, 'none');
  const writes = [...loaded.rowVersion].flatMap(([id, rowVersion]): ChangedCase[] => {
    const stored = loaded.cases.byId(id);
    const clocks = log.pending.of(id, rowVersion).at(-1)?.clocks;
    if (stored === undefined || clocks === undefined) return [];
    const { stageClock, wholeClock } = clocks;
    return [{ kind: 'changed', id, events: [], state: stored.state, clocks: { stageClock, wholeClock } }];
  });
  return writes.length === 0 ? { entries: [], cases: [] } : write(log, loaded, writes);
}
