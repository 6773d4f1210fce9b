import type { HandoverPort } from '#application/handover/handover-port.ts';
import { exampleHandover, exampleHandoverContent, exampleHandoverHead } from '#wire/http/handover-examples.ts';

/** Handovers as the api hands them on: there is one, and everybody may have it. */
export function fakeHandovers(): HandoverPort {
  return {
    draft: async () => exampleHandoverContent,
    list: async () => [exampleHandoverHead],
    get: async () => exampleHandover,
    make: async () => ({ handover: exampleHandover, written: true }),
    sign: async () => exampleHandover,
    takeOver: async (_who, _id, alerts) =>
      alerts.map((alertId) => ({ alertId, caseNumber: 'E1', result: 'passed', by: null })),
    putAway: async () => undefined,
  };
}
