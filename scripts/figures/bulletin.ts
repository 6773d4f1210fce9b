// Reads a file of a bulletin's counts as strangers write it: what can be used is used, what can't is named.
import { plainName } from '#domain/indicator/registry.ts';

/** What is wrong, where in the file, and how to mend it. */
export type Problem = { where: string; reason: string; hint: string };

/** A figure as it is printed: its digits, without a per cent sign. */
export type Printed = { text: string; where: string };

export type BulletinRow = {
  where: string;
  unit: string;
  counts: ReadonlyMap<string, number>;
  /** Names whose counts were given but cannot be used. */
  broken: ReadonlySet<string>;
  printed: ReadonlyMap<string, Printed>;
};
export type Share = { where: string; of: string; unit: string; n: number; d: number; printed: Printed | null };
export type Change = { where: string; unit: string; now: number; prev: number; printed: Printed | null };
export type BulletinReport = { title: string; period: string; rows: BulletinRow[]; shares: Share[]; changes: Change[] };

/** `formulas`: the figures asked for; null where only a name is given. Null: all that can be computed. */
export type Bulletin = {
  formulas: ReadonlyMap<string, string | null> | null;
  reports: BulletinReport[];
  problems: Problem[];
};

type Members = Readonly<Record<string, unknown>>;

/** Reads the parsed JSON. Whatever is wrong ends up in `problems`; the rest is kept. */
export function readBulletin(value: unknown): Bulletin {
  const problems: Problem[] = [];
  const file: Members = Array.isArray(value) ? { reports: value } : isMembers(value) ? value : {};
  const reports = file['reports'] ?? (isMembers(value) && value['rows'] !== undefined ? [value] : undefined);
  if (!Array.isArray(reports)) {
    problems.push(
      wrong('reports', 'there is no list of reports', 'write { "formulas": {…}, "reports": [ { "rows": […] } ] }'),
    );
    return { formulas: null, reports: [], problems };
  }
  return {
    formulas: readFormulas(file['formulas'], problems),
    reports: reports.flatMap((report, index) => readReport(report, `reports[${index}]`, problems)),
    problems,
  };
}

function readFormulas(value: unknown, problems: Problem[]): ReadonlyMap<string, string | null> | null {
  if (value === undefined || value === null) return null;
  const found = new Map<string, string | null>();
  const hint = 'write "结案率": "结案数/应结案数", or null for our own definition';
  if (Array.isArray(value)) {
    value.forEach((name: unknown, index) => {
      if (typeof name === 'string' && name.trim() !== '') found.set(name.trim(), null);
      else problems.push(wrong(`formulas[${index}]`, 'this is not the name of a figure', hint));
    });
    return found;
  }
  if (!isMembers(value)) {
    problems.push(wrong('formulas', 'this is neither an object nor a list', hint));
    return null;
  }
  for (const [name, text] of Object.entries(value)) {
    if (text === null || text === '') found.set(name, null);
    else if (typeof text === 'string') found.set(name, text);
    else problems.push(wrong(`formulas.${name}`, 'the formula is not text', hint));
  }
  return found;
}

function readReport(value: unknown, where: string, problems: Problem[]): BulletinReport[] {
  if (!isMembers(value)) {
    problems.push(wrong(where, 'a report is an object', 'write { "title": …, "period": …, "rows": […] }'));
    return [];
  }
  const list = <T>(member: string, read: (one: unknown, at: string, problems: Problem[]) => T | null): T[] => {
    const given = value[member];
    if (given === undefined || given === null) return [];
    if (!Array.isArray(given)) {
      problems.push(wrong(`${where}.${member}`, 'this is not a list', 'put it in square brackets'));
      return [];
    }
    return given.flatMap((one: unknown, index) => {
      const made = read(one, `${where}.${member}[${index}]`, problems);
      return made === null ? [] : [made];
    });
  };
  const rows = list('rows', readRow);
  const shares = list('shares', readShare);
  const changes = list('changes', readChange);
  if (value['rows'] === undefined && shares.length + changes.length === 0) {
    problems.push(wrong(`${where}.rows`, 'the report has no rows', 'write "rows": [ { "unit": …, "counts": {…} } ]'));
  }
  return [{ title: textOf(value['title']), period: textOf(value['period']), rows, shares, changes }];
}

function readRow(value: unknown, where: string, problems: Problem[]): BulletinRow | null {
  const given = isMembers(value) ? value['counts'] : undefined;
  if (!isMembers(value) || !isMembers(given)) {
    problems.push(
      wrong(`${where}.counts`, 'the row has no counts', 'write "counts": { "结案数": 911, "应结案数": 972 }'),
    );
    const unit = isMembers(value) ? textOf(value['unit']) : '';
    return { where, unit, counts: new Map(), broken: new Set(), printed: new Map() };
  }
  const counts = new Map<string, number>();
  const broken = new Set<string>();
  for (const [name, count] of Object.entries(given)) {
    const at = `${where}.counts.${name}`;
    const plain = plainName(name);
    const read = readCount(count, at, problems);
    if (counts.has(plain)) problems.push(wrong(at, `${plain} is given twice`, 'leave one of them'));
    else if (read === null) broken.add(plain);
    else counts.set(plain, read);
  }
  return {
    where,
    unit: textOf(value['unit']),
    counts,
    broken,
    printed: readPrinted(value['printed'], `${where}.printed`, problems),
  };
}

function readPrinted(value: unknown, where: string, problems: Problem[]): ReadonlyMap<string, Printed> {
  const found = new Map<string, Printed>();
  if (value === undefined || value === null) return found;
  if (!isMembers(value)) {
    problems.push(wrong(where, 'printed figures are an object', 'write "printed": { "结案率": 93.72 }'));
    return found;
  }
  for (const [name, figure] of Object.entries(value)) {
    const printed = printedOf(figure, `${where}.${name}`, problems);
    if (printed) found.set(plainName(name), printed);
  }
  return found;
}

function printedOf(value: unknown, where: string, problems: Problem[]): Printed | null {
  if (value === undefined || value === null) return null;
  const text =
    typeof value === 'number'
      ? String(value)
      : typeof value === 'string'
        ? value.normalize('NFKC').trim().replace(/%$/, '')
        : '';
  if (/^[+-]?\d{1,15}(?:\.\d{1,10})?$/.test(text)) return { text, where };
  problems.push(
    wrong(
      where,
      `${JSON.stringify(value)} is not a printed figure`,
      'write 93.72 or "93.72%", without it the figure is not compared',
    ),
  );
  return null;
}

function readShare(value: unknown, where: string, problems: Problem[]): Share | null {
  if (!isMembers(value))
    return refuse(problems, where, 'a share is an object', 'write { "of": "立案数", "unit": …, "n": 43, "d": 996 }');
  const n = readCount(value['n'], `${where}.n`, problems);
  const d = readCount(value['d'], `${where}.d`, problems);
  if (n === null || d === null) return null;
  return {
    where,
    of: textOf(value['of']),
    unit: textOf(value['unit']),
    n,
    d,
    printed: printedOf(value['printed'], `${where}.printed`, problems),
  };
}

function readChange(value: unknown, where: string, problems: Problem[]): Change | null {
  if (!isMembers(value))
    return refuse(problems, where, 'a change is an object', 'write { "unit": …, "now": 633, "prev": 696 }');
  const now = readCount(value['now'], `${where}.now`, problems);
  const prev = readCount(value['prev'], `${where}.prev`, problems);
  if (now === null || prev === null) return null;
  return {
    where,
    unit: textOf(value['unit']),
    now,
    prev,
    printed: printedOf(value['printed'], `${where}.printed`, problems),
  };
}

function readCount(value: unknown, where: string, problems: Problem[]): number | null {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  const shown = JSON.stringify(value) ?? 'nothing';
  const digits = typeof value === 'string' ? value.normalize('NFKC').replaceAll(/[,\s]/g, '') : '';
  if (typeof value === 'string') {
    const hint = /^\d+$/.test(digits) ? `write ${digits} without quotes` : 'write a whole number without quotes';
    return refuse(problems, where, `${shown} is text, not a count`, hint);
  }
  if (typeof value !== 'number')
    return refuse(problems, where, `${shown} is not a count`, 'write a whole number, or leave the member out');
  if (value < 0) return refuse(problems, where, `a count cannot be ${shown}`, 'write a whole number from 0 up');
  if (!Number.isInteger(value))
    return refuse(problems, where, `${shown} is not whole`, 'a count has no decimals; a rate belongs to "printed"');
  return refuse(
    problems,
    where,
    `${shown} is larger than can be counted exactly`,
    `give at most ${Number.MAX_SAFE_INTEGER}`,
  );
}

function refuse(problems: Problem[], where: string, reason: string, hint: string): null {
  problems.push(wrong(where, reason, hint));
  return null;
}

function wrong(where: string, reason: string, hint: string): Problem {
  return { where, reason, hint };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
