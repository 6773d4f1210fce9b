// A whole bulletin: every row, share and change with its figure, and how the printed ones compare.
import { plainName } from '#domain/indicator/registry.ts';
import type { Bulletin, BulletinReport, Printed, Problem } from './bulletin.ts';
import type { CountBuilder } from './build-counts.ts';
import { verdictOf, type Comparison } from './compare.ts';
import { changeFigure, rowFigures, shareFigure, type Rate, type RowFigures } from './compute.ts';
import { resolveFormulas, type AskedFigure } from './formulas.ts';

/** What is written. `rows[i].figures['结案率']` is the rate in per cent, two decimals; null where it has none. */
export type FiguresAnswer = {
  figures: number;
  formulas: {
    name: string;
    formula: string;
    definition: AskedFigure['definition'];
    indicator: string | null;
    setting: AskedFigure['setting'];
  }[];
  reports: {
    title: string;
    period: string;
    rows: RowFigures[];
    shares: (Rate & { of: string; unit: string })[];
    changes: (Rate & { unit: string })[];
  }[];
  compared: Comparison[];
  problems: Problem[];
  notes: string[];
};

/** Computes all of it. `problems` hold the file's own too. */
export function figuresOfBulletin(
  bulletin: Bulletin,
  builder: CountBuilder,
): { answer: FiguresAnswer; comparisons: Comparison[]; problems: Problem[]; notes: string[] } {
  const problems = [...bulletin.problems];
  const notes: string[] = [];
  const comparisons: Comparison[] = [];
  const asked = resolveFormulas(bulletin.formulas, problems, notes);
  const reports = bulletin.reports.map((report) => {
    const rows = report.rows.map((row) => rowFigures(row, asked, builder, problems));
    const shares = report.shares.map((share) => shareFigure(share, builder, problems));
    const changes = report.changes.map((change) => changeFigure(change, builder));
    comparisons.push(...compareReport(report, rows, shares, changes, notes));
    return { title: report.title, period: report.period, rows, shares, changes };
  });
  noteAboveHundred(reports, notes);
  const figures = reports.reduce((sum, { rows, shares, changes }) => {
    const values = rows.flatMap((row) => Object.values(row.figures)).filter((value) => value !== null);
    return sum + values.length + shares.length + changes.length;
  }, 0);
  const formulas = asked.map(({ name, text, definition, indicator, setting }) => ({
    name,
    formula: text,
    definition,
    indicator,
    setting,
  }));
  return {
    answer: { figures, formulas, reports, compared: comparisons, problems, notes },
    comparisons,
    problems,
    notes,
  };
}

function compareReport(
  report: BulletinReport,
  rows: readonly RowFigures[],
  shares: readonly Rate[],
  changes: readonly Rate[],
  notes: string[],
): Comparison[] {
  const compared: Comparison[] = [];
  const say = (unit: string, figure: string, printed: Printed, computed: string | null): void => {
    const verdict = verdictOf(printed, computed);
    compared.push({
      where: printed.where,
      report: report.title,
      unit,
      figure,
      printed: printed.text,
      computed,
      verdict,
    });
  };
  report.rows.forEach((row, index) => {
    for (const [name, printed] of row.printed) {
      const rate = Object.entries(rows[index]?.rates ?? {}).find(([asked]) => plainName(asked) === name)?.[1];
      if (rate) say(row.unit, name, printed, rate.text);
      else notes.push(`${printed.where}: ${name} is printed but not among the formulas, so it is not compared`);
    }
  });
  report.shares.forEach(({ of, unit, printed }, index) => {
    if (printed) say(unit, `share of ${of}`, printed, shares[index]?.text ?? null);
  });
  report.changes.forEach(({ unit, printed }, index) => {
    if (printed) say(unit, 'change', printed, changes[index]?.text ?? null);
  });
  return compared;
}

/** More closed than accepted in a week is no mistake: what came in before counts too. It is said all the same. */
function noteAboveHundred(reports: FiguresAnswer['reports'], notes: string[]): void {
  for (const { title, rows } of reports) {
    for (const { unit, figures } of rows) {
      for (const [name, value] of Object.entries(figures)) {
        if (value !== null && value > 100)
          notes.push(
            `${title} / ${unit} / ${name}: ${value} is above 100, since its two counts are not part of each other`,
          );
      }
    }
  }
}
