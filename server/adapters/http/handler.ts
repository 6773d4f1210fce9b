import type { IncomingMessage } from 'node:http';
import type { Principal } from '#domain/account/role.ts';
import type { ApiPort } from '#application/api-port.ts';
import type { HttpTelemetry, IdentityPort, Log, SignInPort } from '#application/http-port.ts';
import type { ScreenDoor } from '#application/screen/screen-door.ts';
import type { AnswerOf, JsonBodyOf, Operation, ParamsOf, QueryOf } from '#wire/http/operation.ts';
import type { OperationId, Operations } from '#wire/http/operations.ts';
import type { POLICY } from '#wire/policy.ts';
import type { RawItem } from './edge/split-batch.ts';
import type { Limits } from './limits.ts';
import type { OriginFacts } from './origin.ts';

/** All that the handlers work with. */
export type HttpParts = {
  port: ApiPort;
  identity: IdentityPort;
  signIn: SignInPort;
  door: ScreenDoor;
  telemetry: HttpTelemetry;
  log: Log;
  limits: Limits;
  origin: OriginFacts;
  /** The build's version, for the OpenAPI document. */
  version: string;
};

/** The body as an operation takes it: a parsed value, the items of a batch, or bytes with their type. */
export type BodyOf<O extends Operation> = O extends { body: { kind: 'batch' } }
  ? RawItem[]
  : O extends { body: { kind: 'fixes' } }
    ? { bytes: Buffer; contentType: string | undefined }
    : O extends { body: { kind: 'file' } }
      ? Buffer
      : JsonBodyOf<O>;

/** One request after routing, authorisation and parsing. `principal` is null only where the operation is public. */
export type Call<Id extends OperationId> = {
  principal: (typeof POLICY)[Id] extends 'public' ? null : Principal;
  params: ParamsOf<Operations[Id]>;
  query: QueryOf<Operations[Id]>;
  body: BodyOf<Operations[Id]>;
  address: string;
  request: IncomingMessage;
};

/** An answer: a value of the operation's schema, text with its type, or a file to keep. */
export type Reply<Id extends OperationId> =
  | { answer: AnswerOf<Operations[Id]>; status?: number; etag?: string; cookies?: readonly string[] }
  | { text: string; contentType: string; etag?: string }
  | FileReply;

/** A file under a name: letters, digits, dots and dashes. `kept`: what its address gives never changes. */
export type FileReply = { file: Uint8Array | string; name: string; contentType: string; kept?: true };

export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<Reply<Id>>;
export type Handlers = { [Id in OperationId]: Handler<Id> };

/** Cookies and address of a request, as web headers. */
export function webHeaders(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name.startsWith(':')) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
