import { categoryKey, type Category, type CategoryKey, type Kind } from '#domain/category/category.ts';
import { NATIONAL_2013 } from '#domain/category/code-system.ts';
import type { Channel } from '#domain/case/event.ts';
import { basisOf } from '#domain/clock/limit.ts';
import { categoryRows } from './categories.ts';
import { conditionRows } from './conditions.ts';
import { CITY_MONTH, COMMON_COMPONENTS, COMMON_EVENTS, COUNTY_COUNTS, type CountedCategory } from './mix-counts.ts';

/** Tianjin handles about 800,000 problems a year (津城管科〔2019〕120号). */
export const CASES_PER_DAY = 2_200;

/** Share of events among all cases: 97.5 % in the month of `CITY_MONTH`. */
export const EVENT_SHARE = 0.975;

/** Who reports: 95.7 % collectors, 4.3 % the public in the same month. Weights sum to 1. */
export const CHANNEL_MIX: readonly { readonly channel: Channel; readonly weight: number }[] = [
  { channel: 'collector', weight: 0.957 },
  { channel: 'public', weight: 0.043 },
];

/** Of the component cases this share is litter bins, by far the commonest component counted; assumed. */
const BIN_SHARE = 0.4;

/** How often a category comes up. */
export type MixEntry = {
  readonly categoryKey: CategoryKey;
  /** Share of all cases, above 0; all sum to 1. */
  readonly weight: number;
  /** `counted` from published figures; `assumed` = a rank of ours in the long tail. */
  readonly basis: 'counted' | 'assumed';
  /** Closed ÷ filed where counted, else null: components and road damage close far worse than street events. */
  readonly closedShare: number | null;
};

/** How often a filing condition comes up within its category; weights sum to 1 in each category. */
export type ConditionWeight = {
  readonly categoryKey: CategoryKey;
  readonly conditionNo: number;
  readonly weight: number;
};

/**
 * The demonstration's mix of cases: a heavy head as counted in two places and a long tail in which every category of
 * the catalogue comes up now and then (weight falling with its rank).
 */
export function caseMix(): readonly MixEntry[] {
  const events = eventShares();
  const components = componentShares();
  return [
    ...kindMix('event', EVENT_SHARE, events, COMMON_EVENTS),
    ...kindMix('component', 1 - EVENT_SHARE, components, COMMON_COMPONENTS),
  ];
}

/**
 * Weights of the filing conditions; no figures are published, so a rule: of a component's conditions the dangerous ones
 * (continuous clock) are a third as common as the others, of an event's each next one is rarer.
 */
export function conditionMix(): readonly ConditionWeight[] {
  const raw = conditionRows().map(({ categoryKey: key, conditionNo, limit }) => {
    const component = key.startsWith(`${NATIONAL_2013}:component:`);
    const weight = component ? (basisOf(limit.unit) === 'continuous' ? 1 : 3) : 1 / conditionNo;
    return { categoryKey: key, conditionNo, weight };
  });
  const totals = new Map<CategoryKey, number>();
  for (const { categoryKey: key, weight } of raw) totals.set(key, (totals.get(key) ?? 0) + weight);
  return raw.map((row) => ({ ...row, weight: row.weight / (totals.get(row.categoryKey) ?? row.weight) }));
}

/**
 * Shares of the counted events among all events: the mean of the two places. The city names only its two leading types:
 * the others count as none there, and that part goes to the tail.
 */
function eventShares(): ReadonlyMap<string, number> {
  const counted = COUNTY_COUNTS.filter((row) => row.kind === 'event');
  const countyTotal = counted.reduce((sum, row) => sum + row.filed, 0);
  const cityTotal = CITY_MONTH.filed * EVENT_SHARE;
  return new Map(
    counted.map(({ code, filed }) => {
      const cityFiled = CITY_MONTH.events.find((row) => row.code === code)?.filed ?? 0;
      return [code, (filed / countyTotal + cityFiled / cityTotal) / 2];
    }),
  );
}

/** Shares of the counted components among all components, in their counted proportion to litter bins. */
function componentShares(): ReadonlyMap<string, number> {
  const counted = COUNTY_COUNTS.filter((row) => row.kind === 'component');
  const bins = Math.max(...counted.map((row) => row.filed));
  return new Map(counted.map(({ code, filed }) => [code, (BIN_SHARE * filed) / bins]));
}

function kindMix(kind: Kind, share: number, counted: ReadonlyMap<string, number>, common: string): MixEntry[] {
  const tail = tailCodes(kind, common.split(' '), counted);
  const tailShare = 1 - [...counted.values()].reduce((sum, part) => sum + part, 0);
  const harmonic = tail.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  return [
    ...[...counted].map(([code, part]) => ({
      categoryKey: keyOf(kind, code),
      weight: share * part,
      basis: 'counted' as const,
      closedShare: closedShareOf(kind, code),
    })),
    ...tail.map((code, rank) => ({
      categoryKey: keyOf(kind, code),
      weight: (share * tailShare) / (rank + 1) / harmonic,
      basis: 'assumed' as const,
      closedShare: null,
    })),
  ];
}

/** The uncounted codes of a kind: the common ones by rank, then the rest in the catalogue's order. */
function tailCodes(kind: Kind, common: readonly string[], counted: ReadonlyMap<string, number>): string[] {
  const known = categoryRows()
    .filter((category) => category.kind === kind)
    .map(codeOf);
  return [...new Set([...common, ...known])].filter((code) => !counted.has(code));
}

function closedShareOf(kind: Kind, code: string): number | null {
  const row = COUNTY_COUNTS.find((entry: CountedCategory) => entry.kind === kind && entry.code === code);
  return row === undefined ? null : row.closed / row.filed;
}

function codeOf({ classCode, subCode }: Category): string {
  return classCode + subCode;
}

function keyOf(kind: Kind, code: string): CategoryKey {
  return categoryKey(NATIONAL_2013, kind, code.slice(0, 2), code.slice(2));
}
