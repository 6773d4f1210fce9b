// How the tools around the calendar end when they can't do what they were asked.
import type { ListProblem } from '#application/lists/list-kind.ts';
import { shellLanguage } from '../shell-language.ts';

/** The command line cannot be used. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What was given cannot be used; the message says what, where and how to mend it. */
export class InputError extends Error {
  override name = 'InputError';
}

const SHOWN = 20;

/**
 * A problem as a line: `notice.csv, line 3, date: "2027-13-01" is not a date; write it as 2027-01-01`. In Chinese where
 * the shell's language is.
 */
export function problemLine(file: string, { line, field, reason, hint }: ListProblem): string {
  if (shellLanguage(process.env) === 'zh') {
    const where = [file, line === null ? null : `第 ${line} 行`, field].filter((part) => part !== null).join('，');
    return `${where}：${reason.zh}；${hint.zh}`;
  }
  const where = [file, line === null ? null : `line ${line}`, field].filter((part) => part !== null).join(', ');
  return `${where}: ${reason.en}; ${hint.en}`;
}

/** The problems that refuse a file, as one message. */
export function problemLines(file: string, problems: readonly ListProblem[]): string {
  const refusing = problems.filter(({ refuses }) => refuses);
  const lines = refusing.slice(0, SHOWN).map((problem) => problemLine(file, problem));
  if (refusing.length > SHOWN) lines.push(`… and ${refusing.length - SHOWN} more`);
  return lines.join('\n');
}

/** Runs a tool; ends with 2 for a command line, 1 for what was given, and one clear message for both. */
export function runTool(usage: string, work: () => Promise<number>): void {
  work().then(
    (code) => void (process.exitCode = code),
    (error: unknown) => {
      const code = (error as { code?: unknown }).code;
      const isUsage = error instanceof UsageError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'));
      process.exitCode = isUsage ? 2 : 1;
      const message = error instanceof Error ? error.message : String(error);
      process.stderr.write(isUsage ? `${message}\n\n${usage}\n` : `${message}\n`);
    },
  );
}
