import { PALETTE, type PaletteName } from '../theme/palette.ts';
import { SHAPE_PATH } from '../theme/shapes.ts';

export type SymbolName = 'warn' | 'out' | 'arrow' | 'arrowBright';

const CELL = 96;
/** Symbols in the order of the atlas: path for a size of 1 around the origin, its colour and its share of the cell. */
const SYMBOLS: readonly { name: SymbolName; path: string; colour: PaletteName; share: number }[] = [
  { name: 'warn', path: SHAPE_PATH.warn, colour: 'amber', share: 0.72 },
  { name: 'out', path: SHAPE_PATH.out, colour: 'red', share: 0.72 },
  { name: 'arrow', path: 'M0 -.62L.42 .5L0 .24L-.42 .5Z', colour: 'ink3', share: 0.72 },
  { name: 'arrowBright', path: 'M0 -.62L.42 .5L0 .24L-.42 .5Z', colour: 'ink1', share: 0.72 },
];

export type SymbolAtlas = {
  image: HTMLCanvasElement;
  mapping: Record<SymbolName, { x: number; y: number; width: number; height: number; mask: boolean }>;
};

let made: SymbolAtlas | null = null;

/** Symbol size to give to an icon layer so that the shape itself is `size` pixels. */
export function iconSize(size: number): number {
  return size / 0.72;
}

/** Shapes as one picture for icon layers, drawn once with the keyline that keeps them apart from heat. */
export function symbolAtlas(): SymbolAtlas {
  if (made !== null) return made;
  const image = document.createElement('canvas');
  image.width = CELL * SYMBOLS.length;
  image.height = CELL;
  const context = image.getContext('2d');
  if (context === null) throw new Error('no 2D canvas to draw symbols on');
  const mapping = {} as SymbolAtlas['mapping'];
  SYMBOLS.forEach(({ name, path, colour, share }, index) => {
    context.setTransform(CELL * share, 0, 0, CELL * share, (index + 0.5) * CELL, 0.5 * CELL);
    const shape = new Path2D(path);
    context.lineJoin = 'round';
    context.lineWidth = 0.2;
    context.strokeStyle = PALETTE.ground;
    context.stroke(shape);
    context.fillStyle = PALETTE[colour];
    context.fill(shape);
    mapping[name] = { x: index * CELL, y: 0, width: CELL, height: CELL, mask: false };
  });
  made = { image, mapping };
  return made;
}
