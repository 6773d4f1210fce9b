export type ListWatch = {
  /** Looks now; resolves when this node works with the lists that are stored. */
  look(): Promise<void>;
  stop(): Promise<void>;
};

const EVERY_MS = 2_000;

/**
 * Keeps a node's lists the ones that are stored, whoever changed them: this node, another one, or a tool on the store.
 *
 * @param parts `stored` names the state of the lists in the store, `take` reads them and puts them in force.
 */
export async function watchLists(parts: {
  stored: () => Promise<string>;
  take: () => Promise<void>;
  onError: (error: unknown) => void;
  everyMs?: number;
}): Promise<ListWatch> {
  let inForce = await parts.stored();
  let stopped = false;
  const lookOnce = async (): Promise<void> => {
    const stored = await parts.stored();
    if (stored === inForce) return;
    await parts.take();
    // What was stored while they were read is seen by the next look.
    inForce = stored;
  };
  // One look after the other: a look that was asked for sees what was stored before it.
  let last: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    const next = last.then(() => (stopped ? undefined : lookOnce()));
    last = next.catch(() => undefined);
    return next;
  };
  const timer = setInterval(() => void look().catch(parts.onError), parts.everyMs ?? EVERY_MS);
  return {
    look,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await last;
    },
  };
}
