import { OF_NO_CASE } from '../../../services/audit/src/docket/docket-deadlines.rules';
import { docketEntries } from './docket-entries';
import type { Rule } from './rule';

/** It names a side, and whether somebody is on its list. */
const WATCH_LIST = 'parley.intake.v1.WatchListRecorded';

/**
 * The docket speaks of registered cases, and beside them of the hotline and whether it has watch lists. It says only
 * what was told to everybody.
 */
export const unregisteredUnseen: Rule = {
  invariant: 'I-43',
  check: ({ cases, hotlines, told, log }) =>
    docketEntries(log).flatMap(({ caseId, docketNumber, serial, sourceEventId }) => {
      const source = told.find(({ id, tier }) => id === sourceEventId && tier === 'PUBLIC');
      const registered = cases.some(
        (each) => each.caseId === caseId && each.intake.some(({ event }) => event.type === 'CaseRegistered'),
      );
      const inNoCase =
        docketNumber === OF_NO_CASE &&
        (source?.type === WATCH_LIST ||
          hotlines.some((request) =>
            request.some(
              ({ after }) => after.status !== 'silent' && after.caseId === null && after.hotlineId === source?.subject,
            ),
          ));
      const ofItsCase = registered && source?.subject === caseId;
      return ofItsCase || inNoCase ? [] : [`entry ${String(serial)} says what is not everybody's to know`];
    }),
};
