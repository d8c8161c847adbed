import { fromBinary } from '@bufbuild/protobuf';
import { referral } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import { OF_NO_CASE } from '../../../services/audit/src/docket/docket-deadlines.rules';
import { docketEntries } from './docket-entries';
import type { Rule } from './rule';

/** They name a side, and whether somebody is on its list, or by which key it signs. */
const OF_SIDES: readonly string[] = ['parley.intake.v1.WatchListRecorded', 'parley.intake.v1.PartyKeyRecorded'];

/** What was done about an agreement of the register, which is in no case, was repudiated. */
const isRepudiatedInRegister = ({ type, data }: PublicEvent): boolean =>
  type === referral.ActRepudiatedSchema.typeName && fromBinary(referral.ActRepudiatedSchema, data).ofRegister;

/**
 * The docket speaks of registered cases, and beside them of the hotline, whether it has watch lists, of the keys of the
 * sides, and of what is repudiated of the register of agreements. It says only what was told to everybody.
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
        source !== undefined &&
        (OF_SIDES.includes(source.type) ||
          isRepudiatedInRegister(source) ||
          hotlines.some((request) =>
            request.some(
              ({ after }) => after.status !== 'silent' && after.caseId === null && after.hotlineId === source.subject,
            ),
          ));
      const ofItsCase = registered && source?.subject === caseId;
      return ofItsCase || inNoCase ? [] : [`entry ${String(serial)} says what is not everybody's to know`];
    }),
};
