import { accept, type Decider, type Decision } from '@parley/kernel';
import type { DeliberationEvent, DeliberationState } from './deliberation';
import type { CloseDeliberation, DeliberationCommand } from './deliberation-commands';
import { evolveDeliberation, silent } from './deliberation.evolve';
import { giveReasons, giveStatement, writeNote } from './reasons.decide';
import { askClosing, castVote } from './vote.decide';

/** Votes, reasons and notes of one panel: a stream of its own, which only its seated, unchallenged members read (I-14). */
export const deliberationDecider: Decider<DeliberationCommand, DeliberationState, DeliberationEvent> = {
  initial: silent,
  evolve: evolveDeliberation,
  decide(command, state): Decision<DeliberationEvent> {
    switch (command.type) {
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
      case 'CloseDeliberation':
        return close(command, state);
    }
  },
};

function close({ at, seated }: CloseDeliberation, state: DeliberationState): Decision<DeliberationEvent> {
  if (state.closed) return accept();
  return accept<DeliberationEvent>({ type: 'DeliberationClosed', occurredAt: at, rule: 'S9', tier: 'DELIBERATION', data: { closedBy: 'time', seated } });
}
