import { csvLine } from '../csv-line.ts';
import type { ChainedLine } from './chain.ts';

const HEADER = ['no', 'at', 'kind', 'id', 'name', 'role', 'act', 'subject', 'result', 'detail', 'address', 'hash'];

/** Lines as CSV for a spreadsheet (UTF-8 with a byte order mark), instants in ISO 8601 UTC, the detail as JSON. */
export function auditCsv(lines: readonly ChainedLine[]): string {
  const rows = lines.map(({ no, at, actor, role, act, subject, result, detail, address, hash }) => [
    ...[String(no), new Date(at).toISOString(), actor.kind, actor.id, actor.name, role, act, subject, result],
    ...[JSON.stringify(detail), address, hash],
  ]);
  return `\uFEFF${[HEADER, ...rows].map(csvLine).join('')}`;
}
