import { describe, expect, test, vi } from 'vitest';
import { ActRunner } from '#client/desk/acts/act-runner.ts';
import { moveOf, NO_INPUT } from '#client/desk/acts/act-input.ts';
import { ACTS, actsFor, possibleOn, suggestedAct } from '#client/desk/acts/acts.ts';
import { answerable, askable } from '#client/desk/acts/asked.ts';
import { firstInput, replyable } from '#client/desk/acts/first-input.ts';
import { chosenReply, replyChoices } from '#client/desk/acts/reply-by.ts';
import { Drafts } from '#client/desk/acts/drafts.ts';
import { missingOf } from '#client/desk/acts/missing.ts';
import { offeredDepartments, suggestedDepartment } from '#client/desk/acts/offered-departments.ts';
import type { Command, CommandResult } from '#wire/command.ts';
import { moveSchema } from '#wire/command.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { exampleDetail } from '#wire/http/examples.ts';
import type { Ack } from '#wire/protocol.ts';

describe('the bar of acts', () => {
  const ids = (acts: readonly { id: string }[]): string[] => acts.map(({ id }) => id);

  test('shows what is legal as open and the rest as closed, each once', () => {
    const { open, closed } = actsFor([
      'dispatch',
      'return',
      'feed-back',
      'extend',
      'suspend',
      'supervise',
      'urge',
      'void',
    ]);
    expect(ids(open)).toEqual(['dispatch', 'feed-back', 'urge', 'supervise', 'extend', 'suspend', 'return', 'void']);
    expect(ids(closed)).toContain('close');
    expect(ids(closed)).not.toContain('resume');
  });

  test('lets resume stand in for suspend while a case is suspended', () => {
    const { open, closed } = actsFor(['resume', 'urge']);
    expect(ids(open)).toContain('resume');
    expect(ids([...open, ...closed])).not.toContain('suspend');
  });

  test('suggests what moves the case on', () => {
    expect(suggestedAct(['accept', 'decline', 'void'])).toBe('accept');
    expect(suggestedAct(['dispatch', 'suspend'])).toBe('dispatch');
    expect(suggestedAct(['dispatch', 'feed-back', 'urge'])).toBe('urge');
    expect(suggestedAct(['comment'])).toBeNull();
  });

  test('offers asking and answering to whom the server gives the right, and to nobody else', () => {
    const waiting = { no: 2, kind: 'void' as const, status: 'pending' as const };
    const requests = [{ ...waiting, no: 1, status: 'refused' as const }, waiting].map((one) => ({
      ...{ reason: '重复', by: { kind: 'person' as const, id: 'p', name: '甲' }, at: 1, instance: 1 },
      ...{ until: null, pauses: false, answer: null },
      ...one,
    }));
    expect(askable(['feed-back', 'ask-return', 'ask-suspension'])).toEqual(['return', 'suspension']);
    expect(answerable({ requests, rights: ['answer-void'] }).map(({ no }) => no)).toEqual([2]);
    expect(answerable({ requests, rights: ['answer-return'] })).toEqual([]);
    expect(ids(actsFor(['ask']).open)).toContain('ask');
    expect(ids(actsFor(['comment']).closed)).not.toContain('ask');
  });

  test('asks and answers with a reason only', () => {
    const asked = moveOf('ask', { ...NO_INPUT, kind: 'suspension', until: 5, text: '待设计' });
    expect(moveSchema.parse(asked)).toMatchObject({ move: 'ask', kind: 'suspension', until: 5 });
    expect(moveOf('ask', { ...NO_INPUT, kind: 'return', until: 5, text: '非我' })).toMatchObject({ until: null });
    expect(moveOf('ask', { ...NO_INPUT, kind: 'return' })).toBeNull();
    const answer = moveOf('answer', { ...NO_INPUT, request: 2, verdict: false, text: '不足' });
    expect(moveSchema.parse(answer)).toMatchObject({ move: 'answer', request: 2, granted: false });
    expect(moveOf('answer', { ...NO_INPUT, request: 2, text: '不足' })).toBeNull();
  });

  test('makes moves that the wire takes, and none while something is missing', () => {
    expect(moveOf('extend', { ...NO_INPUT, text: '  ' })).toBeNull();
    expect(moveOf('dispatch', NO_INPUT)).toBeNull();
    expect(moveOf('check', NO_INPUT)).toBeNull();
    const filled = { ...NO_INPUT, text: 'why', department: 'd', categoryKey: 'c', conditionNo: 1, verdict: true };
    for (const id of ['accept', 'verify', 'file', 'dispatch', 'check', 'extend', 'suspend', 'void', 'close'] as const) {
      expect(moveSchema.safeParse(moveOf(id, filled)).success).toBe(true);
    }
  });
});

describe('acts of few posts', () => {
  const ids = (acts: readonly { id: string }[]): string[] => acts.map(({ id }) => id);
  const rare = ['pass', 'self-handle', 'support', 'reply', 'shorten', 'join', 'force-close'] as const;

  test('show where they are possible and are out of sight elsewhere', () => {
    expect(ids(actsFor(rare).open)).toEqual([...rare]);
    const { open, closed } = actsFor(['comment', 'close']);
    for (const id of rare) expect(ids([...open, ...closed])).not.toContain(id);
  });

  test('close by force by right alone, not by the move that closes', () => {
    expect(possibleOn({ legal: ['urge'], rights: ['urge', 'force-close'] })).toEqual(['urge', 'force-close']);
    expect(possibleOn({ legal: ['close'], rights: ['close'] })).toEqual(['close']);
    const forced = moveOf('force-close', { ...NO_INPUT, text: '拆迁' });
    expect(moveSchema.parse(forced)).toEqual({ move: 'close', note: '拆迁', forced: true });
    expect(moveOf('force-close', NO_INPUT)).toBeNull();
  });

  test('become moves that the wire takes, and none while something is missing', () => {
    const filled = {
      ...NO_INPUT,
      text: 'why',
      supervision: 2,
      limit: { value: 2, unit: 'day' as const },
      to: '120101',
    };
    for (const id of rare) expect(moveSchema.safeParse(moveOf(id, filled)).success, id).toBe(true);
    for (const id of ['pass', 'support', 'reply', 'shorten', 'join'] as const) expect(moveOf(id, NO_INPUT)).toBeNull();
    expect(moveOf('reply', { ...filled, supervision: null })).toBeNull();
    expect(moveOf('shorten', { ...filled, limit: { value: 0, unit: 'day' } })).toBeNull();
    expect(moveOf('join', { ...filled, to: ' E-2 ' })).toMatchObject({ to: 'E-2' });
    expect(moveOf('join', { ...filled, to: ' ' })).toBeNull();
  });

  test('dispatch with supporting departments, never the lead among them', () => {
    const move = moveOf('dispatch', { ...NO_INPUT, department: 'a', supporting: ['b', 'a', 'c'] });
    expect(move).toMatchObject({ department: 'a', supporting: ['b', 'c'] });
  });

  test('demand a reply by an instant to come', () => {
    const noon = Date.parse('2026-11-24T12:00:00+08:00');
    const choices = replyChoices(noon, 'Asia/Shanghai');
    expect(choices.map(({ name }) => name)).toEqual(['today', 'day', 'threeDays']);
    expect(choices[0]?.at).toBe(Date.parse('2026-11-24T18:00:00+08:00'));
    const evening = Date.parse('2026-11-24T18:00:00+08:00');
    expect(replyChoices(evening, 'Asia/Shanghai').map(({ name }) => name)).toEqual(['day', 'threeDays']);
    const supervised = moveOf('supervise', { ...NO_INPUT, text: '市民反映', replyBy: choices[1]?.at ?? null });
    expect(supervised).toMatchObject({ move: 'supervise', replyBy: noon + 86_400_000 });
  });

  test('know their choice again when time has passed', () => {
    const noon = Date.parse('2026-11-24T12:00:00+08:00');
    const later = replyChoices(noon + 60_000, 'Asia/Shanghai');
    for (const { name, at } of replyChoices(noon, 'Asia/Shanghai')) expect(chosenReply(at, later)).toBe(name);
    expect(chosenReply(null, later)).toBeNull();
  });

  test('begin with what the case says', () => {
    const by = { kind: 'person' as const, id: 'l', name: '领导' };
    const raised = { level: 1, reason: '急', by, at: 1, replyBy: null, reply: null, liftedAt: null };
    const supervisions = [
      { ...raised, no: 1, reply: { by, at: 2, text: '已办' } },
      { ...raised, no: 2 },
      { ...raised, no: 3, replyBy: 9 },
    ];
    expect(replyable({ supervisions }).map(({ no }) => no)).toEqual([3, 2]);
    const detail: CaseDetailAnswer = {
      ...(exampleDetail as CaseDetailAnswer),
      supervisions,
      passages: [],
    };
    expect(firstInput('reply', detail, () => null).supervision).toBe(3);
    expect(firstInput('pass', detail, () => null).to).toBe(detail.summary.place.districtCode);
    expect(firstInput('shorten', detail, () => null).limit.value).toBeNull();
  });
});

describe('an act', () => {
  const done: Ack<CommandResult> = { ok: true, value: { ok: true, caseNumber: 'E-1', version: 2, moveVersion: 2 } };

  test('is pending until the server answers, and only one runs at a time', async () => {
    let answer: (ack: Ack<CommandResult>) => void = () => undefined;
    const send = vi.fn(() => new Promise<Ack<CommandResult>>((resolve) => (answer = resolve)));
    const runner = new ActRunner(send, () => 7);
    const first = runner.move('E-1', { move: 'accept' }, 1);
    expect(runner.value.phase).toBe('pending');
    expect(await runner.take(1, 'E-1')).toBe(false);
    expect(send).toHaveBeenCalledTimes(1);
    answer(done);
    expect(await first).toBe(true);
    expect(runner.value.phase).toBe('idle');
    expect(runner.done.value).toEqual({ act: 'accept', caseNumber: 'E-1', at: 7 });
  });

  test('refused, says who was first', async () => {
    const refusal = {
      code: 'version-conflict',
      message: '',
      other: { name: 'Han', what: 'dispatched', at: 5 },
    } as const;
    const runner = new ActRunner(
      () => Promise.resolve({ ok: true, value: { ok: false, refusal } }),
      () => 0,
    );
    expect(await runner.move('E-1', { move: 'accept' }, 1)).toBe(false);
    expect(runner.value).toMatchObject({ phase: 'refused', refusal });
  });

  test('unanswered, is asked again under the same id', async () => {
    const sent: Command[] = [];
    const answers: Ack<CommandResult>[] = [{ ok: false, error: 'retry-later', message: '' }, done];
    const runner = new ActRunner(
      (command) => {
        sent.push(command);
        return Promise.resolve(answers.shift() ?? done);
      },
      () => 0,
    );
    expect(await runner.move('E-1', { move: 'urge', note: '' }, 1)).toBe(false);
    expect(runner.value.phase).toBe('unanswered');
    expect(await runner.again()).toBe(true);
    expect(sent[1]).toBe(sent[0]);
  });
});

describe('a draft', () => {
  function memory(): Storage & { readonly kept: Map<string, string> } {
    const kept = new Map<string, string>();
    return {
      kept,
      length: 0,
      clear: () => kept.clear(),
      key: () => null,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
  }

  test('outlives the page, case by case', () => {
    const storage = memory();
    new Drafts(storage).write('E-1', 'comment', '请三班回报', 9);
    const after = new Drafts(storage);
    expect(after.read('E-1', 'comment')).toEqual({ text: '请三班回报', keptAt: 9 });
    expect(after.read('E-2', 'comment').text).toBe('');
    after.clear('E-1', 'comment');
    expect(storage.kept.size).toBe(0);
  });

  test('stays while the page does when the browser keeps nothing', () => {
    const full = {
      ...memory(),
      setItem: () => {
        throw new Error('full');
      },
    };
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const drafts = new Drafts(full);
    drafts.write('E-1', 'comment', 'text', 9);
    expect(drafts.read('E-1', 'comment')).toEqual({ text: 'text', keptAt: null });
    expect(warned).toHaveBeenCalled();
    warned.mockRestore();
  });

  test('that cannot be read is no draft', () => {
    const storage = memory();
    storage.kept.set('citywall.draft.E-1.comment', '{"text":5}');
    expect(new Drafts(storage).read('E-1', 'comment').text).toBe('');
  });
});

describe('departments to choose from', () => {
  const office = (code: string, districtCode: string | null, trade?: 'sanitation' | 'roads') => {
    return { code, districtCode, subdistrictCode: null, nameZh: code, nameEn: code, ...(trade && { trade }) };
  };
  const all = [office('far', '120102', 'sanitation'), office('city', null), office('roads', '120101', 'roads')];
  const place = { districtCode: '120101', subdistrictCode: null };
  const rubbish = 'gbt30428.2-2013:event:0110';

  test('begin with the one that answers for it, then who has it, then the neighbourhood', () => {
    const departments = [...all, office('clean', '120101', 'sanitation'), office('holder', '120103')];
    const offered = offeredDepartments(departments, rubbish, place, 'holder');
    expect(offered.map(({ department }) => department.code)).toEqual(['clean', 'holder', 'roads', 'city', 'far']);
    expect(offered.map(({ suggested }) => suggested)).toEqual([true, false, false, false, false]);
  });

  test('have no suggestion where no trade is told or no category known', () => {
    expect(suggestedDepartment([office('plain', '120101')], rubbish, place)).toBeNull();
    expect(suggestedDepartment(all, null, place)).toBeNull();
  });
});

describe('what a form still needs', () => {
  const ids = ACTS.map(({ id }) => id);
  const filled = { ...NO_INPUT, text: 'why', department: 'd', categoryKey: 'c', conditionNo: 1, verdict: true };
  const full = { ...filled, kind: 'void' as const, request: 1, supervision: 1, to: '120101', team: 'T-1' };
  const whole = { ...full, limit: { value: 2, unit: 'day' as const } };

  test('is named exactly while the wire would not take it', () => {
    for (const id of ids) expect(missingOf(id, whole), id).toEqual([]);
    const spoilt = [
      NO_INPUT,
      ...(
        ['text', 'department', 'team', 'categoryKey', 'verdict', 'kind', 'request', 'supervision', 'to'] as const
      ).map((name) => {
        return { ...whole, [name]: NO_INPUT[name] };
      }),
      ...[null, 0, -5, 10_001, Infinity, NaN].map((value) => ({ ...whole, limit: { value, unit: 'day' as const } })),
    ];
    for (const id of ids) {
      for (const input of spoilt) {
        const fits = moveSchema.safeParse(moveOf(id, input)).success;
        expect(missingOf(id, input).length === 0, `${id} ${JSON.stringify(input)}`).toBe(fits);
      }
    }
  });

  test('stands in the order of the fields', () => {
    expect(missingOf('shorten', NO_INPUT)).toEqual(['limit', 'reason']);
    expect(missingOf('join', NO_INPUT)).toEqual(['number', 'reason']);
    expect(missingOf('answer', { ...NO_INPUT, request: 1 })).toEqual(['verdict', 'reason']);
  });
});
