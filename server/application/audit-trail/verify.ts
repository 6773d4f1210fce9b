import { hashOf, NO_HASH, type ChainedLine, type ChainEnd } from './chain.ts';

/** What a store says of its chain beside the lines. */
export type ChainFacts = {
  head: ChainEnd;
  /** The last line that was removed after its time; 0 where none was. */
  removed: ChainEnd;
  /** Lines that have no place in the chain: put in past it. Their ids. */
  loose: readonly string[];
};

/** Where a chain is broken. `no` is the first line that is wrong or missing. */
export type ChainFault = {
  kind: 'changed' | 'missing' | 'loose' | 'behind-end' | 'end' | 'noted';
  no: number;
  message: string;
};

export type Verified = {
  sound: boolean;
  /** Lines that were looked at until the first fault. */
  lines: number;
  first: number | null;
  end: ChainEnd;
  fault: ChainFault | null;
};

/**
 * Recounts a chain from its first line to its end, and says the first thing that is wrong.
 *
 * @param batches the lines by number.
 * @param noted an end that somebody wrote down before: that line must still be the same one. It shows what no chain
 *   can show by itself: that all of it, with its end, was written anew.
 */
export async function verifyChain(
  facts: ChainFacts,
  batches: AsyncIterable<readonly ChainedLine[]>,
  noted: ChainEnd | null = null,
): Promise<Verified> {
  const { head, removed, loose } = facts;
  let { no, hash } = removed;
  let lines = 0;
  let first: number | null = null;
  const answer = (fault: ChainFault | null): Verified => ({
    sound: fault === null,
    lines,
    first,
    end: { no, hash },
    fault,
  });
  const fault = (kind: ChainFault['kind'], at: number, message: string): Verified =>
    answer({ kind, no: at, message: `line ${at}: ${message}` });

  if (removed.no === 0 && removed.hash !== NO_HASH)
    return fault('changed', 1, 'the beginning of the chain was changed');
  if (noted !== null && noted.no < removed.no) {
    return fault('noted', noted.no, 'it was removed after its time, so what was noted cannot be compared');
  }
  if (noted?.no === removed.no && noted.hash !== removed.hash) return fault('noted', noted.no, NOT_NOTED);
  for await (const batch of batches) {
    for (const line of batch) {
      if (line.no !== no + 1) {
        const last = line.no - 1;
        const which = last === no + 1 ? 'it is missing' : `it and all up to line ${last} are missing`;
        return fault('missing', no + 1, which);
      }
      if (line.no > head.no)
        return fault('behind-end', line.no, `it stands behind the end of the chain, line ${head.no}`);
      if (hashOf(line.no, hash, line) !== line.hash) {
        return fault('changed', line.no, 'its content is not what was written, or another line stood before it');
      }
      if (line.no === noted?.no && line.hash !== noted.hash) return fault('noted', line.no, NOT_NOTED);
      first ??= line.no;
      lines += 1;
      no = line.no;
      hash = line.hash;
    }
  }
  if (no < head.no) {
    return fault(
      'missing',
      no + 1,
      no + 1 === head.no ? 'it is missing' : `it and all up to line ${head.no} are missing`,
    );
  }
  if (hash !== head.hash) return fault('end', no, 'its hash is not the one that the end of the chain has');
  if (noted !== null && noted.no > no) return fault('noted', noted.no, 'it was noted once and is missing');
  const [id] = loose;
  if (id !== undefined) {
    const message = `${loose.length} lines stand outside the chain: put in past it, the first with the id ${id}`;
    return answer({ kind: 'loose', no, message });
  }
  return answer(null);
}

const NOT_NOTED = 'it is not the line that was noted: the chain was written anew';
