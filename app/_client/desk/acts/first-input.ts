import { openSupervisions } from '#domain/case/supervision.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { NO_INPUT, type ActInput } from './act-input.ts';
import type { ActId } from './acts.ts';
import { answerable, askable } from './asked.ts';

/** The department that as a rule answers for a case; null where none is known. */
export type Suggest = (summary: CaseDetailAnswer['summary']) => string | null;

/** What an act's form begins with: the likeliest choice where the case says one, nothing where the officer must choose. */
export function firstInput(act: ActId, detail: CaseDetailAnswer, suggest: Suggest): Omit<ActInput, 'text'> {
  const { text: _text, ...nothing } = NO_INPUT;
  const { categoryKey, conditionNo, phase, place } = detail.summary;
  const input = { ...nothing, categoryKey, conditionNo };
  switch (act) {
    case 'dispatch':
      // A first dispatch goes to whom the rule names; a second one is somebody else's by definition.
      return { ...input, department: phase === 'dispatch' ? suggest(detail.summary) : null };
    case 'ask':
      return { ...input, kind: askable(detail.rights)[0] ?? null };
    case 'answer':
      return { ...input, request: answerable(detail)[0]?.no ?? null };
    case 'reply':
      return { ...input, supervision: replyable(detail)[0]?.no ?? null };
    case 'shorten':
      return { ...input, limit: { value: null, unit: limitNow(detail)?.unit ?? nothing.limit.unit } };
    case 'pass':
      return { ...input, to: place.districtCode ?? '' };
    default:
      return input;
  }
}

/** What was chosen in a form, for the case as it is now: what it no longer offers begins anew. */
export function stillOffered(
  { categoryKey, conditionNo, kind, request, supervision, ...rest }: Omit<ActInput, 'text'>,
  detail: CaseDetailAnswer,
): Partial<Omit<ActInput, 'text'>> {
  return {
    ...rest,
    ...(categoryKey !== null && { categoryKey, conditionNo }),
    ...(kind !== null && askable(detail.rights).includes(kind) && { kind }),
    ...(answerable(detail).some(({ no }) => no === request) && { request }),
    ...(replyable(detail).some(({ no }) => no === supervision) && { supervision }),
  };
}

/** Supervisions that wait for a reply, the one demanded soonest first. */
export function replyable({ supervisions }: Pick<CaseDetailAnswer, 'supervisions'>): CaseDetailAnswer['supervisions'] {
  const due = ({ replyBy }: { replyBy: number | null }): number => replyBy ?? Number.MAX_SAFE_INTEGER;
  return openSupervisions({ supervisions, endedAt: null }).sort((a, b) => due(a) - due(b) || a.no - b.no);
}

/** The limit in force on the passage that runs; null where none is. */
export function limitNow({
  passages,
}: Pick<CaseDetailAnswer, 'passages'>): CaseDetailAnswer['passages'][number]['limit'] {
  return passages.at(-1)?.limit ?? null;
}
