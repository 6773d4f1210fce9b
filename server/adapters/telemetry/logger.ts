import { Writable } from 'node:stream';
import { pino, stdTimeFunctions, type Logger } from 'pino';

/** Names of members that never reach a log, wherever they stand; what they hold is replaced. */
const secrets = ['authorization', 'cookie', 'set-cookie', 'password', 'token', 'key', 'secret', 'phone'];
const replaced = '[hidden]';

export type LoggerOptions = {
  /** The least level that is written, or `silent`. */
  level: string;
  /** This server's name among several. */
  node: string;
  /** Where lines go; standard output by default. */
  write?: (line: string) => void;
};

/**
 * One JSON line for each thing worth knowing, with the instant in UTC. Keys, cookies, passwords and phone numbers are
 * replaced up to three levels deep, and so are keys inside any text.
 */
export function createLogger({ level, node, write }: LoggerOptions): Logger {
  const paths = secrets.flatMap((name) => {
    const quoted = `["${name}"]`;
    return [quoted, `*${quoted}`, `*.*${quoted}`];
  });
  const options = {
    level,
    base: { node },
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: errorOf },
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths, censor: replaced },
    hooks: { streamWrite: hideKeys },
  };
  return write === undefined ? pino(options) : pino(options, lineStream(write));
}

/** What a reader needs of an error. Drivers hang whole connections on theirs, and those stay out of the log. */
function errorOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type: name, message, ...code, stack, ...(cause !== undefined && { cause: errorOf(cause) }) };
}

/** Keys of machines and passwords in addresses, wherever a message or an error carries them. */
export function hideKeys(line: string): string {
  return line
    .replace(/\bcw[ks]_[\w-]{20,}/g, (key) => `${key.slice(0, 4)}${replaced}`)
    .replace(/(\b(?:postgres(?:ql)?|rediss?):\/\/[^\s:/@"]*:)[^\s@"]+@/g, `$1${replaced}@`);
}

function lineStream(write: (line: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      write(chunk);
      done();
    },
  });
}
