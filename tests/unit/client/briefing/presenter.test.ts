import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { moved, newDraft, plannedOf, spanText } from '#client/briefing/drafts.ts';
import { followingOf, Presenter } from '#client/briefing/presenter.ts';
import type { BriefingList } from '#domain/briefing/briefing-list.ts';
import { newProgram } from '#domain/wall/program.ts';

const list: BriefingList = {
  ...{ id: 'l', version: 1, owner: { id: 'u1', name: '高敏' }, scope: '120000', name: '晨会', shared: false },
  steps: (['overview', 'leagues', 'teams'] as const).map((kind) => ({ scene: { kind }, note: '', plannedSeconds: 60 })),
  changedAt: 0,
};
type Sent = { wall: string; act: string; kind?: string | undefined };

function remote(answers: (sent: Sent) => boolean | Promise<boolean> = () => true) {
  const sent: Sent[] = [];
  const presenter = new Presenter(
    async (wall, act) => {
      const { act: name, scene } = act as { act: string; scene?: { kind: string } };
      const one = { wall, act: name, kind: scene?.kind };
      sent.push(one);
      return answers(one);
    },
    () => Date.now(),
  );
  return { presenter, sent, kinds: () => sent.filter(({ act }) => act === 'present').map(({ kind }) => kind) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a presenter', () => {
  test('steps all chosen walls, and never beyond the list', async () => {
    const { presenter, sent, kinds } = remote();
    await presenter.start(list, ['main', 'hall']);
    await presenter.next();
    await presenter.back();
    await presenter.back();
    expect(kinds()).toEqual(['overview', 'overview', 'leagues', 'leagues', 'overview', 'overview']);
    await presenter.giveBack();
    expect(presenter.value).toBeNull();
    expect(sent.slice(-2)).toEqual(['main', 'hall'].map((wall) => ({ wall, act: 'give-back', kind: undefined })));
  });

  test('shows only the last of steps that were asked for while one was on its way', async () => {
    let open: (took: boolean) => void = () => undefined;
    const { presenter, kinds } = remote(() => new Promise((resolve) => (open = resolve)));
    const started = presenter.start(list, ['main']);
    void presenter.next();
    void presenter.next();
    expect(kinds()).toEqual(['overview']);
    open(true);
    await vi.waitFor(() => expect(kinds()).toEqual(['overview', 'teams']));
    open(true);
    await started;
    expect(presenter.value).toMatchObject({ at: 2, sending: false });
  });

  test('says which walls did not take a step', async () => {
    const { presenter } = remote(({ wall }) => wall !== 'hall');
    await presenter.start(list, ['main', 'hall']);
    expect(presenter.value?.missed).toEqual(['hall']);
  });

  test('leaves nothing on a wall that it gave back while a step was on its way', async () => {
    let open: (took: boolean) => void = () => undefined;
    const { presenter, sent } = remote(({ act }) => act !== 'present' || new Promise((resolve) => (open = resolve)));
    const started = presenter.start(list, ['main']);
    await presenter.giveBack();
    open(true);
    await started;
    expect(sent.at(-1)).toMatchObject({ act: 'give-back' });
    expect(presenter.value).toBeNull();
  });

  test('is heard of while it presents, and no more afterwards', async () => {
    const { presenter, sent } = remote();
    await presenter.start(list, ['main']);
    await vi.advanceTimersByTimeAsync(95_000);
    expect(sent.filter(({ act }) => act === 'keep')).toHaveLength(2);
    await presenter.giveBack();
    await vi.advanceTimersByTimeAsync(200_000);
    expect(sent.filter(({ act }) => act === 'keep')).toHaveLength(2);
  });
});

describe('a wall', () => {
  test('follows its presenter until he is not heard of', () => {
    const presented = { scene: { kind: 'teams' as const }, step: 2, of: 3, from: 0, until: 100 };
    const program = { ...newProgram(0), presented: { ...presented, by: { id: 'u1', name: '高敏' } } };
    expect(followingOf({ program }, 'u1', 50)).toEqual({ how: 'follows', step: 2 });
    expect(followingOf({ program }, 'u2', 50)).toEqual({ how: 'other', name: '高敏' });
    expect(followingOf({ program }, 'u1', 100)).toEqual({ how: 'own' });
  });
});

describe('a list', () => {
  test('begins with what its wall goes through, and is put in order', () => {
    const { steps } = newDraft('x', [
      { scene: { kind: 'overview' }, seconds: 60 },
      { scene: { kind: 'teams' }, seconds: 30 },
    ]);
    const kinds = (from: number, by: number): string[] => moved(steps, from, by).map(({ scene }) => scene.kind);
    expect(kinds(1, -1)).toEqual(['teams', 'overview']);
    expect(kinds(0, -1)).toEqual(['overview', 'teams']);
    expect(plannedOf(steps)).toBeNull();
    expect(plannedOf(list.steps)).toBe(180);
    expect([spanText(492), spanText(3_912), spanText(-1)]).toEqual(['8:12', '1:05:12', '0:00']);
  });
});
