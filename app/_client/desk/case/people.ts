import type { CaseDetailAnswer } from '#wire/http/case.ts';

/** Somebody who had a part in a case: when they last did something (epoch ms), and what (an event's type). */
export type Involved = { readonly id: string; readonly name: string; readonly at: number; readonly did: string };

/** The people of a case, who did something last first; who has an alert of it is among them. */
export function involvedIn({ timeline, alerts }: Pick<CaseDetailAnswer, 'timeline' | 'alerts'>): readonly Involved[] {
  const acts = timeline.flatMap(({ actor, at, type }): Involved[] =>
    actor.kind === 'person' ? [{ id: actor.id, name: actor.name, at, did: type }] : [],
  );
  const held = alerts.flatMap(({ takenBy, takenByName, takenAt }): Involved[] =>
    takenBy === null || takenAt === null
      ? []
      : [{ id: takenBy, name: takenByName ?? '', at: takenAt, did: 'alert-taken' }],
  );
  const newest = new Map<string, Involved>();
  for (const one of [...acts, ...held]) if (one.at >= (newest.get(one.id)?.at ?? 0)) newest.set(one.id, one);
  return [...newest.values()].sort((a, b) => b.at - a.at);
}
