import { accept, type Decider, type Decision } from '@parley/kernel';
import type { DeliberationEvent, DeliberationState } from './deliberation';
import type { CloseDeliberation, DeliberationCommand, SetSayingsAside } from './deliberation-commands';
import { evolveDeliberation, silent } from './deliberation.evolve';
import { chooseExpert } from './expert-choice.decide';
import { draftInterim, signInterim } from './interim-draft.decide';
import { giveReasons, giveStatement, writeNote } from './reasons.decide';
import { giveUrgencyView } from './urgency-view.decide';
import { askClosing, castVote } from './vote.decide';

/**
 * Drafts, votes, reasons and notes of one panel: a stream of its own, so that nobody but its seated, unchallenged
 * members learns from a revision, a hash chain or an `ETag` that there are any (I-14, I-43).
 */
export const deliberationDecider: Decider<DeliberationCommand, DeliberationState, DeliberationEvent> = {
  initial: silent,
  evolve: evolveDeliberation,
  decide(command, state): Decision<DeliberationEvent> {
    switch (command.type) {
      case 'GiveUrgencyView':
        return giveUrgencyView(command, state);
      case 'ChooseExpert':
        return chooseExpert(command, state);
      case 'DraftInterim':
        return draftInterim(command, state);
      case 'SignInterim':
        return signInterim(command, state);
      case 'CastVote':
        return castVote(command, state);
      case 'GiveReasons':
        return giveReasons(command, state);
      case 'GiveStatement':
        return giveStatement(command, state);
      case 'WriteNote':
        return writeNote(command, state);
      case 'AskClosing':
        return askClosing(command, state);
      case 'SetSayingsAside':
        return setAside(command, state);
      case 'CloseDeliberation':
        return close(command, state);
    }
  },
};

/** Nothing where nobody had said anything of these claims yet. */
function setAside(
  { claimIds, at }: SetSayingsAside,
  { closed, votes, reasons, statements }: DeliberationState,
): Decision<DeliberationEvent> {
  const said = [...votes, ...reasons, ...statements].some(({ claimId }) => claimIds.includes(claimId));
  if (closed || !said) return accept();
  return accept<DeliberationEvent>({
    type: 'SayingsSetAside',
    occurredAt: at,
    rule: 'I-24',
    tier: 'DELIBERATION',
    data: { claimIds },
  });
}

function close({ at, seated }: CloseDeliberation, state: DeliberationState): Decision<DeliberationEvent> {
  if (state.closed) return accept();
  return accept<DeliberationEvent>({
    type: 'DeliberationClosed',
    occurredAt: at,
    rule: 'S9',
    tier: 'DELIBERATION',
    data: { closedBy: 'time', seated },
  });
}
