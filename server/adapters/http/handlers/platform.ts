import { createHash } from 'node:crypto';
import { openApiDocument } from '#wire/http/openapi.ts';
import type { platformOperations } from '#wire/http/operations/platform.ts';
import type { Handlers, HttpParts } from '../handler.ts';

/** Health, metrics and the document. */
export function platformHandlers({
  port,
  telemetry,
  version,
}: HttpParts): Pick<Handlers, keyof typeof platformOperations> {
  let document: { text: string; etag: string } | null = null;
  return {
    async getLive() {
      return { answer: { status: 'alive', ...port.health.live() } };
    },
    async getReady() {
      const checks = await port.health.ready();
      const ready = checks.every(({ ok }) => ok);
      return { answer: { status: ready ? 'ready' : 'not-ready', checks }, status: ready ? 200 : 503 };
    },
    async getMetrics() {
      return telemetry.exposition();
    },
    async getOpenApi() {
      if (document === null) {
        const text = JSON.stringify(openApiDocument(version));
        document = { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"` };
      }
      return { ...document, contentType: 'application/json; charset=utf-8' };
    },
  };
}
