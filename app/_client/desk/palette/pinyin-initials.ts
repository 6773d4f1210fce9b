/** The first character of each initial in the order of pinyin, with the letter that it stands for. */
const FIRST =
  '阿a八b嚓c哒d妸e发f旮g哈h讥j咔k垃l痳m拏n噢o妑p七q呥r仨s他t屲w夕x丫y帀z'.match(/../gu)?.map((pair) => [...pair]) ?? [];
const HAN = /\p{Script=Han}/u;
const LETTER_OR_DIGIT = /[a-z0-9]/i;

/**
 * The initials of a Chinese text in pinyin, `pq` for 派遣; letters and digits as they are. By the browser's own order of
 * Chinese characters: a character with several readings goes by its commonest, and where the browser knows no pinyin the
 * result is of no use but does no harm.
 */
export function pinyinInitials(text: string): string {
  return [...text].map(initialOf).join('');
}

const collator = new Intl.Collator('zh-CN-u-co-pinyin');

function initialOf(character: string): string {
  if (LETTER_OR_DIGIT.test(character)) return character.toLowerCase();
  if (!HAN.test(character)) return '';
  return FIRST.findLast(([first = '']) => collator.compare(first, character) <= 0)?.[1] ?? '';
}
