import { MOST_PICTURE_BYTES, PICTURE_TYPES, type ScreenPicture } from '#wire/screen.ts';

/** A picture of 480 × 270, or of another shape and the same area. */
const PIXELS = 480 * 270;
const QUALITIES = [0.6, 0.4, 0.2] as const;
const XHTML = 'http://www.w3.org/1999/xhtml';
/** What no picture needs, or what would be loaded for it. */
const LEFT_OUT = 'script, style, link, template, iframe, next-route-announcer, noscript';

/**
 * A small picture of what this page shows, drawn by the browser from the page's own elements and styles; nothing is
 * loaded, so that texts are set in the machine's fonts. Null where the page cannot be drawn or is empty.
 */
export async function takePagePicture(): Promise<Pick<ScreenPicture, 'contentType' | 'bytes'> | null> {
  const [width, height] = [innerWidth, innerHeight];
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, Math.sqrt(PIXELS / (width * height)));
  const body = bodyWithDrawings(scale);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(body, width, height))}`;
  await image.decode();
  const small = plainCanvas(width * scale, height * scale);
  small.drawImage(image, 0, 0, small.canvas.width, small.canvas.height);
  for (const quality of QUALITIES) {
    // At once: `toBlob` waits until the page is idle, which a weak machine that draws a map never is.
    const data = small.canvas.toDataURL('image/webp', quality);
    const contentType = PICTURE_TYPES.find((type) => data.startsWith(`data:${type};base64,`));
    if (contentType === undefined) return null;
    const bytes = Uint8Array.from(atob(data.slice(data.indexOf(',') + 1)), (letter) => letter.charCodeAt(0)).buffer;
    if (bytes.byteLength <= MOST_PICTURE_BYTES) return { contentType, bytes };
  }
  return null;
}

/**
 * A copy of the page with pictures in the place of its canvases. What WebGL drew is gone once it was shown; maps keep a
 * still of themselves behind it, and that is what is copied.
 */
function bodyWithDrawings(scale: number): HTMLElement {
  const canvases = [...document.body.querySelectorAll('canvas')];
  const body = document.body.cloneNode(true) as HTMLElement;
  for (const [index, canvas] of [...body.querySelectorAll('canvas')].entries()) {
    const from = canvases[index];
    const source = from === undefined ? null : smallCopy(from, scale);
    if (from === undefined || source === null) {
      canvas.remove();
      continue;
    }
    const image = document.createElement('img');
    image.className = canvas.className;
    image.style.cssText = canvas.style.cssText;
    image.style.width = `${from.clientWidth}px`;
    image.style.height = `${from.clientHeight}px`;
    image.src = source;
    canvas.replaceWith(image);
  }
  for (const element of body.querySelectorAll(LEFT_OUT)) element.remove();
  return body;
}

/** Null for what holds nothing or was drawn by WebGL: reading that back would hold up the page. */
function smallCopy(of: HTMLCanvasElement, scale: number): string | null {
  if (of.clientWidth === 0 || of.clientHeight === 0 || of.width === 0 || of.height === 0) return null;
  if (of.getContext('2d') === null) return null;
  const copy = plainCanvas(of.clientWidth * scale, of.clientHeight * scale);
  copy.drawImage(of, 0, 0, copy.canvas.width, copy.canvas.height);
  return copy.canvas.toDataURL('image/webp', 0.8);
}

/** A canvas in plain memory, which is read without asking the graphics card. */
function plainCanvas(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const plain = canvas.getContext('2d', { willReadFrequently: true });
  if (plain === null) throw new Error('this browser draws nothing in plain memory');
  return plain;
}

function svgOf(body: HTMLElement, width: number, height: number): string {
  const style = document.createElementNS(XHTML, 'style');
  style.textContent = stylesOf(document.styleSheets);
  body.prepend(style);
  // Sizes that the page's root is given by scripts hold for its body too.
  body.style.cssText = `${document.documentElement.style.cssText};${body.style.cssText}`;
  body.style.margin = '0';
  body.style.width = `${width}px`;
  body.style.height = `${height}px`;
  const { color, backgroundColor } = getComputedStyle(document.documentElement);
  body.style.color ||= color;
  body.style.background ||= backgroundColor;
  const text = new XMLSerializer().serializeToString(body);
  const size = `width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><foreignObject x="0" y="0" ${size}>${text}</foreignObject></svg>`;
}

let gathered: { count: number; text: string } | null = null;

/** All rules of the page but those that would load fonts; gathered again when a stylesheet came or went. */
function stylesOf(sheets: StyleSheetList): string {
  if (gathered?.count === sheets.length) return gathered.text;
  const rules = [...sheets].flatMap((sheet) => [...sheet.cssRules]);
  const text = rules
    .filter((rule) => !(rule instanceof CSSFontFaceRule))
    .map(({ cssText }) => cssText)
    .join('\n');
  gathered = { count: sheets.length, text };
  return text;
}
