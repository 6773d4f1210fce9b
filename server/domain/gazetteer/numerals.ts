const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const WRITTEN = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** What a Chinese numeral below 10,000 says: 一百二十五 or 一二五 is 125. Null where it is none, such as 十百. */
export function readNumeral(text: string): number | null {
  if (text === '') return null;
  if (/^[〇零一二三四五六七八九]+$/u.test(text)) return Number([...text].map((one) => DIGITS[one]).join(''));
  let sum = 0;
  let digit: number | null = null;
  let unitBefore = 10_000;
  for (const letter of text) {
    const unit = UNITS[letter];
    if (unit === undefined) {
      const value = DIGITS[letter];
      if (value === undefined || (digit !== null && digit !== 0)) return null;
      digit = value;
      continue;
    }
    if (unit >= unitBefore || digit === 0 || (digit === null && sum !== 0)) return null;
    sum += (digit ?? 1) * unit;
    unitBefore = unit;
    digit = null;
  }
  return sum + (digit ?? 0);
}

/** A number from 0 to 99 as streets are numbered: 11 is 十一. Other numbers come back as digits. */
export function writeNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) return String(value);
  if (value < 10) return WRITTEN[value as 0];
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? '' : WRITTEN[tens as 0]}十${ones === 0 ? '' : WRITTEN[ones as 0]}`;
}
