import { FONT_FAMILY } from '../theme/palette.ts';

let context: CanvasRenderingContext2D | null = null;
const known = new Map<string, number>();

/** Width of a line of text in px, for a font size in px. Measured once for each text and weight at 100 px. */
export function textWidth(text: string, fontSize: number, weight = 500): number {
  const key = `${weight}|${text}`;
  let width = known.get(key);
  if (width === undefined) {
    context ??= document.createElement('canvas').getContext('2d');
    if (context === null) return text.length * fontSize;
    context.font = `${weight} 100px ${FONT_FAMILY}`;
    width = context.measureText(text).width / 100;
    known.set(key, width);
  }
  return width * fontSize;
}
