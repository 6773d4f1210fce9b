import { MemoryDuty } from '#adapters/memory/lease.ts';
import { leaseSuite } from './lease-suite.ts';

leaseSuite('memory', () => {
  const duty = new MemoryDuty();
  return Promise.resolve(() => duty.lease());
});
