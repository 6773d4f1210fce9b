import type { Reporter } from '../case/event.ts';
import type { Role } from './role.ts';

/** Posts that call a reporter back: those who take reports, dispatch them, and lead the shift. */
const CALLERS: readonly Role[] = ['operator', 'dispatcher', 'duty-officer'];

/** Whether a role works with who reported a problem. */
export function mayKnowReporter(role: Role): boolean {
  return CALLERS.includes(role);
}

/** A reporter as everybody else sees them: 王** and 138****0000. */
export function maskReporter({ name, phone }: Reporter): Reporter {
  return { name: name === '' ? '' : `${[...name][0] ?? ''}**`, phone: maskPhone(phone) };
}

function maskPhone(phone: string): string {
  if (phone === '') return '';
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****';
}
