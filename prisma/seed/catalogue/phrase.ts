/** Our own words for a filing condition and its closing condition: [zh, en, closing zh, closing en]. */
export type Phrase = readonly [zh: string, en: string, closeZh: string, closeEn: string];
