import { accept, refuse, type Instant } from '@parley/kernel';
import type { KnownCase } from '../casefile/casefile.rules';
import { commonRefusals } from '../casefile/common-refusals.rules';
import { notOpenForEvidence } from '../exhibits/correction-fault.rules';
import { lateWithdrawal } from '../exhibits/evidence-time.rules';
import type { Exhibit } from '../exhibits/exhibit-commands.rules';
import { loanDeadline } from '../loans/loans.rules';
import { languagesDue, translationDeadline } from '../translations/translations.rules';
import { readersDeadline, tierOfTombstone, type ExhibitWithdrawn } from './readers-state.rules';
import { readersRefusals, type WithdrawExhibit } from './readers.rules';

/** The clocks of an exhibit's loans that one co-head has signed, unless they have run out. */
export const clocksOfLoans = (
  { number, loans }: Pick<Exhibit, 'number' | 'loans'>,
  state: KnownCase,
  at: Instant,
): readonly string[] =>
  loans
    .flatMap(({ to, decision }) => (decision ? [loanDeadline(number, to.assignment)] : []))
    .filter(runsIn(state, at));

const runsIn =
  ({ running, standing }: KnownCase, at: Instant) =>
  (id: string): boolean => {
    const deadline = running[id];
    return standing[id] !== undefined || (deadline !== undefined && at < deadline.dueAt);
  };

/** The clock of a change of readers that one co-head has signed, unless it has run out. */
export const clockOfDecision = ({ number, decision }: Exhibit, state: KnownCase, at: Instant): readonly string[] =>
  (decision ? [readersDeadline(number)] : []).filter(runsIn(state, at));

/**
 * The clocks that run for an exhibit and end when it is taken back, since nobody translates it or decides on it any
 * more. A clock that had run out by then is left to its default, which is only decided late (I-18).
 */
export const clocksOfExhibit = (exhibit: Exhibit, state: KnownCase, at: Instant): readonly string[] => [
  ...[
    ...languagesDue(exhibit.writtenIn).map((language) => translationDeadline(exhibit, language)),
    readersDeadline(exhibit.number),
  ].filter(runsIn(state, at)),
  ...clocksOfLoans(exhibit, state, at),
];

/**
 * The party of an exhibit takes it back because it was filed by mistake. Its bytes are no longer handed out. A
 * tombstone stays, which says who did it, when and why (I-42). After the screening an exhibit stays, because it was
 * relied on.
 */
export function withdrawExhibit(command: WithdrawExhibit, state: KnownCase) {
  const { by, party, receivedAt, number } = command;
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(commonRefusals.unknownExhibit);
  if (party !== exhibit.party) return refuse(commonRefusals.notYourExhibit);
  if (exhibit.withdrawn) {
    const again = exhibit.withdrawn.by === 'its-party' && exhibit.withdrawn.reason === command.reason;
    return again ? accept() : refuse(readersRefusals.exhibitWithdrawn);
  }
  const closed = notOpenForEvidence(state, receivedAt) ?? lateWithdrawal(exhibit, state, receivedAt);
  if (closed) return closed;
  return accept<ExhibitWithdrawn>({
    type: 'ExhibitWithdrawn',
    occurredAt: receivedAt,
    rule: 'I-42',
    tier: tierOfTombstone(exhibit),
    data: {
      number,
      party: exhibit.party,
      reason: command.reason,
      from: exhibit.tier,
      by,
      opens: [],
      closes: clocksOfExhibit(exhibit, state, receivedAt),
    },
  });
}
