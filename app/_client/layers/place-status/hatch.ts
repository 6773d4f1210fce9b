import { PALETTE, type PaletteName } from '../../theme/palette.ts';

/** A tile of diagonal lines `side` px wide, as large as a pattern needs to repeat without a seam. */
export function hatch(side: number, line: number, colour: PaletteName): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D canvas to draw a pattern on');
  context.strokeStyle = PALETTE[colour];
  context.lineWidth = line;
  for (const shift of [-side, 0, side]) {
    context.beginPath();
    context.moveTo(shift - side, side * 2);
    context.lineTo(shift + side * 2, -side);
    context.stroke();
  }
  return context.getImageData(0, 0, side, side);
}
