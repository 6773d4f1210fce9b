import { categoryKey, type BilingualName, type CategoryKey } from '../category/category.ts';

/**
 * How a component's identity code is put together. The national one has 16 digits (6 district, 2 class, 2 subclass, 6
 * sequence); a newer vendors' one has as many in other parts, so that a code is read by its scheme and never by its
 * length. The 17 digits of the 2026 successor are known second-hand.
 */
export type CodeScheme = {
  readonly name: string;
  readonly classDigits: number;
  readonly subDigits: number;
  readonly sequenceDigits: number;
  /** Code system of its class and subclass. */
  readonly codeSystem: string;
};

const DISTRICT_DIGITS = 6;

export const CODE_SCHEMES = [
  { name: '6-2-2-6', classDigits: 2, subDigits: 2, sequenceDigits: 6, codeSystem: 'gbt30428.2-2013' },
  { name: '6-2-3-5', classDigits: 2, subDigits: 3, sequenceDigits: 5, codeSystem: 'gbt47678.5-2026' },
  { name: '6-2-3-6', classDigits: 2, subDigits: 3, sequenceDigits: 6, codeSystem: 'gbt47678.5-2026' },
] as const satisfies readonly CodeScheme[];

export const SCHEME_NAMES = CODE_SCHEMES.map(({ name }) => name);
export type SchemeName = (typeof CODE_SCHEMES)[number]['name'];

export function schemeOf(name: string): CodeScheme | null {
  return CODE_SCHEMES.find((scheme) => scheme.name === name) ?? null;
}

/** The parts of a code. */
export type ComponentCode = { districtCode: string; classCode: string; subCode: string; sequence: number };

export type CodeRead = { ok: true; value: ComponentCode } | { ok: false; reason: BilingualName };

/** Takes a code apart, or says in words what is wrong with it. */
export function parseComponentCode(code: string, scheme: CodeScheme): CodeRead {
  const { classDigits, subDigits, sequenceDigits } = scheme;
  const length = DISTRICT_DIGITS + classDigits + subDigits + sequenceDigits;
  const refuse = (zh: string, en: string): CodeRead => ({ ok: false, reason: { zh, en } });
  if (!/^\d*$/u.test(code))
    return refuse(`部件标识码全是数字，“${code}”不是`, `a component code is digits only, “${code}” is not`);
  if (code.length !== length)
    return refuse(
      `编码方式 ${scheme.name} 的代码有 ${length} 位，“${code}”有 ${code.length} 位`,
      `a code of scheme ${scheme.name} has ${length} digits, “${code}” has ${code.length}`,
    );
  const sub = DISTRICT_DIGITS + classDigits;
  const value: ComponentCode = {
    districtCode: code.slice(0, DISTRICT_DIGITS),
    classCode: code.slice(DISTRICT_DIGITS, sub),
    subCode: code.slice(sub, sub + subDigits),
    sequence: Number(code.slice(sub + subDigits)),
  };
  if (code.startsWith('0') || value.districtCode.endsWith('00'))
    return refuse(
      `“${value.districtCode}”不是 GB/T 2260 的县级区划`,
      `“${value.districtCode}” is no district of GB/T 2260`,
    );
  if (Number(value.classCode) === 0 || Number(value.subCode) === 0)
    return refuse(
      `大类 ${value.classCode}、小类 ${value.subCode}：都不从 0 编号`,
      `class ${value.classCode}, subclass ${value.subCode}: neither is numbered 0`,
    );
  if (value.sequence === 0) return refuse('流水号从 1 开始', 'the sequence starts at 1');
  return { ok: true, value };
}

/** @throws RangeError where a part does not fit its digits. */
export function componentCode(
  { districtCode, classCode, subCode, sequence }: ComponentCode,
  scheme: CodeScheme,
): string {
  const code = districtCode + classCode + subCode + String(sequence).padStart(scheme.sequenceDigits, '0');
  const read = parseComponentCode(code, scheme);
  if (!read.ok || read.value.classCode !== classCode || read.value.subCode !== subCode)
    throw new RangeError(read.ok ? `${classCode}/${subCode} does not fit scheme ${scheme.name}` : read.reason.en);
  return code;
}

/** Key of the category that a code's class and subclass name. */
export function categoryOfCode({ classCode, subCode }: ComponentCode, scheme: CodeScheme): CategoryKey {
  return categoryKey(scheme.codeSystem, 'component', classCode, subCode);
}
