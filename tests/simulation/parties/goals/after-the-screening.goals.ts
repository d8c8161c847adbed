import { plusMillis } from '@parley/kernel';
import { agreementDigest } from '../../../../services/referral/src/domain/compliance/agreement';
import { official, type View } from '../act-kind';
import { english } from '../texts';
import { does, forkOf, waits, type Goal, type Step } from './goal';

/** Longer than a default takes to be on record. */
const SOON_MS = 60_000;

/** The complainant gives its exit notice while the co-heads have a dossier before them, or between their signatures and its packing. */
const exitBeforePacking: Goal = {
  name: 'an exit notice while a dossier is made',
  step(view) {
    const { referral, filed } = view;
    if (referral.status !== 'filed' || filed.status !== 'ended') return undefined;
    const { complainant } = filed.parties;
    if (referral.exitNotices[complainant] !== undefined) return undefined;
    const dossier = referral.dossiers.findLast(({ party }) => party === complainant);
    if (!dossier) return does('RequestDossier', complainant);
    const exit: Step = { party: complainant, at: null, act: (seen) => ({ desk: 'referral', caseId: view.caseId, command: { type: 'GiveExitNotice', ...official('desk', seen) } }) };
    if (dossier.status === 'closed' || (dossier.status === 'signing' && forkOf(view, 3) === 0)) return exit;
    return dossier.status === 'signing' ? does('SignDossier', view.party) : undefined;
  },
};

/** An agreement of which every date is missed, and which both sides then hold to be fulfilled. */
const fulfilledLate: Goal = {
  name: 'an agreement that is fulfilled when it is overdue',
  step(view) {
    const { register, countries, party, caseId } = view;
    if (register.status === 'none') return does('ProposeAgreement', party);
    if (register.status === 'proposed') {
      const digest = agreementDigest(caseId, register.terms);
      const unsigned = countries.find((country) => !register.signatures.some((given) => given.party === country));
      return unsigned && { party: unsigned, at: null, act: (seen) => ({ desk: 'register', caseId, command: { type: 'SignAgreement', ...official('desk', seen), digest } }) };
    }
    if (register.status !== 'in-force') return undefined;
    const open = register.obligations.filter(({ state }) => state === 'open');
    const [next] = open.map(({ deadline }) => deadline.dueAt).toSorted();
    if (next) return waits(party, plusMillis(next, SOON_MS));
    return verify(view);
  },
};

function verify({ register, party, caseId }: View): Step | undefined {
  if (register.status !== 'in-force') return undefined;
  const late = register.obligations.find(({ state, verdicts }) => state === 'overdue' && !verdicts.some((given) => given.party === party && given.verdict === 'fulfilled'));
  if (!late) return undefined;
  const { id: obligation } = late.terms;
  return { party, at: null, act: (seen) => ({ desk: 'register', caseId, command: { type: 'VerifyObligation', ...official('desk', seen), obligation, verdict: 'fulfilled', note: english('Seen.') } }) };
}

export const afterTheScreeningGoals: readonly Goal[] = [exitBeforePacking, fulfilledLate];
