import type { Principal } from '#domain/account/role.ts';
import type { ScreenPlace } from '#domain/screen/screen.ts';

/** Who stands behind a request's headers. Null: nobody. Rejects with StoreUnavailable when that cannot be looked up. */
export interface IdentityPort {
  principalOf(headers: Headers): Promise<Principal | null>;
  /** The read-only principal of a screen's key; null when it is unknown, revoked, or of another wall or screen. */
  screenOf(key: string, wall: string, name: string): Promise<Principal | null>;
  /**
   * The screen of this very place that a browser keeps a key for. revoked: it keeps one that is good no more, and is
   * nobody else then either. none: it keeps no key of this place.
   */
  screenAt(headers: Headers, place: ScreenPlace): Promise<Principal | 'revoked' | 'none'>;
}

/**
 * Signing in and out. Takes and gives web requests and responses, cookies included; the request's address is in the
 * header `x-citywall-address`, which the HTTP adapter alone sets. Rejects with StoreUnavailable when it cannot say.
 */
export interface SignInPort {
  handle(request: Request): Promise<Response>;
}

/** What of a batch a source sent came to what. */
export type IngestCount = { accepted: number; duplicates: number; rejected: number };

/** Counters and timings of the HTTP ways, and the page Prometheus reads. */
export interface HttpTelemetry {
  /** `operation` is an operationId, or `unknown`: a closed set, so that the number of series is bounded. */
  answered(operation: string, status: number, seconds: number): void;
  ingested(kind: 'reports' | 'case-events' | 'positions', source: string, count: IngestCount): void;
  exposition(): Promise<{ contentType: string; text: string }>;
}

/** What adapters log through; pino's logger is one. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
