import type { Principal } from '#domain/account/role.ts';
import type { ItemResult } from '#wire/http/rejection.ts';
import type { IncomingReport } from '../api-port.ts';
import { checkReport, type IngestParts } from '../ingest/reports.ts';

/** More at once is no probe. */
const MOST = 4;

/**
 * Takes reports of the canary's source: checked, located and written through the node's one writer like every report, up
 * to the point where a case would begin. One after the other, since each is a probe of its own.
 */
export async function takeCanaries(
  parts: IngestParts,
  source: Principal,
  items: readonly IncomingReport[],
): Promise<ItemResult[]> {
  const results: ItemResult[] = [];
  for (const [index, item] of items.entries()) {
    const checked = checkReport(parts, source, item);
    if ('rejected' in checked) results.push(checked.rejected);
    else if (index >= MOST) results.push(TOO_MANY);
    else {
      const mark = { name: item.sourceId, sentAt: item.reportedAt, receivedAt: parts.now() };
      const { no } = await parts.writer.submitCanary(mark);
      results.push({ status: 'accepted', caseNumber: `CANARY-${no}` });
    }
  }
  return results;
}

const TOO_MANY: ItemResult = {
  status: 'rejected',
  code: 'not-allowed',
  field: null,
  message: `a body holds at most ${MOST} canaries`,
};

/** What a canary's key may not send. */
export const CANARY_ONLY_REPORTS = 'this key sends canaries, which are reports and nothing else';
