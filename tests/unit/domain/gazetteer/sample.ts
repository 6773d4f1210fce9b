import type { GazetteerEntry } from '#domain/gazetteer/entry.ts';
import { Gazetteer } from '#domain/gazetteer/gazetteer.ts';
import { smallTianjin } from '../../../fixtures/small-tianjin.ts';

export const places = smallTianjin();

/** The middle of the first community of Heping in the small Tianjin. */
export const middle = places.get('120101001001')?.centroid ?? { lon: 0, lat: 0 };

export function entry(over: Partial<GazetteerEntry> & Pick<GazetteerEntry, 'key' | 'nameZh'>): GazetteerEntry {
  return {
    type: 'road',
    nameEn: '',
    aliases: [],
    spelled: '',
    position: middle,
    lines: null,
    road: null,
    plate: null,
    source: 'made',
    approximate: false,
    ...over,
  };
}

/** A straight road between two points, given in degrees from the middle. */
export function straight(fromEast: number, fromNorth: number, toEast: number, toNorth: number): number[][] {
  const { lon, lat } = middle;
  return [[lon + fromEast, lat + fromNorth, lon + toEast, lat + toNorth].map((degrees) => Math.round(degrees * 1e6))];
}

const shifted = (east: number, north: number) => ({ lon: middle.lon + east, lat: middle.lat + north });

/** Two crossing roads, plates on one of them, a shop, a river. */
export const entries: GazetteerEntry[] = [
  entry({
    key: 'r1',
    nameZh: '滨江道',
    nameEn: 'Binjiang Road',
    spelled: 'bin jiang dao',
    lines: straight(-0.005, 0, 0.005, 0),
  }),
  entry({
    key: 'r2',
    nameZh: '南京路',
    nameEn: 'Nanjing Road',
    spelled: 'nan jing lu',
    lines: straight(0, -0.005, 0, 0.005),
  }),
  entry({ key: 'r3', nameZh: '十一经路', spelled: 'shi yi jing lu', position: shifted(0.05, 0) }),
  entry({
    key: 'p1',
    type: 'plate',
    nameZh: '滨江道100号',
    road: '滨江道',
    plate: '100号',
    position: shifted(-0.004, 0.0001),
  }),
  entry({
    key: 'p2',
    type: 'plate',
    nameZh: '滨江道200号',
    road: '滨江道',
    plate: '200号',
    position: shifted(0.004, 0.0001),
  }),
  entry({
    key: 'p3',
    type: 'plate',
    nameZh: '多伦道5号',
    road: '多伦道',
    plate: '5号',
    position: shifted(0.006, 0.006),
  }),
  entry({
    key: 'q1',
    type: 'poi',
    nameZh: '劝业场',
    spelled: 'quan ye chang',
    aliases: ['劝业商场'],
    position: shifted(0.002, 0.003),
  }),
  entry({
    key: 'w1',
    type: 'landmark',
    nameZh: '海河',
    nameEn: 'Hai River',
    lines: straight(-0.01, 0.012, 0.03, 0.012),
  }),
];

export const gazetteer = Gazetteer.of(entries, places);
