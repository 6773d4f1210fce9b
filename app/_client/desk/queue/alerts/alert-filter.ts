import { STAGES } from '#domain/case/stage.ts';
import type { Names } from '../../../stores/dictionary-store.ts';
import type { QueueFilter } from '../filter.ts';
import type { AlertColumns } from './alert-columns.ts';

/**
 * Marks the rows that pass, by row number. Words are looked for in names once a name, not once a row, so that tens of
 * thousands of rows cost a few milliseconds.
 */
export function passingRows(columns: AlertColumns, filter: QueueFilter, me: string | null, names: Names): Uint8Array {
  const { length, live, district, stage, taker, shelved } = columns;
  const wantsShelved = Number(filter.view === 'shelved');
  const passes = new Uint8Array(length);
  const wantedDistrict = filter.district === null ? -1 : columns.places.find(filter.district);
  const wantedStage = filter.stage === null ? -1 : STAGES.indexOf(filter.stage);
  const mine = me === null ? -1 : columns.takers.find(me);
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  for (let row = 0; row < length; row++) {
    // Nothing shelved is hidden: it has a part of its own, with its count.
    if (live[row] === 0 || shelved[row] !== wantsShelved) continue;
    if (filter.view === 'untaken' && taker[row] !== 0) continue;
    if (filter.view === 'mine' && taker[row] !== mine) continue;
    if (filter.district !== null && district[row] !== wantedDistrict) continue;
    if (wantedStage >= 0 && stage[row] !== wantedStage) continue;
    passes[row] = 1;
  }
  for (const word of words) keepWith(word, columns, names, passes);
  return passes;
}

function keepWith(word: string, columns: AlertColumns, names: Names, passes: Uint8Array): void {
  const { length, words, category, department, district, subdistrict } = columns;
  const says = (texts: (string | undefined)[]): boolean => texts.some((text) => text?.toLowerCase().includes(word));
  const categories = columns.categories.texts.map((key) => {
    const one = names.category(key);
    return one !== null && says([one.nameZh, one.nameEn, one.classZh, one.classEn]);
  });
  const places = columns.places.texts.map((code) => {
    const one = names.place(code);
    return one !== null && says([one.nameZh, one.nameEn]);
  });
  const departments = columns.departments.texts.map((code) => {
    const one = names.department(code);
    return one !== null && says([one.nameZh, one.nameEn]);
  });
  for (let row = 0; row < length; row++) {
    if (passes[row] === 0) continue;
    const found =
      categories[category[row] as number] === true ||
      places[district[row] as number] === true ||
      places[subdistrict[row] as number] === true ||
      departments[department[row] as number] === true ||
      (words[row] as string).includes(word);
    if (!found) passes[row] = 0;
  }
}
