// npm run audit [-- --json OUT.json]: recounts from the event log which alerts ought to exist and compares with what is stored.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readAuditRows } from '#adapters/postgres/audit-rows.ts';
import { auditAlerts, isSound, type AuditReport } from '#application/audit/audit.ts';
import { CalendarShelf } from '#application/audit/calendar-shelf.ts';
import { ConfigError, readConfig } from '#config';
import { openStore } from './import/store.ts';

const SHOWN = 20;

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const config = readConfig();
  const store = await openStore(config, 'citywall audit', (line) => process.stderr.write(`${line}\n`));
  try {
    const rows = await readAuditRows(store.pool);
    const until = rows.servedUntil ?? 0;
    const report = auditAlerts(rows.events, rows.alerts, new CalendarShelf(rows.calendars, config.timeZone), until);
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
    process.stdout.write(`${describe(report, until).join('\n')}\n`);
    return isSound(report);
  } finally {
    await store.close();
  }
}

function describe(report: AuditReport, until: number): string[] {
  const count = (value: number): string => value.toLocaleString('en');
  const lists = ['lost', 'spurious', 'doubled', 'early', 'wrongInstant'] as const;
  return [
    `${count(report.cases)} cases, ${count(report.events)} events, ${count(report.alerts)} alerts, ${until ? `kept by a server until ${new Date(until).toISOString()}` : 'never kept by a server'}`,
    `${count(report.expected)} alerts ought to exist; ${lists.map((name) => `${name} ${count(report[name].length)}`).join(', ')}`,
    `latest alert ${count(report.maxLatenessMs)} ms after its instant (a server that was down raises what it missed when it is back)`,
    ...lists.flatMap((name) =>
      report[name].slice(0, SHOWN).map((key) => `${name}: case/instance/round/threshold ${key}`),
    ),
  ];
}

main().then(
  (sound) => {
    process.exitCode = sound ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof ConfigError || error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
