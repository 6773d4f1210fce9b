import type { Succession } from '#domain/place/succession.ts';

/** Districts and counties of Tianjin that are no more. The days are left out: whoever has the decrees brings a list. */
export function tianjinSuccessions(): Succession[] {
  return [
    row('120107', '120116', '塘沽区', 'Tanggu', '并入滨海新区'),
    row('120108', '120116', '汉沽区', 'Hangu', '并入滨海新区'),
    row('120109', '120116', '大港区', 'Dagang', '并入滨海新区'),
    row('120221', '120117', '宁河县', 'Ninghe County', '改设区'),
    row('120223', '120118', '静海县', 'Jinghai County', '改设区'),
    row('120225', '120119', '蓟县', 'Ji County', '改设蓟州区'),
  ];
}

function row(code: string, successor: string, nameZh: string, nameEn: string, reason: string): Succession {
  return { code, successor, since: null, share: null, nameZh, nameEn, reason };
}
