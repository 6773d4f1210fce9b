import type { Auth } from '#adapters/auth/auth.ts';
import type { IngestPort } from '#application/api-port.ts';
import type { Clock } from '#application/ports.ts';
import type { Demo } from './demo.ts';

export type ServerOptions = {
  /** Another clock than the machine's: a replay's. */
  clock?: Clock;
  clockKind?: { speed: number; virtual: boolean };
  /** Whether the demo's city is simulated; off in a replay, which needs the demo's accounts and screens alone. */
  simulator?: boolean;
  /** Serve pages; off in tests that need the API and sockets alone. */
  pages?: boolean;
  say?: (line: string) => void;
};

export type RunningServer = {
  /** Where it listens, such as http://localhost:3000. */
  url: string;
  ingest: IngestPort;
  auth: Auth;
  demo: Demo | null;
  /** Resolves when the store's process ended by itself. */
  lost: Promise<void>;
  /** Drains and stops everything in reverse order. */
  stop(): Promise<void>;
};
