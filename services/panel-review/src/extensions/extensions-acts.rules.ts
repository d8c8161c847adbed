import { accept, refuse } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { compositionRefusals } from '../composition/composition-refusals.rules';
import type { ProposeExtension, SignExtension } from '../panel/panel-commands.rules';
import { coHeadOf, deskOf, isRefused, screeningOver, type Act, type OpenedPanel } from '../panel/panel-state.rules';
import {
  extensionDigest,
  extensionRefusals,
  type DeadlineExtended,
  type ExtensionProposal,
  type ExtensionProposed,
  type Signatories,
} from './extensions.rules';

/** Proposals of one case: more than all of its deadlines together could take. */
const MOST_PROPOSALS = 100;

/**
 * A party, or a co-head, proposes that a running deadline of the panel end later, before it expires and within its
 * maximum (I-20).
 */
export function proposeExtension(command: ProposeExtension, state: OpenedPanel, clocks: Clocks) {
  const { receivedAt, signatories } = command;
  const proposedBy = partyOf(command, signatories, state);
  if (typeof proposedBy !== 'string') return proposedBy;
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  const { deadline, length, reason } = command;
  const extended = extendedBy(deadline, length, { at: receivedAt, reason }, state, clocks);
  if ('kind' in extended) return extended;
  if (state.extensions.length >= MOST_PROPOSALS) return refuse(extensionRefusals.tooManyExtensions);
  const same = (other: ExtensionProposal): boolean =>
    other.deadline === deadline && other.signatories === signatories && other.proposedBy === proposedBy;
  if (state.extensions.some((other) => same(other) && other.signedAt === null && other.by === length))
    return refuse(extensionRefusals.extensionProposed);
  const about = { id: `extension:${String(state.extensions.length + 1)}`, deadline, by: length, reason, signatories };
  const { id: extensionId, ...proposal } = about;
  const digest = extensionDigest(state.caseId, about);
  return accept<ExtensionProposed>({
    type: 'ExtensionProposed',
    occurredAt: receivedAt,
    rule: 'I-20',
    tier: 'PARTIES',
    data: {
      ...{ extensionId, ...proposal, clock: extended.clock },
      ...{ proposedBy, proposer: command.by, digest },
      opens: [],
      closes: [],
    },
  });
}

/** The other party, or the other co-head, signs over the same digest while the deadline runs. */
export function signExtension(command: SignExtension, state: OpenedPanel, clocks: Clocks) {
  const { by: signer, receivedAt, extensionId } = command;
  const proposal = state.extensions.find(({ id }) => id === extensionId);
  if (!proposal) return refuse(extensionRefusals.unknownExtension);
  if (proposal.signatories !== command.signatories) return refuse(extensionRefusals.signedByOthers);
  const party = partyOf(command, proposal.signatories, state);
  if (typeof party !== 'string') return party;
  if (proposal.proposer === signer) return refuse(compositionRefusals.signsForBoth);
  if (proposal.proposedBy === party) return refuse(compositionRefusals.alreadySigned);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  if (proposal.signedAt !== null) return refuse(extensionRefusals.extensionSigned);
  const { digest } = command;
  if (digest !== proposal.digest) return refuse(compositionRefusals.digestDiffers, '/digest');
  const extended = extendedBy(
    proposal.deadline,
    proposal.by,
    { at: receivedAt, reason: proposal.reason },
    state,
    clocks,
  );
  if ('kind' in extended) return extended;
  return accept<DeadlineExtended>({
    type: 'DeadlineExtended',
    occurredAt: receivedAt,
    rule: 'I-20',
    tier: 'PUBLIC',
    data: {
      extensionId,
      deadline: proposal.deadline,
      by: proposal.signatories === 'parties' ? 'consent' : 'joint-decision',
      signer,
      party,
      opens: [extended],
      closes: [],
    },
  });
}

function partyOf(act: Act, signatories: Signatories, state: OpenedPanel) {
  if (signatories === 'coheads') return coHeadOf(state, act);
  const side = deskOf(state, act);
  return isRefused(side) ? side : state.parties[side];
}

function extendedBy(
  id: string,
  length: number,
  made: Parameters<Clocks['extend']>[2],
  state: OpenedPanel,
  clocks: Clocks,
) {
  // The id comes from the request, and `constructor` names no clock.
  const running = Object.hasOwn(state.running, id) ? state.running[id] : undefined;
  if (!running) return refuse(extensionRefusals.noSuchDeadline, '/deadline');
  const extended = clocks.extend(running, length, made);
  if ('kind' in extended) return { ...extended, path: '/by' };
  const { evidence } = state.running;
  return extended.clock === 'information-request' && (!evidence || extended.dueAt > evidence.dueAt)
    ? refuse(extensionRefusals.extensionPastEvidence, '/by')
    : extended;
}
