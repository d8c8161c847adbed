import { sha256 } from '@parley/event-store';
import type { PartyCode, PersonId } from '@parley/kernel';
import { loanDigest, loanText, type HeardPerson, type Loan } from '../../../services/evidence/src/loans/loans.rules';
import type { Exhibit } from '../../../services/evidence/src/exhibits/exhibit-commands.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { RULE_SET_VERSION } from '../secretariat/secretariat';
import { official, type ActKind, type View } from './act-kind';
import { otherCountry } from './countries';
import { exhibitsOf } from './evidence.acts';
import { english } from './texts';

const NOBODY_HEARD = 'third-party:99';

const heardIn = ({ evidence }: View): readonly HeardPerson[] => (evidence.status === 'unknown' ? [] : evidence.heard);

/** Mostly an exhibit that may be lent; sometimes one that everybody reads, one that was taken back, or none. */
function exhibitToLend(view: View, random: SeededRandom): Exhibit | undefined {
  const closed = exhibitsOf(view).filter(({ tier, withdrawn }) => tier !== 'PUBLIC' && !withdrawn);
  if (closed.length > 0 && random.percent(85)) return random.pick(closed);
  const all = exhibitsOf(view);
  return all.length > 0 && random.percent(85) ? random.pick(all) : undefined;
}

/** Mostly a loan that is wanted; else any loan, or none. */
function someLoan(
  view: View,
  random: SeededRandom,
  wanted: (loan: Loan) => boolean,
): { readonly exhibit: Exhibit | undefined; readonly loan: Loan | undefined } {
  const all = exhibitsOf(view).flatMap((exhibit) => exhibit.loans.map((loan) => ({ exhibit, loan })));
  const open = all.filter(({ loan }) => wanted(loan));
  if (open.length > 0 && random.percent(85)) return random.pick(open);
  return all.length > 0 && random.percent(85)
    ? random.pick(all)
    : { exhibit: exhibitToLend(view, random), loan: undefined };
}

const named = (exhibit: Exhibit | undefined, loan: Loan | undefined) => ({
  number: exhibit?.number ?? 'XXX-99',
  assignment: loan?.to.assignment ?? NOBODY_HEARD,
});

/** A member of the panel, or the registry. */
function panelOrRegistry(
  view: View,
  random: SeededRandom,
): {
  readonly as: 'panel' | 'registry';
  readonly by: PersonId;
  readonly party: PartyCode;
  readonly receivedAt: View['now'];
} {
  const [member] = view.evidence.panel;
  if (member === undefined || random.percent(50)) return { as: 'registry', ...official('registry', view) };
  return { as: 'panel', by: member, party: view.party, receivedAt: view.now };
}

const isAsked = (loan: Loan): boolean => loan.ended === null && loan.lent === null;

/** Loans of exhibits to experts and third parties. They are tried only when the panel hears somebody in person. */
export const loanActs: readonly ActKind[] = [
  {
    name: 'AskForLoan',
    answers: ['review'],
    offer(view, random) {
      const heard = heardIn(view);
      if (heard.length === 0) return undefined;
      const assignment = random.percent(93) ? random.pick(heard).assignment : NOBODY_HEARD;
      const number = exhibitToLend(view, random)?.number ?? 'XXX-99';
      return {
        desk: 'evidence',
        caseId: view.caseId,
        command: {
          type: 'AskForLoan',
          ...panelOrRegistry(view, random),
          number,
          assignment,
          purpose: english('For the first question.'),
        },
      };
    },
  },
  {
    name: 'ConsentToLoan',
    answers: ['review'],
    offer(view, random) {
      if (heardIn(view).length === 0) return undefined;
      const { exhibit, loan } = someLoan(view, random, isAsked);
      const owner = exhibit && random.percent(90) ? { ...view, party: exhibit.party } : view;
      return {
        desk: 'evidence',
        caseId: view.caseId,
        command: { type: 'ConsentToLoan', ...official('desk', owner), ...named(exhibit, loan) },
      };
    },
  },
  {
    name: 'SignLoan',
    answers: ['readers-decision', 'review'],
    offer(view, random) {
      if (heardIn(view).length === 0) return undefined;
      const { exhibit, loan } = someLoan(view, random, isAsked);
      const digest =
        exhibit && loan && random.percent(94)
          ? loanDigest(loanText(view.caseId, exhibit, loan))
          : sha256('something else');
      const party = random.percent(6) ? otherCountry(view.countries, view.party) : view.party;
      const command = {
        type: 'SignLoan',
        ...official('cohead', view),
        party,
        caseId: view.caseId,
        ...named(exhibit, loan),
        digest,
        ruleSetVersion: RULE_SET_VERSION,
      } as const;
      return { desk: 'evidence', caseId: view.caseId, command };
    },
  },
  {
    name: 'EndLoan',
    answers: [],
    offer(view, random) {
      if (heardIn(view).length === 0 || !random.percent(40)) return undefined;
      const { exhibit, loan } = someLoan(view, random, ({ ended }) => ended === null);
      const owner = exhibit && random.percent(85) ? { ...view, party: exhibit.party } : view;
      const ender = random.percent(40)
        ? panelOrRegistry(view, random)
        : ({ as: 'desk', ...official('desk', owner) } as const);
      return { desk: 'evidence', caseId: view.caseId, command: { type: 'EndLoan', ...ender, ...named(exhibit, loan) } };
    },
  },
];
