import { randomBytes } from 'node:crypto';
import type { AccountPort, AccountStore } from '#application/account/account-port.ts';
import { createPeopleImport } from '#application/account/account-import.ts';
import type { PeopleImport } from '#application/account/people-import.ts';
import { createAccounts, type AccountFacts } from '#application/account/accounts.ts';
import { createListFiles } from '#adapters/files/list-files.ts';
import type { PersonFacts } from '#application/account/person-rows.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import type { City } from './city.ts';

/** Long enough to be safe as it is, short enough to be typed once. */
export function randomPassword(): string {
  return randomBytes(12).toString('base64url');
}

/** The accounts of people and their import, with what they refer to in this city as it stands. */
export function openAccounts(parts: {
  store: AccountStore;
  city: Pick<City, 'dictionary'>;
  onEnded: (accountId: string) => void;
}): { accounts: AccountPort; people: PeopleImport } {
  const { store, city, onEnded } = parts;
  const facts = factsOf(city);
  const accounts = createAccounts({ store, facts, randomPassword, onEnded });
  return { accounts, people: createPeopleImport({ accounts, store, facts, files: createListFiles() }) };
}

/** Places and departments in force, by code or by name. */
function factsOf(city: Pick<City, 'dictionary'>): AccountFacts & PersonFacts {
  const inUse = () => city.dictionary.departments.filter(({ retired }) => retired !== true);
  return {
    isPlace: (code) =>
      city.dictionary.city.code === code || city.dictionary.places.some((place) => place.code === code),
    isDepartment: (code) => inUse().some((department) => department.code === code),
    findPlace: (cell) => findPlace(city.dictionary, cell),
    findDepartment: (cell) => {
      const found = inUse().filter((one) => one.code === cell || isNamed(one, cell));
      return found.length === 1 ? (found[0]?.code ?? null) : null;
    },
  };
}

/** A subdistrict's name may stand in several districts: it is written behind its district's, or is alone of that name. */
function findPlace({ city, places }: Dictionary, cell: string): string | null {
  const text = cell.trim();
  if (text === '' || /^(?:市|市级|全市|city)$/iu.test(text) || text === city.code || isNamed(city, text))
    return city.code;
  const [first = '', second] = text.split(/[/,，、\s]+/u);
  if (second !== undefined) {
    const district = places.find(
      ({ level, ...one }) => level === 'district' && (one.code === first || isNamed(one, first)),
    );
    const below = places.filter(
      (one) => one.parentCode === district?.code && (one.code === second || isNamed(one, second)),
    );
    if (below.length === 1) return below[0]?.code ?? null;
  }
  const found = places.filter((one) => one.code === text || isNamed(one, text));
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}

function isNamed({ nameZh, nameEn }: { nameZh: string; nameEn: string }, text: string): boolean {
  return nameZh === text || nameEn.toLowerCase() === text.toLowerCase();
}
