import { DEFAULT_RULES, type CaseRules } from '#domain/case/rules.ts';
import { ValueStore } from '../../stores/value-store.ts';

type ReadRules = () => Promise<CaseRules | null>;

/** What the city sets about its moves, as it was last read; until then the usual rules. The server decides by its own. */
export class RulesStore extends ValueStore<CaseRules> {
  readonly #readRules: ReadRules;

  constructor(readRules: ReadRules) {
    super(DEFAULT_RULES);
    this.#readRules = readRules;
  }

  /** Reads them anew; those that are held stay where they cannot be read. */
  async read(): Promise<void> {
    try {
      const rules = await this.#readRules();
      if (rules !== null) this.set(rules);
    } catch (error) {
      console.info('the rules could not be read', error);
    }
  }
}
