import type { PartyCode } from '@parley/kernel';
import { countedBy, lateEntriesAfter, type MovesClocks, type RunningDeadline } from '@parley/procedure';
import { deedsAfter } from '../repudiation/agreement-deeds.rules';
import { withoutAct } from '../repudiation/agreement-without.rules';
import { moveClocks } from '../time/time.rules';
import type { AgreementEntered, AgreementEvent } from './agreement-events.rules';
import {
  obligationDeadline,
  jointCheckDeadline,
  reportDeadline,
  reviewDeadline,
  type AgreementInForce,
  type AgreementState,
  type Obligation,
  type Review,
  type StatusReport,
} from './agreement.rules';
import { changed, lifted, redated } from './obligation-changes.rules';
import { reportedAfter, type Reported } from './reported.rules';
import { answerAwaitedAgain, awaitedAgain, keepSilence, keepStopped } from './silences.rules';

/** What an event means for an agreement. It is total: an event that does not fit, or is not known, changes nothing. */
export function evolve(state: AgreementState, event: AgreementEvent): AgreementState {
  const then = evolved(state, event);
  if (!('deeds' in then)) return then;
  const deeds = deedsAfter(state, event);
  return deeds === then.deeds ? then : { ...then, deeds };
}

function evolved(state: AgreementState, event: AgreementEvent): AgreementState {
  if (event.type === 'AgreementEntered') return state.status === 'in-force' ? state : entered(event, state);
  if (event.type === 'ActRepudiated') return withoutAct(state, event);
  if (event.type === 'AgreementProposed') {
    const { party, parties, terms, digest, ruleSetVersion } = event.data;
    return {
      status: 'proposed',
      parties,
      terms,
      digest,
      ruleSetVersion,
      proposedBy: party,
      proposedAt: event.occurredAt,
      signatures: [],
      deeds: [],
    };
  }
  if (state.status === 'proposed') return evolveProposal(state, event);
  return state.status === 'in-force' ? evolveInForce(state, event) : state;
}

function evolveProposal(state: Extract<AgreementState, { status: 'proposed' }>, event: AgreementEvent): AgreementState {
  if (event.type === 'AgreementDeclined')
    return { status: 'declined', parties: state.parties, declinedAt: event.occurredAt };
  if (event.type !== 'AgreementSigned') return state;
  const { party, by } = event.data;
  return {
    ...state,
    signatures: [...state.signatures, { party, by, at: event.occurredAt }],
  };
}

function evolveInForce(state: AgreementInForce, event: AgreementEvent): AgreementState {
  const at = event.occurredAt;
  switch (event.type) {
    case 'StatusReportGiven': {
      const { review, party, entries, late } = event.data;
      const told = state.obligations.map((one): Obligation => {
        const entry = entries.find(({ obligation }) => obligation === one.terms.id);
        if (!entry) return one;
        const isUnderCheck = jointCheckDeadline(one.terms.id) in state.running;
        return { ...one, reported: reportedAfter(one.reported, entry.says, at, isUnderCheck) };
      });
      return report(moveClocks({ ...state, obligations: told }, event.data), review, party, (before) => ({
        state: late ? 'given-late' : 'given',
        givenAt: before.givenAt ?? at,
        entries: [
          ...before.entries.filter((entry) => !entries.some(({ obligation }) => obligation === entry.obligation)),
          ...entries,
        ],
      }));
    }
    case 'LateEntryClaimed':
    case 'LateEntryCounted':
    case 'LateEntryRefused':
    case 'LateEntryLapsed':
      return {
        ...moveClocks(state, event.data),
        lateEntries: lateEntriesAfter(state.lateEntries, event),
        ...countedBy(event),
      };
    case 'DefaultSetAside':
      return answerAwaitedAgain(state, event.data.deadline) ?? awaitedAgain(state, event.data.deadline);
    case 'StatusReportMissed':
      return report(moveClocks(state, event.data), event.data.review, event.data.party, () => ({ state: 'missing' }));
    case 'ObligationVerified': {
      const { obligation, verdict, note } = event.data;
      const standing = verdict === 'verified' ? 'verified' : 'disputed';
      return answered(state, obligation, event.data, {
        standing,
        answeredAt: at,
        ...(note === undefined ? {} : { note }),
      });
    }
    case 'ObligationVerifiedBySilence':
      return answered(keepSilence(state, event), event.data.obligation, event.data, {
        standing: 'verified-by-silence',
        answeredAt: at,
      });
    case 'JointCheckSigned': {
      const { obligation, party, by, digest } = event.data;
      return changed(state, obligation, ({ reported, ...one }) => {
        if (!reported) return one;
        const others = reported.signatures.filter((signature) => signature.party !== party);
        return {
          ...one,
          reported: { ...reported, signatures: [...others, { coHead: by, party, digest, receivedAt: at }] },
        };
      });
    }
    case 'ObligationChecked': {
      const standing = event.data.finding === 'as-reported' ? 'verified' : 'not-as-reported';
      return answered(state, event.data.obligation, event.data, { standing, answeredAt: at });
    }
    case 'JointCheckLapsed':
      return moveClocks(state, event.data);
    case 'ObligationFulfilled':
      return changed(lifted(keepStopped(state, event.data), event.data), event.data.obligation, (one) => ({
        ...one,
        state: 'fulfilled',
        fulfilledAt: at,
      }));
    case 'ObligationOverdue':
      return changed(moveClocks(state, event.data), event.data.obligation, (one) => ({
        ...one,
        state: 'overdue',
        overdueAt: at,
      }));
    case 'DateMoveProposed': {
      const { obligation, party, date, reason } = event.data;
      return changed(state, obligation, (one) => ({ ...one, proposal: { party, date, reason, at } }));
    }
    case 'DateMoved': {
      const { obligation, from, date, reason, opens } = event.data;
      const [deadline] = opens;
      return changed(moveClocks(state, event.data), obligation, ({ proposal: _agreed, ...one }) => ({
        ...one,
        date,
        deadline: deadline ?? one.deadline,
        moves: [...one.moves, { from, to: date, at, ...(reason === undefined ? {} : { reason }) }],
      }));
    }
    case 'NonPerformanceNoticed': {
      const { n, obligation, party, text } = event.data;
      return changed(state, obligation, (one) => ({
        ...one,
        notices: [...one.notices, { n, party, at, ...(text === undefined ? {} : { text }) }],
      }));
    }
    case 'WordsKept':
      return { ...state, words: [...state.words, { ...event.data, at }] };
    case 'ReviewClosed': {
      const { next, opens } = event.data;
      const review = reviewIn(opens, next.review, next.date) ?? state.review;
      return {
        ...moveClocks(state, event.data),
        review,
        reports: [...state.reports, ...reportsIn(opens, next.review, state.parties)],
      };
    }
    case 'OutageNoted':
    case 'CalendarNoted':
      return redated(moveClocks(state, event.data), event.data);
    case 'AgreementUndone':
      return { status: 'undone', parties: state.parties, undoneAt: at };
    case 'AgreementFulfilled':
      return { ...lifted(keepStopped(state, event.data), event.data), fulfilledAt: at };
    default:
      return state;
  }
}

function entered({ data }: AgreementEntered, before: AgreementState): AgreementState {
  const { opens, closes: _none, obligations, firstReview, ...agreement } = data;
  const review = reviewIn(opens, 1, firstReview);
  if (!review) return { status: 'none' };
  const tracked = obligations.flatMap((terms): Obligation[] => {
    const deadline = opens.find(({ id }) => id === obligationDeadline(terms.id));
    return deadline ? [{ terms, date: terms.date, deadline, state: 'open', moves: [], notices: [] }] : [];
  });
  const running = Object.fromEntries(opens.map((deadline) => [deadline.id, deadline] as const));
  return {
    status: 'in-force',
    ...agreement,
    firstReview,
    obligations: tracked,
    review,
    reports: reportsIn(opens, 1, agreement.parties),
    words: [],
    ...{ deeds: [], lateEntries: [], silences: {}, stopped: {} },
    ...(before.status === 'proposed' ? { proposed: before } : {}),
    running,
  };
}

const reviewIn = (opens: readonly RunningDeadline[], n: number, date: Review['date']): Review | undefined => {
  const deadline = opens.find(({ id }) => id === reviewDeadline(n));
  return deadline && { n, date, deadline };
};

const reportsIn = (
  opens: readonly RunningDeadline[],
  review: number,
  parties: readonly PartyCode[],
): readonly StatusReport[] =>
  parties.flatMap((party): StatusReport[] => {
    const deadline = opens.find(({ id }) => id === reportDeadline(party, review));
    return deadline ? [{ review, party, deadline, state: 'due', entries: [] }] : [];
  });

const report = (
  state: AgreementInForce,
  review: number,
  party: PartyCode,
  change: (before: StatusReport) => Partial<StatusReport>,
): AgreementInForce => ({
  ...state,
  reports: state.reports.map((one) =>
    one.review === review && one.party === party ? { ...one, ...change(one) } : one,
  ),
});

const answered = (
  state: AgreementInForce,
  id: string,
  moves: MovesClocks,
  answer: Partial<Reported>,
): AgreementInForce =>
  changed(moveClocks(state, moves), id, (one) =>
    one.reported ? { ...one, reported: { ...one.reported, signatures: [], ...answer } } : one,
  );
