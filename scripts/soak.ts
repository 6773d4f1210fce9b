// npm run soak [-- --hours 72 --speed 360]: three days of a simulated city through a real page and a real server, and
// whether either of them grows. Exit code 1 when it does, or when anything the page ought to have been told was dropped.
import { freePort } from '#adapters/postgres/free-port.ts';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runSoak } from './soak/run-soak.ts';
import { judge, judgeSequences, PAGE_HEAP_MB_PER_HOUR, tableOf } from './soak/verdict.ts';

const USAGE = `npm run soak [-- options]
  --hours N      virtual hours to watch (default 72)
  --speed N      virtual seconds a second, 1 to 3600 (default 360: an hour in ten seconds)
  --settle N     virtual hours before the first reading (default 12)
  --readings N   how many readings to take, 3 to 1000 (default 60)
  --json OUT     writes readings and slopes as JSON`;

class UsageError extends Error {}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most))
    throw new UsageError(`--${name} must be a number from ${least} to ${most}, not '${text}'`);
  return value;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      hours: { type: 'string', default: '72' },
      speed: { type: 'string', default: '360' },
      settle: { type: 'string', default: '12' },
      readings: { type: 'string', default: '60' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const hours = numberOf('hours', values.hours, 0.1, 100_000);
  const speed = numberOf('speed', values.speed, 1, 3_600);
  const settleHours = numberOf('settle', values.settle, 0, 10_000);
  const readings = Math.round(numberOf('readings', values.readings, 3, 1_000));
  const minutes = ((hours + settleHours) / speed) * 60;
  process.stdout.write(
    `${hours} virtual hours at ${speed} times the pace of life, after ${settleHours} to settle: ${minutes.toFixed(1)} real minutes\n`,
  );
  const port = await freePort();
  const result = await runSoak({
    ...{ hours, speed, settleHours, readings, port, viewport: { width: 1280, height: 720 } },
    onReading: ({ virtualHours, values: held }, share) => {
      const mb = (name: string): string => ((held[name] ?? NaN) / 1024 / 1024).toFixed(1);
      process.stderr.write(
        `${(share * 100).toFixed(0).padStart(3)} %  ${virtualHours.toFixed(1)} h  page ${mb('page heap')} MB, ${held['DOM nodes']} nodes, ${held['WebGL objects']} WebGL objects  server ${mb('server heap')} MB, rss ${mb('server rss')} MB\n`,
      );
    },
  });
  const lines = judge(result.readings);
  const wrong = judgeSequences(result.sequences);
  const { messages, byTopic } = result.sequences;
  const told = Object.entries(byTopic)
    .map(([topic, count]) => `${topic} ${count.toLocaleString('en')}`)
    .join(', ');
  const real = result.readings.at(-1)?.realHours ?? 0;
  process.stdout.write(
    `\n${tableOf(lines)}\n\n${messages.toLocaleString('en')} messages reached the page (${told}); ${wrong.length === 0 ? 'none was dropped' : wrong.join('; ')}\n` +
      `watched for ${result.clockHours.toFixed(1)} virtual hours, ${(real * 60).toFixed(1)} real minutes; the limit of ${PAGE_HEAP_MB_PER_HOUR} MB/h is held against virtual hours\n`,
  );
  if (result.errors.length > 0) process.stdout.write(`errors of the page:\n${result.errors.slice(0, 10).join('\n')}\n`);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ hours, speed, lines, ...result }, null, 2)}\n`);
  return lines.some(({ failed }) => failed) || wrong.length > 0 ? 1 : 0;
}

// Pages hold on to errors of their process: without this a failed soak would never end.
process.exit(
  await main().catch((error: unknown) => {
    const usage =
      error instanceof UsageError || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage ? `\n${USAGE}\n` : ''}`);
    return usage ? 2 : 1;
  }),
);
