import { expect, test } from 'vitest';
import { isUserName } from '#domain/account/user-name.ts';

test('a user name is 2 to 60 letters of any script, digits and four marks', () => {
  for (const name of ['duty', '张三', 'heping-sanitation', 'Li.Si@heping', 'a_1', 'x'.repeat(60)]) {
    expect(isUserName(name), name).toBe(true);
  }
  for (const name of ['', 'x', 'a b', '-x', 'a\u202eb', 'a\nb', 'a/b', '😀😀', 'x'.repeat(61)]) {
    expect(isUserName(name), name).toBe(false);
  }
});
