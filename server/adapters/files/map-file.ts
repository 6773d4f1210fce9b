import { FileFault } from './file-fault.ts';
import { readGeoJson } from './geojson.ts';
import type { MapLayer } from './map-layer.ts';
import { readShapefile } from './shapefile.ts';
import { readZip } from './zip.ts';

export type NamedBytes = { name: string; bytes: Uint8Array };

const PARTS = /\.(shp|dbf|prj|cpg|geojson|json)$/iu;

/**
 * Reads a map file: GeoJSON, a zipped Shapefile, or a .shp with the files that go with it.
 *
 * @param files the file itself first, then those beside it with the same name.
 * @throws FileFault saying what is wrong with it.
 */
export function readMapFile(files: readonly NamedBytes[]): MapLayer {
  const [file] = files;
  if (file === undefined || file.bytes.length === 0) throw new FileFault(`${file?.name ?? 'the file'} is empty`);
  const [first, second] = file.bytes;
  if (first === 0x50 && second === 0x4b) return readParts(file.name, unzipped(file));
  if (/\.shp$/iu.test(file.name)) return readParts(file.name, files);
  if (/\.(dbf|shx|prj|cpg)$/iu.test(file.name))
    throw new FileFault(`${file.name} is a part of a Shapefile: name the .shp, or zip all of its files`);
  return readGeoJson(file.bytes);
}

function readParts(name: string, files: readonly NamedBytes[]): MapLayer {
  const shapes = files.filter((file) => /\.shp$/iu.test(file.name));
  const [shape, another] = shapes;
  if (another !== undefined)
    throw new FileFault(
      `${name} holds ${shapes.length} layers (${shapes
        .map((it) => it.name)
        .join(', ')
        .slice(0, 200)}): zip the one to import`,
    );
  if (shape !== undefined) {
    const stem = shape.name.slice(0, -4).toLowerCase();
    const part = (ending: string): Uint8Array | null =>
      files.find((file) => file.name.toLowerCase() === `${stem}.${ending}`)?.bytes ?? null;
    return readShapefile({ shp: shape.bytes, dbf: part('dbf'), prj: part('prj'), cpg: part('cpg') });
  }
  const texts = files.filter((file) => /json$/iu.test(file.name));
  if (texts.length === 1 && texts[0] !== undefined) return readGeoJson(texts[0].bytes);
  throw new FileFault(`${name} holds ${texts.length === 0 ? 'no .shp and no GeoJSON' : 'several GeoJSON files'}`);
}

function unzipped(file: NamedBytes): NamedBytes[] {
  return readZip(file.bytes).flatMap(({ name, read }) =>
    name.startsWith('__MACOSX') || !PARTS.test(name) ? [] : [{ name, bytes: read() }],
  );
}
