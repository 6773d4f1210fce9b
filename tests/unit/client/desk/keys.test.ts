import { describe, expect, test } from 'vitest';
import { ACTS } from '#client/desk/acts/acts.ts';
import { actOfKey, KEY_MAP, type KeyPress } from '#client/desk/keys/key-map.ts';
import { sharing } from '#client/desk/keys/run-command.ts';

const free = { inTextField: false, onControl: false };

function press(change: Partial<KeyPress> & { key: string }): KeyPress {
  return {
    code: '',
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    repeat: false,
    ...change,
  };
}

describe('a key on the desk', () => {
  test('does its act', () => {
    expect(actOfKey(press({ key: 't', code: 'KeyT' }), free)).toBe('take');
    expect(actOfKey(press({ key: 'T', code: 'KeyT', shiftKey: true }), free)).toBe('release');
    expect(actOfKey(press({ key: '?', code: 'Slash', shiftKey: true }), free)).toBe('keys');
    expect(actOfKey(press({ key: '？', code: 'Slash', shiftKey: true }), free)).toBe('keys');
    expect(actOfKey(press({ key: '?', code: 'Slash' }), free)).toBe('keys');
    expect(actOfKey(press({ key: '、', code: 'Slash' }), free)).toBe('filter');
    expect(actOfKey(press({ key: 'T', code: 'KeyT' }), free)).toBe('take');
  });

  test('does nothing in a text field, with a modifier, or while an input method composes', () => {
    expect(actOfKey(press({ key: 'x', code: 'KeyX' }), { inTextField: true, onControl: false })).toBeNull();
    expect(actOfKey(press({ key: 'c', code: 'KeyC', ctrlKey: true }), free)).toBeNull();
    expect(actOfKey(press({ key: 'x', code: 'KeyX', isComposing: true }), free)).toBeNull();
    expect(actOfKey(press({ key: 'Process', code: 'KeyX', keyCode: 229 }), free)).toBeNull();
  });

  test('leaves Enter and arrows to the button they are pressed on', () => {
    const onButton = { inTextField: false, onControl: true };
    expect(actOfKey(press({ key: 'Enter' }), onButton)).toBeNull();
    expect(actOfKey(press({ key: 'j', code: 'KeyJ' }), onButton)).toBe('next');
    expect(actOfKey(press({ key: 'Enter' }), free)).toBe('open');
  });

  test('held down only walks the list', () => {
    expect(actOfKey(press({ key: 'j', code: 'KeyJ', repeat: true }), free)).toBe('next');
    expect(actOfKey(press({ key: 'u', code: 'KeyU', repeat: true }), free)).toBeNull();
  });

  test('is printed on the button of the act that it does', () => {
    for (const { id, key } of ACTS) {
      const pressed = key.startsWith('⇧') ? `shift+${key.slice(1).toLowerCase()}` : key.toLowerCase();
      const act = ACTS.find((one) => one.id === KEY_MAP.get(pressed));
      expect(act?.key, id).toBe(key);
      expect(sharing(id)[0]).toBe(id);
      expect(sharing(id)).toContain(act?.id);
    }
  });

  test('shows the palette from anywhere, also out of a text', () => {
    const typing = { inTextField: true, onControl: false };
    expect(actOfKey(press({ key: 'k', code: 'KeyK', ctrlKey: true }), typing)).toBe('palette');
    expect(actOfKey(press({ key: 'k', code: 'KeyK', metaKey: true }), free)).toBe('palette');
    expect(actOfKey(press({ key: 'k', code: 'KeyK', ctrlKey: true, isComposing: true }), free)).toBeNull();
    expect(actOfKey(press({ key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }), free)).toBeNull();
    expect(actOfKey(press({ key: 'k', code: 'KeyK' }), free)).toBe('previous');
  });
});
