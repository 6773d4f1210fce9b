/**
 * The base map's tiles, if a city has some, as /map/tiles.json tells its pages: body null where there are none. Every
 * address is of this server. All are in WGS-84 or CGCS2000, which are the same within centimetres.
 */
export type MapTiles =
  /** A PMTiles archive, read in ranges: vector tiles with these layers, or pictures. */
  | { kind: 'archive'; url: string; tiles: 'vector' | 'raster'; layers: readonly string[]; credit: Words }
  /** Pictures one by one. `light`: drawn for paper, so that a dark wall turns them round. */
  | { kind: 'pictures'; url: string; mostZoom: number; light: boolean; credit: Words };

type Words = { zh: string; en: string };
