import { describe, expect, it } from 'vitest';
import { skewsOf } from '#domain/screen/frame-skew.ts';
import { linkOf } from '#domain/screen/screen-link.ts';
import { placeOfScreen, screenIdOf, screenOfPrincipal, screenPrincipalId } from '#domain/screen/screen.ts';
import { readCode, shownCode } from '#domain/screen/user-code.ts';

describe('a screen', () => {
  it('is named by its place, and so is whom its key stands for', () => {
    const place = { wall: 'main', screen: '2' };
    expect(placeOfScreen(screenIdOf(place))).toEqual(place);
    expect(screenOfPrincipal(screenPrincipalId('main/2'))).toEqual(place);
  });

  it('is none by any other word', () => {
    for (const word of ['main', 'main/', '/1', 'a/b/c', 'a b/1', `${'x'.repeat(65)}/1`, '../1'])
      expect(placeOfScreen(word), word).toBeNull();
    expect(screenOfPrincipal('u1')).toBeNull();
  });
});

describe('a code', () => {
  it('is read however it was typed', () => {
    for (const typed of ['WDJB-MJHT', 'wdjbmjht', ' wdjb mjht ', 'ＷＤＪＢ－ＭＪＨＴ', 'WDJB–MJHT'])
      expect(readCode(typed), typed).toBe('WDJBMJHT');
    expect(shownCode('WDJBMJHT')).toBe('WDJB-MJHT');
  });

  it('holds no letter that is taken for another', () => {
    for (const typed of ['WDJB-MJH', 'WDJB-MJHTT', 'WDJB-MJH0', 'WDJB-MJHI', ''])
      expect(readCode(typed), typed).toBeNull();
  });
});

describe("a screen's link", () => {
  const at = 1_000_000;
  it('is as it told last', () => {
    expect(linkOf(null, at)).toBe('never');
    expect(linkOf({ seenAt: at - 20_000, leftAt: null }, at)).toBe('live');
    expect(linkOf({ seenAt: at - 60_000, leftAt: null }, at)).toBe('silent');
    expect(linkOf({ seenAt: at - 60_000, leftAt: at - 59_000 }, at)).toBe('gone');
    expect(linkOf({ seenAt: at, leftAt: at - 59_000 }, at)).toBe('live');
  });
});

describe('frames of a wall', () => {
  const timing = (lateMs: number) => ({ lateMs, uncertaintyMs: 2, framesPerSecond: 50 });
  it('are compared with the middle of the wall', () => {
    const skews = skewsOf([timing(4), timing(6), null, timing(36)]);
    expect(skews.map((skew) => skew && [skew.ms, skew.frames])).toEqual([[-2, 0.1], [0, 0], null, [30, 1.5]]);
    expect(skews[0]?.uncertaintyMs).toBe(4);
  });

  it('of one screen alone are in step with nothing', () => {
    expect(skewsOf([timing(4), null])).toEqual([null, null]);
    expect(skewsOf([])).toEqual([]);
  });
});
