import { arcMinutes, GOOD_ARC, LEAST_ARC } from '#domain/wall/unit.ts';
import type { ProbedText } from '../in-page/probe.ts';
import { beyond, inkOf, overlaps, shared, type Box } from '../measure/boxes.ts';
import { inkIn, type Ink } from '../measure/ink.ts';
import { leastContrast } from '../measure/large-text.ts';
import type { Picture } from '../measure/picture.ts';
import type { Finding } from './finding.ts';

/** How a picture hangs: pixels of the screenshot for one of CSS, millimetres a CSS pixel, the eye's distance in mm. */
export type Hanging = { scale: number; mmPerPixel: number; distance: number; neighbours: Sides };

type Size = { width: number; height: number };

/** At which sides of a screen the wall goes on. */
export type Sides = Readonly<Record<'left' | 'right' | 'top' | 'bottom', boolean>>;

/** What letters may stick out by, CSS pixels: rounding, and the slow walk of the picture against burn-in. */
const STICK_OUT = 1.5;
const WALK = 3;
const WALKED_PIXELS = 1;
/** Letters cover at least this share of their boxes; a lone dot or dash covers little. */
const LEAST_INK = 0.012;
const LETTERS = /[\p{L}\p{N}]/u;
/** Rounding to pixels may take this much of a size that was meant to be enough. */
const ROUNDING = 0.12;

export type TextSummary = { smallest: number | null; leastContrast: number | null };

/** Size, contrast, cutting, covering, overlap and place of every text. */
export function judgeTexts(
  texts: readonly ProbedText[],
  {
    size,
    picture,
    without,
    hanging,
  }: {
    size: Size;
    picture: Picture;
    without: Picture;
    hanging: Hanging;
  },
): { findings: Finding[]; summary: TextSummary } {
  const { scale } = hanging;
  const screen: Box = { x: -WALK, y: -WALK, width: size.width + 2 * WALK, height: size.height + 2 * WALK };
  const goingOn = openAt(screen, hanging.neighbours);
  const findings: Finding[] = [];
  const summary: TextSummary = { smallest: null, leastContrast: null };
  const visible = texts.filter((text) => {
    if (isAnothers(text, screen, goingOn)) return false;
    // Left out whole, as its panel says it may be.
    if (text.mayYield && text.lines.every((line) => shared(line, text.window ?? screen) === null)) return false;
    return text.lines.some((line) => beyond(line, screen) < Math.max(line.width, line.height));
  });
  for (const text of visible) {
    const said = quoted(text.text);
    const add = (kind: Finding['kind'], level: Finding['level'], what: string): void =>
      void findings.push({ kind, level, where: text.where, what, box: scaled(text.lines[0], scale) });
    const minutes = arcMinutes(text.em * hanging.mmPerPixel, hanging.distance);
    summary.smallest = Math.min(summary.smallest ?? Infinity, minutes);
    if (minutes < LEAST_ARC - ROUNDING) add('text-size', 'breach', `${said} is ${minutes.toFixed(1)}′ high`);
    else if (minutes < GOOD_ARC - ROUNDING) add('text-size', 'warning', `a text of ${minutes.toFixed(1)}′`);
    const inks = text.lines.map((line) => inkOf(line, text.em));
    const out = Math.max(...inks.map((ink) => beyond(ink, screen)));
    if (out > 0) {
      const off = Math.max(...inks.map((ink) => beyond(ink, goingOn)));
      if (off > 0) add('off-screen', 'breach', `${said} reaches ${off.toFixed(0)} px out of the wall`);
      else add('off-screen', 'warning', `${said} lies across a join`);
    }
    const cut = cutBy(inks, { ...text, window: goneOn(text.window, size, hanging.neighbours) });
    if (cut !== null) {
      const level = text.mayShorten && text.shortened ? 'warning' : 'breach';
      add('cut', level, `${said} is ${text.shortened ? 'shortened' : 'cut'} by ${cut.toFixed(0)} px`);
    }
    if (!LETTERS.test(text.text)) continue;
    const seen = inkIn(
      picture,
      without,
      text.lines.map((line) => within(line, text.window)).map((line) => scaled(line, scale)),
    );
    judgeInk(text, seen, minutes, add, summary);
  }
  findings.push(...judgeOverlaps(visible, scale));
  return { findings, summary };
}

/** A screen's box without an end where the wall goes on. */
function openAt({ x, y, width, height }: Box, { left, right, top, bottom }: Sides): Box {
  const far = 1e6;
  const from = { x: left ? -far : x, y: top ? -far : y };
  return { ...from, width: (right ? far : x + width) - from.x, height: (bottom ? far : y + height) - from.y };
}

function judgeInk(
  text: ProbedText,
  ink: Ink,
  minutes: number,
  add: (kind: Finding['kind'], level: Finding['level'], what: string) => void,
  summary: TextSummary,
): void {
  if (ink.contrast === null || ink.share < LEAST_INK)
    return add('covered', 'breach', `${quoted(text.text)} is not to be seen`);
  summary.leastContrast = Math.min(summary.leastContrast ?? Infinity, ink.contrast);
  const least = leastContrast(minutes, text.weight);
  if (ink.contrast < least)
    add('contrast', 'breach', `${quoted(text.text)} has a contrast of ${ink.contrast.toFixed(1)}, not ${least}`);
}

function judgeOverlaps(texts: readonly ProbedText[], scale: number): Finding[] {
  const boxes = texts.flatMap((text, index) =>
    text.lines.map((line) => ({ index, box: within(inkOf(line, text.em), text.window) })),
  );
  const told = new Set<string>();
  return overlaps(
    boxes.map(({ box }) => box),
    STICK_OUT,
  ).flatMap(([one, other]): Finding[] => {
    const [a, b] = [boxes[one], boxes[other]];
    if (a === undefined || b === undefined || a.index === b.index) return [];
    const key = `${a.index}/${b.index}`;
    if (told.has(key)) return [];
    told.add(key);
    const [first, second] = [texts[a.index], texts[b.index]];
    if (first === undefined || second === undefined) return [];
    const what = `${quoted(first.text)} and ${quoted(second.text)} (${second.where}) lie over one another`;
    return [{ kind: 'overlap', level: 'breach', where: first.where, what, box: scaled(a.box, scale) }];
  });
}

/** Whether most of a text stands beyond a join: the screen there shows it, and is judged by it. */
function isAnothers({ lines, em }: ProbedText, screen: Box, goingOn: Box): boolean {
  const inks = lines.map((line) => inkOf(line, em));
  const here = inks.reduce((sum, ink) => sum + areaOf(shared(ink, screen)), 0);
  const all = inks.reduce((sum, ink) => sum + areaOf(ink), 0);
  return here < all / 2 && inks.every((ink) => beyond(ink, goingOn) === 0);
}

function areaOf(box: Box | null): number {
  return box === null ? 0 : box.width * box.height;
}

/**
 * A text's window without an end where that is the screen's own and the wall goes on: what is left of the text stands on
 * the other screen, and lies across a join, which is said by itself.
 */
function goneOn(window: Box | null, { width, height }: Size, neighbours: Sides): Box | null {
  if (window === null) return null;
  const near = (one: number, other: number): boolean => Math.abs(one - other) <= WALK;
  return openAt(window, {
    left: neighbours.left && near(window.x, 0),
    right: neighbours.right && near(window.x + window.width, width),
    top: neighbours.top && near(window.y, 0),
    bottom: neighbours.bottom && near(window.y + window.height, height),
  });
}

function cutBy(inks: readonly Box[], { window, shortened }: ProbedText): number | null {
  if (window === null) return shortened ? 1 : null;
  const most = Math.max(...inks.map((ink) => beyond(ink, window)));
  return most > STICK_OUT + WALKED_PIXELS || shortened ? Math.max(1, most) : null;
}

function within(box: Box, window: Box | null): Box {
  if (window === null) return box;
  const x = Math.max(box.x, window.x);
  const y = Math.max(box.y, window.y);
  const right = Math.min(box.x + box.width, window.x + window.width);
  const bottom = Math.min(box.y + box.height, window.y + window.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

function scaled(box: Box | undefined, scale: number): Box {
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

function quoted(text: string): string {
  return `“${text.length > 24 ? `${text.slice(0, 23)}…` : text}”`;
}
