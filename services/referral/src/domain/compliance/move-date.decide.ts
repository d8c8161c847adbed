import { accept, refuse, type Decision, type Instant, type IsoDate, type Refused } from '@parley/kernel';
import { daysBetween, plusDays, type Clocks } from '@parley/procedure';
import type { AcceptDate, ProposeDate } from './agreement-commands';
import type { DateMoved, DateMoveProposed } from './agreement-events';
import { obligationDeadline, owed, type AgreementInForce, type Obligation } from './agreement-state';
import { complianceRefusals as refusals } from './compliance-refusals';
import { publicWords } from './words-kept';

/**
 * I-20: either party proposes a later date, before the present one has passed, with its reasons. Unanswered, it lapses
 * with that date.
 */
export function proposeDate(
  { by, party, receivedAt, obligation: id, date, reason }: ProposeDate,
  state: AgreementInForce,
  clocks: Clocks,
): Decision<DateMoveProposed> {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const obligation = movable(id, receivedAt, state, clocks);
  if (isRefused(obligation)) return obligation;
  if (date <= obligation.date) return refuse(refusals.dateNotLater, '/date');
  if (date > latestDate(obligation, state)) return refuse(refusals.dateTooLate, '/date');
  return accept({
    type: 'DateMoveProposed',
    occurredAt: receivedAt,
    rule: 'I-20',
    tier: 'PARTIES',
    data: { by, party, obligation: id, date, reason },
  });
}

/** The other party agrees: the obligation is due on the new date, and shows its first one and the change (I-64). */
export function acceptDate(
  { by, party, receivedAt, obligation: id, date }: AcceptDate,
  state: AgreementInForce,
  clocks: Clocks,
): Decision<DateMoved> {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const obligation = movable(id, receivedAt, state, clocks);
  if (isRefused(obligation)) return obligation;
  const { proposal } = obligation;
  if (!proposal) return refuse(refusals.noDateProposed);
  if (proposal.party === party) return refuse(refusals.ownProposal);
  if (proposal.date !== date) return refuse(refusals.dateDiffers, '/date');
  return accept({
    type: 'DateMoved',
    occurredAt: receivedAt,
    rule: 'I-20',
    tier: 'PUBLIC',
    data: {
      by,
      party,
      obligation: id,
      owner: obligation.terms.owner,
      from: obligation.date,
      date,
      ...publicWords(state, 'reason', proposal.reason),
      opens: [
        owed(
          clocks.startOn('obligation', { event: 'DateMoved', date }, obligationDeadline(id)),
          obligation.terms.owner,
        ),
      ],
      closes: [],
    },
  });
}

/** An obligation whose date can still be moved. */
function movable(
  id: string,
  receivedAt: Instant,
  { obligations }: AgreementInForce,
  { ruleSet }: Clocks,
): Obligation | Refused {
  const obligation = obligations.find(({ terms }) => terms.id === id);
  if (!obligation) return refuse(refusals.noSuchObligation);
  if (obligation.state === 'fulfilled') return refuse(refusals.obligationFulfilled);
  if (receivedAt >= obligation.deadline.dueAt) return refuse(refusals.dateExpired);
  return obligation.moves.length < ruleSet.compliance.datesMovedPerObligation ? obligation : refuse(refusals.dateMoved);
}

/** By its own length again: from the day on which it was agreed on to its present date. */
const latestDate = ({ date }: Obligation, { agreedOn }: AgreementInForce): IsoDate =>
  plusDays(date, daysBetween(agreedOn, date));

const isRefused = (found: Obligation | Refused): found is Refused => 'kind' in found;
