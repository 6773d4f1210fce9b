import { innerPoint } from '#domain/place/ring.ts';
import { looksSwapped, toWgs84, type Datum } from '#domain/place/datum.ts';
import type { Position } from '#domain/place/position.ts';
import type { BilingualName } from '#domain/category/category.ts';
import type { FileRow } from '../import/profile.ts';
import { decodeText } from './decode-text.ts';
import type { ListFile, ListProblem } from './list-kind.ts';

/** A column of a list file: its name, and other headings that mean it (compared without case, spaces and underscores). */
export type RecordColumn = { name: string; headings: readonly string[]; required: boolean };

/** Where a record of a map file lies, in the file's own datum: a point, or courses of [lon, lat] pairs in degrees. */
export type Shape = { point: [number, number] | null; courses: number[][][] | null };

/** One row of a table or feature of a map file. `cell` gives trimmed text, empty for an absent column. */
export type ListRecord = { line: number; cell: (name: string) => string; shape: Shape | null };

export type ReadRecords = { records: ListRecord[]; problems: ListProblem[] };

/** Reads tables; filled by the adapter that knows spreadsheets. Rejects with ListRefused. */
export type SheetReader = (file: ListFile) => Promise<{ rows: readonly FileRow[] }>;

/** Reads a CSV or XLSX table or a GeoJSON FeatureCollection, by its content and not its name. Rejects with ListRefused. */
export async function readRecords(
  file: ListFile,
  columns: readonly RecordColumn[],
  readSheet: SheetReader,
): Promise<ReadRecords> {
  const start = decodeText(file.bytes.subarray(0, 256)).text.replace(/^[\uFEFF\s]+/u, '');
  if (start.startsWith('{') || start.startsWith('[')) return readFeatures(file, columns);
  const { rows } = await readSheet(file);
  return readTable(rows, columns);
}

/** What is wrong with one field of a record. */
export function problemAt(
  line: number | null,
  field: string | null,
  reason: BilingualName,
  hint: BilingualName,
): ListProblem {
  return { line, field, reason, hint, refuses: true };
}

/** A record's own position from its shape, or else from the cells `lon` and `lat`, in WGS-84; or what is wrong with it. */
export function positionOf(record: ListRecord, datum: Datum): { position: Position } | { problem: ListProblem } {
  const point = record.shape?.point ?? [degreesOf(record.cell('lon')), degreesOf(record.cell('lat'))];
  const [lon, lat] = point;
  const refuse = (field: string, reason: BilingualName, hint: BilingualName) => ({
    problem: problemAt(record.line, field, reason, hint),
  });
  const [lonText, latText] = [record.cell('lon'), record.cell('lat')];
  if (Number.isNaN(lon))
    return refuse(
      'lon',
      { zh: `“${lonText}”不是经度`, en: `“${lonText}” is no longitude` },
      { zh: '填写度数，例如 117.1983', en: 'write degrees, such as 117.1983' },
    );
  if (Number.isNaN(lat))
    return refuse(
      'lat',
      { zh: `“${latText}”不是纬度`, en: `“${latText}” is no latitude` },
      { zh: '填写度数，例如 39.1322', en: 'write degrees, such as 39.1322' },
    );
  if (lon === 0 && lat === 0)
    return refuse(
      'lon',
      { zh: '0,0 不是测得的位置', en: '0,0 is no surveyed position' },
      { zh: '填写位置，或者去掉这一行', en: 'give the position or leave the row out' },
    );
  if (looksSwapped(lon, lat))
    return refuse(
      'lon',
      { zh: `${lon}, ${lat} 像是经纬度颠倒了`, en: `${lon}, ${lat} look swapped` },
      { zh: '经度在前，纬度在后', en: 'longitude comes first' },
    );
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
    return refuse(
      'lon',
      { zh: `${lon}, ${lat} 不是度数`, en: `${lon}, ${lat} are no degrees` },
      { zh: '先把投影坐标换算成经纬度', en: 'convert projected coordinates to longitude and latitude first' },
    );
  return { position: toWgs84(lon, lat, datum) };
}

/** A record's courses in microdegrees WGS-84; null where it has none. */
export function linesOf({ shape }: ListRecord, datum: Datum): number[][] | null {
  if (shape?.courses == null) return null;
  return shape.courses.map((course) =>
    course.flatMap(([lon, lat]) => {
      const at = toWgs84(lon as number, lat as number, datum);
      return [Math.round(at.lon * 1e6), Math.round(at.lat * 1e6)];
    }),
  );
}

function degreesOf(text: string): number {
  return /^[+-]?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
}

function readTable(rows: readonly FileRow[], columns: readonly RecordColumn[]): ReadRecords {
  const [header, ...body] = rows;
  if (header === undefined)
    return {
      records: [],
      problems: [
        problemAt(
          null,
          null,
          { zh: '文件是空的', en: 'the file is empty' },
          { zh: '按模板填写', en: 'fill in the template' },
        ),
      ],
    };
  const at = new Map<string, number>();
  header.cells.forEach((heading, index) => {
    const column = columns.find((one) => isHeading(one, heading));
    if (column && !at.has(column.name)) at.set(column.name, index);
  });
  const problems = columns
    .filter(({ name, required }) => required && !at.has(name))
    .map(({ name, headings }) =>
      problemAt(
        header.line,
        name,
        { zh: `缺少 ${name} 这一列`, en: `the column ${name} is missing` },
        {
          zh: `加一列，列名写作 ${[name, ...headings].join(' 或 ')}`,
          en: `name a column ${[name, ...headings].join(' or ')}`,
        },
      ),
    );
  if (problems.length > 0) return { records: [], problems };
  const records = body.map(({ line, cells }) => ({
    line,
    cell: (name: string) => cells[at.get(name) ?? -1] ?? '',
    shape: null,
  }));
  return { records, problems: [] };
}

function isHeading({ name, headings }: RecordColumn, heading: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_*-]+/gu, '');
  return [name, ...headings].some((one) => plain(one) === plain(heading));
}

function readFeatures(file: ListFile, columns: readonly RecordColumn[]): ReadRecords {
  const { text } = decodeText(file.bytes);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    const reason = { zh: `不是完整的 JSON：${told}`, en: `it is no JSON: ${told}` };
    const hint = { zh: '重新导出为 GeoJSON', en: 'export it again as GeoJSON' };
    return { records: [], problems: [problemAt(null, null, reason, hint)] };
  }
  const features = member(parsed, 'features');
  if (!Array.isArray(features)) {
    const reason = { zh: '里面没有要素列表', en: 'it holds no list of features' };
    const hint = { zh: '导出为 GeoJSON 的 FeatureCollection', en: 'export it as a GeoJSON FeatureCollection' };
    return { records: [], problems: [problemAt(null, 'features', reason, hint)] };
  }
  const problems: ListProblem[] = [];
  const records = features.flatMap((feature: unknown, index): ListRecord[] => {
    const line = index + 1;
    const properties = member(feature, 'properties');
    const cells = new Map<string, string>();
    if (typeof properties === 'object' && properties !== null)
      for (const [heading, value] of Object.entries(properties)) {
        const column = columns.find((one) => isHeading(one, heading));
        if (column && !cells.has(column.name)) cells.set(column.name, textOf(value));
      }
    const shape = shapeOf(member(feature, 'geometry'));
    if (shape === 'broken') {
      const reason = { zh: '图形残缺或类型不明', en: 'its geometry is broken or of an unknown type' };
      problems.push(problemAt(line, 'geometry', reason, { zh: '重新导出', en: 'export it again' }));
      return [];
    }
    return [{ line, cell: (name) => cells.get(name) ?? '', shape }];
  });
  return { records, problems };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(';');
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value).trim();
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function shapeOf(geometry: unknown): Shape | null | 'broken' {
  if (geometry === null || geometry === undefined) return null;
  const coordinates = member(geometry, 'coordinates');
  switch (member(geometry, 'type')) {
    case 'Point':
      return isPair(coordinates) ? { point: [coordinates[0], coordinates[1]], courses: null } : 'broken';
    case 'LineString':
      return isCourse(coordinates, 2) ? courses([coordinates]) : 'broken';
    case 'MultiLineString':
      return isList(coordinates) && coordinates.length > 0 && coordinates.every((one) => isCourse(one, 2))
        ? courses(coordinates)
        : 'broken';
    case 'Polygon':
      return area(coordinates);
    case 'MultiPolygon':
      return isList(coordinates) ? area(coordinates[0]) : 'broken';
    default:
      return 'broken';
  }
}

/** The middle corner of the longest course stands for the whole. */
function courses(all: number[][][]): Shape {
  const longest = [...all].sort((a, b) => b.length - a.length)[0] as number[][];
  const [lon, lat] = longest[longest.length >> 1] as [number, number];
  return { point: [lon, lat], courses: all };
}

function area(rings: unknown): Shape | 'broken' {
  const [outer] = isList(rings) ? rings : [];
  if (!isCourse(outer, 4)) return 'broken';
  return {
    point: innerPoint(outer.slice(0, -1).flatMap(([lon, lat]) => [lon as number, lat as number])),
    courses: null,
  };
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function isPair(value: unknown): value is [number, number] {
  return isList(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

function isCourse(value: unknown, least: number): value is number[][] {
  return isList(value) && value.length >= least && value.every(isPair);
}
