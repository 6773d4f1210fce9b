import { ACTS, type ActId } from '../acts/acts.ts';

/** What a command of the desk is about: the list, several of its lines, the open case, a move of it, the desk itself. */
export type CommandGroup = 'queue' | 'several' | 'case' | 'move' | 'desk';

type Row = { readonly id: string; readonly keys: readonly string[]; readonly group: CommandGroup };

/**
 * The desk's own commands, in the order of the list of keys. A key is `KeyboardEvent.key` in lower case, with `shift+` or
 * `mod+` (Ctrl or ⌘) before it; the first one is printed. One without a key is in the palette alone.
 */
const OWN = [
  { id: 'next', keys: ['j', 'arrowdown'], group: 'queue' },
  { id: 'previous', keys: ['k', 'arrowup'], group: 'queue' },
  { id: 'open', keys: ['enter'], group: 'queue' },
  { id: 'unfold', keys: ['arrowright'], group: 'queue' },
  { id: 'close-card', keys: ['arrowleft'], group: 'queue' },
  { id: 'merge', keys: ['n'], group: 'queue' },
  { id: 'grouping', keys: ['shift+o'], group: 'queue' },
  { id: 'filter', keys: ['/'], group: 'queue' },
  { id: 'views', keys: ['shift+f'], group: 'queue' },
  { id: 'alerts', keys: ['1'], group: 'queue' },
  { id: 'requests', keys: ['2'], group: 'queue' },
  { id: 'supervisions', keys: ['3'], group: 'queue' },
  { id: 'tasks', keys: ['4'], group: 'queue' },
  { id: 'mark', keys: [' '], group: 'several' },
  { id: 'mark-next', keys: ['shift+arrowdown'], group: 'several' },
  { id: 'mark-previous', keys: ['shift+arrowup'], group: 'several' },
  { id: 'export', keys: ['shift+x'], group: 'several' },
  { id: 'take', keys: ['t'], group: 'case' },
  { id: 'release', keys: ['shift+t'], group: 'case' },
  { id: 'shelve', keys: ['shift+y'], group: 'case' },
  { id: 'close-alert', keys: ['shift+k'], group: 'case' },
  { id: 'comment', keys: ['m'], group: 'case' },
  { id: 'show-on-wall', keys: ['shift+w'], group: 'case' },
  { id: 'find', keys: ['o'], group: 'case' },
  { id: 'fold', keys: ['l'], group: 'case' },
  { id: 'timeline', keys: ['h'], group: 'case' },
  { id: 'undo', keys: ['mod+z'], group: 'desk' },
  { id: 'palette', keys: ['mod+k'], group: 'desk' },
  { id: 'mentions', keys: ['shift+a'], group: 'desk' },
  { id: 'handover', keys: ['shift+h'], group: 'desk' },
  { id: 'history', keys: ['shift+b'], group: 'desk' },
  { id: 'load', keys: ['shift+l'], group: 'desk' },
  { id: 'sound', keys: ['shift+m'], group: 'desk' },
  { id: 'keys', keys: ['?'], group: 'desk' },
  { id: 'leave', keys: ['escape'], group: 'desk' },
  { id: 'sign-out', keys: [], group: 'desk' },
] as const satisfies readonly Row[];

type OwnCommandId = (typeof OWN)[number]['id'];
export type CommandId = OwnCommandId | ActId;

/** A command of the desk. Several moves may share a key: it goes to the one that is legal. */
export type DeskCommand = Row & { readonly id: CommandId };

/** Every command of the desk, each once: the keys, the list of them, the bar at the foot and the palette are made of it. */
export const DESK_COMMANDS: readonly DeskCommand[] = [
  ...OWN,
  ...ACTS.map(({ id, key }): DeskCommand => ({ id, keys: [pressedKey(key)], group: 'move' })),
];

const PRINTED: Readonly<Record<string, string>> = {
  enter: '⏎',
  escape: 'Esc',
  ' ': '␣',
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
};

/** A key as it is printed on a key cap: `⇧O`, `⏎`, `Ctrl K`. */
export function printedKey(key: string): string {
  if (key.startsWith('shift+')) return `⇧${printedKey(key.slice(6))}`;
  if (key.startsWith('mod+')) return `Ctrl ${printedKey(key.slice(4))}`;
  return PRINTED[key] ?? key.toUpperCase();
}

/** The key printed for a command; empty where it has none. */
export function keyOfCommand(id: CommandId): string {
  const key = DESK_COMMANDS.find((command) => command.id === id)?.keys[0];
  return key === undefined ? '' : printedKey(key);
}

function pressedKey(printed: string): string {
  return printed.startsWith('⇧') ? `shift+${printed.slice(1).toLowerCase()}` : printed.toLowerCase();
}
