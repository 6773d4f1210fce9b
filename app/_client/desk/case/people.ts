import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { Passed } from './passed.ts';

/** Somebody who had a part in a case: when they last did something (epoch ms), and what, without what they wrote. */
export type Involved = {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly did: Pick<Passed, 'type' | 'data'>;
};

const WRITTEN: ReadonlySet<string> = new Set(['text', 'reason', 'note']);

/** The people of a case, who did something last first; who has an alert of it is among them. */
export function involvedIn({ timeline, alerts }: Pick<CaseDetailAnswer, 'timeline' | 'alerts'>): readonly Involved[] {
  const acts = timeline.flatMap(({ actor, at, type, data }): Involved[] =>
    actor.kind === 'person' ? [{ id: actor.id, name: actor.name, at, did: { type, data: unwritten(data) } }] : [],
  );
  const held = alerts.flatMap(({ takenBy, takenByName, takenAt }): Involved[] =>
    takenBy === null || takenAt === null
      ? []
      : [{ id: takenBy, name: takenByName ?? '', at: takenAt, did: { type: 'alert-taken', data: {} } }],
  );
  const newest = new Map<string, Involved>();
  for (const one of [...acts, ...held]) if (one.at >= (newest.get(one.id)?.at ?? 0)) newest.set(one.id, one);
  return [...newest.values()].sort((a, b) => b.at - a.at);
}

/** What an act was about stays: its sentence names the kind of request, the department, the limit. */
function unwritten(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !WRITTEN.has(name)));
}
