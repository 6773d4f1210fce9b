import { MOST_PICTURE_BYTES, type ScreenPicture } from '#wire/screen.ts';

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
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const blob = await blobOf(canvas, quality);
    if (blob === null) return null;
    if (blob.size <= MOST_PICTURE_BYTES) {
      // A browser that has no WebP encoder answers with PNG.
      const contentType = blob.type === 'image/webp' ? 'image/webp' : blob.type === 'image/jpeg' ? 'image/jpeg' : null;
      return contentType === null ? null : { contentType, bytes: await blob.arrayBuffer() };
    }
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
    if (from === undefined || source === null) continue;
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

function smallCopy(of: HTMLCanvasElement, scale: number): string | null {
  const copy = document.createElement('canvas');
  copy.width = Math.round(of.clientWidth * scale);
  copy.height = Math.round(of.clientHeight * scale);
  if (copy.width === 0 || copy.height === 0 || of.width === 0 || of.height === 0) return null;
  copy.getContext('2d')?.drawImage(of, 0, 0, copy.width, copy.height);
  return copy.toDataURL('image/webp', 0.8);
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

function blobOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', quality));
}
