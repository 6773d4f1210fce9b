import type { KeyTarget } from './key-map.ts';

const TEXT_INPUTS = new Set([
  'text',
  'search',
  'email',
  'password',
  'tel',
  'url',
  'number',
  'date',
  'datetime-local',
  'time',
]);

/** Tells text fields and controls from the rest of the page. */
export function keyTargetOf(element: EventTarget | null): KeyTarget {
  if (!(element instanceof HTMLElement)) return { inTextField: false, onControl: false };
  const inTextField =
    element.isContentEditable ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && TEXT_INPUTS.has(element.type));
  const control = 'button, a[href], input, summary, [role="option"], [role="menuitem"]';
  return { inTextField, onControl: element.closest(control) !== null };
}
