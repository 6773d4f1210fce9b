import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SceneKind } from '#domain/wall/scene.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type GlassLanguage = (typeof LANGUAGES)[number];

/** What a city goes through, in the order in which it is made to. */
export const STATES = ['quiet', 'busy', 'storm', 'stale', 'lost'] as const;
export type GlassState = (typeof STATES)[number];

export type GlassOptions = {
  walls: readonly string[];
  scenes: readonly SceneKind[];
  languages: readonly GlassLanguage[];
  states: readonly GlassState[];
  out: string;
};

export const USAGE = `npm run glass [-- options]: takes pictures of walls and measures them
  --walls A,B      of: WALLS (default: USUAL)
  --scenes A,B     of: SCENES (default: all)
  --languages A,B  of: ${LANGUAGES.join(', ')} (default: both)
  --states A,B     of: ${STATES.join(', ')} (default: all)
  --out FOLDER     where pictures and tables go (default: glass)
  --help
Ends with 1 when a picture has a breach, with 2 when it was called wrongly.`;

export class UsageError extends Error {
  override name = 'UsageError';
}

/** Throws UsageError for whatever is not one of the words. Null: help is wanted. */
export function readOptions(
  given: readonly string[],
  known: { walls: readonly string[]; usualWalls: readonly string[]; scenes: readonly SceneKind[] },
): GlassOptions | null {
  let values: Partial<Record<'walls' | 'scenes' | 'languages' | 'states' | 'out', string>> & { help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...given],
      options: {
        walls: { type: 'string' },
        scenes: { type: 'string' },
        languages: { type: 'string' },
        states: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean' },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (values.help === true) return null;
  return {
    walls: values.walls === undefined ? known.usualWalls : chosen('--walls', values.walls, known.walls),
    scenes: chosen('--scenes', values.scenes, known.scenes),
    languages: chosen('--languages', values.languages, LANGUAGES),
    states: chosen('--states', values.states, STATES),
    out: values.out ?? join(process.cwd(), 'glass'),
  };
}

function chosen<Word extends string>(option: string, given: string | undefined, known: readonly Word[]): Word[] {
  if (given === undefined) return [...known];
  const words = given.split(',').map((word) => word.trim());
  for (const word of words)
    if (!known.some((one) => one === word))
      throw new UsageError(`${option}: there is no “${word}”; known: ${known.join(', ')}`);
  // In the order of the list, whatever order they were named in.
  return known.filter((word) => words.includes(word));
}
