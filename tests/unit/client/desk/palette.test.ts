import { describe, expect, test } from 'vitest';
import { ACTS } from '#client/desk/acts/acts.ts';
import { DESK_COMMANDS, keyOfCommand, printedKey } from '#client/desk/keys/desk-commands.ts';
import { asCaseNumber, casesWith, commandName, found, wordsOfCommand } from '#client/desk/palette/palette-entries.ts';
import { pinyinInitials } from '#client/desk/palette/pinyin-initials.ts';
import { LANGUAGES } from '#client/i18n/language.ts';

describe('the table of commands', () => {
  test('names every command once, each in both languages, moves among them', () => {
    const ids = DESK_COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of ACTS) expect(ids).toContain(id);
    for (const id of ids) for (const language of LANGUAGES) expect(commandName(id, language), id).not.toBe('');
  });

  test('gives one key to one command, but for moves that are never legal together', () => {
    const pairs = DESK_COMMANDS.flatMap(({ id, keys }) => keys.map((key) => ({ id, key })));
    const keys = [...new Set(pairs.map(({ key }) => key))];
    const shared = keys
      .map((key) => pairs.filter((pair) => pair.key === key).map(({ id }) => id))
      .filter((of) => of.length > 1);
    expect(shared).toEqual([
      ['verify', 'check'],
      ['suspend', 'resume'],
    ]);
  });

  test('prints its keys as they are on the keyboard', () => {
    expect(keyOfCommand('palette')).toBe('Ctrl K');
    expect(keyOfCommand('mark-next')).toBe('⇧↓');
    expect(keyOfCommand('dispatch')).toBe('D');
    expect(keyOfCommand('lift-supervision')).toBe('⇧S');
    expect(keyOfCommand('sign-out')).toBe('');
    expect(printedKey(' ')).toBe('␣');
  });
});

describe('the palette', () => {
  const entry = (id: 'dispatch' | 'urge' | 'supervise' | 'lift-supervision' | 'sign-out') => {
    return { id, name: commandName(id, 'zh'), words: wordsOfCommand(id, keyOfCommand(id)) };
  };
  const entries = [entry('dispatch'), entry('urge'), entry('supervise'), entry('lift-supervision'), entry('sign-out')];
  const ids = (query: string): string[] => found(entries, query).map(({ id }) => id);

  test('finds a command by its name in either language, by initials and by key', () => {
    expect(ids('派遣')[0]).toBe('dispatch');
    expect(ids('dispatch')).toEqual(['dispatch']);
    expect(ids('out')).toEqual(['sign-out']);
    expect(ids('cb')[0]).toBe('urge');
    expect(ids('⇧s')).toEqual(['lift-supervision']);
    expect(ids('lift super')).toEqual(['lift-supervision']);
    expect(ids('nothing of the kind')).toEqual([]);
    expect(ids(' ')).toHaveLength(entries.length);
  });

  test('puts what begins with the words before what only holds them', () => {
    expect(ids('督办')).toEqual(['supervise', 'lift-supervision']);
    expect(ids('super')).toEqual(['supervise', 'lift-supervision']);
  });

  test('finds cases by a part of their number', () => {
    expect(asCaseNumber(' e0110-2026 ')).toBe('E0110-2026');
    expect(asCaseNumber('派遣')).toBeNull();
    expect(asCaseNumber('urge')).toBeNull();
    expect(casesWith(['E-17', 'E-27', 'E-17', 'E-71'], '7', 2)).toEqual(['E-17', 'E-27']);
  });

  test('knows the initials of pinyin', () => {
    expect(pinyinInitials('派遣')).toBe('pq');
    expect(pinyinInitials('解除督办')).toBe('jcdb');
    expect(pinyinInitials('ＬＥＤ屏 LED')).toBe('pled');
  });
});
