import { FACT_KINDS } from '#domain/indicator/fact.ts';
import { BLOCK_BITS } from './fact-block.ts';

/**
 * How facts are made of events and laid out in columns. Raise it with every change of `factsOf` or of the columns: facts
 * stored under another one are not read, and made anew from the log.
 */
const MADE_BY = 1;

/** The name of the definition that stored facts are good for. */
export const FACT_DEFINITION = [MADE_BY, BLOCK_BITS, ...FACT_KINDS].join(' ');
