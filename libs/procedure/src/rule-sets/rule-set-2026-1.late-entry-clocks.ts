import { byId, clock, fixed, hours, jbd, rollsNothing, say, type Clocks } from './clock-terms';

type Length = ReturnType<typeof jbd | typeof hours>;

/** What came by another channel, and its answer: a side's own act, and paper for somebody of neither side (I-67). */
const entries = (entry: Length, answer: Length, how: typeof fixed | typeof rollsNothing): Clocks =>
  byId(
    clock(
      'late-entry',
      'late entries',
      'receipt by another channel, or the end of the outage that covers it',
      entry,
      'act-cannot-be-entered',
      say('entry of what came by another channel', '补录经其他途径收到的行为'),
      { ...how, rule: 'I-67' },
    ),
    clock(
      'late-entry-answer',
      'late entries',
      'claim of a late entry',
      answer,
      'late-entry-does-not-count',
      say('answer to a claimed late entry', '答复所主张的补录'),
      { ...how, rule: 'I-67' },
    ),
    clock(
      'paper-answer',
      'paper for others',
      'entry of paper for somebody of neither side',
      answer,
      'paper-stands-unconfirmed',
      say('answer to paper for somebody of neither side', '答复代案外人员录入的书面材料'),
      { ...how, rule: 'I-67' },
    ),
  );

export const lateEntries: Clocks = entries(jbd(1), jbd(2), fixed);
export const urgentLateEntries: Clocks = entries(hours(24), hours(24), rollsNothing);
