import type { ApiPort } from '#application/api-port.ts';
import type { CaseLog } from '#application/ports.ts';
import type { LiveHub } from '#application/publish/live-hub.ts';

/** How far the picture may be behind the log and still be called ready. */
const MOST_BEHIND = 1_000;

/** Whether the node lives, and whether what it shows is what the store holds. */
export function healthOf(log: CaseLog, hub: LiveHub, node: ReturnType<ApiPort['health']['live']>): ApiPort['health'] {
  return {
    live: () => node,
    ready: async () => {
      const head = await log.head().catch(() => null);
      const { position } = hub.sizes();
      const store = head === null ? 'Postgres cannot be reached' : `log at ${head}`;
      const current = head !== null && head - position < MOST_BEHIND;
      return [
        { name: 'store', ok: head !== null, detail: store },
        { name: 'picture', ok: current, detail: `live picture at ${position}` },
      ];
    },
  };
}
