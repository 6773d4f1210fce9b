import type { HandbookAnswer } from '#wire/http/handbook.ts';

export type StageLimitAnswer = HandbookAnswer['stageLimits'][number];

/** A stage with its limit of the city and, by place code, those of districts that have their own. */
export type StageRow = {
  readonly stage: StageLimitAnswer['stage'];
  readonly city: StageLimitAnswer | null;
  readonly districts: ReadonlyMap<string, StageLimitAnswer>;
};

/** Stages in the order of the flow, as the handbook lists them. */
export function stageRows(limits: readonly StageLimitAnswer[]): StageRow[] {
  return [...new Set(limits.map(({ stage }) => stage))].map((stage) => {
    const own = limits.filter((one) => one.stage === stage);
    return {
      stage,
      city: own.find(({ district }) => district === null) ?? null,
      districts: new Map(own.flatMap((one) => (one.district === null ? [] : [[one.district, one]]))),
    };
  });
}

/** Codes of the districts that have a limit of their own for any stage, ascending. */
export function districtsWithLimits(limits: readonly StageLimitAnswer[]): string[] {
  return [...new Set(limits.flatMap(({ district }) => district ?? []))].sort();
}
