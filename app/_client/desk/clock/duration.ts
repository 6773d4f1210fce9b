/** Signed length of time as a clock face: `53:52`, `1:28:07`, `−0:12`; days are hours too (`31:05:00`). */
export function clockFace(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const face = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  return ms < 0 && seconds > 0 ? `−${face}` : face;
}

/** Hours and minutes of a balance: `1:30`, `0:00`, `38:05`. */
export function hoursMinutes(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

/** A length of time in two units at most, as parts that a language puts into words. */
export type Span =
  | { readonly unit: 'seconds'; readonly seconds: number }
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'days'; readonly days: number; readonly hours: number };

/** Cuts a length of time into parts, rounded down: what is said to be left is there. */
export function spanOf(ms: number): Span {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  if (seconds < 60) return { unit: 'seconds', seconds };
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return { unit: 'minutes', minutes };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { unit: 'hours', hours, minutes: minutes % 60 };
  return { unit: 'days', days: Math.floor(hours / 24), hours: hours % 24 };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
