import { MemoryBells } from '#adapters/memory/bell.ts';
import { MemoryFixShares } from '#adapters/memory/fix-share.ts';
import { bellSuite } from './bell-suite.ts';

bellSuite('memory', () => {
  const bells = new MemoryBells();
  const shares = new MemoryFixShares();
  const node = () => ({ bell: bells.bell(), fixShare: shares.fixShare() });
  return Promise.resolve([node(), node()]);
});
