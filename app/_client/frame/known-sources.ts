import type { Language } from '../i18n/language.ts';

/** What the platform's own lists and definitions name as their sources, for Chinese readers. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  'limit as in one city filing handbook (Yuncheng)': '时限取自一个城市的立案手册（运城）',
  'wording ours': '文字为本平台所写',
  'limit borrowed from a like category': '时限借用相近小类',
  'common default of city platforms, running through nights and holidays': '各城市平台常用默认值，夜间和节假日照计',
  'default of this platform': '本平台默认值',
  'public system missaouib/urban-management-platform, evaluation tables':
    '公开的城管系统 missaouib/urban-management-platform 的考核表',
  'public system missaouib/urban-management-platform, definition texts':
    '公开的城管系统 missaouib/urban-management-platform 的指标说明',
  'held against a published bulletin': '已与公布的通报核对',
  'vendor list of indicators': '厂商的指标清单',
  'vendor list of indicators, public code listing': '厂商的指标清单（公开的代码清单）',
  'city dashboard, public code listing': '一个城市的看板（公开的代码清单）',
  'published bulletins': '公布的通报',
  'vendor rule: due = done + overdue not done': '厂商口径：应办 = 已办 + 超时未办',
};

/** Who a rule comes from, in the reader's language where it is one of the platform's own; a city's words stay as they are. */
export function sourceText(source: string, language: Language): string {
  if (language !== 'zh') return source;
  return source
    .split('; ')
    .map((part) => IN_CHINESE[part] ?? part)
    .join('；');
}
