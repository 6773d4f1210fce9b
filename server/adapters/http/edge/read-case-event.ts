import type { IncomingCaseEvent, IncomingCaseName } from '#application/api-port.ts';
import { caseEventSchema, type CaseEventItem } from '#wire/http/case-event.ts';
import { findUnfitText } from '#wire/http/unfit-text.ts';
import { checkDue, checkInstant } from './check-instant.ts';
import type { ReadItem } from './read-report.ts';
import { rejected, rejectedBy } from './rejected.ts';

/** Reads one case event of a body; `now` is the platform's clock in epoch ms. */
export function readCaseEvent(value: unknown, now: number): ReadItem<IncomingCaseEvent> {
  const parsed = caseEventSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { ok: false, rejection: rejectedBy(parsed.error) };
  const item = parsed.data;
  const unfit = findUnfitText(item);
  if (unfit !== null) {
    return { ok: false, rejection: rejected('bad-text', unfit, `${unfit} holds a control character`) };
  }
  const badTime =
    checkInstant(item.at, now, 'at') ??
    (item.type === 'told' && typeof item.dueAt === 'number' ? checkDue(item.dueAt, now, 'dueAt') : null);
  if (badTime) return { ok: false, rejection: badTime };
  const { eventId, at, by = null } = item;
  return { ok: true, item: { eventId, case: nameOf(item), at, by, what: whatOf(item) } };
}

function nameOf({ caseSourceId, caseNumber }: CaseEventItem): IncomingCaseName {
  return caseSourceId === undefined
    ? { kind: 'number', number: caseNumber ?? '' }
    : { kind: 'source-id', sourceId: caseSourceId };
}

/** Members that were left out stay out: they say nothing. */
function whatOf(item: CaseEventItem): IncomingCaseEvent['what'] {
  if (item.type === 'move') return { type: 'move', move: item.move };
  const { phase, dueAt, department, place, note } = item;
  return {
    type: 'told',
    ...(phase === undefined ? {} : { phase }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(department === undefined ? {} : { department }),
    ...(place === undefined ? {} : { place }),
    note,
  };
}
