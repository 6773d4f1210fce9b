import { setImmediate } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { DATUMS, type Datum } from '#domain/place/datum.ts';
import { ENTRY_TYPES, type EntryType, type GazetteerEntry } from '#domain/gazetteer/entry.ts';
import { plateNumber } from '#domain/gazetteer/plates.ts';
import type { ListFile, ListKind, ListProblem, TemplateFormat } from '../lists/list-kind.ts';
import {
  linesOf,
  positionOf,
  problemAt,
  readRecords,
  type ListRecord,
  type RecordColumn,
  type SheetReader,
} from '../lists/records.ts';
import { registerKind, type RegisterStore } from '../lists/register.ts';
import { spell } from './spell.ts';

const COLUMNS: readonly RecordColumn[] = [
  { name: 'key', headings: ['code', 'id', '编码', '地名代码', '标识码'], required: false },
  { name: 'type', headings: ['类型', '类别', '地名类型'], required: true },
  { name: 'name_zh', headings: ['name', 'namezh', '名称', '中文名', '地名', '标准地名'], required: true },
  { name: 'name_en', headings: ['nameen', '英文名', '罗马字母'], required: false },
  { name: 'aliases', headings: ['alias', '别名', '曾用名', '俗称'], required: false },
  { name: 'lon', headings: ['lng', 'longitude', 'x', '经度'], required: true },
  { name: 'lat', headings: ['latitude', 'y', '纬度'], required: true },
  { name: 'road', headings: ['street', '街巷', '道路', '所在街巷'], required: false },
  { name: 'plate', headings: ['number', '门牌号', '门楼牌', '号码'], required: false },
  { name: 'source', headings: ['来源', '数据来源'], required: false },
  { name: 'approximate', headings: ['概略', '近似'], required: false },
];

/** Words of cities' own lists for the types, beside the English ones. */
const TYPE_WORDS: Readonly<Record<string, EntryType>> = {
  行政区划: 'division',
  街巷: 'road',
  道路: 'road',
  路: 'road',
  门牌: 'plate',
  楼牌: 'plate',
  门楼牌: 'plate',
  '门(楼)牌': 'plate',
  地片: 'zone',
  区片: 'zone',
  小区: 'estate',
  住宅小区: 'estate',
  建筑物: 'building',
  楼宇: 'building',
  兴趣点: 'poi',
  poi: 'poi',
  标志物: 'landmark',
  水系: 'landmark',
};

const MOST_LETTERS = 120;
const PAUSE_EVERY = 5_000;

/**
 * The gazetteer as a list that a city brings: CSV, XLSX or GeoJSON (points; lines for roads; of areas a point inside).
 * Names without an English form are spelled in pinyin for typing ahead.
 */
export function gazetteerList(parts: {
  store: RegisterStore<GazetteerEntry>;
  readSheet: SheetReader;
  writeSheet: (
    format: TemplateFormat,
    header: readonly string[],
    rows: readonly (readonly string[])[],
  ) => Promise<Uint8Array>;
}): ListKind {
  return registerKind({
    id: 'gazetteer',
    options: [{ name: 'datum', choices: DATUMS, fallback: null }],
    store: parts.store,
    template: (format) =>
      parts.writeSheet(
        format,
        COLUMNS.map(({ name }) => name),
        [
          ['R0001', 'road', '滨江道', 'Binjiang Road', '', '117.1983', '39.1322', '', '', '地名办', ''],
          ['', 'plate', '滨江道100号', '', '', '117.1990', '39.1318', '滨江道', '100号', '地名办', ''],
        ],
      ),
    read: (file) => readGazetteer(file, parts.readSheet),
    members: membersOf,
  });
}

async function readGazetteer(file: ListFile, readSheet: SheetReader) {
  const { records, problems } = await readRecords(file, COLUMNS, readSheet);
  const datum = file.options['datum'] as Datum;
  const rows: { line: number; key: string; row: GazetteerEntry }[] = [];
  for (const [index, record] of records.entries()) {
    const entry = entryOf(record, datum, file.name);
    if ('problems' in entry) problems.push(...entry.problems);
    else rows.push({ line: record.line, key: entry.key, row: entry });
    // Half a million rows are read beside the server's other work.
    if (index % PAUSE_EVERY === PAUSE_EVERY - 1) await setImmediate();
  }
  return { rows, problems };
}

function entryOf(record: ListRecord, datum: Datum, source: string): GazetteerEntry | { problems: ListProblem[] } {
  const { line, cell } = record;
  const problems: ListProblem[] = [];
  const type = typeOf(cell('type'));
  if (type === null)
    problems.push(
      problemAt(
        line,
        'type',
        { zh: `“${cell('type')}”不是地名类型`, en: `“${cell('type')}” is no type` },
        {
          zh: `填写 ${ENTRY_TYPES.join('、')} 之一，或街巷、门牌、小区等`,
          en: `write one of ${ENTRY_TYPES.join(', ')}, or 街巷, 门牌, 小区, …`,
        },
      ),
    );
  if (type === 'division')
    problems.push(
      problemAt(
        line,
        'type',
        { zh: '行政区划不作为地名条目', en: 'divisions are no entries' },
        { zh: '连同边界作为区域导入', en: 'bring them in as places, with their outlines' },
      ),
    );
  const nameZh = cell('name_zh');
  if (nameZh === '' || nameZh.length > MOST_LETTERS)
    problems.push(
      problemAt(
        line,
        'name_zh',
        nameZh === '' ? { zh: '名称是空的', en: 'the name is empty' } : { zh: '名称太长', en: 'the name is too long' },
        { zh: `1 到 ${MOST_LETTERS} 个字`, en: `1 to ${MOST_LETTERS} letters` },
      ),
    );
  const road = cell('road') || (type === 'plate' ? roadOf(nameZh) : null);
  const plate = cell('plate') || (type === 'plate' && road ? nameZh.slice(road.length) : null);
  if (type === 'plate' && (road === null || plateNumber(plate) === null))
    problems.push(
      problemAt(
        line,
        'plate',
        { zh: '门牌要有所在道路和号数', en: 'a plate needs its road and its number' },
        { zh: '填写 road 和 plate，例如滨江道、100号', en: 'fill in road and plate, such as 滨江道 and 100号' },
      ),
    );
  const placed = positionOf(record, datum);
  if ('problem' in placed) problems.push(placed.problem);
  if (problems.length > 0 || type === null || 'problem' in placed) return { problems };
  const { position } = placed;
  const key = cell('key') || madeKey(type, nameZh, position.lon, position.lat);
  return {
    key,
    type,
    nameZh,
    nameEn: cell('name_en').slice(0, MOST_LETTERS),
    aliases: cell('aliases')
      .split(/[;；、|]/u)
      .map((one) => one.trim())
      .filter(Boolean)
      .slice(0, 10),
    spelled: type === 'plate' ? '' : spell(nameZh),
    position,
    lines: linesOf(record, datum),
    road: type === 'plate' ? road : null,
    plate: type === 'plate' ? plate : null,
    source: cell('source') || source,
    approximate: /^(?:true|yes|1|是|y)$/iu.test(cell('approximate')),
  };
}

function typeOf(text: string): EntryType | null {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
  return ENTRY_TYPES.find((type) => type === plain) ?? TYPE_WORDS[plain] ?? null;
}

/** 滨江道 of 滨江道100号. */
function roadOf(nameZh: string): string | null {
  return /^(.*?\D)\d+/u.exec(nameZh.normalize('NFKC'))?.[1] ?? null;
}

/** The same place gets the same key from every file: type, name and position to about 100 m. */
function madeKey(type: EntryType, nameZh: string, lon: number, lat: number): string {
  const text = `${type} ${nameZh} ${lon.toFixed(3)} ${lat.toFixed(3)}`;
  return `${type}-${createHash('sha1').update(text).digest('hex').slice(0, 16)}`;
}

function membersOf(entry: GazetteerEntry): Record<string, string> {
  const { type, nameZh, nameEn, aliases, position, lines, road, plate, source, approximate } = entry;
  return {
    type,
    name_zh: nameZh,
    name_en: nameEn,
    aliases: aliases.join(';'),
    position: `${position.lon.toFixed(6)}, ${position.lat.toFixed(6)}`,
    course: lines === null ? '' : `${lines.reduce((sum, line) => sum + line.length / 2, 0)} points`,
    road: road ?? '',
    plate: plate ?? '',
    source,
    approximate: String(approximate),
  };
}
