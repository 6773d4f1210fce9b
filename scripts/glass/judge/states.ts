import { PALETTE } from '#client/theme/palette.ts';
import type { Probed, ProbedShape } from '../in-page/probe.ts';
import type { Box } from '../measure/boxes.ts';
import { paintedIn, strays, type Claim } from '../measure/claims.ts';
import { contrast, deuteranope, difference, greyscale, rgbOf, type Rgb } from '../measure/colour.ts';
import { claimOf, type Family } from '../measure/families.ts';
import { LEAST_SHAPE_CONTRAST } from '../measure/large-text.ts';
import type { Picture } from '../measure/picture.ts';
import type { Finding } from './finding.ts';

/** The states that a colour may stand for, with their family. */
export const STATE_FAMILY: Readonly<Record<string, Family>> = {
  warn: 'amber',
  late: 'amber',
  stale: 'amber',
  lost: 'amber',
  out: 'red',
  sup: 'magenta',
  new: 'cyan',
};

/** What really stands in the city: how many of each state, as the server says. */
export type Standing = Readonly<Record<'warn' | 'out' | 'sup', number>>;

/** Two states whose colours are nearer than this can only be told by shape or word. */
const TOLD_APART = 10;

/** Colours where no state of their meaning stands, and states that are said by colour alone. */
export function judgeStates(
  probed: Probed,
  { picture, scale, standing }: { picture: Picture; scale: number; standing: Standing },
): Finding[] {
  const at = (box: Box): Box => ({
    x: box.x * scale,
    y: box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
  });
  const findings: Finding[] = [];
  const accounted: { box: Box; families: Claim[] }[] = [];
  for (const { rgb, box, where, state, said } of probed.paints) {
    const claim = claimOf(rgb);
    if (claim === null) continue;
    const add = (kind: Finding['kind'], what: string): void =>
      void findings.push({ kind, level: 'breach', where, what, box: at(box) });
    if (claim === 'foreign') add('colour', `the colour rgb(${rgb.join(' ')}) is none of the palette`);
    else if (state === null) add('colour', `${claim} stands for no state`);
    else if (STATE_FAMILY[state] !== claim) add('colour', `${claim} stands for “${state}”`);
    else if (!said) add('state', `“${state}” is said by ${claim} alone, with neither shape nor word`);
    accounted.push({ box: at(box), families: [claim] });
  }
  const onMaps: Claim[] = ['cyan'];
  if (standing.warn > 0) onMaps.push('amber');
  if (standing.out > 0) onMaps.push('red');
  if (standing.sup > 0) onMaps.push('magenta');
  for (const { box } of probed.canvases) accounted.push({ box: at(box), families: onMaps });
  for (const { claim, box } of strays(picture, accounted))
    findings.push({
      kind: 'colour',
      level: 'breach',
      where: partAt(probed, box, scale),
      what: `${claim} without a state`,
      box,
    });
  findings.push(...judgeShapes(probed.shapes, picture, at));
  return findings;
}

/** Whatever is drawn there, by the text or map nearest to it. */
function partAt({ canvases, texts }: Probed, box: Box, scale: number): string {
  const [x, y] = [(box.x + box.width / 2) / scale, (box.y + box.height / 2) / scale];
  const holds = (each: Box): boolean =>
    x >= each.x && y >= each.y && x <= each.x + each.width && y <= each.y + each.height;
  const map = canvases.find((canvas) => holds(canvas.box));
  if (map !== undefined) return map.where;
  const far = (each: Box | undefined): number =>
    each === undefined ? Infinity : Math.hypot(each.x + each.width / 2 - x, each.y + each.height / 2 - y);
  return [...texts].sort((a, b) => far(a.lines[0]) - far(b.lines[0]))[0]?.where ?? 'page';
}

/** Whether states differ by more than colour, and stand out from what is behind them, as a deuteranope sees them too. */
function judgeShapes(shapes: readonly ProbedShape[], picture: Picture, at: (box: Box) => Box): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, { outline: string; colour: Rgb; where: string }>();
  for (const { kind, outline, where, box } of shapes) {
    const family = STATE_FAMILY[kind];
    if (family === undefined) {
      findings.push({ kind: 'state', level: 'breach', where, what: `there is no state “${kind}”`, box: at(box) });
      continue;
    }
    const colour = paintedIn(picture, at(box), family);
    const before = seen.get(kind);
    if (before !== undefined && before.outline !== outline)
      findings.push({ kind: 'state', level: 'breach', where, what: `“${kind}” has two shapes`, box: at(box) });
    // A part that lost its colour keeps its shapes; one that has it must be seen on the darkest and lightest ground of a map.
    if (before === undefined && colour !== null) seen.set(kind, { outline, colour, where });
  }
  const kinds = [...seen];
  kinds.forEach(([kind, one], index) => {
    const ground = rgbOf(PALETTE.land);
    for (const [how, view] of [
      ['to a deuteranope', deuteranope],
      ['in greyscale', greyscale],
    ] as const) {
      const ratio = contrast(view(one.colour), view(ground));
      if (ratio < LEAST_SHAPE_CONTRAST)
        findings.push({
          kind: 'state',
          level: 'breach',
          where: one.where,
          what: `“${kind}” has ${ratio.toFixed(1)} on land ${how}`,
          box: null,
        });
      for (const [other, two] of kinds.slice(index + 1)) {
        if (difference(view(one.colour), view(two.colour)) >= TOLD_APART) continue;
        const level = one.outline === two.outline ? 'breach' : 'warning';
        const rest = level === 'breach' ? 'and by nothing else' : 'and by their shapes';
        findings.push({
          kind: 'state',
          level,
          where: one.where,
          what: `“${kind}” and “${other}” hardly differ in colour ${how}, ${rest}`,
          box: null,
        });
      }
    }
    for (const [other, two] of kinds.slice(index + 1))
      if (one.outline === two.outline)
        findings.push({
          kind: 'state',
          level: 'breach',
          where: one.where,
          what: `“${kind}” and “${other}” have one shape`,
          box: null,
        });
  });
  return findings;
}
