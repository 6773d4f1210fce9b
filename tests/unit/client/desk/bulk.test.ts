import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { isComplete, NO_BULK_INPUT, planBulk, type BulkAct, type Picked } from '#client/desk/queue/bulk/bulk.ts';
import { BulkRunner, HOLD_MS, tallied } from '#client/desk/queue/bulk/bulk-runner.ts';
import { csvOf } from '#client/desk/queue/bulk/export-csv.ts';
import type { Command, CommandResult } from '#wire/command.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { Ack } from '#wire/protocol.ts';
import { alertRow } from './alert-row.ts';

function picked(caseId: number, ...changes: Partial<AlertRow>[]): Picked {
  const alerts = changes.map((change, at) => alertRow({ caseId, id: caseId * 10 + at, ...change }));
  return { caseId, caseNumber: `E-${caseId}`, alerts };
}

let ids = 0;
const plan = (act: BulkAct, all: readonly Picked[], change: Partial<typeof NO_BULK_INPUT> = {}) =>
  planBulk(
    act,
    all,
    { ...NO_BULK_INPUT, ...change },
    {
      me: 'me',
      suggested: ({ districtCode }) => (districtCode === null ? null : `office-${districtCode}`),
      newRequestId: () => `r${(ids += 1)}`,
      now: 1_000_000,
    },
  );
const leftOut = (steps: ReturnType<typeof plan>) => steps.map((step) => ('leftOut' in step ? step.leftOut : null));

describe('an act on several', () => {
  test('takes every free alert and gives back what is mine', () => {
    const all = [
      picked(1, {}, { instance: 0 }),
      picked(2, { status: 'taken', takenBy: 'han' }),
      picked(3, { status: 'taken', takenBy: 'me' }),
      picked(4),
    ];
    const taking = plan('take', all);
    expect(leftOut(taking)).toEqual([null, 'taken', 'taken', 'ended']);
    expect(taking[0]).toMatchObject({
      commands: [
        { name: 'take', alertId: 10 },
        { name: 'take', alertId: 11 },
      ],
    });
    expect(leftOut(plan('release', all))).toEqual(['not-mine', 'not-mine', null, 'ended']);
  });

  test('sends each to the office of its own place, on what its line says, and spares danger unless told otherwise', () => {
    const all = [
      picked(1, { stage: 'dispatch', moveVersion: 7 }),
      picked(2, { stage: 'dispatch', urgent: true }),
      picked(3, { stage: 'dispose' }),
      picked(4, { stage: 'dispatch', districtCode: null }),
    ];
    const steps = plan('dispatch', all, { text: ' 请速办 ' });
    expect(leftOut(steps)).toEqual([null, 'urgent', 'stage', 'no-department']);
    expect(steps[0]).toMatchObject({
      commands: [
        {
          name: 'move',
          caseNumber: 'E-1',
          request: { expected: 7, move: { move: 'dispatch', department: 'office-120101', note: '请速办' } },
        },
      ],
    });
    expect(leftOut(plan('dispatch', all, { withUrgent: true }))).toEqual([null, null, 'stage', 'no-department']);
    expect(leftOut(plan('urge', all))).toEqual([null, 'urgent', null, null]);
    expect(leftOut(plan('comment', all, { text: 'x' }))).toEqual([null, null, null, null]);
  });

  test('puts aside what is free or mine until the chosen end, with its reason, and sees who has the rest', () => {
    const shelf = { until: 1, at: 0, by: 'han', byName: '韩', reason: '' };
    const all = [
      picked(1),
      picked(2, {}),
      picked(3, { status: 'taken', takenBy: 'han' }),
      picked(4, { status: 'shelved', shelved: shelf }),
      picked(5, { urgent: true }),
    ];
    const steps = plan('shelve', all, { text: '备件未到', hours: 2 });
    expect(leftOut(steps)).toEqual(['ended', null, 'taken', 'taken', 'urgent']);
    expect(steps[1]).toMatchObject({
      commands: [{ name: 'shelve', alertId: 20, order: { reason: '备件未到', until: 1_000_000 + 2 * 3_600_000 } }],
    });
    expect(leftOut(plan('release', all))).toEqual(['ended', 'not-mine', 'not-mine', null, 'not-mine']);
    expect(isComplete('shelve', NO_BULK_INPUT)).toBe(false);
  });

  test('closes alerts with why; what is none of the usual reasons is said', () => {
    const all = [picked(1, {}), picked(2, { status: 'taken', takenBy: 'han' }), picked(3, { urgent: true })];
    const steps = plan('close-alert', all, { kind: 'duplicate', text: ' 同上 ' });
    expect(leftOut(steps)).toEqual([null, 'taken', 'urgent']);
    expect(steps[0]).toMatchObject({
      commands: [{ name: 'close', alertId: 10, order: { kind: 'duplicate', note: '同上' } }],
    });
    expect(isComplete('close-alert', { ...NO_BULK_INPUT, kind: 'other' })).toBe(false);
    expect(isComplete('close-alert', { ...NO_BULK_INPUT, kind: 'known' })).toBe(true);
  });

  test('is not sent while a text that it needs is missing', () => {
    expect(isComplete('comment', { ...NO_BULK_INPUT, text: '  ' })).toBe(false);
    expect(isComplete('comment', { ...NO_BULK_INPUT, text: 'x' })).toBe(true);
    expect(isComplete('urge', NO_BULK_INPUT)).toBe(true);
  });

  const done: Ack<CommandResult> = { ok: true, value: { ok: true, caseNumber: '', version: 1, moveVersion: 1 } };
  const refused: Ack<CommandResult> = {
    ok: true,
    value: { ok: false, refusal: { code: 'version-conflict', message: '' } },
  };
  const wait = () => Promise.resolve();
  const parts = { wait, now: () => 0, me: 'me' };

  test('says of each how it went, and waits when the server asks for time', async () => {
    const asked = new Map<string, number>();
    const send = (command: Command): Promise<Ack<CommandResult>> => {
      const number = command.name === 'move' ? command.caseNumber : '';
      asked.set(number, (asked.get(number) ?? 0) + 1);
      if (number === 'E-2') return Promise.resolve(refused);
      if (number === 'E-3' && (asked.get(number) ?? 0) < 3)
        return Promise.resolve({ ok: false, error: 'retry-later', message: '', retryAfterMs: 5 });
      if (number === 'E-4') return Promise.resolve({ ok: false, error: 'retry-later', message: 'no answer' });
      return Promise.resolve(done);
    };
    const runner = new BulkRunner({ send, ...parts });
    const steps = plan('urge', [1, 2, 3, 4].map((id) => picked(id, {})).concat(picked(5)));
    const lines = await runner.run('urge', steps);
    expect(tallied(lines)).toEqual({ done: 2, refused: 1, unanswered: 1, 'left-out': 1 });
    expect(asked.get('E-3')).toBe(3);
    expect(runner.value.phase).toBe('done');
  });

  test('sends what got no answer again under the same id, and nothing else', async () => {
    const seen: string[] = [];
    let lost = true;
    const send = (command: Command): Promise<Ack<CommandResult>> => {
      if (command.name === 'move') seen.push(`${command.caseNumber} ${command.request.requestId}`);
      return Promise.resolve(lost ? { ok: false, error: 'retry-later', message: 'no answer' } : done);
    };
    const runner = new BulkRunner({ send, ...parts });
    await runner.run('urge', plan('urge', [picked(1, {}), picked(2, {})]));
    lost = false;
    expect(tallied(await runner.again())).toEqual({ done: 2, refused: 0, unanswered: 0, 'left-out': 0 });
    expect(seen.slice(2).sort()).toEqual(seen.slice(0, 2).sort());
  });

  test('is undone case by case by what is contrary to it, and brings back what was shelved as it was', async () => {
    const sent: Command[] = [];
    const send = (command: Command): Promise<Ack<CommandResult>> => {
      sent.push(command);
      return Promise.resolve(command.name === 'take' && command.alertId === 20 ? refused : done);
    };
    const runner = new BulkRunner({ send, ...parts });
    await runner.begin('take', plan('take', [picked(1, {}, { instance: 0 }), picked(2, {})]));
    expect(runner.canUndo).toBe(true);
    expect(await runner.undo()).toBe(true);
    expect(sent.slice(3)).toEqual([
      { name: 'release', alertId: 10 },
      { name: 'release', alertId: 11 },
    ]);
    expect(runner.value).toMatchObject({ phase: 'done', act: 'take', undoing: true });
    expect(runner.canUndo).toBe(false);

    const shelved = { until: 9, at: 1, by: 'han', byName: '韩', reason: '备件' };
    const steps = plan('release', [
      picked(3, { status: 'taken', takenBy: 'me' }),
      picked(4, { status: 'shelved', shelved }),
    ]);
    sent.length = 0;
    await runner.begin('release', steps);
    await runner.undo();
    expect(sent.slice(2)).toEqual([
      { name: 'take', alertId: 30 },
      { name: 'shelve', alertId: 40, order: { reason: '备件', until: 9 } },
    ]);
  });

  test('that nothing undoes is held for a while, and goes back to its question when it is taken back', async () => {
    const sent: Command[] = [];
    const send = (command: Command): Promise<Ack<CommandResult>> => {
      sent.push(command);
      return Promise.resolve(done);
    };
    let pass = (): void => undefined;
    const held = {
      ...parts,
      wait: (ms: number) => (ms < HOLD_MS ? wait() : new Promise<void>((resolve) => (pass = resolve))),
    };
    const runner = new BulkRunner({ send, ...held });
    runner.ask('urge', [1], '请速办');
    const taken = runner.begin('urge', plan('urge', [picked(1, {})]));
    expect(runner.value).toEqual({ phase: 'held', act: 'urge', total: 1, sendsAt: HOLD_MS });
    runner.leave();
    expect(await taken).toEqual([]);
    expect(runner.value).toMatchObject({ phase: 'asking', act: 'urge', input: { text: '请速办' } });
    pass();
    await Promise.resolve();
    expect(sent).toEqual([]);

    const late = runner.begin('urge', plan('urge', [picked(1, {})]));
    pass();
    expect(tallied(await late).done).toBe(1);
    expect(runner.canUndo).toBe(false);

    const now = runner.begin('comment', plan('comment', [picked(1, {})], { text: 'x' }));
    runner.sendNow();
    expect(tallied(await now).done).toBe(1);
    expect(sent).toHaveLength(2);
  });

  test('gives every case exactly one result, whatever the answers are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(done, refused), { maxLength: 40 }), async (answers) => {
        const runner = new BulkRunner({
          send: (command) =>
            Promise.resolve(answers[Number((command as { caseNumber: string }).caseNumber.slice(2))] as never),
          ...parts,
        });
        const lines = await runner.run(
          'urge',
          plan(
            'urge',
            answers.map((_, id) => picked(id, {})),
          ),
        );
        expect(lines.map(({ picked: { caseId } }) => caseId).sort((a, b) => a - b)).toEqual(answers.map((_, id) => id));
        expect(tallied(lines).done).toBe(answers.filter((one) => one === done).length);
      }),
    );
  });
});

describe('a table of alerts', () => {
  test('reads back as it was, and no cell is a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 })), (rows) => {
        const read = parse(csvOf(['a', 'b'], rows), { bom: true, relax_column_count: true });
        const told = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
        expect(read.slice(1)).toEqual(rows.map((row) => row.map(told)));
      }),
    );
    expect(csvOf(['案号'], [['=1+1']])).toBe("\uFEFF案号\r\n'=1+1\r\n");
  });
});
