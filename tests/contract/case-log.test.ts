import { createMemoryCaseLog } from '#adapters/memory/case-log.ts';
import { LogState } from '#adapters/memory/log-state.ts';
import { describeCaseLog } from './case-log-suite.ts';

describeCaseLog('memory', async () => {
  const state = new LogState();
  return { log: createMemoryCaseLog(state), other: createMemoryCaseLog(state), close: async () => undefined };
});
