import { accept, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { screeningOver } from '../acting';
import { claimsAt } from '../claims/claims.evolve';
import { isWhole } from '../composition/membership';
import type { RecordFindings } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { findingsDigest } from './finding';
import { attributedVotesOf, findingsOf } from './findings-of';
import type { FindingsAwaitParity, FindingsDecided, VotesAttributed, VotingTimeEnded } from './findings-events';

/**
 * The time for votes is over. The deliberation, which has a stream of its own, is closed in answer to it; while a
 * member is missing nothing can be decided, and the time starts again when parity is restored (I-02).
 */
export function votingTimeByDefault(
  expiry: Instant,
  state: OpenedPanel,
): Decision<VotingTimeEnded | FindingsAwaitParity> {
  const data = { opens: [], closes: ['findings'] };
  return isWhole(state)
    ? accept({ type: 'VotingTimeEnded', occurredAt: expiry, rule: 'S9', tier: 'PUBLIC', data })
    : accept({ type: 'FindingsAwaitParity', occurredAt: expiry, rule: 'I-02', tier: 'PUBLIC', data });
}

/**
 * S9: what the closed deliberation came to, claim by claim, on the claims that stood when it was closed. No vote is
 * told, not even to the parties, before release (I-14).
 */
export function recordFindings(
  command: RecordFindings,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<FindingsDecided | VotesAttributed> {
  const { closedAt, closedBy } = command;
  if (state.stage.name !== 'deciding' || screeningOver(state, closedAt)) return accept();
  const findings = findingsOf(claimsAt(state, closedAt), command);
  const kind = closedBy === 'time' ? 'expiry' : 'act';
  const decided: FindingsDecided = {
    type: 'FindingsDecided',
    occurredAt: closedAt,
    rule: 'I-12',
    tier: 'PARTIES',
    data: {
      parties: state.parties,
      findings,
      digest: findingsDigest(state.caseId, findings),
      by: closedBy,
      opens: [clocks.start('certification', { event: 'FindingsDecided', at: closedAt, kind })],
      // A member who left after the closing is not replaced any more: no seat's clock outlives the findings.
      closes: Object.keys(state.running),
    },
  };
  return accept<FindingsDecided | VotesAttributed>(decided, {
    type: 'VotesAttributed',
    occurredAt: closedAt,
    rule: 'I-14',
    tier: 'DELIBERATION',
    data: { votes: attributedVotesOf(command), opens: [], closes: [] },
  });
}
