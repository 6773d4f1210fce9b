import { afterEach, describe, expect, it } from 'vitest';
import type { Lease } from '#application/ports.ts';

/** What every Lease must do. `duty` makes a new duty; its function gives one more node's lease on it. */
export function leaseSuite(name: string, duty: () => Promise<() => Lease>): void {
  describe(`lease: ${name}`, () => {
    const leases: Lease[] = [];
    const node = (make: () => Lease) => {
      const lease = make();
      leases.push(lease);
      return lease;
    };
    afterEach(async () => {
      for (const lease of leases.splice(0)) await lease.stop();
    });

    it('[LE1] is held by one at a time', async () => {
      const make = await duty();
      const [first, second] = [node(make), node(make)];
      expect(first.isHeld()).toBe(false);
      await first.start();
      await second.start();
      expect([first.isHeld(), second.isHeld()]).toEqual([true, false]);
    });

    it('[LE2] goes over when its owner stops, and both are told', async () => {
      const make = await duty();
      const [first, second] = [node(make), node(make)];
      const told: string[] = [];
      first.onChange((held) => told.push(`first ${held}`));
      const heard = new Promise<void>((resolve) =>
        second.onChange((held) => {
          told.push(`second ${held}`);
          if (held) resolve();
        }),
      );
      await first.start();
      await second.start();
      await first.stop();
      await heard;
      expect(told).toEqual(['first true', 'first false', 'second true']);
      expect([first.isHeld(), second.isHeld()]).toEqual([false, true]);
    });

    it('[LE3] no longer tells who has stopped listening', async () => {
      const lease = node(await duty());
      let told = 0;
      lease.onChange(() => told++)();
      await lease.start();
      expect([told, lease.isHeld()]).toEqual([0, true]);
    });
  });
}
