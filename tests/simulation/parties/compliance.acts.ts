import { sha256 } from '@parley/event-store';
import type { IsoDate, PartyCode } from '@parley/kernel';
import { plusDays } from '@parley/procedure';
import {
  agreementDigest,
  type AgreementCommand,
  type AgreementTerms,
  type Signatories,
} from '../../../services/referral/src/compliance/agreement-commands.rules';
import { FINDINGS, REPORTED_STATES, VERDICTS } from '../../../services/referral/src/compliance/agreement-events.rules';
import {
  owedBy,
  type AgreementInForce,
  type AgreementState,
  type Obligation,
} from '../../../services/referral/src/compliance/agreement.rules';
import { checkDigest } from '../../../services/referral/src/compliance/joint-check.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { RULE_SET_VERSION } from '../secretariat/secretariat';
import { official, type ActKind, type View } from './act-kind';
import type { Offer } from './attempt';
import { otherCountry } from './countries';
import { bilingual, english } from './texts';

/**
 * The settlement of a case, or an agreement of the register. In a simulation the agreement has the same id as the case.
 */
type Kept = 'compliance' | 'register';

const stateOf = (view: View, kept: Kept): AgreementState => view[kept];
const inForce = (view: View, kept: Kept): AgreementInForce | undefined => {
  const state = stateOf(view, kept);
  return state.status === 'in-force' ? state : undefined;
};

/** One of the two that is in force. Without either, an act is tried now and then all the same. */
function keptIn(view: View, random: SeededRandom): Kept | undefined {
  const there = (['compliance', 'register'] as const).filter((kept) => inForce(view, kept));
  return there.length > 0 ? random.pick(there) : random.percent(5) ? 'register' : undefined;
}

const offered = (view: View, kept: Kept, command: AgreementCommand): Offer => ({
  desk: kept,
  caseId: view.caseId,
  command,
});
const signatories = ([one, other]: readonly [PartyCode, PartyCode]): Signatories =>
  one < other ? [one, other] : [other, one];
const today = ({ now }: View): IsoDate => now.slice(0, 10) as IsoDate;

function obligationIn(
  agreement: AgreementInForce | undefined,
  fits: (obligation: Obligation) => boolean,
  random: SeededRandom,
): Obligation | undefined {
  const fitting = agreement?.obligations.filter(fits) ?? [];
  const all = fitting.length > 0 && random.percent(88) ? fitting : (agreement?.obligations ?? []);
  return all.length > 0 && random.percent(96) ? random.pick(all) : undefined;
}
const idOf = (obligation: Obligation | undefined): string => obligation?.terms.id ?? 'O99';

function terms(view: View, random: SeededRandom): AgreementTerms {
  const date = plusDays(today(view), random.between(20, 300));
  const obligation = (id: string, owner: PartyCode) => ({
    id,
    owner,
    date,
    what: bilingual('Purchases.', '采购。'),
    check: bilingual('The statistics.', '统计数据。'),
  });
  return {
    title: bilingual('Agreement of 2020', '二〇二〇年协议'),
    source: { citation: 'Treaty series 1', date: '2020-01-15' as IsoDate },
    obligations: [obligation('O1', view.party), obligation('O2', otherCountry(view.countries, view.party))],
    firstReview: random.percent(50) ? null : plusDays(today(view), random.pick([-5, 3, 40, 90, 4000])),
    publication: random.percent(60) ? 'text' : 'facts-only',
  };
}

/** An act of a desk on an agreement in force. */
const onAgreement =
  (
    act: (view: View, agreement: AgreementInForce | undefined, random: SeededRandom) => AgreementCommand,
  ): ActKind['offer'] =>
  (view, random) => {
    const kept = keptIn(view, random);
    return kept && offered(view, kept, act(view, inForce(view, kept), random));
  };

export const complianceActs: readonly ActKind[] = [
  {
    name: 'ProposeAgreement',
    answers: [],
    offer(view, random) {
      if (stateOf(view, 'register').status !== 'none' && !random.percent(10)) return undefined;
      const command = {
        type: 'ProposeAgreement',
        ...official('desk', view),
        agreementId: view.caseId,
        parties: signatories(view.countries),
        terms: terms(view, random),
        ruleSetVersion: RULE_SET_VERSION,
      } as const;
      return offered(view, 'register', command);
    },
  },
  {
    name: 'SignAgreement',
    answers: [],
    offer(view, random) {
      const state = stateOf(view, 'register');
      if (state.status === 'none' && !random.percent(10)) return undefined;
      const digest =
        state.status === 'proposed' && random.percent(94)
          ? agreementDigest(view.caseId, state.terms)
          : sha256('something else');
      const party = random.percent(5) ? otherCountry(view.countries, view.party) : view.party;
      return offered(view, 'register', { type: 'SignAgreement', ...official('desk', view), party, digest });
    },
  },
  {
    name: 'DeclineAgreement',
    answers: [],
    obstructs: true,
    offer: (view, random) =>
      random.percent(15)
        ? offered(view, 'register', { type: 'DeclineAgreement', ...official('desk', view) })
        : undefined,
  },
  {
    name: 'GiveStatusReport',
    answers: ['status-report', 'status-report'],
    offer: onAgreement((view, agreement, random) => {
      const all = agreement ? owedBy(agreement, view.party) : [];
      const isGiven = agreement?.reports.some(
        ({ review, party, state }) =>
          review === agreement.review.n && party === view.party && state.startsWith('given'),
      );
      const owed = isGiven && all.length > 0 ? [random.pick(all)] : all;
      const named = random.percent(90) ? owed.map(({ terms: { id } }) => id) : ['O1'];
      const entries = named.map((obligation) => ({
        obligation,
        says: random.pick(REPORTED_STATES),
        note: english('As agreed.'),
      }));
      return {
        type: 'GiveStatusReport',
        ...official('desk', view),
        review: random.percent(94) ? (agreement?.review.n ?? 1) : 9,
        entries,
      };
    }),
  },
  {
    name: 'VerifyObligation',
    answers: ['verification', 'verification', 'joint-check'],
    offer: onAgreement((view, agreement, random) => {
      const obligation = obligationIn(
        agreement,
        ({ reported, terms: { owner } }) => reported !== undefined && owner !== view.party,
        random,
      );
      return {
        type: 'VerifyObligation',
        ...official('desk', view),
        obligation: idOf(obligation),
        says: random.percent(95) ? (obligation?.reported?.says ?? 'done') : random.pick(REPORTED_STATES),
        verdict: random.pick(VERDICTS),
        note: english('Seen.'),
      };
    }),
  },
  {
    name: 'CheckJointly',
    answers: ['joint-check', 'joint-check'],
    offer: onAgreement((view, agreement, random) => {
      const obligation = obligationIn(agreement, ({ reported }) => reported?.standing === 'disputed', random);
      const finding = random.percent(60) ? FINDINGS[0] : FINDINGS[1];
      const digest =
        agreement && obligation && random.percent(94)
          ? checkDigest(obligation, agreement, finding)
          : sha256('something else');
      const signer = official('cohead', view);
      const party = random.percent(6) ? otherCountry(view.countries, signer.party) : signer.party;
      return { type: 'CheckJointly', ...signer, party, obligation: idOf(obligation), finding, digest };
    }),
  },
  {
    name: 'ProposeDate',
    answers: ['obligation'],
    offer: onAgreement((view, agreement, random) => {
      const obligation = obligationIn(agreement, ({ state }) => state === 'open', random);
      const date = plusDays(obligation?.date ?? today(view), random.pick([-3, 10, 60, 90, 4000]));
      return {
        type: 'ProposeDate',
        ...official('desk', view),
        obligation: idOf(obligation),
        date,
        reason: english('A law is awaited.'),
      };
    }),
  },
  {
    name: 'AcceptDate',
    answers: ['obligation'],
    offer: onAgreement((view, agreement, random) => {
      const obligation = obligationIn(
        agreement,
        ({ proposal }) => proposal !== undefined && proposal.party !== view.party,
        random,
      );
      const date = obligation?.proposal && random.percent(90) ? obligation.proposal.date : today(view);
      return { type: 'AcceptDate', ...official('desk', view), obligation: idOf(obligation), date };
    }),
  },
  {
    name: 'NoticeNonPerformance',
    answers: ['compliance-review'],
    offer: onAgreement((view, agreement, random) => {
      const obligation = idOf(
        obligationIn(agreement, ({ state, terms: { owner } }) => state === 'overdue' && owner !== view.party, random),
      );
      return {
        type: 'NoticeNonPerformance',
        ...official('desk', view),
        obligation,
        text: english('Nothing was done.'),
      };
    }),
  },
];
