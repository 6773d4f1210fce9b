import { expect, test } from 'vitest';
import { supportStates } from '#client/desk/case/support-state.ts';

const detail = {
  supporting: ['power', 'water', 'police'],
  supportFeedback: [
    { department: 'water', at: 30, note: '已关阀' },
    { department: 'power', at: 20, note: '已断电' },
    { department: 'water', at: 10, note: '到场' },
  ],
};

test('every supporting department shows whether it told what it did, and all that it told in order', () => {
  const states = supportStates({ ...detail, summary: { phase: 'dispose' } });
  expect(states.map(({ department, state, told }) => [department, state, told.map(({ note }) => note)])).toEqual([
    ['power', 'given', ['已断电']],
    ['water', 'given', ['到场', '已关阀']],
    ['police', 'waiting', []],
  ]);
});

test('one that has told nothing when the disposal is over is missing, not waited for', () => {
  const states = supportStates({ ...detail, summary: { phase: 'check' } });
  expect(states.map(({ state }) => state)).toEqual(['given', 'given', 'missing']);
});
