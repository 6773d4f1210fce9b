import { DESK_COMMANDS, type CommandId } from './desk-commands.ts';

/** What each key does, by `KeyboardEvent.key` in lower case; `shift+` and `mod+` where those keys are part of it. */
export const KEY_MAP: ReadonlyMap<string, CommandId> = new Map(
  // Of those that share a key the first stands for all.
  DESK_COMMANDS.flatMap(({ id, keys }) => keys.map((key) => [key, id] as const)).reverse(),
);

/** What of a keyboard event decides. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
  readonly repeat: boolean;
};

/** Where the key was pressed. */
export type KeyTarget = { readonly inTextField: boolean; readonly onControl: boolean };

/** Browsers report this code for a key that an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229;
const MAY_REPEAT = new Set<CommandId>(['next', 'previous', 'mark-next', 'mark-previous']);

/**
 * What a key press means, null when nothing. Nothing while an input method composes, with Alt, or in a text field (but for
 * the palette); Enter on a button is the button's own. With a Chinese layout `key` may be a full-width form, so
 * letters, digits and the slash are read from the physical key too.
 */
export function actOfKey(press: KeyPress, target: KeyTarget): CommandId | null {
  if (press.isComposing || press.keyCode === TAKEN_BY_INPUT_METHOD || press.altKey) return null;
  const key = keyName(press);
  if (press.ctrlKey || press.metaKey) {
    const act = press.shiftKey || press.repeat ? null : (KEY_MAP.get(`mod+${key}`) ?? null);
    // In a text Ctrl Z is the text's own.
    return target.inTextField && act !== 'palette' ? null : act;
  }
  if (target.inTextField) return null;
  const withShift = press.shiftKey && (key.length === 1 || /^arrow(up|down)$/.test(key)) && key !== '?' && key !== ' ';
  const act = KEY_MAP.get(withShift ? `shift+${key}` : key) ?? null;
  if (act === null || (press.repeat && !MAY_REPEAT.has(act))) return null;
  if (target.onControl && (act === 'open' || act === 'mark' || key.startsWith('arrow'))) return null;
  return act;
}

function keyName({ key, code, shiftKey }: KeyPress): string {
  if (code === 'Slash') return shiftKey || key === '?' || key === '？' ? '?' : '/';
  if (/^Digit\d$/.test(code) && !shiftKey) return code.slice(5);
  if (/^Key[A-Z]$/.test(code) && !/^[a-z]$/i.test(key)) return code.slice(3).toLowerCase();
  return key.toLowerCase();
}
