import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AlarmSound } from '#client/desk/sound/alarm-sound.ts';
import type { Speaker, SpeakerState } from '#client/desk/sound/speaker.ts';
import { isTopPriority } from '#client/desk/sound/top-priority.ts';
import { AlertStore } from '#client/stores/alert-store.ts';
import { alertRow } from './alert-row.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function alarmOf(state: SpeakerState, heard = true) {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  type Played = { state: SpeakerState; heard: boolean; sounded: number } & Omit<Speaker, 'state'>;
  const speaker: Played = {
    state,
    heard,
    sounded: 0,
    wake: () => {
      if (speaker.state === 'blocked') speaker.state = 'ready';
      return Promise.resolve();
    },
    sound: () => {
      speaker.sounded += 1;
      return Promise.resolve(speaker.heard);
    },
    close: () => undefined,
  };
  const alerts = new AlertStore();
  const parts = { alerts, speaker, now: () => Date.now(), storage };
  return { alarm: new AlarmSound(parts), alerts, speaker, parts };
}
const urgent = (caseId: number) => alertRow({ caseId, urgent: true });

describe('the alarm', () => {
  test('is for danger out of time and supervision without reply that nobody has', () => {
    expect(isTopPriority(urgent(1))).toBe(true);
    expect(isTopPriority(alertRow({ caseId: 1, threshold: 'reply-late' }))).toBe(true);
    expect(isTopPriority(alertRow({ caseId: 1, urgent: true, threshold: 'warning' }))).toBe(false);
    expect(isTopPriority(alertRow({ caseId: 1 }))).toBe(false);
    expect(isTopPriority({ ...urgent(1), status: 'taken' })).toBe(false);
    expect(isTopPriority({ ...urgent(1), status: 'shelved' })).toBe(false);
  });

  test('sounds when one comes, again every half minute, and no more when somebody has it', async () => {
    const { alarm, alerts, speaker } = alarmOf('ready');
    const stop = alarm.start();
    alerts.replace({ total: 1, rows: [alertRow({ caseId: 9 })] }, 0);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(speaker.sounded).toBe(0);
    alerts.change({ total: 2, put: [urgent(1)], removed: [] }, 0);
    expect(speaker.sounded).toBe(1);
    expect(alarm.value).toEqual({ sound: { kind: 'ready' }, ringing: 1 });
    await vi.advanceTimersByTimeAsync(10_000);
    alerts.change({ total: 3, put: [urgent(2)], removed: [] }, 0);
    expect(speaker.sounded).toBe(2);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(speaker.sounded).toBe(3);
    alerts.change({ total: 3, put: [1, 2].map((id) => ({ ...urgent(id), status: 'taken' as const })), removed: [] }, 0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(speaker.sounded).toBe(3);
    expect(alarm.value.ringing).toBe(0);
    stop();
  });

  test('says that it is blocked, and sounds for what waits as soon as the page is touched', async () => {
    const { alarm, alerts, speaker } = alarmOf('blocked');
    const stop = alarm.start();
    alerts.replace({ total: 1, rows: [urgent(1)] }, 0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(speaker.sounded).toBe(0);
    expect(alarm.value).toEqual({ sound: { kind: 'blocked' }, ringing: 1 });
    await alarm.wake();
    expect(speaker.sounded).toBe(1);
    expect(alarm.value.sound.kind).toBe('ready');
    stop();
  });

  test('says plainly when nothing comes out, and when it can be heard again', async () => {
    const { alarm, alerts, speaker } = alarmOf('ready', false);
    const stop = alarm.start();
    alerts.replace({ total: 1, rows: [urgent(1)] }, 0);
    await vi.advanceTimersByTimeAsync(10);
    expect(alarm.value.sound.kind).toBe('silent');
    expect(await alarm.test()).toBe(false);
    speaker.heard = true;
    expect(await alarm.test()).toBe(true);
    expect(alarm.value.sound.kind).toBe('ready');
    stop();
    expect(alarmOf('none').alarm.value.sound.kind).toBe('blocked');
    const none = alarmOf('none');
    none.alarm.start()();
    expect(none.alarm.value.sound.kind).toBe('silent');
  });

  test('is muted for a time that ends by itself and outlives a reload', async () => {
    const { alarm, alerts, speaker, parts } = alarmOf('ready');
    const stop = alarm.start();
    alarm.mute(15);
    alerts.replace({ total: 1, rows: [urgent(1)] }, 0);
    await vi.advanceTimersByTimeAsync(14 * 60_000);
    expect(speaker.sounded).toBe(0);
    const again = new AlarmSound(parts);
    again.start()();
    expect(again.value.sound.kind).toBe('muted');
    expect(await alarm.test()).toBe(true);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(alarm.value.sound.kind).toBe('ready');
    expect(speaker.sounded).toBeGreaterThanOrEqual(2);
    alarm.mute(60);
    alarm.mute(0);
    expect(alarm.value.sound.kind).toBe('ready');
    stop();
  });
});
