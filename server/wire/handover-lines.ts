import type { HandoverContent } from './http/handover.ts';

/** Names of lines, by which a stored handover is held against what is there now. */
export const lineKeys = {
  alert: ({ alertId }: { alertId: number }): string => `alert/${alertId}`,
  promise: ({ kind, caseNumber, no }: { kind: string; caseNumber: string; no: number | null }): string =>
    `${kind}/${caseNumber}/${no ?? ''}`,
  team: ({ code }: { code: string }): string => `team/${code}`,
  feed: ({ id }: { id: string }): string => `feed/${id}`,
  screen: ({ wall, screen }: { wall: string; screen: string }): string => `screen/${wall}/${screen}`,
} as const;

type HandoverLists = Pick<
  HandoverContent,
  'claims' | 'shelved' | 'standing' | 'promises' | 'teams' | 'feeds' | 'screens'
>;

/** Every line of a handover that can be settled, in the order in which it is read. What a wall showed is no such line. */
export function keysOf(content: HandoverLists): string[] {
  const { claims, shelved, standing, promises, teams, feeds, screens } = content;
  return [
    ...new Set([
      ...[...claims.items, ...shelved.items, ...standing.items].map(lineKeys.alert),
      ...promises.items.map(lineKeys.promise),
      ...teams.items.map(lineKeys.team),
      ...feeds.items.map(lineKeys.feed),
      ...screens.items.map(lineKeys.screen),
    ]),
  ];
}
