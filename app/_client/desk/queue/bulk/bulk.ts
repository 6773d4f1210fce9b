import type { DispositionKind } from '#domain/alert/alert.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { Command, Move } from '#wire/command.ts';

const HOUR_MS = 3_600_000;

/** What may be done on several lines at once. */
export const BULK_ACTS = ['take', 'release', 'shelve', 'close-alert', 'urge', 'dispatch', 'comment', 'export'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

export function isBulkAct(id: string): id is BulkAct {
  return BULK_ACTS.some((one) => one === id);
}

/** A picked line: its case's alerts, worst first, and the worst of them. */
export type Picked = { readonly caseId: number; readonly caseNumber: string; readonly alerts: readonly AlertRow[] };

/** What was typed and chosen for an act on several. */
export type BulkInput = {
  readonly text: string;
  /** Whether dangerous cases are among them: left to themselves unless somebody says otherwise. */
  readonly withUrgent: boolean;
  /** For how long they are put aside, hours. */
  readonly hours: number;
  /** Why they are closed by hand. */
  readonly kind: DispositionKind;
};
export const NO_BULK_INPUT: BulkInput = { text: '', withUrgent: false, hours: 1, kind: 'handled' };

/** For how long something is usually put aside, hours. */
export const SHELF_HOURS = [1, 2, 4, 8, 24] as const;

/** Why a picked line is left out of an act. */
export type LeftOut = 'ended' | 'urgent' | 'taken' | 'not-mine' | 'stage' | 'no-department';

/** One case of an act on several: the commands that carry it out in turn, or why there is none. */
export type BulkStep =
  | { readonly picked: Picked; readonly commands: readonly Command[] }
  | { readonly picked: Picked; readonly leftOut: LeftOut };

type PlanParts = {
  readonly me: string;
  /** Code of the department that as a rule answers for an alert's case; null where the rule names none. */
  readonly suggested: (row: AlertRow) => string | null;
  readonly newRequestId: () => string;
  /** The server's time, epoch ms. */
  readonly now: number;
};

/** Acts whose harm cannot be seen at a glance: dangerous cases are not among them by themselves. */
const SPARES_URGENT: readonly BulkAct[] = ['dispatch', 'urge', 'shelve', 'close-alert'];

/**
 * What an act on several will do, case by case, before anybody says yes. A move is decided on what the line says now: when
 * somebody moves the case meanwhile it is refused for that case.
 */
export function planBulk(act: BulkAct, picked: readonly Picked[], input: BulkInput, parts: PlanParts): BulkStep[] {
  return picked.map((one): BulkStep => {
    const [worst] = one.alerts;
    if (worst === undefined) return { picked: one, leftOut: 'ended' };
    if (worst.urgent && SPARES_URGENT.includes(act) && !input.withUrgent) return { picked: one, leftOut: 'urgent' };
    switch (act) {
      case 'take': {
        const free = one.alerts.filter(({ status }) => status === 'open');
        if (free.length === 0) return { picked: one, leftOut: 'taken' };
        return { picked: one, commands: free.map(({ id }) => ({ name: 'take', alertId: id })) };
      }
      case 'release': {
        const mine = one.alerts.filter(({ takenBy, status }) => takenBy === parts.me || status === 'shelved');
        if (mine.length === 0) return { picked: one, leftOut: 'not-mine' };
        return { picked: one, commands: mine.map(({ id }) => ({ name: 'release', alertId: id })) };
      }
      case 'shelve': {
        const free = one.alerts.filter(
          ({ takenBy, status }) => status !== 'shelved' && (takenBy === null || takenBy === parts.me),
        );
        if (free.length === 0) return { picked: one, leftOut: 'taken' };
        const order = { reason: input.text.trim(), until: parts.now + input.hours * HOUR_MS };
        return { picked: one, commands: free.map(({ id }) => ({ name: 'shelve', alertId: id, order })) };
      }
      case 'close-alert': {
        const free = one.alerts.filter(({ takenBy }) => takenBy === null || takenBy === parts.me);
        if (free.length === 0) return { picked: one, leftOut: 'taken' };
        const order = { kind: input.kind, note: input.text.trim() };
        return { picked: one, commands: free.map(({ id }) => ({ name: 'close', alertId: id, order })) };
      }
      case 'dispatch': {
        if (worst.stage !== 'dispatch') return { picked: one, leftOut: 'stage' };
        const department = parts.suggested(worst);
        if (department === null) return { picked: one, leftOut: 'no-department' };
        return moved(one, { move: 'dispatch', department, supporting: [], note: input.text.trim() }, worst, parts);
      }
      case 'urge':
        return moved(one, { move: 'urge', note: input.text.trim() }, null, parts);
      case 'comment':
        return moved(one, { move: 'comment', text: input.text.trim() }, null, parts);
      case 'export':
        return { picked: one, commands: [] };
    }
  });
}

/**
 * How an act on several is kept from being a mistake, beside the question before it. `contrary`: what was done can be
 * undone by a contrary act on each. `held`: nothing undoes it, so it is sent only after a while in which it can be taken
 * back. `nothing`: it changes nothing.
 */
export const BULK_SAFETY: Readonly<Record<BulkAct, 'contrary' | 'held' | 'nothing'>> = {
  take: 'contrary',
  release: 'contrary',
  shelve: 'contrary',
  'close-alert': 'contrary',
  urge: 'held',
  dispatch: 'held',
  comment: 'held',
  export: 'nothing',
};

/** What undoes the commands of a step that was carried out, on what its line said before; none where nothing does. */
export function contraryOf({ picked, commands }: Extract<BulkStep, { commands: unknown }>, me: string): Command[] {
  return commands.flatMap((command): Command[] => {
    if (command.name === 'move') return [];
    const { alertId } = command;
    if (command.name !== 'release') return [{ name: 'release', alertId }];
    const before = picked.alerts.find(({ id }) => id === alertId);
    if (before?.takenBy === me) return [{ name: 'take', alertId }];
    if (!before?.shelved) return [];
    const { reason, until } = before.shelved;
    return [{ name: 'shelve', alertId, order: { reason, until } }];
  });
}

/** Whether an act has all that it needs. */
export function isComplete(act: BulkAct, { text, kind }: BulkInput): boolean {
  if (act === 'close-alert') return kind !== 'other' || text.trim() !== '';
  return (act !== 'comment' && act !== 'shelve') || text.trim() !== '';
}

function moved(picked: Picked, move: Move, decidedOn: AlertRow | null, { newRequestId }: PlanParts): BulkStep {
  const request = { requestId: newRequestId(), expected: decidedOn?.moveVersion ?? null, move };
  return { picked, commands: [{ name: 'move', caseNumber: picked.caseNumber, request }] };
}
