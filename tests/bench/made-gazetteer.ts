import type { EntryType, GazetteerEntry } from '#domain/gazetteer/entry.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Place } from '#domain/place/place.ts';

const LETTERS: [zh: string, en: string][] =
  '南 nan,北 bei,东 dong,西 xi,和 he,平 ping,滨 bin,江 jiang,河 he,海 hai,光 guang,新 xin,安 an,民 min,中 zhong,花 hua,园 yuan,长 chang,春 chun,金 jin,泰 tai,山 shan,水 shui,云 yun,天 tian,文 wen,化 hua,学 xue,府 fu,兴 xing,业 ye,宁 ning,夏 xia,贵 gui,州 zhou,成 cheng,都 du,昆 kun,明 ming,沙 sha,市 shi,卫 wei,国 guo,建 jian,设 she,解 jie,放 fang,胜 sheng,利 li,友 you,谊 yi,绍 shao,兰 lan,太 tai,原 yuan'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]);
const TAILS: Record<Exclude<EntryType, 'plate' | 'division'>, [zh: string, en: string][]> = {
  road: [
    ['路', 'lu'],
    ['道', 'dao'],
    ['街', 'jie'],
    ['大街', 'da jie'],
  ],
  estate: [
    ['里', 'li'],
    ['花园', 'hua yuan'],
    ['公寓', 'gong yu'],
  ],
  building: [
    ['大厦', 'da sha'],
    ['中心', 'zhong xin'],
    ['广场', 'guang chang'],
  ],
  poi: [
    ['餐厅', 'can ting'],
    ['药店', 'yao dian'],
    ['小学', 'xiao xue'],
    ['停车场', 'ting che chang'],
    ['银行支行', 'yin hang zhi hang'],
  ],
  zone: [['片区', 'pian qu']],
  landmark: [['桥', 'qiao']],
};

/** Counts of a gazetteer of half a million: what a city of Tianjin's size has, by type. */
const SHARES: [type: EntryType, share: number][] = [
  ['road', 0.016],
  ['plate', 0.464],
  ['poi', 0.36],
  ['building', 0.1],
  ['estate', 0.05],
  ['zone', 0.004],
  ['landmark', 0.006],
];

/** A made-up gazetteer in a city's communities: always the same for the same size. */
export function madeGazetteer(places: PlaceIndex, size: number): GazetteerEntry[] {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const communities = places.places.filter(({ level }) => level === 'community');
  const roads: GazetteerEntry[] = [];
  const made: GazetteerEntry[] = [];
  for (const [type, share] of SHARES)
    for (let n = 0; n < size * share; n++) {
      const { centroid } = pick<Place>(communities);
      const lon = centroid.lon + (random() - 0.5) * 0.01;
      const lat = centroid.lat + (random() - 0.5) * 0.01;
      if (type === 'plate') {
        made.push(plate(pick(roads), made.length, random()));
        continue;
      }
      const letters = [pick(LETTERS), pick(LETTERS), ...(random() < 0.4 ? [pick(LETTERS)] : [])];
      const near = type === 'poi' && random() < 0.5 && roads.length > 0 ? pick(roads) : null;
      const tail = pick(TAILS[type as keyof typeof TAILS]);
      const spelled = [near?.spelled, ...letters.map(([, en]) => en), tail[1]].filter(Boolean).join(' ');
      const entry: GazetteerEntry = {
        key: `made-${made.length}`,
        type,
        nameZh: `${near?.nameZh ?? ''}${letters.map(([zh]) => zh).join('')}${tail[0]}`,
        nameEn: '',
        aliases: [],
        spelled,
        position: { lon, lat },
        lines: type === 'road' ? [course(lon, lat, random() * Math.PI)] : null,
        road: null,
        plate: null,
        source: 'made',
        approximate: false,
      };
      if (type === 'road') roads.push(entry);
      made.push(entry);
    }
  return made;
}

function course(lon: number, lat: number, angle: number): number[] {
  const [dx, dy] = [8_000 * Math.cos(angle), 6_000 * Math.sin(angle)];
  return [-1, -0.5, 0, 0.5, 1].flatMap((at) => [Math.round(lon * 1e6 + at * dx), Math.round(lat * 1e6 + at * dy)]);
}

function plate(road: GazetteerEntry, n: number, share: number): GazetteerEntry {
  const [line] = road.lines as [number[]];
  const [west, south, east, north] = [line[0], line[1], line.at(-2), line.at(-1)] as [number, number, number, number];
  const number = 1 + Math.floor(share * 400);
  return {
    ...road,
    key: `made-${n}`,
    type: 'plate',
    nameZh: `${road.nameZh}${number}号`,
    spelled: '',
    position: { lon: (west + share * (east - west)) / 1e6, lat: (south + share * (north - south)) / 1e6 },
    lines: null,
    road: road.nameZh,
    plate: `${number}号`,
  };
}
