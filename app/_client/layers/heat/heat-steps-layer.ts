import { BitmapLayer, type BitmapLayerProps } from '@deck.gl/layers';
import type { HeatRaster } from '#wire/columns.ts';
import { latOf, worldY } from '../../map/mercator.ts';
import { HEAT_NAMES, rgba } from '../../theme/palette.ts';

type StepsProps = { edges: readonly number[]; scale: number; bend: Bend };

/**
 * A density raster drawn as flat steps with smooth edges. The graphics card refines the lattice by cubic B-splines as it
 * draws, so a change costs the upload of one small texture, and a flight costs nothing. Edges and
 * bend are constants of the shader: a layer with others needs another id.
 */
export class HeatStepsLayer extends BitmapLayer<StepsProps> {
  static override layerName = 'HeatStepsLayer';

  override getShaders(): ReturnType<BitmapLayer['getShaders']> {
    const { edges, scale, bend } = this.props;
    const shaders = super.getShaders() as { fs: string };
    const main = 'void main(void) {';
    const sample = 'texture(bitmapTexture, uv)';
    if (!shaders.fs.includes(main) || !shaders.fs.includes(sample)) throw new Error('another BitmapLayer: its shader');
    const fs = shaders.fs
      .replace(main, `${declarations(edges, scale, bend)}\n${main}`)
      .replace(sample, 'heatColour(uv)');
    return { ...shaders, fs };
  }
}

/**
 * Rows of the lattice are even in degrees, of the map in Mercator's: with v from 0 (north) to 1 on the map, a row lies at
 * v + v(1 − v)(a + b(2v − 1)). The shader would lose metres by way of exp and atan; so it loses none that show.
 */
export type Bend = readonly [a: number, b: number];

export function bendOf(south: number, north: number): Bend {
  const [top, bottom] = [worldY(north), worldY(south)];
  const off = (v: number): number => (north - latOf(top + (bottom - top) * v)) / (north - south) - v;
  const [upper, lower] = [off(0.25) / 0.1875, off(0.75) / 0.1875];
  return [(upper + lower) / 2, lower - upper];
}

/** Properties of the layer for a raster: rows from the north, the density in red. */
export function heatImage(raster: HeatRaster): Pick<BitmapLayerProps, 'image' | 'bounds'> & { bend: Bend } {
  const { west, south, cellLon, cellLat, columns, rows, values } = raster;
  const image = new ImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  for (let row = 0; row < rows; row++) {
    const from = (rows - 1 - row) * columns;
    for (let column = 0; column < columns; column++) {
      pixels[row * columns + column] = 0xff000000 | (values[from + column] as number);
    }
  }
  const north = south + rows * cellLat;
  return { image, bounds: [west, south, west + columns * cellLon, north], bend: bendOf(south, north) };
}

function declarations(edges: readonly number[], scale: number, [a, b]: Bend): string {
  const colours = HEAT_NAMES.map((name) =>
    rgba(name)
      .slice(0, 3)
      .map((value) => (value / 255).toFixed(5)),
  );
  const steps = edges.map((edge, step) => {
    const at = ((edge * scale) / 255).toFixed(6);
    const share = `smoothstep(${at} - soft, ${at} + soft, density)`;
    return step === 0
      ? `  colour = vec4(vec3(${colours[0]?.join()}), ${share});`
      : `  colour.rgb = mix(colour.rgb, vec3(${colours[step]?.join()}), ${share});`;
  });
  return `
float heatCell(ivec2 cell) {
  ivec2 most = textureSize(bitmapTexture, 0) - 1;
  return texelFetch(bitmapTexture, clamp(cell, ivec2(0), most), 0).r;
}
vec4 heatWeights(float t) {
  float s = 1.0 - t;
  return vec4(s * s * s, 4.0 - 6.0 * t * t + 3.0 * t * t * t, 4.0 - 6.0 * s * s + 3.0 * s * s * s, t * t * t) / 6.0;
}
vec4 heatColour(vec2 uv) {
  uv.y += uv.y * (1.0 - uv.y) * (${a.toFixed(9)} + ${b.toFixed(9)} * (2.0 * uv.y - 1.0));
  vec2 at = uv * vec2(textureSize(bitmapTexture, 0)) - 0.5;
  ivec2 cell = ivec2(floor(at));
  vec4 across = heatWeights(fract(at.x));
  vec4 down = heatWeights(fract(at.y));
  float density = 0.0;
  for (int row = 0; row < 4; row++) {
    ivec2 first = cell + ivec2(-1, row - 1);
    vec4 line = vec4(heatCell(first), heatCell(first + ivec2(1, 0)), heatCell(first + ivec2(2, 0)), heatCell(first + ivec2(3, 0)));
    density += down[row] * dot(line, across);
  }
  float soft = max(fwidth(density) * 0.7, 0.00001);
  vec4 colour = vec4(0.0);
${steps.join('\n')}
  return colour;
}
`;
}
