import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { HttpTelemetry } from '#application/http-port.ts';

const gauges = {
  sockets: ['citywall_sockets', 'Connected screens and desks.'],
  drift: ['citywall_projection_drift', 'Differences found between projections and store: must stay 0.'],
  armedDeadlines: ['citywall_deadlines_armed', 'Deadlines that wait in memory.'],
  ownsDeadlines: ['citywall_deadlines_owner', '1 while this node fires the deadlines.'],
  openCases: ['citywall_cases_open', 'Open cases in the projection.'],
  canaryAge: ['citywall_canary_age_seconds', 'Since the newest probe that the picture holds was sent.'],
  logPosition: ['citywall_log_position', 'Last position of the event log that this node has read.'],
} as const;

/** Figures that others keep and that are read when Prometheus asks. What nobody gives is left out of the page. */
export type MetricSources = { [Name in keyof typeof gauges]?: () => number | boolean };

export interface Metrics extends HttpTelemetry {
  /** An alert was stored this long after its instant, in milliseconds. */
  alertStored(latenessMs: number): void;
  /** A probe came this far in milliseconds from its sending: into the picture, or onto a screen. */
  canaryTrip(to: 'picture' | 'screen', ms: number): void;
  /** Lets the page show figures kept elsewhere; may be called again with more. */
  watch(sources: MetricSources): void;
}

/**
 * The figures of one process for Prometheus, all named `citywall_…` beside the runtime's own. Labels come from closed
 * sets (operations, statuses, kinds) and the sources that have a key, so the number of series is bounded.
 */
export function createMetrics({ node }: { node: string }): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ node });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'citywall_http_request_seconds',
    help: 'Time from a request to the end of its answer, by operation and status.',
    labelNames: ['operation', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const items = new Counter({
    name: 'citywall_ingest_items_total',
    help: 'Items that sources sent, by kind, source and what became of them.',
    labelNames: ['kind', 'source', 'result'] as const,
    registers,
  });
  const lateness = new Histogram({
    name: 'citywall_alert_lateness_seconds',
    help: 'Time from the instant of a warning or timeout to its stored alert.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30, 300],
    registers,
  });
  const canaryTrips = new Histogram({
    name: 'citywall_canary_trip_seconds',
    help: 'Time of a probe from the public ingest into the picture of this node, and onto the glass of a screen.',
    labelNames: ['to'] as const,
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60],
    registers,
  });
  const show = (name: keyof typeof gauges, read: (() => number | boolean) | undefined): void => {
    if (read === undefined) return;
    const [id, help] = gauges[name];
    registry.removeSingleMetric(id);
    new Gauge({
      name: id,
      help,
      registers,
      collect() {
        this.set(Number(read()));
      },
    });
  };
  return {
    answered: (operation, status, seconds) => requests.observe({ operation, status: String(status) }, seconds),
    ingested(kind, source, { accepted, duplicates, rejected }) {
      items.inc({ kind, source, result: 'accepted' }, accepted);
      items.inc({ kind, source, result: 'duplicate' }, duplicates);
      items.inc({ kind, source, result: 'rejected' }, rejected);
    },
    exposition: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    canaryTrip: (to, ms) => canaryTrips.observe({ to }, Math.max(0, ms) / 1000),
    alertStored: (latenessMs) => lateness.observe(latenessMs / 1000),
    watch(sources) {
      for (const name of Object.keys(gauges) as (keyof typeof gauges)[]) show(name, sources[name]);
    },
  };
}
