// Takes the State Council's holidays and make-up workdays out of the npm package `chinese-days` and writes them as
// data. The package's own functions are not used at run time: they read dates in the machine's zone.
// Run: npx tsx scripts/calendar/extract.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const dist = dirname(require.resolve('chinese-days'));
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8')));
const table = z.record(z.string(), z.string());
const { holidays, workdays } = z
  .object({ holidays: table, workdays: table })
  .parse(JSON.parse(readFileSync(join(dist, 'chinese-days.json'), 'utf8')));

const days = [
  ...Object.entries(holidays).map(([date, label]) => ({ date, workday: false, label })),
  ...Object.entries(workdays).map(([date, label]) => ({ date, workday: true, label })),
]
  .sort((a, b) => (a.date < b.date ? -1 : 1))
  .map(({ date, workday, label }) => {
    const [en, zh] = label.split(',');
    const year = Number(date.slice(0, 4));
    // New Year's days in December come from the next year's notice.
    return { date, workday, zh, en, ...(zh === '元旦' && date.slice(5, 7) === '12' && { noticeYear: year + 1 }) };
  });
const years = days.map(({ date }) => Number(date.slice(0, 4)));
const file = fileURLToPath(new URL('../../prisma/seed/calendar/cn-days.json', import.meta.url));
const published = {
  source: `State Council holiday notices, as collected by chinese-days ${version} (MIT)`,
  publishedFrom: Math.min(...years),
  publishedThrough: Math.max(...years),
  days,
};
// One line a day: prettier folds the objects that fit.
const text = JSON.stringify(published, null, 2).replace(/\{\n\s+"date"/g, '{ "date"');
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'json' }));
console.log(`${days.length} days, ${published.publishedFrom} to ${published.publishedThrough}`);
