import type { CaseDetailAnswer } from '#wire/http/case.ts';

type Detail = Pick<CaseDetailAnswer, 'supporting' | 'supportFeedback'> & {
  readonly summary: Pick<CaseDetailAnswer['summary'], 'phase'>;
};

/**
 * How a supporting department stands: given, what it did is told; waiting, the disposal goes on and it has not; missing,
 * the disposal is over without it. Instants in epoch ms.
 */
export type SupportState = {
  readonly department: string;
  readonly state: 'given' | 'waiting' | 'missing';
  /** What it told, oldest first. */
  readonly told: readonly { readonly at: number; readonly note: string }[];
};

/** The supporting departments in the order they were named, each with what it told since the last dispatch. */
export function supportStates({ supporting, supportFeedback, summary }: Detail): SupportState[] {
  return supporting.map((department) => {
    const told = supportFeedback.filter((one) => one.department === department).sort((a, b) => a.at - b.at);
    const owed = summary.phase === 'dispose' ? 'waiting' : 'missing';
    return { department, told, state: told.length > 0 ? 'given' : owed };
  });
}
