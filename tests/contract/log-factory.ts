import type { CaseLog } from '#application/ports.ts';

/** A fresh, empty log for one test. `other` writes to the same store as a second node would. */
export type LogFactory = () => Promise<{ log: CaseLog; other: CaseLog; close: () => Promise<void> }>;
