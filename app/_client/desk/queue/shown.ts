import type { Stage } from '#domain/case/stage.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { GroupBy } from './alerts/group-by.ts';
import type { Line } from './held-order.ts';
import type { AlertSection, Section } from './order.ts';

/** What lines of a card have in common; `rest`: nothing but that they are left beside the largest cards. */
export type CardBy = GroupBy | 'rest';

/** One card: many lines that one cause or one holder explains. */
export type Card = {
  readonly id: string;
  readonly by: CardBy;
  /** The worst of its lines, whose clock the card shows; it says what they have in common too. */
  readonly worst: AlertRow;
  /** First instant of the span in which its lines fall due, epoch ms; null where they have none in common. */
  readonly dueFrom: number | null;
  readonly count: number;
  readonly states: readonly { readonly section: AlertSection; readonly count: number }[];
  readonly urgent: number;
  readonly untaken: number;
  /** Raised in the last ten minutes. */
  readonly recent: number;
  /** Where most of its lines are, for cards of more than one district: its code and how many. */
  readonly places: readonly { readonly district: string | null; readonly count: number }[];
  /** In which stages its lines are, for cards of one place: which and how many. */
  readonly stages: readonly { readonly stage: Stage; readonly count: number }[];
  readonly open: boolean;
  /** It came with a flood. */
  readonly storm: boolean;
  /** Nothing of it is left; it stays until the order is let go. */
  readonly gone: boolean;
};

/** A drawn row of the list: a section's heading with its count, a card, or a line, which may stand under its card. */
export type ShownRow =
  | { readonly kind: 'heading'; readonly section: Section; readonly count: number }
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'line'; readonly line: Line; readonly inCard: boolean };

/** What is on screen from top to bottom; its rows are made when they are asked for. */
export interface Shown {
  /** Rows, headings and cards among them. */
  readonly length: number;
  /** Rem from the top by row; one more than rows, the last is the whole height. */
  readonly tops: Float64Array;
  /** Cases in it, on lines or in cards. */
  readonly cases: number;
  rowAt(index: number): ShownRow | null;
  /** Names a row for as long as it is there. */
  keyAt(index: number): string;
  /** Whether a row can be selected. */
  isHeading(index: number): boolean;
  /** Row of a line or card by its id, -1 where it has none. */
  indexOf(id: string): number;
  /** Row of the first line of a case, -1 where it has none. */
  indexOfCase(caseId: number): number;
  /** Cases on lines and in cards from a row on. */
  casesFrom(index: number): number;
  /** How many cases wait outside for each section. */
  readonly waiting: readonly { readonly section: Section; readonly count: number }[];
}

/** How many cases wait outside. */
export function waitingCount({ waiting }: Shown): number {
  return waiting.reduce((sum, { count }) => sum + count, 0);
}
