import type { Principal } from '#domain/account/role.ts';
import type { ClaimResult, HandoverClaim } from '#wire/http/handover.ts';

/** What became of one claim that was to be passed: `had` where the one who comes had it already. */
export type Passed = { result: 'passed' | 'had' } | { result: 'another' | 'over'; by: string | null };

/** Gives an alert that `from` has to `to`, in one move; anybody else's is left as it is. Rejects with StoreUnavailable. */
export type PassClaim = (
  alertId: number,
  from: { id: string; name: string },
  to: { id: string; name: string },
) => Promise<Passed>;

/** Passes claims one by one. Only what the leaver had when the handover was written is offered. */
export async function takeOverClaims(
  pass: PassClaim,
  about: {
    who: Pick<Principal, 'id' | 'name'>;
    from: { id: string; name: string };
    offered: readonly HandoverClaim[];
    alerts: readonly number[];
  },
): Promise<ClaimResult[]> {
  const { who, from } = about;
  const offered = new Map(about.offered.filter(({ by }) => by.id === from.id).map((claim) => [claim.alertId, claim]));
  const results: ClaimResult[] = [];
  for (const alertId of new Set(about.alerts)) {
    const claim = offered.get(alertId);
    if (claim === undefined) {
      results.push({ alertId, caseNumber: '', result: 'not-offered', by: null });
      continue;
    }
    const passed = await pass(alertId, from, { id: who.id, name: who.name });
    const by = 'by' in passed ? passed.by : null;
    results.push({ alertId, caseNumber: claim.caseNumber, result: passed.result, by });
  }
  return results;
}
