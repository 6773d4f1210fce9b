import { COMPONENT_STATES, type ComponentState } from '#domain/component/component.ts';

/** Which components are looked at; empty texts ask for nothing. */
export type RegisterFilter = {
  readonly words: string;
  readonly category: string;
  readonly district: string;
  readonly owner: string;
  readonly state: ComponentState | '';
  readonly withCases: boolean;
};

export const NO_FILTER: RegisterFilter = {
  words: '',
  category: '',
  district: '',
  owner: '',
  state: '',
  withCases: false,
};

/** Components of one page of the table. */
export const PAGE = 200;

/** The address of a page of the register; `after` is `next` of the page before it, null for the first. */
export function registerAddress(filter: RegisterFilter, after: string | null): string {
  const query = new URLSearchParams({ limit: String(PAGE) });
  const words = filter.words.trim();
  if (words !== '') query.set('text', words);
  if (filter.category !== '') query.set('category', filter.category);
  if (filter.district !== '') query.set('place', filter.district);
  if (filter.owner !== '') query.set('owner', filter.owner);
  if (filter.state !== '') query.set('state', filter.state);
  if (filter.withCases) query.set('withCases', 'true');
  if (after !== null) query.set('after', after);
  return `/api/v1/components/search?${query.toString()}`;
}

/** A state as a choice's value has it. */
export function stateFrom(value: string): ComponentState | '' {
  return COMPONENT_STATES.find((state) => state === value) ?? '';
}

/** The community that a unit grid's code (15 digits) lies in; null where the code is none. */
export function communityOf(gridCode: string | null): string | null {
  return gridCode !== null && /^\d{15}$/u.test(gridCode) ? gridCode.slice(0, 12) : null;
}
