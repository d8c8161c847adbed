import { withCapacity } from '../composition/composition.evolve';
import type { OpenedPanel } from '../panel-state';
import type { DeadlineExtended, ExtensionProposed } from './extension-events';

export function extensionProposed(
  state: OpenedPanel,
  { data, occurredAt: proposedAt }: ExtensionProposed,
): OpenedPanel {
  const { extensionId: id, opens: _opens, closes: _closes, ...proposal } = data;
  const role = proposal.signatories === 'parties' ? 'desk' : 'cohead';
  return withCapacity(
    { ...state, extensions: [...state.extensions, { id, ...proposal, proposedAt, signedAt: null }] },
    proposal.proposer,
    role,
  );
}

/** The deadline itself was opened anew with its later end. */
export function deadlineExtended(
  state: OpenedPanel,
  { data: { extensionId, by, signer }, occurredAt: signedAt }: DeadlineExtended,
): OpenedPanel {
  const extensions = state.extensions.map((proposal) =>
    proposal.id === extensionId ? { ...proposal, signedAt } : proposal,
  );
  return withCapacity({ ...state, extensions }, signer, by === 'consent' ? 'desk' : 'cohead');
}
