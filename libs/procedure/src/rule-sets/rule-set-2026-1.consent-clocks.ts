import { byId, clock, fixed, hours, jbd, rollsNothing, say, type Clocks } from './clock-terms';

type Length = ReturnType<typeof jbd | typeof hours>;

/** The time to sign a proposal, which lapses unsigned, and that to object to a correction, which counts in silence. */
const answers = (consent: Length, correction: Length, how: typeof fixed | typeof rollsNothing): Clocks =>
  byId(
    clock(
      'consent',
      'consent',
      'proposal that needs another signature',
      consent,
      'proposal-lapses',
      say('signature of a proposal', '签署提议'),
      { ...how, rule: 'I-04' },
    ),
    clock(
      'correction',
      'consent',
      'proposal to correct a clerical error',
      correction,
      'correction-stands',
      say('objection to the correction of a clerical error', '对更正笔误的异议'),
      { ...how, rule: 'I-24' },
    ),
  );

export const consents: Clocks = answers(jbd(10), jbd(5), fixed);
export const urgentConsents: Clocks = answers(hours(24), hours(24), rollsNothing);
