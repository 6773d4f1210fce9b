import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { FINDING_KINDS } from './judge/finding.ts';
import type { Judgement } from './judge/shot.ts';

/** One picture of one screen with what was found on it. */
export type Result = {
  name: string;
  wall: string;
  screen: string;
  scene: string;
  language: string;
  state: string;
  /** Files in the output folder. */
  picture: string;
  width: number;
  height: number;
  judgement: Judgement;
};

const SHEET_WIDTH = 1_920;

export function breachesOf({ judgement }: Result): number {
  return judgement.findings.filter(({ level }) => level === 'breach').length;
}

/** Writes table (JSON and Markdown) and contact sheet (HTML and PNG); returns the files. */
export async function writeResults(browser: Browser, folder: string, results: readonly Result[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = ['glass.json', 'glass.md', 'contact-sheet.html', 'contact-sheet.png'].map((name) => join(folder, name));
  const [json = '', table = '', html = '', sheet = ''] = files;
  await writeFile(json, `${JSON.stringify({ results }, null, 2)}\n`);
  await writeFile(table, tableOf(results));
  await writeFile(html, sheetOf(results));
  const page = await browser.newPage({ viewport: { width: SHEET_WIDTH, height: 1_080 } });
  await page.goto(`file://${html}`);
  await page.screenshot({ path: sheet, fullPage: true });
  await page.close();
  return files;
}

/** The table as Markdown: a line a picture, then every finding. */
export function tableOf(results: readonly Result[]): string {
  const kinds = FINDING_KINDS.filter((kind) =>
    results.some(({ judgement }) => judgement.findings.some((one) => one.kind === kind)),
  );
  const counted = (result: Result, kind: string): string => {
    const of = result.judgement.findings.filter((one) => one.kind === kind);
    const breaches = of.filter(({ level }) => level === 'breach').length;
    const warnings = of.length - breaches;
    return (
      [breaches > 0 ? `**${breaches}**` : '', warnings > 0 ? `(${warnings})` : ''].filter(Boolean).join(' ') || '–'
    );
  };
  const head = ['picture', 'smallest text', 'least contrast', 'flashes/s', ...kinds];
  const lines = results.map((result) => [
    result.name,
    fixed(result.judgement.smallest, '′'),
    fixed(result.judgement.leastContrast, ''),
    result.judgement.flashes === null ? '–' : String(result.judgement.flashes),
    ...kinds.map((kind) => counted(result, kind)),
  ]);
  const findings = results.flatMap(({ name, judgement }) =>
    judgement.findings.map(
      ({ level, kind, where, what, times }) =>
        `- ${level === 'breach' ? '**breach**' : 'warning'} ${name} · ${where} · ${kind}: ${what}${times > 1 ? ` (${times} times)` : ''}`,
    ),
  );
  const breaches = results.reduce((sum, result) => sum + breachesOf(result), 0);
  return [
    `# Pictures of walls, measured`,
    '',
    `${results.length} pictures, ${breaches} breaches. Bold are breaches, in brackets warnings.`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    '## Findings',
    '',
    ...(findings.length > 0 ? findings : ['None.']),
    '',
  ].join('\n');
}

function fixed(value: number | null, unit: string): string {
  return value === null ? '–' : `${value.toFixed(1)}${unit}`;
}

function sheetOf(results: readonly Result[]): string {
  const cards = results.map((result) => {
    const marks = result.judgement.findings.flatMap(({ level, box }) => {
      if (box === null || level !== 'breach') return [];
      const share = (value: number, of: number): string => `${((100 * value) / of).toFixed(2)}%`;
      const { width, height } = result;
      return [
        `<i style="left:${share(box.x, width)};top:${share(box.y, height)};width:${share(box.width, width)};height:${share(box.height, height)}"></i>`,
      ];
    });
    const breaches = breachesOf(result);
    return `<figure><figcaption class="${breaches > 0 ? 'bad' : 'good'}">${result.name}: ${breaches > 0 ? `${breaches} breaches` : 'passes'}</figcaption><div><img src="${result.picture}" alt="">${marks.join('')}</div></figure>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Pictures of walls</title><style>
body{margin:16px;background:#222;color:#ddd;font:14px/1.4 sans-serif;display:grid;grid-template-columns:repeat(3,1fr);gap:16px}
figure{margin:0}div{position:relative}img{display:block;width:100%}i{position:absolute;outline:2px solid #0f0}
.bad{color:#ff8a80}.good{color:#a5d6a7}</style>${cards.join('\n')}`;
}
