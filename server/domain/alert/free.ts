import type { Alert } from './alert.ts';

/** The same alert in nobody's hands, running, with nothing said of who had it before. */
export function free(alert: Alert): Alert {
  const { shelved: _shelved, returned: _returned, ...rest } = alert;
  return { ...rest, takenBy: null, takenByName: null, takenAt: null, resolvedAt: null, resolution: null };
}
