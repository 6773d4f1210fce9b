import type { z } from 'zod';
import type { caseEventSchema } from '#wire/http/case-event.ts';
import type { reportSchema } from '#wire/http/report.ts';
import type { Birth } from './births.ts';
import type { NamedAct } from './life.ts';
import type { SimCase } from './sim-case.ts';

/** Items as the public API takes them. */
export type ReportMessage = z.input<typeof reportSchema>;
export type EventMessage = z.input<typeof caseEventSchema>;
/** An event that moves a case of our own. */
export type MoveMessage = Extract<EventMessage, { type: 'move' }>;

/** A report in the API's words; `past`: what was done about it before it is reported. */
export function reportMessage({ case: it, words }: Birth, past: readonly NamedAct[]): ReportMessage {
  return {
    sourceId: it.id,
    reportedAt: it.reportedAt,
    channel: it.channel,
    category: words.names ? it.categoryKey : null,
    description: words.description,
    address: words.address,
    position: it.position,
    ...(words.component !== null && { component: words.component }),
    reporter: words.reporter,
    ...(past.length > 0 && { history: past.map(({ eventId, at, by, move }) => ({ eventId, at, by, move })) }),
  };
}

export function eventMessage(it: Pick<SimCase, 'id'>, { eventId, at, by, move }: NamedAct): EventMessage {
  return { type: 'move', eventId, caseSourceId: it.id, at, by, move };
}
