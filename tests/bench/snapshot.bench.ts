// What a wall's first picture of 200,000 open cases costs, paired with the same cases as GeoJSON.
// Run: npx tsx tests/bench/snapshot.bench.ts
import * as parser from 'socket.io-msgpack-parser';
import { sharedMessage } from '#adapters/socket/shared-message.ts';
import { DueScan } from '#application/projection/due-scan.ts';
import { PHASES } from '#domain/case/stage.ts';
import { decodeCaseSnapshot, encodeCaseSnapshot } from '#wire/case-frame.ts';
import { CaseRows, createCaseColumns } from '#wire/case-rows.ts';
import type { CaseColumns } from '#wire/columns.ts';
import { quantile, writeResults } from './results.ts';

const count = 200_000;
const rounds = 9;

let state = 7;
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
}

function madeColumns(): CaseColumns {
  const columns = createCaseColumns(count);
  columns.length = count;
  for (let row = 0; row < count; row++) {
    const reportedAt = 1_795_000_000 + Math.floor(random() * 500_000);
    columns.id[row] = row + 1;
    columns.lon[row] = Math.round((116.7 + random() * 1.4) * 1e6);
    columns.lat[row] = Math.round((38.5 + random() * 1.8) * 1e6);
    columns.category[row] = Math.floor(random() * 170);
    columns.place[row] = Math.floor(random() * 315);
    columns.phase[row] = Math.floor(random() * 7);
    columns.flags[row] = Math.floor(random() * 64);
    columns.reportedAt[row] = reportedAt;
    columns.warnAt[row] = reportedAt + 50_000;
    columns.dueAt[row] = reportedAt + 60_000;
  }
  return columns;
}

/** What is usually sent: a feature a case, with the same facts in it. */
function geoJsonOf(columns: CaseColumns): string {
  const features = Array.from({ length: columns.length }, (_, row) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [(columns.lon[row] as number) / 1e6, (columns.lat[row] as number) / 1e6] },
    properties: {
      id: columns.id[row],
      category: columns.category[row],
      place: columns.place[row],
      phase: PHASES[columns.phase[row] as number],
      flags: columns.flags[row],
      reportedAt: columns.reportedAt[row],
      warnAt: columns.warnAt[row],
      dueAt: columns.dueAt[row],
    },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function timed<T>(into: number[], run: () => T): T {
  const started = performance.now();
  const result = run();
  into.push(performance.now() - started);
  return result;
}

const columns = madeColumns();
const scan = new DueScan(315);
const samples = {
  columnsEncode: [] as number[],
  columnsPacket: [] as number[],
  columnsDecode: [] as number[],
  columnsStore: [] as number[],
  geoJsonEncode: [] as number[],
  geoJsonDecode: [] as number[],
  secondScan: [] as number[],
};
const bytes = { columns: 0, packet: 0, geoJson: 0 };
let checksum = 0;
for (let round = 0; round < rounds; round++) {
  const frame = timed(samples.columnsEncode, () => encodeCaseSnapshot(columns));
  const message = { type: 'snapshot', topic: 'cases', epoch: 'e', seq: round, at: 0, dataAt: 0, bytes: frame } as const;
  const { packet } = timed(samples.columnsPacket, () => sharedMessage(message));
  const decoder = new parser.Decoder();
  let received: Uint8Array = frame;
  decoder.on('decoded', (decoded: { data: [string, { bytes: Uint8Array }] }) => (received = decoded.data[1].bytes));
  const decoded = timed(samples.columnsDecode, () => {
    decoder.add(packet);
    return decodeCaseSnapshot(received);
  });
  const rows = new CaseRows();
  timed(samples.columnsStore, () => rows.load(decoded));
  const text = timed(samples.geoJsonEncode, () => Buffer.from(geoJsonOf(columns)));
  const parsed = timed(samples.geoJsonDecode, () => JSON.parse(text.toString()) as { features: unknown[] });
  timed(samples.secondScan, () => scan.run(columns, 1_795_400_000_000, 1_795_350_000_000));
  bytes.columns = frame.length;
  bytes.packet = packet.length;
  bytes.geoJson = text.length;
  checksum += rows.length + parsed.features.length + (decoded.lon[round] as number);
}

const median = Object.fromEntries(Object.entries(samples).map(([name, ms]) => [name, quantile(ms, 0.5)])) as Record<
  keyof typeof samples,
  number
>;
const ratios = {
  bytes: bytes.geoJson / bytes.packet,
  encode: median.geoJsonEncode / (median.columnsEncode + median.columnsPacket),
  decode: median.geoJsonDecode / median.columnsDecode,
};
console.log(`${count.toLocaleString('en')} cases, median of ${rounds} rounds (checksum ${checksum})`);
console.log(`columns: ${(bytes.packet / 1e6).toFixed(2)} MB, ${(bytes.packet / count).toFixed(1)} bytes a case`);
console.log(
  `  encode ${median.columnsEncode.toFixed(2)} ms + packet ${median.columnsPacket.toFixed(2)} ms, once for all viewers`,
);
console.log(
  `  decode ${median.columnsDecode.toFixed(2)} ms, and ${median.columnsStore.toFixed(1)} ms to index rows by id`,
);
console.log(
  `GeoJSON: ${(bytes.geoJson / 1e6).toFixed(2)} MB; encode ${median.geoJsonEncode.toFixed(0)} ms, decode ${median.geoJsonDecode.toFixed(0)} ms`,
);
console.log(
  `GeoJSON / columns: ${ratios.bytes.toFixed(1)}× bytes, ${ratios.encode.toFixed(0)}× encode, ${ratios.decode.toFixed(0)}× decode`,
);
console.log(`the server's walk over all cases, once a second: ${median.secondScan.toFixed(2)} ms`);
writeResults('snapshot', { cases: count, rounds, bytes, medianMs: median, ratios }, [
  'the network, drawing, and the time until the first pixel',
  'the browser: Node decodes here, and its MessagePack decoder copies nothing where the browser copies once',
  'made-up cases, evenly spread; compression is off on the wire, so its gain is not counted for GeoJSON either',
]);
