import type { Principal } from '#domain/account/role.ts';

/** What pages rendered on the server may ask of the running platform. */
export type Runtime = {
  now(): number;
  build: string;
  simulated: boolean;
  timeZone: string;
  principalOf(headers: Headers): Promise<Principal | null>;
};

const KEY = Symbol.for('citywall.runtime');
type Holder = { [KEY]?: Runtime };

/** Next bundles its own copy of every module, so that module state is not shared; `globalThis` is. */
export function setRuntime(runtime: Runtime): void {
  (globalThis as Holder)[KEY] = runtime;
}

/** @throws Error where no server runs around this code (a build, a test of a page alone). */
export function getRuntime(): Runtime {
  const runtime = (globalThis as Holder)[KEY];
  if (!runtime) throw new Error('the platform is not running in this process');
  return runtime;
}
