import type { z } from 'zod';
import type { Rejection, RejectionCode } from '#wire/http/rejection.ts';

/** One item refused, with a message short enough for a log. */
export function rejected(code: RejectionCode, field: string | null, message: string): Rejection {
  return { status: 'rejected', code, field: field === null ? null : cut(field, 80), message: cut(message, 240) };
}

/** The first thing a schema found wrong, as a rejection. */
export function rejectedBy(error: z.ZodError): Rejection {
  const issue = deepest(error.issues[0]);
  if (issue === undefined) return rejected('bad-field', null, 'it does not fit');
  const field = issue.path.length === 0 ? null : issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const name = issue.keys[0] ?? '';
    return rejected('unknown-field', field === null ? name : `${field}.${name}`, 'there is no such field');
  }
  if (isMissing(issue)) return rejected('missing-field', field, 'it is required');
  const said = `${field ?? 'it'} ${issue.message}`;
  if (/control character/.test(issue.message)) return rejected('bad-text', field, said);
  if (/ISO 8601|milliseconds/.test(issue.message)) return rejected('bad-time', field, said);
  if (field !== null && /(?:^|\.)(?:lon|lat|position)$/.test(field)) return rejected('bad-position', field, said);
  return rejected('bad-field', field, said);
}

type Issue = z.core.$ZodIssue;

/** Of a union's complaints, the one that explains: that of the branch that came furthest. */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().filter(({ code }) => code !== 'invalid_type');
  return inner.length === 1 && inner[0] ? { ...inner[0], path: [...issue.path, ...inner[0].path] } : issue;
}

function isMissing(issue: Issue): boolean {
  if (issue.input !== undefined) return false;
  return issue.code === 'invalid_type' || issue.code === 'invalid_union' || issue.code === 'invalid_value';
}

function cut(text: string, most: number): string {
  const printable = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '?');
  return printable.length > most ? `${printable.slice(0, most)}…` : printable;
}
