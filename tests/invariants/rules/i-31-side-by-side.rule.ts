import { canonicalJson } from '@parley/kernel';
import { ofEachCase } from './rule';

/** Cases that go on side by side keep their own number, parties, claims and clocks. */
export const sideBySide = ofEachCase('I-31', ({ intake }) =>
  intake.flatMap(({ event, before, after }) => {
    if (event.type !== 'CasesConsolidated' && event.type !== 'ConsolidationUndone') return [];
    if (before.status === 'unfiled' || after.status === 'unfiled')
      return [`${event.type} in a case that was never filed`];
    const own = (state: typeof before) => ({
      parties: state.parties,
      grievance: state.grievance,
      running: state.running,
      registration: 'registration' in state ? state.registration : null,
    });
    return canonicalJson(own(before)) === canonicalJson(own(after))
      ? []
      : [`${event.type} changed what is the case's own`];
  }),
);
