import { readNumeral, writeNumeral } from './numerals.ts';

// Letters of traditional script that names and addresses use, each followed by its simplified form.
const TRADITIONAL =
  '區区號号樓楼園园東东門门橋桥廣广場场濱滨鐵铁灣湾縣县鎮镇鄉乡學学醫医與与側侧華华國国圖图書书館馆銀银車车漢汉陽阳' +
  '龍龙鳳凤馬马長长興兴義义連连應应處处點点業业勸劝單单棟栋層层陸陆際际環环綠绿蘭兰錦锦繡绣麗丽雲云島岛頭头溝沟澤泽' +
  '淺浅勝胜榮荣寶宝財财貿贸衛卫農农電电話话機机飛飞體体劇剧藝艺術术團团結结紅红紀纪經经緯纬線线約约級级維维緣缘總总' +
  '織织羅罗聖圣聯联職职聲声腳脚舊旧莊庄葉叶蘇苏蘆芦補补裝装製制覽览觀观記记許许設设試试說说調调諸诸講讲謝谢證证護护' +
  '貝贝貢贡貨货費费賓宾賀贺賽赛軍军輕轻輪轮輸输轉转達达違违遠远適适選选邊边還还郵邮鄰邻釣钓鋼钢錢钱鎖锁鐘钟閘闸閣阁' +
  '關关陳陈陰阴隊队雙双靜静順顺頂顶項项預预';

const simplified = new Map<string, string>();
for (let at = 0; at + 1 < TRADITIONAL.length; at += 2)
  simplified.set(TRADITIONAL[at] as string, TRADITIONAL[at + 1] as string);

const PLATE_UNIT = '号|弄|栋|幢|号楼|单元|米|层|室';
const NUMERAL = '[〇零一二两三四五六七八九十百千]+';
const numeralBeforeUnit = new RegExp(`(?<!第)(${NUMERAL})(?=${PLATE_UNIT})`, 'gu');
/** Streets are numbered in Chinese (十一经路), and typed with digits (11经路). */
const digitsInStreet = /(?<!\d)(\d{1,2})(?=[经纬马条道路里]|大街)/gu;

/**
 * Text as it is compared: full width made half, traditional made simplified, small letters, plate numbers in digits and
 * numbered streets in Chinese, one space between Latin words, none beside Chinese, no punctuation but commas.
 */
export function normalise(text: string): string {
  // Most names of a gazetteer are plain already.
  if (/^[\u4e00-\u9fff]+$/u.test(text) && !/[號号弄栋棟幢单元米层室]/u.test(text)) return withoutTraditional(text);
  return withoutTraditional(text.normalize('NFKC').toLowerCase())
    .replace(/[，、;；。\n\t]+/gu, ',')
    .replace(/[^\p{L}\p{N},&.]+/gu, ' ')
    .replace(/(?<![\d])\.|\.(?![\d])/gu, '')
    .replace(/(?<=[^\p{ASCII}])\s+|\s+(?=[^\p{ASCII}])/gu, '')
    .replace(numeralBeforeUnit, (numeral: string) => String(readNumeral(numeral) ?? numeral))
    .replace(digitsInStreet, (digits: string) => writeNumeral(Number(digits)))
    .replace(/\s*,[\s,]*/gu, ',')
    .replace(/^[\s,]+|[\s,]+$/gu, '');
}

/** A name as the index keeps it: normalised, without commas and, in Latin, without spaces. */
export function nameKey(name: string): string {
  return normalise(name).replace(/[\s,&.]+/gu, '');
}

/** First letters of a spelled name: `bin jiang dao` is `bjd`. */
export function initialsOf(spelled: string): string {
  return spelled
    .split(' ')
    .map((syllable) => syllable[0] ?? '')
    .join('');
}

function withoutTraditional(text: string): string {
  let out = text;
  for (let at = 0; at < text.length; at++) {
    const plain = simplified.get(text[at] as string);
    if (plain !== undefined) out = out.slice(0, at) + plain + out.slice(at + 1);
  }
  return out;
}
