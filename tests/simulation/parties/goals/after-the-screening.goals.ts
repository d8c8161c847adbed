import { plusMillis, type Instant } from '@parley/kernel';
import type { Deed } from '@parley/procedure';
import { agreementDigest } from '../../../../services/referral/src/compliance/agreement-commands.rules';
import { owedBy, type AgreementInForce } from '../../../../services/referral/src/compliance/agreement.rules';
import type { DossierRequest } from '../../../../services/referral/src/dossier/request-faults.rules';
import type { SeededRandom } from '../../../chaos/seeded-random';
import { official, type View } from '../act-kind';
import { joinder } from '../consent.acts';
import { english } from '../texts';
import { agree, does, forkOf, waits, type Goal, type Step } from './goal';

/** Longer than it takes until a default is on record. */
const SOON_MS = 60_000;

/**
 * The complainant gives its exit notice while the co-heads have a dossier before them, or between their signatures and
 * its packing.
 */
const exitBeforePacking: Goal = {
  name: 'an exit notice while a dossier is made',
  step(view) {
    const { referral, filed } = view;
    if (referral.status !== 'filed' || filed.status !== 'ended') return undefined;
    const { complainant } = filed.parties;
    if (referral.exitNotices[complainant] !== undefined) return undefined;
    const dossier = referral.dossiers.findLast(({ party }) => party === complainant);
    if (!dossier) return does('RequestDossier', complainant);
    const exit: Step = {
      party: complainant,
      at: null,
      act: (seen) => ({
        desk: 'referral',
        caseId: view.caseId,
        command: { type: 'GiveExitNotice', ...official('desk', seen) },
      }),
    };
    if (dossier.status === 'closed' || (dossier.status === 'signing' && forkOf(view, 3) === 0)) return exit;
    return dossier.status === 'signing' ? does('SignDossier', view.party) : undefined;
  },
};

/**
 * The respondent adds its own claims to the case, and each party takes its claims to a forum. The respondent often asks
 * for the claims of both.
 */
const bothRefer: Goal = {
  name: 'a case of both parties’ measures that both take to a forum',
  step(view, random) {
    const { filed, referral, caseId } = view;
    const { complainant, respondent } = filed.parties;
    if (!filed.grievance.claims.some(({ claimant }) => claimant === 'respondent'))
      return filed.status === 'registered' ? join(view, random) : undefined;
    if (referral.status !== 'filed') return undefined;
    if (referral.exitNotices[respondent] === undefined)
      return {
        party: respondent,
        at: null,
        act: (seen) => ({ desk: 'referral', caseId, command: { type: 'GiveExitNotice', ...official('desk', seen) } }),
      };
    const asked = (party: string): boolean => referral.dossiers.some((dossier) => dossier.party === party);
    if (asked(respondent)) return asked(complainant) ? undefined : does('RequestDossier', complainant);
    return random.percent(40)
      ? does('RequestDossier', respondent)
      : {
          party: respondent,
          at: null,
          act: (seen) => ({
            desk: 'referral',
            caseId,
            command: { type: 'RequestDossier', ...official('desk', seen), request: ofEverybody(seen) },
          }),
        };
  },
};

/** The respondent proposes a joinder and the complainant signs it. After six proposals the parties give up. */
function join(view: View, random: SeededRandom): Step | undefined {
  const { filed } = view;
  const open = filed.proposals.find(({ end, matter }) => end === null && matter.kind === 'joinder');
  const respondents = { ...view, party: filed.parties.respondent };
  return open || filed.proposals.length < 6
    ? agree(respondents, open?.matter ?? joinder(respondents, random))
    : undefined;
}

/** A request for the claims of both parties, which no party may make. */
function ofEverybody({ filed: { grievance } }: View): DossierRequest {
  const subsidy = grievance.claims.some(({ agreement }) => agreement === 'SCM');
  return {
    forum: 'WTO',
    consultationProvisions: [{ agreement: 'GATT1994', provision: 'XXII:1' }],
    measures: grievance.measures.map(({ id }) => id),
    claims: grievance.claims.map(({ id }) => id),
    furtherClaimsReserved: true,
    statement: english('We ask for an early date.'),
    availableEvidence: subsidy ? english('The budget.') : [],
  };
}

/**
 * An agreement of which everything is reported as done and verified, most often when its dates are missed. Often a side
 * then repudiates its answer.
 */
const fulfilledLate: Goal = {
  name: 'an agreement that is fulfilled when it is overdue',
  step(view) {
    const { register, countries, party, caseId } = view;
    if (register.status === 'none') return does('ProposeAgreement', party);
    if (register.status === 'proposed') {
      const digest = agreementDigest(caseId, register.terms);
      const unsigned = countries.find((country) => !register.signatures.some((given) => given.party === country));
      return (
        unsigned && {
          party: unsigned,
          at: null,
          act: (seen) => ({
            desk: 'register',
            caseId,
            command: { type: 'SignAgreement', ...official('desk', seen), digest },
          }),
        }
      );
    }
    if (register.status !== 'in-force') return undefined;
    if (forkOf(view, 9) === 8) return unsign(register, view);
    const open = register.obligations.filter(({ state }) => state === 'open');
    const [next] = open.map(({ deadline }) => deadline.dueAt).toSorted();
    if (next && forkOf(view, 3) > 0) return waits(party, plusMillis(next, SOON_MS));
    return register.fulfilledAt === undefined ? verify(view) : repudiate(register, view);
  },
};

/** The head of a delegation repudiates its signature of the agreement, while what it obliges to is still to be done. */
function unsign({ deeds }: AgreementInForce, view: View): Step | undefined {
  const signed = deeds.findLast(({ kind }) => kind === 'agreement-signature');
  return signed && !deeds.some(({ isRepudiated }) => isRepudiated) ? repudiates(signed, null, view) : undefined;
}

/** The head of a delegation repudiates the answer by which the agreement was fulfilled, some days later. */
function repudiate({ deeds, fulfilledAt = '' as Instant }: AgreementInForce, view: View): Step | undefined {
  const answer = deeds.findLast(({ kind }) => kind === 'verification');
  if (!answer || deeds.some(({ isRepudiated }) => isRepudiated) || forkOf(view, 4) === 1) return undefined;
  return repudiates(answer, plusMillis(fulfilledAt, (1 + forkOf(view, 70)) * 3_600_000), view);
}

const repudiates = ({ id, party }: Pick<Deed, 'id' | 'party'>, at: Instant | null, { caseId }: View): Step => ({
  party,
  at,
  act: (seen) => ({
    desk: 'register',
    caseId,
    command: { type: 'RepudiateAct', ...official('desk', seen), act: id, isHead: true },
  }),
});

/** The owner reports as done what is not fulfilled, and the other side verifies it. */
function verify({ register, party, countries, caseId }: View): Step | undefined {
  if (register.status !== 'in-force') return undefined;
  const owed = register.obligations.find(({ state }) => state !== 'fulfilled');
  if (!owed) return undefined;
  const { id, owner } = owed.terms;
  if (owed.reported?.says !== 'done') {
    const all = owedBy(register, owner).map(({ terms }) => terms.id);
    return {
      party: owner,
      at: null,
      act: (seen) => ({
        desk: 'register',
        caseId,
        command: {
          type: 'GiveStatusReport',
          ...official('desk', seen),
          review: register.review.n,
          entries: all.map((obligation) => ({ obligation, says: 'done', note: english('Done.') })),
        },
      }),
    };
  }
  return {
    party: countries.find((country) => country !== owner) ?? party,
    at: null,
    act: (seen) => ({
      desk: 'register',
      caseId,
      command: {
        type: 'VerifyObligation',
        ...official('desk', seen),
        obligation: id,
        says: 'done',
        verdict: 'verified',
        note: english('Seen.'),
      },
    }),
  };
}

export const afterTheScreeningGoals: readonly Goal[] = [exitBeforePacking, bothRefer, fulfilledLate];
