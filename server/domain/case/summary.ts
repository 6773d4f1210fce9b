import type { CaseState, CaseSummary } from './case.ts';
import { waitsOf } from './waits.ts';

/** What names a case beside its state. */
export type CaseIdentity = Pick<CaseSummary, 'id' | 'number' | 'source' | 'externalId' | 'simulated'>;

/**
 * The flat picture of a case for lists, projections and the deadline keeper. The clocks come from whoever counted them:
 * they need a calendar, the rest does not.
 */
export function summaryOf(
  identity: CaseIdentity,
  state: CaseState,
  clocks: Pick<CaseSummary, 'stageClock' | 'wholeClock'>,
): CaseSummary {
  const waits = waitsOf(state);
  return {
    id: identity.id,
    number: identity.number,
    source: identity.source,
    externalId: identity.externalId,
    simulated: identity.simulated,
    phase: state.phase,
    conduct: state.conduct,
    channel: state.channel,
    categoryKey: state.categoryKey,
    conditionNo: state.conditionNo,
    urgent: state.urgent,
    suspended: state.suspended !== null,
    supervisionLevel: state.supervisionLevel,
    position: state.position,
    place: state.place,
    address: state.address,
    department: state.department,
    reportedAt: state.reportedAt,
    filedAt: state.filedAt,
    stageEnteredAt: currentInstance(state)?.enteredAt ?? state.endedAt ?? state.reportedAt,
    endedAt: state.endedAt,
    stageClock: clocks.stageClock,
    wholeClock: clocks.wholeClock,
    reworks: state.counts.rework,
    ...(waits && { waits }),
    version: state.version,
    moveVersion: state.moveVersion,
  };
}

/** The passage the case is in now; undefined once it has ended. */
export function currentInstance(state: CaseState): CaseState['instances'][number] | undefined {
  const last = state.instances.at(-1);
  return last?.leftAt === null ? last : undefined;
}
