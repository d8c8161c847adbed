import { accept, canonicalJson, refuse, type Decision, type Sha256 } from '@parley/kernel';
import { coHeadsAct, sha256Text } from '@parley/procedure';
import { draftRefusals } from '../dossier/draft-refusals.rules';
import { moveClocks } from '../time/time.rules';
import type { CheckJointly } from './agreement-commands.rules';
import type {
  AgreementEvent,
  CheckFinding,
  JointCheckLapsed,
  JointCheckSigned,
  ObligationChecked,
} from './agreement-events.rules';
import { jointCheckDeadline, type AgreementInForce, type Obligation } from './agreement.rules';
import { complianceRefusals as refusals } from './compliance.rules';
import { fulfilment } from './verification.rules';

/** What both co-heads sign of a finding. It fits one word of the owner alone, and not what it says after that. */
export const checkDigest = (
  { terms, reported }: Obligation,
  { digest }: Pick<AgreementInForce, 'digest'>,
  finding: CheckFinding,
): Sha256 =>
  sha256Text(
    canonicalJson({
      agreement: digest,
      obligation: terms.id,
      says: reported?.says ?? null,
      reportedAt: reported?.at ?? null,
      finding,
    }),
  );

/**
 * S13: the co-heads check jointly what one side reports and the other refuses. With both signatures over one digest
 * (I-04) the dispute is over: what was reported holds, or it does not and its owner reports anew.
 */
export function checkJointly(
  { by, party, receivedAt, obligation: id, finding, digest }: CheckJointly,
  state: AgreementInForce,
) {
  if (party === null || !state.parties.includes(party)) return refuse(draftRefusals.notACoHead);
  const obligation = state.obligations.find(({ terms }) => terms.id === id);
  if (!obligation) return refuse(refusals.noSuchObligation);
  if (obligation.state === 'fulfilled') return refuse(refusals.obligationFulfilled);
  const { reported } = obligation;
  if (reported?.standing !== 'disputed') return refuse(refusals.notDisputed);
  const deadline = state.running[jointCheckDeadline(id)];
  if (!deadline) return refuse(refusals.checkOver);
  if (digest !== checkDigest(obligation, state, finding)) return refuse(refusals.checkDigestDiffers, '/digest');
  const own = reported.signatures.find((signature) => signature.party === party);
  if (own?.digest === digest) return refuse(refusals.partyHasSigned);
  const others = reported.signatures.filter((signature) => signature.party !== party);
  if (others.some(({ coHead }) => coHead === by)) return refuse(refusals.signsForBothSides);
  const signed: JointCheckSigned = {
    type: 'JointCheckSigned',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { by, party, obligation: id, finding, digest },
  };
  const signatures = [...others, { coHead: by, party, digest, receivedAt }];
  const act = coHeadsAct(signatures, state.parties, digest, deadline.dueAt, receivedAt);
  if (act.status === 'pending') return accept<AgreementEvent>(signed);
  const { owner } = obligation.terms;
  const checked: ObligationChecked = {
    type: 'ObligationChecked',
    occurredAt: receivedAt,
    rule: 'S13',
    tier: 'PUBLIC',
    data: { obligation: id, owner, says: reported.says, finding, opens: [], closes: [deadline.id] },
  };
  const then = moveClocks(state, checked.data);
  return accept<AgreementEvent>(
    signed,
    checked,
    ...(finding === 'as-reported' ? fulfilment(obligation, then, receivedAt) : []),
  );
}

/** S13 by time: without a joint check what is disputed stays so, in public. */
export function jointCheckByDefault(deadlineId: string, state: AgreementInForce): Decision<JointCheckLapsed> {
  const deadline = state.running[deadlineId];
  const obligation = state.obligations.find(({ terms: { id } }) => jointCheckDeadline(id) === deadlineId);
  if (!deadline || obligation?.reported?.standing !== 'disputed') return accept();
  const { terms, reported } = obligation;
  return accept({
    type: 'JointCheckLapsed',
    occurredAt: deadline.dueAt,
    rule: 'S13',
    tier: 'PUBLIC',
    data: {
      obligation: terms.id,
      owner: terms.owner,
      says: reported.says,
      missing: state.parties.filter((party) => !reported.signatures.some((signature) => signature.party === party)),
      opens: [],
      closes: [deadlineId],
    },
  });
}
