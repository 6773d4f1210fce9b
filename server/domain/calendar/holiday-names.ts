import type { DayName } from './calendar.ts';

const english: ReadonlyMap<string, string> = new Map([
  ['元旦', "New Year's Day"],
  ['春节', 'Spring Festival'],
  ['除夕', "Spring Festival's Eve"],
  ['清明', 'Tomb-sweeping Day'],
  ['劳动节', 'Labour Day'],
  ['五一', 'Labour Day'],
  ['端午', 'Dragon Boat Festival'],
  ['中秋', 'Mid-autumn Festival'],
  ['国庆', 'National Day'],
  ['抗战胜利日', 'Victory Day'],
  ['中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日', '70th anniversary of victory'],
]);

/**
 * A holiday's name in both languages from the one a notice gives, such as `国庆节、中秋节`; a name that no notice seen
 * so far has stands as it is in both.
 */
export function holidayName(text: string): DayName {
  const zh = text.trim();
  const parts = zh.split(/[、，,&+/]|和/).map((part) => {
    const name = part.trim();
    return english.get(name) ?? english.get(name.replace(/节$/, ''));
  });
  return { zh, en: parts.every((part) => part !== undefined) ? parts.join(', ') : zh };
}
