import { describe, expect, it } from 'vitest';
import { createLogger } from '#adapters/telemetry/logger.ts';
import { createMetrics } from '#adapters/telemetry/metrics.ts';

describe('the log', () => {
  const key = 'cwk_abcdefghijklmnopqrstuvwxyz';

  function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
    let lines = '';
    write(createLogger({ level: 'info', node: 'n1', write: (line) => (lines += line) }));
    return lines;
  }

  it('is one JSON line with level, node and UTC instant', () => {
    const line = logged((logger) => logger.info({ cases: 3 }, 'followed\nthe log'));
    expect(line.split('\n')).toHaveLength(2);
    expect(JSON.parse(line)).toMatchObject({ level: 'info', node: 'n1', cases: 3, msg: 'followed\nthe log' });
    expect(JSON.parse(line).time).toMatch(/^\d{4}-.*Z$/);
  });

  it('never holds what opens a door or calls a person', () => {
    const text = logged((logger) => {
      logger.warn({ authorization: `Bearer ${key}`, headers: { cookie: 'a=secret1', 'set-cookie': 'secret2' } }, 'x');
      logger.warn(
        { body: { reporter: { phone: 'secret3' } }, password: 'secret4', reporter: { phone: 'secret5' } },
        'x',
      );
      logger.warn({ err: new Error(`no such key ${key}`) }, `tried ${key} at postgresql://me:secret6@db/x`);
    });
    expect(text).not.toMatch(/secret\d/);
    expect(text).not.toContain(key);
    expect(text.match(/\[hidden\]/g)?.length).toBeGreaterThanOrEqual(8);
  });

  it('keeps quiet below its level', () => {
    expect(logged((logger) => logger.debug({}, 'x'))).toBe('');
  });
});

describe('the metrics', () => {
  it('count requests, items and lateness, and show what others keep', async () => {
    const metrics = createMetrics({ node: 'n1' });
    metrics.answered('postReports', 202, 0.004);
    metrics.ingested('reports', 'hotline', { accepted: 2, duplicates: 1, rejected: 0 });
    metrics.alertStored(8);
    metrics.watch({ sockets: () => 7 });
    metrics.watch({ drift: () => 0, ownsDeadlines: () => true });
    const { text, contentType } = await metrics.exposition();
    expect(contentType).toContain('text/plain');
    expect(text).toContain('citywall_http_request_seconds_count{node="n1",operation="postReports",status="202"} 1');
    expect(text).toContain(
      'citywall_ingest_items_total{kind="reports",source="hotline",result="accepted",node="n1"} 2',
    );
    expect(text).toContain('citywall_alert_lateness_seconds_bucket{le="0.01",node="n1"} 1');
    expect(text).toContain('citywall_sockets{node="n1"} 7');
    expect(text).toContain('citywall_projection_drift{node="n1"} 0');
    expect(text).toContain('citywall_deadlines_owner{node="n1"} 1');
    expect(text).not.toMatch(/^citywall_deadlines_armed/m);
    expect(text).toContain('process_cpu_seconds_total');
  });
});
