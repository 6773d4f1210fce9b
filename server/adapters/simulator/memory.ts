import type { QueryPort } from '#application/api-port.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import type { Principal } from '#domain/account/role.ts';

/** What the platform still knows of the simulator's cases: a simulator that starts again takes them up. */
export type SimulatorMemory = {
  openCases(): Promise<CaseSummary[]>;
  /** Whether any case was reported in [from, until), epoch ms. */
  hasReports(from: number, until: number): Promise<boolean>;
  /** One case as it is now; null when there is none. */
  find(number: string): Promise<CaseSummary | null>;
};

const PAGE = 500;
const NOTHING = { place: null, category: null, phases: null, overdue: null, text: null };

/** The same answers that GET /api/v1/cases gives, for the simulator's own source in all of a city. */
export function memoryOf(
  queries: Pick<QueryPort, 'listCases' | 'caseByNumber'>,
  source: string,
  city: string,
): SimulatorMemory {
  const who: Principal = {
    kind: 'system',
    id: source,
    name: source,
    role: 'administrator',
    scope: city,
    department: null,
  };
  const filter = { ...NOTHING, source, since: null, until: null };
  return {
    async openCases() {
      const found: CaseSummary[] = [];
      for (let beforeId: number | null = null; ;) {
        const page = await queries.listCases(who, { ...filter, open: true }, { beforeId, limit: PAGE });
        found.push(...page.cases);
        beforeId = page.nextBeforeId;
        if (beforeId === null) return found;
      }
    },
    async hasReports(since, until) {
      const asked = { ...filter, open: null, since, until };
      return (await queries.listCases(who, asked, { beforeId: null, limit: 1 })).cases.length > 0;
    },
    find: async (number) => (await queries.caseByNumber(who, number))?.summary ?? null,
  };
}
