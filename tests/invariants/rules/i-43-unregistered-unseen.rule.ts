import { docketEntries } from './docket-entries';
import type { Rule } from './rule';

/** The docket speaks of registered cases alone, and says of them only what was told to everybody. */
export const unregisteredUnseen: Rule = {
  invariant: 'I-43',
  check: ({ cases, log }) =>
    docketEntries(log).flatMap(({ caseId, serial, sourceEventId }) => {
      const each = cases.find((one) => one.caseId === caseId);
      const registered = each?.intake.some(({ event }) => event.type === 'CaseRegistered') ?? false;
      const open = each?.told.some(({ id, tier }) => id === sourceEventId && tier === 'PUBLIC') ?? false;
      return registered && open ? [] : [`entry ${String(serial)} says what is not everybody's to know`];
    }),
};
