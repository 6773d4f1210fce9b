import type { Box } from '../measure/boxes.ts';

export const FINDING_KINDS = [
  'text-size',
  'contrast',
  'cut',
  'covered',
  'overlap',
  'off-screen',
  'overflow',
  'colour',
  'state',
  'flash',
  'page',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One thing that was found on one picture. A breach fails the run; a warning is for whoever designs. */
export type Finding = {
  kind: FindingKind;
  level: 'breach' | 'warning';
  /** The part of the wall, by its name in the page. */
  where: string;
  what: string;
  /** In pixels of the picture; null where it is of the whole. */
  box: Box | null;
};

/** The same words about the same part are told once, with how often they came. */
export function gathered(findings: readonly Finding[]): (Finding & { times: number })[] {
  const all = new Map<string, Finding & { times: number }>();
  for (const finding of findings) {
    const key = [finding.kind, finding.level, finding.where, finding.what].join('\n');
    const before = all.get(key);
    if (before === undefined) all.set(key, { ...finding, times: 1 });
    else before.times += 1;
  }
  return [...all.values()].sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
}
