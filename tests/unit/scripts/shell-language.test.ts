import { expect, it } from 'vitest';
import { shellLanguage } from '../../../scripts/shell-language.ts';

it.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'C.UTF-8', LC_MESSAGES: 'zh_CN.GB18030' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: '' }, 'zh'],
  [{}, 'en'],
])('a shell of %j speaks %s', (env, language) => {
  expect(shellLanguage(env)).toBe(language);
});
