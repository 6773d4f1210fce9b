import { MemoryBells } from '#adapters/memory/bell.ts';
import { MemoryBeatShares } from '#adapters/memory/beat-share.ts';
import { MemoryFixShares } from '#adapters/memory/fix-share.ts';
import { bellSuite } from './bell-suite.ts';

bellSuite('memory', () => {
  const bells = new MemoryBells();
  const shares = new MemoryFixShares();
  const beats = new MemoryBeatShares();
  const node = () => ({ bell: bells.bell(), fixShare: shares.fixShare(), beatShare: beats.beatShare() });
  return Promise.resolve([node(), node()]);
});
