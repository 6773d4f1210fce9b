// The tables of docs/indicators.md, made from the registry. Run to write them: npx tsx scripts/figures/document.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { formulaText } from '#domain/indicator/formula-text.ts';
import { INDICATORS } from '#domain/indicator/registry.ts';
import { defaultSettings, SETTINGS } from '#domain/indicator/settings.ts';

const PATH = join(import.meta.dirname, '../../docs/indicators.md');

/** The document with its tables as the registry has them now. */
export async function indicatorsDocument(): Promise<string> {
  const indicators = INDICATORS.map((one) => {
    const { zh, en } = formulaText(one, defaultSettings);
    const setting = one.definition.form === 'setting' ? `\`${one.definition.setting}\`` : '';
    const aliases = one.aliases.length > 0 ? ` (${one.aliases.join('、')})` : '';
    return `| ${one.id} | ${one.name.zh}${aliases} | ${one.name.en} | ${zh} | ${en} | ${setting} | ${one.confidence} | ${one.source} |`;
  });
  const settings = SETTINGS.map(({ name, question, choices, basis }) => {
    const words = choices.map(({ value, zh, en }) => `\`${value}\` ${zh} / ${en}`).join('<br>');
    return `| \`${name}\` | ${question.zh} / ${question.en} | ${words} | ${basis.en} |`;
  });
  const text = readFileSync(PATH, 'utf8');
  const filled = fill(
    fill(text, 'indicators', [
      '| id | 名称 | name | 公式 | formula | setting | how sure | source |',
      '| - | - | - | - | - | - | - | - |',
      ...indicators,
    ]),
    'settings',
    ['| setting | question | choices, the first is the default | basis |', '| - | - | - | - |', ...settings],
  );
  return format(filled, { ...(await resolveConfig(PATH)), parser: 'markdown' });
}

function fill(text: string, name: string, lines: readonly string[]): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest = ''] = text.split(open);
  return `${before}${open}\n\n${lines.join('\n')}\n\n${close}${rest.split(close)[1] ?? ''}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(PATH, await indicatorsDocument());
