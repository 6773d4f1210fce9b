/** What a key does on the desk. Acts on a case carry the name of the act. */
export type KeyAct =
  | 'next'
  | 'previous'
  | 'open'
  | 'alerts'
  | 'requests'
  | 'supervisions'
  | 'tasks'
  | 'filter'
  | 'find'
  | 'merge'
  | 'unfold'
  | 'close-card'
  | 'mark'
  | 'mark-next'
  | 'mark-previous'
  | 'grouping'
  | 'export'
  | 'load'
  | 'shelve'
  | 'sound'
  | 'views'
  | 'fold'
  | 'timeline'
  | 'keys'
  | 'leave'
  | 'take'
  | 'release'
  | 'accept'
  | 'decline'
  | 'verify'
  | 'file'
  | 'dispatch'
  | 'return'
  | 'feed-back'
  | 'check'
  | 'rework'
  | 'extend'
  | 'suspend'
  | 'supervise'
  | 'lift-supervision'
  | 'urge'
  | 'comment'
  | 'ask'
  | 'answer'
  | 'pass'
  | 'self-handle'
  | 'support'
  | 'reply'
  | 'shorten'
  | 'join'
  | 'force-close'
  | 'void'
  | 'close'
  | 'show-on-wall';

/** By `KeyboardEvent.key` in lower case; `shift+` where the shift key is part of it. */
export const KEY_MAP: Readonly<Record<string, KeyAct>> = {
  j: 'next',
  k: 'previous',
  arrowdown: 'next',
  arrowup: 'previous',
  enter: 'open',
  arrowright: 'unfold',
  arrowleft: 'close-card',
  ' ': 'mark',
  'shift+arrowdown': 'mark-next',
  'shift+arrowup': 'mark-previous',
  'shift+o': 'grouping',
  'shift+x': 'export',
  'shift+l': 'load',
  'shift+y': 'shelve',
  'shift+m': 'sound',
  'shift+f': 'views',
  1: 'alerts',
  2: 'requests',
  3: 'supervisions',
  4: 'tasks',
  '/': 'filter',
  o: 'find',
  n: 'merge',
  l: 'fold',
  h: 'timeline',
  '?': 'keys',
  escape: 'leave',
  t: 'take',
  'shift+t': 'release',
  a: 'accept',
  y: 'decline',
  i: 'file',
  d: 'dispatch',
  b: 'return',
  g: 'feed-back',
  v: 'check',
  r: 'rework',
  e: 'extend',
  p: 'suspend',
  s: 'supervise',
  'shift+s': 'lift-supervision',
  u: 'urge',
  m: 'comment',
  q: 'ask',
  w: 'answer',
  f: 'pass',
  z: 'self-handle',
  'shift+g': 'support',
  'shift+r': 'reply',
  'shift+e': 'shorten',
  'shift+j': 'join',
  'shift+c': 'force-close',
  x: 'void',
  c: 'close',
  'shift+w': 'show-on-wall',
};

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
const MAY_REPEAT = new Set<KeyAct>(['next', 'previous', 'mark-next', 'mark-previous']);

/**
 * What a key press means, null when nothing. Nothing while an input method composes, with Ctrl, Alt or ⌘, or in a text
 * field; Enter on a button is the button's own. With a Chinese layout `key` may be a full-width form, so letters, digits and
 * the slash are read from the physical key too.
 */
export function actOfKey(press: KeyPress, target: KeyTarget): KeyAct | null {
  if (press.isComposing || press.keyCode === TAKEN_BY_INPUT_METHOD) return null;
  if (press.ctrlKey || press.altKey || press.metaKey || target.inTextField) return null;
  const key = keyName(press);
  const withShift = press.shiftKey && (key.length === 1 || /^arrow(up|down)$/.test(key)) && key !== '?' && key !== ' ';
  const act = KEY_MAP[withShift ? `shift+${key}` : key] ?? null;
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
