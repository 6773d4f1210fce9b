import type { Shot } from '../shoot.ts';
import { mostFlashes, type Look } from '../measure/flash.ts';
import { gathered, type Finding } from './finding.ts';
import { judgeStates, type Standing } from './states.ts';
import { judgeTexts, type Hanging, type TextSummary } from './texts.ts';

/** What was found on one picture. */
export type Judgement = TextSummary & {
  texts: number;
  /** The most flashes in a second, null where nobody watched. */
  flashes: number | null;
  findings: (Finding & { times: number })[];
};

/** So many flashes in one second are a breach: under 3 Hz is the house's rule, a little stricter than WCAG 2.3.1. */
const MOST_FLASHES = 3;

/** Measures one picture by all rules. `looks`: the page as it was watched, null where it was not. */
export function judgeShot(
  shot: Shot,
  { hanging, standing, looks }: { hanging: Hanging; standing: Standing; looks: readonly Look[] | null },
): Judgement {
  const { probed, picture, without } = shot;
  const texts = judgeTexts(probed.texts, { size: probed.size, picture, without, hanging });
  const findings = [...texts.findings, ...judgeStates(probed, { picture, scale: hanging.scale, standing })];
  const whole = (kind: Finding['kind'], where: string, what: string): void =>
    void findings.push({ kind, level: 'breach', where, what, box: null });
  const { x, y } = probed.overflow;
  if (x > 0 || y > 0) whole('overflow', 'page', `the page is ${x} px wider and ${y} px higher than its screen`);
  if (probed.texts.length === 0) whole('page', 'page', 'there is no text on it');
  for (const { where, hertz } of probed.motions)
    if (hertz >= MOST_FLASHES) whole('flash', where, `an animation turns ${hertz.toFixed(1)} times a second`);
  const flashes = looks === null ? null : mostFlashes(looks).flashes;
  if (flashes !== null && flashes >= MOST_FLASHES) whole('flash', 'page', `${flashes} flashes in one second`);
  return { ...texts.summary, texts: probed.texts.length, flashes, findings: gathered(findings) };
}
