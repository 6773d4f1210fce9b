import { describe, expect, test, vi } from 'vitest';
import { Drafts } from '#client/desk/acts/drafts.ts';
import { addPhoto, dropPhoto, forgetPhotos, MOST_PHOTOS, photosOf } from '#client/desk/photos/kept-photos.ts';
import { answerOf, faultOfFile } from '#client/desk/photos/send-photo.ts';
import { MOST_PHOTO_BYTES, photoReference } from '#domain/case/photo-reference.ts';

const reference = (digit: string): string => photoReference(digit.repeat(64));

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('photographs for an act', () => {
  test('outlive a reload with what is typed, each once, at most nine, until they are dropped or sent', () => {
    const storage = memory();
    const drafts = new Drafts(storage);
    addPhoto(drafts, 'E-1', 'check', { reference: reference('a'), name: 'a.jpg' });
    addPhoto(drafts, 'E-1', 'check', { reference: reference('b'), name: 'b.jpg' });
    addPhoto(drafts, 'E-1', 'check', { reference: reference('a'), name: 'again.jpg' });
    const names = (drafted: Drafts) => photosOf(drafted, 'E-1', 'check').map(({ name }) => name);
    expect(names(new Drafts(storage))).toEqual(['b.jpg', 'again.jpg']);
    expect(photosOf(drafts, 'E-1', 'feed-back')).toEqual([]);
    dropPhoto(drafts, 'E-1', 'check', reference('b'));
    expect(names(drafts)).toEqual(['again.jpg']);
    for (const digit of '0123456789') addPhoto(drafts, 'E-1', 'check', { reference: reference(digit), name: digit });
    expect(names(drafts)).toHaveLength(MOST_PHOTOS);
    forgetPhotos(drafts, 'E-1', 'check');
    expect(names(new Drafts(storage))).toEqual([]);
  });

  test('of a draft that holds something else are none', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const drafts = new Drafts(memory());
    for (const kept of ['{', '5', '[{"reference":"https://elsewhere/x.jpg","name":"x"}]']) {
      drafts.write('E-1', 'check-photos', kept, 1);
      expect(photosOf(drafts, 'E-1', 'check')).toEqual([]);
    }
    warned.mockRestore();
  });

  test('are refused in words before and after they are sent', () => {
    expect(faultOfFile({ type: 'image/gif', size: 5 })).toBe('kind');
    expect(faultOfFile({ type: 'image/jpeg', size: MOST_PHOTO_BYTES + 1 })).toBe('size');
    expect(faultOfFile({ type: 'image/webp', size: MOST_PHOTO_BYTES })).toBeNull();
    expect(answerOf(415, '')).toEqual({ ok: false, why: 'kind' });
    expect(answerOf(413, '')).toEqual({ ok: false, why: 'size' });
    expect(answerOf(422, '')).toEqual({ ok: false, why: 'side' });
    expect(answerOf(401, '')).toEqual({ ok: false, why: 'refused' });
    expect(answerOf(202, JSON.stringify({ reference: reference('a') }))).toEqual({
      ok: true,
      reference: reference('a'),
    });
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(answerOf(202, 'nothing')).toEqual({ ok: false, why: 'refused' });
    warned.mockRestore();
  });
});
