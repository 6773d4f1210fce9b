import type { Trade } from './department.ts';

/** Words in the names of departments, the more telling ones first: 城管执法局环卫处 is sanitation. */
const WORDS: readonly (readonly [RegExp, Trade])[] = [
  [/环卫|环境卫生|保洁|清扫|垃圾/, 'sanitation'],
  [/路灯|照明|灯光/, 'lighting'],
  [/排水|污水|河道|防汛|水系/, 'drainage'],
  [/供水|自来水|水务集团|水业/, 'water'],
  [/园林|绿化|林业|公园/, 'greening'],
  [/交警|交管|交通警察|公安交通|交通管理/, 'traffic'],
  [/市政|道路|公路|桥梁|养护/, 'roads'],
  [/电力|供电|电网|燃气|热力|供热|通信|通讯|电信|移动|联通|铁塔|广电|有线电视|网络/, 'utilities'],
  [/街道|街办|办事处|乡|镇|社区|居委|村委|物业/, 'subdistrict'],
  [/执法|城管|综合行政|城市管理/, 'enforcement'],
  [/监督中心|指挥中心|指挥部/, 'command'],
];

/** The trade that a department's name speaks of, or null: names differ from city to city. */
export function tradeOfText(name: string): Trade | null {
  return WORDS.find(([words]) => words.test(name))?.[1] ?? null;
}
