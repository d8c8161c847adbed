import type { AgreementInForce, AgreementState, Obligation, ProposedAgreement } from '../compliance/agreement.rules';
import { changed, redated } from '../compliance/obligation-changes.rules';
import { notFulfilled } from '../compliance/silences.rules';
import { moveClocks } from '../time/time.rules';
import type { AgreementDeed, DeedOf } from './agreement-deeds.rules';
import { unanswered } from './deed-without.rules';
import { othersOf, type AgreementActRepudiated } from './repudiate-agreement-act.rules';

/** An agreement as it stands without the act that a side has repudiated. */
export function withoutAct(state: AgreementState, event: AgreementActRepudiated): AgreementState {
  const { act, party, opens } = event.data;
  if (state.status === 'proposed') return unsigned(state, event);
  if (state.status !== 'in-force') return state;
  if (event.data.undoesAgreement) return state.proposed ? unsigned(state.proposed, event) : state;
  const own = state.deeds.findLast(({ id, party: of }) => id === act && of === party);
  if (!own) return state;
  const undone = event.data.obligations.reduce<AgreementInForce>(
    (then, id) => obligationWithout(then, id, own, event),
    state,
  );
  const owed = own.kind === 'status-report' ? reportAgain(undone, own, event) : undone;
  return redated(moveClocks(owed, event.data), { opens, closes: [] });
}

const unsigned = (proposed: ProposedAgreement, { data: { party } }: AgreementActRepudiated): ProposedAgreement => ({
  ...proposed,
  signatures: proposed.signatures.filter((signature) => signature.party !== party),
});

function obligationWithout(
  state: AgreementInForce,
  id: string,
  own: AgreementDeed,
  event: AgreementActRepudiated,
): AgreementInForce {
  switch (own.kind) {
    case 'status-report':
      return changed(state, id, ({ reported: _repudiated, ...one }) => {
        const { reported } = own.before.find(({ obligation }) => obligation === id) ?? {};
        return { ...one, ...(reported ? { reported } : {}) };
      });
    case 'verification':
      return awaitedWithout(state, id, own, event);
    case 'later-date':
      return changed(state, id, (one) => withoutDate(one, own, event));
    case 'non-performance-notice':
      return changed(state, id, (one) => ({
        ...one,
        notices: one.notices.map((each) => (each.n === own.n ? { ...each, repudiatedAt: event.occurredAt } : each)),
      }));
    default:
      return state;
  }
}

/** What the owner has said since, while it was in dispute, awaits the answer in the place of what it said then. */
function awaitedWithout(
  state: AgreementInForce,
  id: string,
  own: DeedOf<'verification'>,
  { data }: AgreementActRepudiated,
): AgreementInForce {
  const found = state.obligations.find(({ terms }) => terms.id === id);
  return found?.reported ? notFulfilled(state, found, unanswered(found.reported, own), data.opens) : state;
}

function withoutDate(
  { proposal, ...one }: Obligation,
  own: DeedOf<'later-date'>,
  { occurredAt: repudiatedAt }: AgreementActRepudiated,
): Obligation {
  if (proposal?.party === own.party && proposal.at === own.at) return one;
  const move = one.moves.at(-1);
  if (move?.to !== own.date) return { ...one, ...(proposal ? { proposal } : {}) };
  const date = move.from;
  return {
    ...one,
    ...(proposal ? { proposal } : {}),
    date,
    moves: [...one.moves.slice(0, -1), { ...move, repudiatedAt }],
  };
}

/** A report that was not given; what it said is as it was said before, if it was. */
function reportAgain(
  state: AgreementInForce,
  own: DeedOf<'status-report'>,
  { data: { obligations, opens } }: AgreementActRepudiated,
): AgreementInForce {
  const [other] = othersOf(own, state);
  const isDue = opens.some(({ clock }) => clock === 'status-report');
  return {
    ...state,
    reports: state.reports.map((report) => {
      if (report.review !== own.review || report.party !== own.party) return report;
      const entries = report.entries.flatMap((entry) =>
        obligations.includes(entry.obligation)
          ? (own.before.find(({ obligation }) => obligation === entry.obligation)?.entry ?? [])
          : entry,
      );
      if (other) return { ...report, entries };
      const { givenAt: _repudiated, ...rest } = report;
      return { ...rest, entries, state: isDue ? ('due' as const) : ('missing' as const) };
    }),
  };
}
