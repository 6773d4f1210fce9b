import { MemoryScreenStore } from '#adapters/memory/screen-store.ts';
import { describeScreenStore } from './screen-store-suite.ts';

describeScreenStore('memory', async () => {
  const store = new MemoryScreenStore(() => 1_795_300_000_000);
  return { store, hang: async (screen) => store.hang(screen), close: async () => undefined };
});
