import { byId, clock, fixed, hours, jbd, rollsNothing, say } from './clock-terms';

const conciliators = say('choice of the conciliators', '选定调解员');
const answer = say('answer to a proposal of conciliation', '对调解提议的答复');

/** Clocks of the settlement (S10). */
export const settlementClocks = byId(
  clock(
    'conciliation-answer',
    'S10',
    'proposal of conciliation',
    jbd(10),
    'conciliation-recorded-as-unanswered',
    answer,
    fixed,
  ),
  clock('conciliators', 'S10', 'first pick of a conciliator', jbd(5), 'no-conciliators', conciliators, fixed),
  // One window is all that an outcome may take beyond the long-stop (I-17); parties that want more time reopen the
  // screening together.
  clock(
    'settlement-window',
    'S10',
    'findings',
    jbd(20),
    'settlement-window-lapses',
    say('settlement window', '和解期'),
    fixed,
  ),
);

/** What differs on the urgent track. */
export const urgentSettlement = byId(
  clock(
    'conciliation-answer',
    'S10',
    'proposal of conciliation',
    hours(24),
    'conciliation-recorded-as-unanswered',
    answer,
    rollsNothing,
  ),
  clock('conciliators', 'S10', 'first pick of a conciliator', hours(24), 'no-conciliators', conciliators, rollsNothing),
);
