import type { PlaceFigure } from '#wire/figures.ts';

export type LeagueEntry = {
  code: string;
  rank: number | null;
  /** Places gained since the standing day before, null where one of both is unknown. */
  gained: number | null;
  rate: number | null;
  target: number;
  belowTarget: boolean;
  trend: (number | null)[];
};

/** Places in order of rank; those with nothing due come last, by code. */
export function leagueView(places: readonly PlaceFigure[]): LeagueEntry[] {
  return places
    .map(({ code, rank, rankBefore, onTime, trend }): LeagueEntry => ({
      code,
      rank,
      gained: rank === null || rankBefore === null ? null : rankBefore - rank,
      rate: onTime.rate,
      target: onTime.target,
      belowTarget: onTime.rate !== null && onTime.rate < onTime.target,
      trend: trend.map((rate) => (rate === null ? null : Math.round(rate * 1e4) / 1e4)),
    }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.code.localeCompare(b.code, 'en'));
}
