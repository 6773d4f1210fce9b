import { decodeText } from '#application/lists/decode-text.ts';
import type { MapFeature, MapLayer } from './map-layer.ts';
import { FileFault } from './file-fault.ts';
import { projectionOfWkt } from './map-projection.ts';
import { readDbf, type DbfRow } from './shapefile-dbf.ts';
import { readShp } from './shapefile-shp.ts';

/** The parts of one Shapefile, by ending. */
export type ShapefileParts = {
  shp: Uint8Array;
  dbf: Uint8Array | null;
  prj: Uint8Array | null;
  cpg: Uint8Array | null;
};

/**
 * Reads a Shapefile with its table, in degrees where its .prj says how.
 *
 * @throws FileFault where it cannot be read.
 */
export function readShapefile({ shp, dbf, prj, cpg }: ShapefileParts): MapLayer {
  const project = prj === null ? null : projectionOfWkt(decodeText(prj).text.replace(/^\uFEFF/u, ''));
  const shapes = readShp(shp, project);
  const table = dbf === null ? null : readDbf(dbf, cpg === null ? null : decodeText(cpg).text.replace(/^\uFEFF/u, ''));
  if (table !== null && table.rows.length !== shapes.length) {
    const counts = `${shapes.length} shapes and ${table.rows.length} rows`;
    throw new FileFault(`the .shp and the .dbf are not of one layer: ${counts}; export the layer again`);
  }
  const features: MapFeature[] = [];
  shapes.forEach((geometry, at) => {
    const row: DbfRow | undefined = table === null ? {} : table.rows[at];
    if (row !== null) features.push({ line: at + 1, properties: row ?? {}, geometry });
  });
  const notes = [
    ...(table === null ? ['there is no .dbf: the shapes have no codes and names'] : []),
    ...(prj === null ? ['there is no .prj: the coordinates are taken for degrees'] : []),
  ];
  return { features, encoding: table?.encoding ?? null, notes };
}
