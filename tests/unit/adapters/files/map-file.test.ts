import { describe, expect, it } from 'vitest';
import proj4 from 'proj4';
import { FileFault } from '#adapters/files/file-fault.ts';
import { readMapFile, type NamedBytes } from '#adapters/files/map-file.ts';
import { dbfBytes, gbk, shpBytes, zipBytes } from '../../../fixtures/map-files.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, content: string | Uint8Array): NamedBytes => {
  return { name, bytes: typeof content === 'string' ? utf8(content) : content };
};
const box = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west, south + size],
  [west + size, south + size],
  [west + size, south],
  [west, south],
];
const fields = [
  { name: '编码', type: 'N', length: 18 },
  { name: '名称', type: 'C', length: 20 },
] as const;
const rows = [
  ['110101', '东城区'],
  ['110102', '西城区'],
];
const shp = shpBytes([[box(116.4, 39.9, 0.1)], [box(116.3, 39.9, 0.1), box(116.32, 39.92, 0.01).toReversed()]]);

describe('a Shapefile', () => {
  it('is read from its parts, its text in the encoding that fits, whatever the .cpg says', () => {
    for (const [encode, cpg] of [
      [utf8, 'UTF-8'],
      [utf8, null],
      [utf8, 'GBK'],
      [gbk, 'GBK'],
      [gbk, '936'],
      [gbk, 'UTF-8'],
      [gbk, null],
    ] as const) {
      const parts = [file('a/Area.shp', shp), file('a/area.DBF', dbfBytes(fields, rows, encode))];
      if (cpg !== null) parts.push(file('a/area.cpg', `\uFEFF${cpg}\r\n`));
      const { features, notes } = readMapFile(parts);
      expect(features.map(({ properties }) => properties)).toEqual([
        { 编码: '110101', 名称: '东城区' },
        { 编码: '110102', 名称: '西城区' },
      ]);
      expect(features[1]?.geometry).toEqual({
        type: 'MultiPolygon',
        coordinates: [[box(116.3, 39.9, 0.1), box(116.32, 39.92, 0.01).toReversed()]],
      });
      expect(notes).toEqual(['there is no .prj: the coordinates are taken for degrees']);
    }
  });

  it('is read from a zip, in a projection of its .prj', () => {
    const zone39 =
      'PROJCS["CGCS2000_3_Degree_GK_Zone_39",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",39500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    const plane = proj4('+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs');
    const ring = box(116.4, 39.9, 0.1).map((point) => plane.forward(point));
    const bytes = zipBytes({
      '__MACOSX/._x.shp': utf8('x'),
      'layer/x.shp': shpBytes([[ring]]),
      'layer/x.dbf': dbfBytes(fields, rows.slice(0, 1), gbk),
      'layer/x.prj': utf8(zone39),
    });
    const { features } = readMapFile([file('x.zip', bytes)]);
    const { coordinates } = features[0]?.geometry as { coordinates: number[][][][] };
    coordinates[0]?.[0]?.forEach(([lon, lat], i) => {
      expect(lon).toBeCloseTo(box(116.4, 39.9, 0.1)[i]?.[0] ?? 0, 7);
      expect(lat).toBeCloseTo(box(116.4, 39.9, 0.1)[i]?.[1] ?? 0, 7);
    });
  });

  it('is refused in one clear line where it cannot be read', () => {
    const dbf = dbfBytes(fields, rows, utf8);
    const refusals: [RegExp, NamedBytes[]][] = [
      [/empty/, [file('a.shp', '')]],
      [/cut short/, [file('a.shp', shp.subarray(0, 60))]],
      [/damaged at record 2/, [file('a.shp', shp.subarray(0, shp.length - 8))]],
      [
        /not of one layer: 2 shapes and 1 rows/,
        [file('a.shp', shp), file('a.dbf', dbfBytes(fields, rows.slice(1), utf8))],
      ],
      [/cut short: it holds 1 of 2/, [file('a.shp', shp), file('a.dbf', dbf.subarray(0, dbf.length - 20))]],
      [/city's own/, [file('a.shp', shp), file('a.prj', 'PROJCS["Xian_1980_GK_Zone_20",GEOGCS["GCS_Xian_1980"]]')]],
      [/is no coordinate system/, [file('a.shp', shp), file('a.prj', 'metres')]],
      [/part of a Shapefile/, [file('a.dbf', dbf)]],
      [/holds 2 layers/, [file('a.zip', zipBytes({ 'a.shp': shp, 'b.shp': shp }))]],
      [/no .shp and no GeoJSON/, [file('a.zip', zipBytes({ 'a.txt': shp }))]],
      [/zip is damaged/, [file('a.zip', 'PK\u0003\u0004 and nothing more')]],
    ];
    for (const [reason, files] of refusals) {
      expect(() => readMapFile(files)).toThrow(reason);
      expect(() => readMapFile(files)).toThrow(FileFault);
    }
  });
});

describe('GeoJSON', () => {
  const polygon = { type: 'Polygon', coordinates: [box(116.4, 39.9, 0.1)] };
  const feature = { type: 'Feature', id: 110101, properties: { name: '东城区' }, geometry: polygon, extra: [1] };

  it('is a collection, a list, a feature or a bare geometry; with byte order marks and in GB18030', () => {
    for (const value of [{ type: 'FeatureCollection', bbox: [], features: [feature] }, [feature], feature]) {
      const { features } = readMapFile([file('a.json', `\uFEFF${JSON.stringify(value)}\r\n`)]);
      expect(features).toEqual([{ line: 1, properties: { id: 110101, name: '东城区' }, geometry: polygon }]);
    }
    expect(readMapFile([file('a.json', JSON.stringify(polygon))]).features).toEqual([
      { line: 1, properties: {}, geometry: polygon },
    ]);
    const gb = readMapFile([file('a.json', gbk(`{"type":"Feature","properties":{"名称":"东城区"},"geometry":null}`))]);
    expect(gb).toMatchObject({ encoding: 'gb18030', features: [{ properties: { 名称: '东城区' }, geometry: null }] });
  });

  it('is heeded in what its crs says, or refused', () => {
    const at = (crs: unknown, coordinates: number[][][]): number[] => {
      const { features } = readMapFile([file('a.json', JSON.stringify({ type: 'FeatureCollection', crs, features: [{ ...feature, geometry: { type: 'Polygon', coordinates } }] }))]); // prettier-ignore
      return (features[0]?.geometry as { coordinates: number[][][] }).coordinates[0]?.[0] ?? [];
    };
    const named = (name: string): unknown => ({ type: 'name', properties: { name } });
    expect(at(null, [box(116.4, 39.9, 0.1)])).toEqual([116.4, 39.9]);
    expect(at(named('urn:ogc:def:crs:OGC:1.3:CRS84'), [box(116.4, 39.9, 0.1)])).toEqual([116.4, 39.9]);
    expect(at(named('urn:ogc:def:crs:EPSG::4490'), [box(116.4, 39.9, 0.1)])).toEqual([116.4, 39.9]);
    // The same point in the 3-degree zone 39, with and without the zone's number, in the 6-degree zone 20 and in web Mercator.
    for (const [epsg, definition] of [
      [4527, '+proj=tmerc +lon_0=117 +x_0=39500000 +ellps=GRS80'],
      [4548, '+proj=tmerc +lon_0=117 +x_0=500000 +ellps=GRS80'],
      [4498, '+proj=tmerc +lon_0=117 +x_0=20500000 +ellps=GRS80'],
      [3857, 'EPSG:3857'],
    ] as const) {
      const [lon, lat] = at(named(`EPSG:${epsg}`), [[proj4(definition).forward([116.4, 39.9])]]);
      expect(lon).toBeCloseTo(116.4, 7);
      expect(lat).toBeCloseTo(39.9, 7);
    }
    expect(() => at(named('EPSG:2154'), [])).toThrow(/EPSG:2154, which is not known here/);
    expect(() => at({ type: 'link' }, [])).toThrow(/names no coordinate system/);
  });

  it('is refused in one clear line where it is none', () => {
    for (const [reason, text] of [
      [/is empty/, ' \n '],
      [/breaks off as JSON/, '{"type":"FeatureCollection",\n"features":[{'],
      [/no list of features/, '{"type":"FeatureCollection"}'],
      [/TopoJSON/, '{"type":"Topology"}'],
      [/its "type" is "Map"/, '{"type":"Map"}'],
      [/single value/, '42'],
    ] as const)
      expect(() => readMapFile([file('a.json', text)])).toThrow(reason); // prettier-ignore
    const odd = readMapFile([file('a.json', '{"features":[null,7,{"geometry":{"type":"Point"}}]}')]);
    expect(odd.features).toHaveLength(3);
  });
});
