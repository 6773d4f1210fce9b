import type { Box } from '../measure/boxes.ts';

/** One line of one text as it lies on the screen, in CSS pixels. */
export type Line = Box;

export type ProbedText = {
  text: string;
  /** What part of the wall it stands in: the name of the nearest part that has one. */
  where: string;
  /** Em height in CSS pixels as painted, scaled drawings included. */
  em: number;
  weight: number;
  /** One box a line; of turned text one a letter. */
  lines: Line[];
  /** What the parts around it let through; null where nothing cuts. */
  window: Box | null;
  /** Its end is replaced by dots. */
  shortened: boolean;
  /** Its part says that it may be shortened: words of any length, of which the beginning says enough. */
  mayShorten: boolean;
  /** Its part says that it is left out whole where it has no room. */
  mayYield: boolean;
};

/** Something painted in a strong colour by the page itself. */
export type ProbedPaint = {
  where: string;
  box: Box;
  /** Red, green and blue, 0–255. */
  rgb: [number, number, number];
  /** What the nearest part says it stands for: its `data-state`, or the kind of a shape. Null: it says nothing. */
  state: string | null;
  /** Besides the colour there is a shape or a word in the part that has the state. */
  said: boolean;
};

export type ProbedShape = { kind: string; where: string; box: Box; outline: string };

/** A picture that is not made of elements: a map. */
export type ProbedCanvas = { where: string; box: Box };

export type ProbedMotion = { where: string; hertz: number };

export type Probed = {
  size: { width: number; height: number };
  texts: ProbedText[];
  paints: ProbedPaint[];
  shapes: ProbedShape[];
  canvases: ProbedCanvas[];
  /** Endless animations of light or colour, by the times a second that they turn back. */
  motions: ProbedMotion[];
  /** How far the page reaches beyond its window, in CSS pixels. */
  overflow: { x: number; y: number };
};

/** Runs in the page: what it is made of, measured where it lies. Needs nothing from outside of itself. */
export function probe(): Probed {
  const boxOf = ({ x, y, width, height }: DOMRect): Box => ({ x, y, width, height });
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  };
  const whereOf = (element: Element): string =>
    element.closest('[data-testid]')?.getAttribute('data-testid') ?? element.tagName.toLowerCase();
  const scaleOf = (element: Element): number => {
    if (element instanceof SVGGraphicsElement) {
      const { a = 1, b = 0 } = element.getScreenCTM() ?? {};
      return Math.hypot(a, b);
    }
    if (!(element instanceof HTMLElement) || element.offsetWidth === 0) return 1;
    const angle = Math.abs(parseFloat(styleOf(element).rotate) || 0) % 180;
    return angle === 0 ? element.getBoundingClientRect().width / element.offsetWidth : 1;
  };
  const isTurned = (element: Element): boolean => {
    if (!(element instanceof SVGGraphicsElement)) return false;
    return Math.abs(element.getScreenCTM()?.b ?? 0) > 0.02;
  };
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  const windowOf = (element: Element): Box | null => {
    // What the page's own edge hides is off the screen, and judged as that.
    let cut: Box | null = null;
    for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY, display } = styleOf(at);
      const clips = (overflow: string): boolean => overflow !== 'visible';
      const drawn = at instanceof SVGElement && !(at instanceof SVGSVGElement);
      if (drawn || display === 'inline' || display === 'contents' || (!clips(overflowX) && !clips(overflowY))) continue;
      const box = boxOf(at.getBoundingClientRect());
      const x = clips(overflowX) ? box.x : -1e6;
      const y = clips(overflowY) ? box.y : -1e6;
      const next = { x, y, width: clips(overflowX) ? box.width : 2e6, height: clips(overflowY) ? box.height : 2e6 };
      const left: number = Math.max(cut?.x ?? -1e6, next.x);
      const top: number = Math.max(cut?.y ?? -1e6, next.y);
      cut = {
        x: left,
        y: top,
        width: Math.min(cut === null ? 1e6 : cut.x + cut.width, next.x + next.width) - left,
        height: Math.min(cut === null ? 1e6 : cut.y + cut.height, next.y + next.height) - top,
      };
    }
    return cut;
  };
  const isShortened = (element: Element): boolean => {
    for (let at: Element | null = element, up = 0; at !== null && up < 3; at = at.parentElement, up++) {
      if (at instanceof HTMLElement && styleOf(at).textOverflow === 'ellipsis' && at.scrollWidth > at.clientWidth)
        return true;
    }
    return false;
  };

  const linesOf = (node: Node, turned: boolean): Box[] => {
    const range = document.createRange();
    if (!turned) {
      range.selectNodeContents(node);
      return [...range.getClientRects()].map(boxOf).filter(({ width, height }) => width > 0 && height > 0);
    }
    const letters = node.textContent ?? '';
    return [...letters].flatMap((_, index) => {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      return [boxOf(range.getBoundingClientRect())];
    });
  };

  const texts: ProbedText[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (element === null || text === '' || /^(SCRIPT|STYLE|NOSCRIPT|TITLE)$/.test(element.tagName)) continue;
    if (!isSeen(element)) continue;
    const turned = isTurned(element);
    const lines = linesOf(node, turned);
    if (lines.length === 0) continue;
    const style = styleOf(element);
    texts.push({
      text,
      where: whereOf(element),
      em: parseFloat(style.fontSize) * scaleOf(element),
      weight: Number(style.fontWeight),
      lines,
      window: windowOf(element),
      shortened: isShortened(element),
      mayShorten: element.closest('[data-may-shorten]') !== null,
      mayYield: element.closest('[data-may-yield]') !== null,
    });
  }

  const colourOf = (text: string): [number, number, number] | null => {
    const parts = /^rgba?\(([^)]*)\)$/
      .exec(text)?.[1]
      ?.split(/[\s,/]+/)
      .map(Number);
    if (parts === undefined || (parts[3] ?? 1) < 0.15) return null;
    const [red = 0, green = 0, blue = 0] = parts;
    return Math.max(red, green, blue) - Math.min(red, green, blue) < 30 ? null : [red, green, blue];
  };
  const hasWords = (part: Element): boolean => /[\p{L}\p{N}]/u.test(part.textContent ?? '');
  /** A drawing, a texture, words, or the state's own shape beside it. */
  const isSaid = (part: Element, state: string | null): boolean =>
    part instanceof SVGElement ||
    part.querySelector('[data-shape]') !== null ||
    hasWords(part) ||
    styleOf(part).backgroundImage !== 'none' ||
    (part.parentElement?.parentElement?.closest('body *')?.querySelector(`[data-shape='${state}']`) ?? null) !== null;
  const stateOf = (element: Element): { state: string | null; said: boolean } => {
    const part = element.closest('[data-state], [data-shape]');
    const state = part?.getAttribute('data-shape') ?? part?.getAttribute('data-state') ?? null;
    return { state, said: part !== null && isSaid(part, state) };
  };
  const patternOf = (fill: string): readonly Element[] => {
    const id = /^url\(["']?#(.+?)["']?\)/.exec(fill)?.[1];
    return [...(id === undefined ? [] : (document.getElementById(id)?.children ?? []))];
  };
  const paints: ProbedPaint[] = [];
  const addPaint = (element: Element, colour: string, box: DOMRect): void => {
    const rgb = colourOf(colour);
    if (rgb === null || box.width === 0 || box.height === 0) return;
    paints.push({ where: whereOf(element), box: boxOf(box), rgb, ...stateOf(element) });
  };
  for (const element of document.body.querySelectorAll('*')) {
    if (!isSeen(element) || element.closest('defs') !== null) continue;
    const style = styleOf(element);
    const box = element.getBoundingClientRect();
    if (element instanceof SVGElement) {
      if (!(element instanceof SVGGeometryElement || element instanceof SVGTextContentElement)) continue;
      addPaint(element, style.fill, box);
      for (const inside of patternOf(style.fill)) {
        addPaint(element, styleOf(inside).fill, box);
        addPaint(element, styleOf(inside).stroke, box);
      }
      const wide = (parseFloat(style.strokeWidth) || 0) * scaleOf(element);
      const stroked = new DOMRect(box.x - wide, box.y - wide, box.width + 2 * wide, box.height + 2 * wide);
      if (wide > 0) addPaint(element, style.stroke, stroked);
      continue;
    }
    addPaint(element, style.backgroundColor, box);
    for (const stop of style.backgroundImage.match(/rgba?\([^)]*\)/g) ?? []) addPaint(element, stop, box);
    if ([...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''))
      addPaint(element, style.color, box);
    for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const)
      if (parseFloat(style[`border${side}Width`]) > 0) addPaint(element, style[`border${side}Color`], box);
    for (const pseudo of ['::before', '::after']) {
      const { content, backgroundColor } = getComputedStyle(element, pseudo);
      if (content !== 'none' && content !== 'normal') addPaint(element, backgroundColor, box);
    }
  }

  const shapes = [...document.querySelectorAll('[data-shape]')].filter(isSeen).flatMap((element) => {
    const outline = element.querySelector('path:last-of-type')?.getAttribute('d') ?? '';
    const body = element.querySelector('path:last-of-type')?.getBoundingClientRect();
    return body === undefined || body.width === 0
      ? []
      : [{ kind: element.getAttribute('data-shape') ?? '', where: whereOf(element), box: boxOf(body), outline }];
  });
  const canvases = [...document.querySelectorAll('canvas')]
    .filter(isSeen)
    .map((element) => ({ where: whereOf(element), box: boxOf(element.getBoundingClientRect()) }));

  const motions = document.getAnimations().flatMap((animation) => {
    const { effect } = animation;
    if (!(effect instanceof KeyframeEffect) || effect.target === null) return [];
    const { duration, iterations, direction = 'normal' } = effect.getComputedTiming();
    if (typeof duration !== 'number' || duration <= 0 || (iterations ?? 1) < 3) return [];
    const lights = ['opacity', 'visibility', 'color', 'backgroundColor', 'fill', 'stroke', 'filter', 'strokeOpacity'];
    const there = effect.getKeyframes().map((frame) => lights.map((name) => String(frame[name] ?? '')).join('|'));
    const returns = direction.startsWith('alternate');
    const frames = returns ? [...there, ...there.toReversed()] : there;
    // It begins again where it ends, so the last frame is before the first.
    const turns = frames.filter((frame, index) => frame !== frames.at(index - 1)).length;
    const hertz = (turns / 2) * (1_000 / (returns ? 2 * duration : duration));
    return turns === 0 ? [] : [{ where: whereOf(effect.target), hertz }];
  });

  const { scrollWidth, scrollHeight } = document.documentElement;
  return {
    size: { width: innerWidth, height: innerHeight },
    texts,
    paints,
    shapes,
    canvases,
    motions,
    overflow: { x: Math.max(0, scrollWidth - innerWidth), y: Math.max(0, scrollHeight - innerHeight) },
  };
}
