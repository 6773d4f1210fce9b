import type { StageLimit } from '#domain/category/condition.ts';

const PRACTICE = 'common default of city platforms, running through nights and holidays';

/**
 * Limits of the stages around disposal, as platforms commonly set them: accept, file and dispatch 15 minutes, verify
 * and check 30 minutes. No limit of closing is published; an hour is our own default.
 */
export function stageLimitRows(): readonly StageLimit[] {
  return [
    stageLimit('accept', 15, PRACTICE),
    stageLimit('verify', 30, PRACTICE),
    stageLimit('file', 15, PRACTICE),
    stageLimit('dispatch', 15, PRACTICE),
    stageLimit('check', 30, PRACTICE),
    stageLimit('close', 60, 'default of this platform'),
  ];
}

function stageLimit(stage: StageLimit['stage'], minutes: number, source: string): StageLimit {
  return { stage, limit: { value: minutes, unit: 'minute' }, configurable: true, source };
}
