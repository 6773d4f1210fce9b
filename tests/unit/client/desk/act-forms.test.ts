import { describe, expect, test, vi } from 'vitest';
import { ActForms } from '#client/desk/acts/act-forms.ts';
import { ActRunner } from '#client/desk/acts/act-runner.ts';
import { parseChoices } from '#client/desk/acts/kept-choices.ts';
import { Drafts } from '#client/desk/acts/drafts.ts';
import { OpenCase } from '#client/desk/case/open-case.ts';
import type { Command, CommandResult } from '#wire/command.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { exampleDetail } from '#wire/http/examples.ts';
import type { Ack } from '#wire/protocol.ts';

const example = exampleDetail as CaseDetailAnswer;
const number = example.summary.number;
const lost: Ack<CommandResult> = { ok: false, error: 'retry-later', message: 'no answer' };
const done: Ack<CommandResult> = { ok: true, value: { ok: true, caseNumber: number, version: 9, moveVersion: 9 } };

/** A desk's forms on a case that everything may be done to, with a server whose answers the test chooses. */
async function desk(answers: Ack<CommandResult>[]) {
  const sent: Command[] = [];
  const state = {
    detail: { ...example, legal: [...example.legal, 'ask', 'urge', 'comment'], rights: ['ask-extension', 'ask-void'] },
  };
  const open = new OpenCase(
    () => Promise.resolve(state.detail),
    () => 1_000,
  );
  const runner = new ActRunner(
    (command) => {
      sent.push(command);
      return Promise.resolve(answers.shift() ?? done);
    },
    () => 1_000,
  );
  const drafts = new Drafts(null);
  const forms = new ActForms('me', open, runner, drafts, () => null);
  open.subscribe(() => forms.follow());
  await open.open(number);
  /** The case as it is after somebody's move. */
  const moved = async (type: string, eventId: string, by = 'p'): Promise<void> => {
    const { summary, timeline } = state.detail;
    const actor = { kind: 'person' as const, id: by, name: '另一人' };
    const event = { eventId, at: 2_000, recordedAt: 2_000, actor, type, data: {} };
    state.detail = {
      ...state.detail,
      summary: { ...summary, version: summary.version + 1, moveVersion: summary.moveVersion + 1 },
      timeline: [...timeline, event],
    };
    await open.refresh();
  };
  const idOf = (index: number): string => {
    const command = sent[index];
    return command?.name === 'move' ? command.request.requestId : '';
  };
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  return { sent, forms, runner, drafts, moved, idOf, settled };
}

describe('an act without an answer', () => {
  test('is sent again as the same act, and its form closes when that is answered', async () => {
    const { forms, runner, drafts, idOf, sent } = await desk([lost, done]);
    forms.begin('urge');
    drafts.write(number, 'urge', '请尽快', 1);
    expect(await forms.send()).toBe(false);
    expect(runner.value.phase).toBe('unanswered');
    expect(forms.value?.act).toBe('urge');
    expect(await forms.again()).toBe(true);
    expect(idOf(1)).toBe(idOf(0));
    expect(sent).toHaveLength(2);
    expect(forms.value).toBeNull();
    expect(drafts.read(number, 'urge').text).toBe('');
  });

  test('is the same act too when it is sent from the form', async () => {
    const { forms, drafts, idOf } = await desk([lost, lost, done]);
    forms.begin('urge');
    drafts.write(number, 'urge', '请尽快', 1);
    await forms.send();
    await forms.send();
    drafts.write(number, 'urge', '请马上', 1);
    await forms.send();
    expect(idOf(1)).toBe(idOf(0));
    expect(idOf(2)).not.toBe(idOf(0));
  });

  test('counts as done when the case turns out to hold it, and is nobody else’s', async () => {
    const { forms, runner, drafts, idOf, moved } = await desk([lost]);
    forms.begin('urge');
    drafts.write(number, 'urge', '请尽快', 1);
    await forms.send();
    await moved('urged', `me:${idOf(0)}`);
    expect(runner.value.phase).toBe('idle');
    expect(runner.done.value?.act).toBe('urge');
    expect(forms.conflict.value).toBeNull();
    expect(forms.value).toBeNull();
    expect(drafts.read(number, 'urge').text).toBe('');
  });

  test('that is a note is not written twice, and what was typed after it stays', async () => {
    const { forms, drafts, idOf, moved } = await desk([lost, lost]);
    drafts.write(number, 'comment', '请三班回报', 1);
    await forms.note(number, '请三班回报');
    await forms.note(number, '请三班回报');
    expect(idOf(1)).toBe(idOf(0));
    drafts.write(number, 'comment', '请三班回报到场时间', 1);
    await moved('commented', `me:${idOf(0)}`);
    expect(drafts.read(number, 'comment').text).toBe('请三班回报到场时间');
  });
});

describe('another officer’s move', () => {
  test('stops the form and leaves all that was chosen, for acting on the new state', async () => {
    const { forms, drafts, moved, sent, settled } = await desk([]);
    forms.begin('ask');
    forms.fill({ kind: 'void' });
    drafts.write(number, 'ask', '重复', 1);
    await moved('urged', 'other:1');
    expect(forms.conflict.value).toMatchObject({ by: '另一人', what: 'urged', refusedAt: null });
    forms.redo();
    expect(forms.value?.input.kind).toBe('void');
    expect(await forms.send()).toBe(true);
    await settled();
    expect(sent).toMatchObject([{ request: { move: { move: 'ask', kind: 'void', reason: '重复' } } }]);
  });
});

describe('a form that is open while the case moves', () => {
  test('goes on when the move was one’s own, told late', async () => {
    const { forms, moved, sent } = await desk([]);
    forms.begin('urge');
    const began = forms.value?.expected ?? 0;
    await moved('dispatched', 'e-own', 'me');
    expect(forms.conflict.value).toBeNull();
    expect(forms.value?.expected).toBe(began + 1);
    expect(sent).toEqual([]);
  });

  test('shows what somebody else did', async () => {
    const { forms, moved } = await desk([]);
    forms.begin('urge');
    await moved('dispatched', 'e-other');
    expect(forms.conflict.value).toMatchObject({ what: 'dispatched', by: '另一人' });
  });
});

describe('what was chosen in a form', () => {
  test('is there again for the same state of the case, until it is sent or the case has moved on', async () => {
    const { forms, drafts, moved, settled } = await desk([]);
    forms.begin('ask');
    expect(forms.value?.input.kind).toBe('extension');
    forms.fill({ kind: 'void' });
    forms.leave();
    forms.begin('ask');
    expect(forms.value?.input.kind).toBe('void');
    forms.leave();
    await moved('urged', 'x:1');
    forms.begin('ask');
    expect(forms.value?.input.kind).toBe('extension');
    forms.fill({ kind: 'void' });
    drafts.write(number, 'ask', '重复上报', 1);
    expect(await forms.send()).toBe(true);
    await settled();
    expect(drafts.read(number, 'ask-chosen').text).toBe('');
  });

  test('is nothing where something else is kept', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    for (const kept of ['{', '5', '[]', '{"expected":3}', '{"expected":2,"input":{"kind":"void"}}'])
      expect(parseChoices(kept, 3)).toEqual({});
    expect(
      parseChoices('{"expected":3,"input":{"department":5,"team":"T","supporting":["a",1],"verdict":false}}', 3),
    ).toEqual({
      team: 'T',
      verdict: false,
    });
    warned.mockRestore();
  });
});
