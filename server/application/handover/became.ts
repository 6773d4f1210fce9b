import type { Became, HandoverContent } from '#wire/http/handover.ts';
import type { OpenLines } from './gather.ts';
import { keysOf, lineKeys } from '#wire/handover-lines.ts';

/**
 * What became of every line of a handover. A line is open while it would be written again; one whose alert another has
 * now is passed; anything else is settled.
 *
 * @param ended when alerts ended (epoch ms), of those that have.
 */
export function becameOf(content: HandoverContent, now: OpenLines, ended: ReadonlyMap<number, number>): Became[] {
  const there = new Set(keysOf(now));
  const before = new Map(content.claims.items.map((claim) => [lineKeys.alert(claim), claim.by.id]));
  const holders = new Map(now.claims.items.map((claim) => [lineKeys.alert(claim), claim.by]));
  const endedAt = new Map([...ended].map(([alertId, at]) => [lineKeys.alert({ alertId }), at]));
  const alive = new Set(
    [...content.claims.items, ...content.shelved.items, ...content.standing.items]
      .filter(({ alertId }) => !ended.has(alertId))
      .map(lineKeys.alert),
  );
  return keysOf(content).map((key): Became => {
    const holder = holders.get(key) ?? null;
    // An alert is open until it has ended, whatever list it stood in.
    if (!there.has(key) && !alive.has(key)) return { key, state: 'settled', by: null, at: endedAt.get(key) ?? null };
    const passed = holder !== null && holder.id !== before.get(key);
    return { key, state: passed ? 'passed' : 'open', by: holder?.name ?? null, at: null };
  });
}
