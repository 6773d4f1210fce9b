import type { CaseEvent } from '#domain/case/event.ts';
import type { CaseWalk } from './case-walk.ts';
import { blankFact, doerOf, type Fact, type FactKind } from './fact.ts';

/** What was done to the case in one moment. A re-dispatch straight from disposal is a dispatch of its own. */
export function momentFacts(walk: CaseWalk): Fact[] {
  let department: string | null = null;
  return walk.steps.flatMap(({ event, before }) => {
    const { at, data } = event;
    if (data.type === 'dispatched') {
      department = data.department;
      if (before === 'dispatch') return [];
      return [{ ...moment('dispatch', event, department), undoneAt: redispatchedAt(walk, at, department) }];
    }
    if (data.type === 'checked') return data.passed ? [] : [moment('rework', event, department)];
    const kind = MOMENT[data.type];
    return kind === undefined ? [] : [moment(kind, event, department)];
  });
}

const MOMENT: Partial<Record<CaseEvent['data']['type'], FactKind>> = {
  reworked: 'rework',
  returned: 'return',
  extended: 'extension',
  voided: 'void',
};

function moment(kind: FactKind, { at, actor }: CaseEvent, department: string | null): Fact {
  return { ...blankFact(kind, at), endedAt: at, done: true, department, doer: doerOf(actor) };
}

/** When a case that was sent to a department was sent to another one after an instant; null: never. */
export function redispatchedAt({ steps }: CaseWalk, after: number, department: string): number | null {
  const next = steps.find(
    ({ event: { at, data } }) => at > after && data.type === 'dispatched' && data.department !== department,
  );
  return next?.event.at ?? null;
}
