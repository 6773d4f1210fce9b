import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { FileRow } from '#application/import/profile.ts';
import { refusal, type ListFile } from '#application/lists/list-kind.ts';
import type { Sheet } from '#application/lists/table.ts';
import { unpackedBytes } from './zip-size.ts';

/** A small file can unfold to any size: what it may become, in bytes, megabytes of heap, and milliseconds. */
const MOST_UNPACKED = 256 * 1024 * 1024;
const MOST_HEAP_MB = 1_024;
const MOST_MS = 60_000;

type Cell = string | number | boolean | Date | null;
type Answer = { sheets: { sheet: string; data: (readonly Cell[])[] }[] } | { fault: string };

/** The library runs in a thread of its own, so that a hostile or very large workbook stops nothing else. */
const READING = `
const { parentPort, workerData } = require('node:worker_threads');
const { default: readWorkbook } = require(workerData.library);
readWorkbook(workerData.file).then(
  (sheets) => parentPort.postMessage({ sheets }),
  (error) => parentPort.postMessage({ fault: String(error && error.message) }),
);`;

/**
 * Reads all sheets of an XLSX file.
 *
 * @throws ListRefused when it is damaged, no workbook, or too large to unfold.
 */
export async function readWorkbook({ name, bytes }: Pick<ListFile, 'name' | 'bytes'>): Promise<Sheet[]> {
  const size = unpackedBytes(bytes);
  if (size === null) {
    const reason = { zh: `${name} 已损坏或不完整`, en: `${name} is damaged or cut short` };
    throw refusal(reason, { zh: '重新保存，或另存为 CSV', en: 'save it again, or save it as CSV' });
  }
  const tooLarge = refusal(
    { zh: `${name} 解压后太大`, en: `${name} is too large when unpacked` },
    { zh: '把需要的工作表另存为 CSV', en: 'save the sheet you need as CSV' },
  );
  if (size > MOST_UNPACKED) throw tooLarge;
  const answer = await readInThread(bytes);
  if (answer === null) throw tooLarge;
  if ('fault' in answer) {
    const { fault } = answer;
    const reason = { zh: `${name} 不是工作簿（${fault}）`, en: `${name} is no workbook (${fault})` };
    throw refusal(reason, { zh: '另存为 .xlsx 或 CSV', en: 'save it as .xlsx or as CSV' });
  }
  return answer.sheets.map(({ sheet, data }) => ({ name: sheet.trim(), rows: rowsOf(data) }));
}

/** Null where it took more memory or time than a workbook may. */
function readInThread(bytes: Uint8Array): Promise<Answer | null> {
  const library = createRequire(import.meta.url).resolve('read-excel-file/universal');
  const file = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(file).set(bytes);
  const worker = new Worker(READING, {
    eval: true,
    execArgv: [],
    workerData: { library, file },
    transferList: [file],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  return new Promise<Answer | null>((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), MOST_MS);
    worker.once('message', (answer: Answer) => resolve(answer));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(null);
      else reject(error);
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(null);
    });
  }).finally(() => worker.terminate());
}

function rowsOf(data: readonly (readonly Cell[])[]): FileRow[] {
  return data.flatMap((cells, index) => {
    const texts = cells.map(textOf);
    return texts.some((text) => text !== '') ? [{ line: index + 1, cells: texts }] : [];
  });
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  // A spreadsheet keeps 15 digits: 0.1 + 0.2 is 0.3 to whoever typed it.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  return String(cell).trim();
}
