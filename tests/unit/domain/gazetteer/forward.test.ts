import { describe, expect, it } from 'vitest';
import { distanceMetres } from '#domain/place/distance.ts';
import { forward, suggest, type Candidate } from '#domain/gazetteer/forward.ts';
import { Gazetteer } from '#domain/gazetteer/gazetteer.ts';
import { entry, entries, gazetteer, middle, places } from './sample.ts';

const ask = (text: string, limit = 5) => forward(gazetteer, text, { near: null, limit });
const first = (text: string): Candidate => ask(text).candidates[0] as Candidate;

describe('text to places', () => {
  it.each([
    ['滨江道', '滨江道', 'name'],
    ['濱江道１００號', '滨江道100号', 'plate'],
    ['天津市和平区滨江道一百号', '滨江道100号', 'plate'],
    ['滨江道150号', '滨江道150号', 'between-plates'],
    ['滨江道210号', '滨江道210号', 'beside-plate'],
    ['多伦道5号', '多伦道5号', 'plate'],
    ['南京路与滨江道交口', '南京路与滨江道交口', 'crossing'],
    ['滨江道和南京路交叉口', '滨江道与南京路交口', 'crossing'],
    ['Nanjing Road & Binjiang Road', '南京路与滨江道交口', 'crossing'],
    ['corner of Nanjing Road and Binjiang Road', '南京路与滨江道交口', 'crossing'],
    ['100 Binjiang Road', '滨江道100号', 'plate'],
    ['11经路', '十一经路', 'name'],
    ['bjd', '滨江道', 'name'],
    ['nanjinglu', '南京路', 'name'],
    ['滨江到', '滨江道', 'name'],
    ['劝业商场', '劝业场', 'name'],
    ['和平区', '和平区', 'division'],
    ['Heping District', '和平区', 'division'],
  ])('%s is %s by %s', (text, nameZh, foundBy) => expect(first(text)).toMatchObject({ nameZh, foundBy }));

  it('gives no candidate for nothing, and says why', () => {
    expect(ask('')).toEqual({ candidates: [], reason: 'no-text' });
    expect(ask('，。 ')).toEqual({ candidates: [], reason: 'no-text' });
    expect(ask('霧裏看')).toEqual({ candidates: [], reason: 'nothing-alike' });
  });

  it('places a missing number between its neighbours on the road, and marks it', () => {
    const { position, approximate } = first('滨江道150号');
    expect(distanceMetres(position, middle)).toBeLessThan(5);
    expect(approximate).toBe(true);
    expect(first('滨江道100号').approximate).toBe(false);
  });

  it('moves by the direction and distance that are said', () => {
    const { position, moved, approximate } = first('南京路与滨江道交口东北侧50米');
    expect({ moved, approximate }).toEqual({ moved: true, approximate: true });
    expect(distanceMetres(position, middle)).toBeCloseTo(50, 0);
    expect(position.lon).toBeGreaterThan(middle.lon);
    expect(position.lat).toBeGreaterThan(middle.lat);
    const english = first('50 m north-east of Binjiang Road');
    expect(distanceMetres(english.position, middle)).toBeCloseTo(50, 0);
    const far = first('滨江道以东约1.2公里');
    expect(distanceMetres(far.position, middle)).toBeCloseTo(1200, -1);
  });

  it('offers every place of an ambiguous name with like scores, the nearer first where it knows from where', () => {
    const twice = Gazetteer.of(
      [
        ...entries,
        entry({ key: 'q2', type: 'poi', nameZh: '劝业场', position: { lon: middle.lon + 0.1, lat: middle.lat } }),
      ],
      places,
    );
    const both = forward(twice, '劝业场', { near: null, limit: 2 }).candidates;
    expect(both.map(({ key }) => key)).toEqual(['q1', 'q2']);
    expect(both[0]?.score).toBe(both[1]?.score);
    const from = { lon: middle.lon + 0.1, lat: middle.lat };
    expect(forward(twice, '劝业场', { near: from, limit: 2 }).candidates[0]?.key).toBe('q2');
  });

  it('puts what lies outside the named district behind', () => {
    expect(first('和平区滨江道').score).toBeGreaterThan(first('河东区滨江道').score);
  });

  it('offers both roads where they are not known to cross', () => {
    const found = ask('滨江道与十一经路交口');
    expect(found.candidates.map(({ nameZh }) => nameZh)).toEqual(expect.arrayContaining(['滨江道', '十一经路']));
    expect(Math.max(...found.candidates.map(({ score }) => score))).toBeLessThan(0.7);
  });
});

describe('typing ahead', () => {
  const typed = (text: string) =>
    suggest(gazetteer, text, { near: middle, limit: 4 }).candidates.map(({ nameZh }) => nameZh);
  it.each([
    ['滨', '滨江道'],
    ['滨江道1', '滨江道100号'],
    ['n', '南京路'],
    ['nj', '南京路'],
    ['binj', '滨江道'],
    ['和平', '和平区'],
    ['quany', '劝业场'],
  ])('%s offers %s first', (text, nameZh) => expect(typed(text)[0]).toBe(nameZh));
  it('offers nothing for nothing', () => expect(typed(' ')).toEqual([]));
});
