import { describe, expect, test, vi } from 'vitest';
import { MentionList } from '#client/desk/mentions/mention-list.ts';
import { namingAt, parseNamed, stillNamed, withName } from '#client/desk/mentions/naming.ts';
import type { MentionsAnswer } from '#wire/http/mention.ts';

describe('naming somebody in a text', () => {
  const at = (text: string) => namingAt(text, text.length);

  test('begins behind an @, in Chinese without a space, and ends with one', () => {
    expect(at('@')).toEqual({ from: 0, text: '' });
    expect(at('请@王')).toEqual({ from: 1, text: '王' });
    expect(at('ask @wang')).toEqual({ from: 4, text: 'wang' });
    expect(at('@王芳 ')).toBeNull();
    expect(at('mail wang@example')).toBeNull();
    expect(at(`@${'x'.repeat(30)}`)).toBeNull();
    expect(namingAt('@王 后面', 2)).toEqual({ from: 0, text: '王' });
  });

  test('puts the whole name where it was typed and leaves the rest', () => {
    expect(withName('请@w 看', { from: 1, text: 'w' }, '王芳')).toEqual({ text: '请@王芳 看', caret: 5 });
  });

  test('sends those whom the text still names, each once', () => {
    const wang = { id: '1', name: '王芳' };
    const li = { id: '2', name: '李' };
    expect(stillNamed('@王芳 好', [wang, li, wang])).toEqual([wang]);
    expect(parseNamed(JSON.stringify([wang, { id: 3 }]))).toEqual([wang]);
    expect(parseNamed('')).toEqual([]);
  });

  test('a draft that holds something else names nobody', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(parseNamed('{')).toEqual([]);
    expect(parseNamed('5')).toEqual([]);
    warned.mockRestore();
  });
});

describe('the list of mentions', () => {
  const mention = (eventId: string, readAt: number | null = null) => {
    return { caseId: 1, caseNumber: 'E-1', eventId, at: 1, by: { id: 'p', name: '周' }, text: '@王芳', readAt };
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  test('reads itself when told to look, and marks what was read at once', async () => {
    const answer: MentionsAnswer = { unread: 2, mentions: [mention('a'), mention('b', 3), mention('c')] };
    const said: string[] = [];
    const list = new MentionList({
      read: () => Promise.resolve(answer),
      sayRead: (mentions) => Promise.resolve(void said.push(...mentions.map(({ eventId }) => eventId))),
      now: () => 9,
    });
    expect(list.value).toBeNull();
    list.lookAgain();
    await settled();
    expect(list.value?.unread).toBe(2);
    list.readCase('E-2');
    expect(said).toEqual([]);
    list.readCase('E-1');
    expect(said).toEqual(['a', 'c']);
    expect(list.value).toMatchObject({ unread: 0, mentions: [{ readAt: 9 }, { readAt: 3 }, { readAt: 9 }] });
    list.stop();
  });
});
