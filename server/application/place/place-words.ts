import type { PlaceProblem, ProblemKind } from '#domain/place/incoming/feature.ts';

/** What is wrong with outlines and how to mend it, by kind. The English of each problem says the same in more detail. */
const WORDS: Readonly<Record<ProblemKind, readonly [reason: string, hint: string]>> = {
  'no-code': ['没有代码', '在属性中写上代码，或指明哪个属性是代码'],
  'bad-code': ['代码不合这一级的规定', '按 GB/T 2260、GB/T 30428.1 改正代码'],
  'repeated-code': ['代码与另一要素重复', '各区域用自己的代码；同一区域的几块合成一个 MultiPolygon'],
  'no-name': ['没有名称', '在属性中写上名称，或指明哪个属性是名称'],
  'wrong-parent': ['代码与所属的上级不符', '改正代码，或与所属的上级一起导入'],
  'outside-parent': ['超出上级的边界', '核对本级和上级的边界'],
  'unknown-parent': ['上级不存在', '先导入上一级，或改正代码'],
  'no-outline': ['没有边界', '给出 Polygon 或 MultiPolygon'],
  'invalid-ring': ['边界残缺', '修复图形后重新导出'],
  'unclosed-ring': ['边界没有闭合', '让最后一点与第一点相同'],
  'self-intersection': ['边界自相交', '修复图形后重新导出'],
  'swapped-axes': ['经纬度像是颠倒了', '经度在前，纬度在后'],
  'not-degrees': ['坐标不是度数', '先换算成经纬度'],
  'far-away': ['远离其他区域', '核对坐标和文件的投影'],
  'other-datum': ['整体偏移，像是另一坐标系', '核对所选的坐标系'],
  gap: ['有不属于任何区域的空隙', '让相邻边界重合'],
  overlap: ['几个区域重叠', '让相邻边界重合'],
  'not-checked': ['未能与相邻区域比较', '修复边界后再核对'],
};

/** What is wrong, in Chinese, with the places, ground and spot that it is about. */
export function chineseReason({ kind, codes, areaM2, at }: PlaceProblem): string {
  const facts = [
    codes.slice(0, 10).join('、') + (codes.length > 10 ? ' 等' : ''),
    areaM2 === null ? '' : `${Math.round(areaM2).toLocaleString('en-US')} 平方米`,
    at === null ? '' : `${at[0].toFixed(5)}, ${at[1].toFixed(5)}`,
  ].filter(Boolean);
  const [reason] = WORDS[kind];
  return facts.length === 0 ? reason : `${reason}（${facts.join('；')}）`;
}

/** How to mend it, in Chinese. */
export function chineseHint({ kind }: Pick<PlaceProblem, 'kind'>): string {
  return WORDS[kind][1];
}
