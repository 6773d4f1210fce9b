import type { Asked } from '../question/question.ts';

/** The figure that is taken apart: whose it is and which indicator. `code` is empty for what lies in no known place. */
export type OpenFigure = {
  readonly asked: Asked;
  readonly code: string;
  /** The row's own code, where it stands in the table. */
  readonly row: string;
  readonly role: 'one' | 'unknown' | 'source' | 'total';
  readonly name: string;
  readonly indicator: string;
};
