import { describe, expect, test } from 'vitest';
import { replyStateOf } from '#client/desk/case/reply-state.ts';

const by = { kind: 'person' as const, id: 'l', name: '领导' };
const raised = { no: 1, level: 1, reason: '急', by, at: 10, replyBy: 100, reply: null, liftedAt: null };

describe('the reply to a supervision', () => {
  test('is due until its instant and late after it', () => {
    expect(replyStateOf(raised, 100)).toBe('due');
    expect(replyStateOf(raised, 101)).toBe('late');
  });

  test('is owed by nobody where none was demanded or the supervision was lifted', () => {
    expect(replyStateOf({ ...raised, replyBy: null }, 101)).toBe('open');
    expect(replyStateOf({ ...raised, liftedAt: 90 }, 101)).toBe('lifted');
  });

  test('stays late once it came late', () => {
    expect(replyStateOf({ ...raised, reply: { by, at: 99, text: '已办' } }, 500)).toBe('replied');
    expect(replyStateOf({ ...raised, reply: { by, at: 101, text: '已办' } }, 500)).toBe('repliedLate');
    expect(replyStateOf({ ...raised, replyBy: null, reply: { by, at: 101, text: '已办' } }, 500)).toBe('replied');
  });
});
