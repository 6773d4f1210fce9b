/** The tokens of globals.css that code draws with (map, charts). A test holds that both say the same. */
export const PALETTE = {
  ground: '#0B0F11',
  panel: '#111619',
  out: '#14181B',
  land: '#1C2125',
  water: '#080F16',
  hair: '#252B30',
  cell: '#2C3337',
  river: '#273944',
  dist: '#5B656C',
  city: '#788289',
  riverlabel: '#7FA0B2',
  ink1: '#EFF2F4',
  ink2: '#B8BFC4',
  ink3: '#8D959A',
  amber: '#FAB91C',
  red: '#FF5251',
  magenta: '#F064D7',
  cyan: '#63DBEF',
  heat1: '#252C3D',
  heat2: '#2D364E',
  heat3: '#353F60',
  heat4: '#3E4972',
  heat5: '#495384',
  heat6: '#535C97',
} as const;
export type PaletteName = keyof typeof PALETTE;

/** Names of the six heat steps, lowest first. */
export const HEAT_NAMES = ['heat1', 'heat2', 'heat3', 'heat4', 'heat5', 'heat6'] as const;

/** A token as red, green, blue and alpha in 0–255, for deck.gl. */
export function rgba(name: PaletteName, alpha = 255): [number, number, number, number] {
  const value = parseInt(PALETTE[name].slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff, alpha];
}

/** The family that every screen uses; code that measures or draws text names it too. */
export const FONT_FAMILY = '"Inter Variable", "Noto Sans SC Variable", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';
