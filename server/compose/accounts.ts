import { randomBytes } from 'node:crypto';
import type { AccountPort, AccountStore } from '#application/account/account-port.ts';
import { createAccounts, type AccountFacts } from '#application/account/accounts.ts';
import type { City } from './city.ts';

/** Long enough to be safe as it is, short enough to be typed once. */
export function randomPassword(): string {
  return randomBytes(12).toString('base64url');
}

/** The accounts of people, with what they refer to in this city as it stands. */
export function openAccounts(parts: {
  store: AccountStore;
  city: Pick<City, 'dictionary'>;
  onEnded: (accountId: string) => void;
}): AccountPort {
  const { store, city, onEnded } = parts;
  return createAccounts({ store, facts: factsOf(city), randomPassword, onEnded });
}

/** Places and departments in force. */
function factsOf(city: Pick<City, 'dictionary'>): AccountFacts {
  return {
    isPlace: (code) =>
      city.dictionary.city.code === code || city.dictionary.places.some((place) => place.code === code),
    isDepartment: (code) =>
      city.dictionary.departments.some((department) => department.code === code && department.retired !== true),
  };
}
