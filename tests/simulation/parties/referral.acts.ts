import { sha256 } from '@parley/event-store';
import type { PartyCode } from '@parley/kernel';
import type { DossierRequest } from '../../../services/referral/src/dossier/request-faults.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind, type View } from './act-kind';
import { otherCountry } from './countries';
import { forumRequest } from './forum-request';
import { english } from './texts';

/** The party that goes to a forum, mostly one that has claims of its own in the case. */
const applicant = ({ filed, party }: View, random: SeededRandom): PartyCode =>
  filed.grievance.claims.some(({ claimant }) => claimant === 'respondent') || random.percent(8)
    ? party
    : filed.parties.complainant;

/**
 * A request for a party's own claims as they were served. Now and then something is wrong with it, such as a claim of
 * the other party.
 */
function request(view: View, party: PartyCode, random: SeededRandom): DossierRequest {
  const { grievance, parties } = view.filed;
  const own = grievance.claims.filter(({ claimant }) => (claimant === 'respondent') === (party === parties.respondent));
  const claims = own.length === 0 || random.percent(6) ? grievance.claims : own;
  const measures = grievance.measures.filter(({ id }) => claims.some(({ measure }) => measure === id));
  const subsidy = claims.some(({ agreement }) => agreement === 'SCM');
  const lawful: DossierRequest = {
    forum: 'WTO',
    consultationProvisions: [{ agreement: 'GATT1994', provision: 'XXII:1' }],
    measures: measures.map(({ id }) => id),
    claims: claims.map(({ id }) => id),
    furtherClaimsReserved: true,
    statement: english('We ask for an early date.'),
    availableEvidence: subsidy ? english('The budget.') : [],
  };
  if (random.percent(30)) return forumRequest(lawful, view, random);
  if (random.percent(72)) return lawful;
  return random.pick<DossierRequest>([
    { ...lawful, forum: 'WORLD_BANK' },
    { ...lawful, measures: [...lawful.measures, 'M9'] },
    { ...lawful, claims: [...lawful.claims, 'C9'] },
    { ...lawful, measures: [] },
    { ...lawful, claims: [] },
    { ...lawful, consultationProvisions: [{ agreement: 'GATT1994', provision: 'I' }] },
    { ...lawful, consultationProvisions: [{ agreement: 'GATS', provision: 'XXII:1' }] },
    { ...lawful, availableEvidence: [] },
  ]);
}

export const referralActs: readonly ActKind[] = [
  {
    name: 'GiveExitNotice',
    answers: [],
    offer: (view, random) =>
      random.percent(20)
        ? {
            desk: 'referral',
            caseId: view.caseId,
            command: { type: 'GiveExitNotice', ...official('desk', { ...view, party: applicant(view, random) }) },
          }
        : undefined,
  },
  {
    name: 'RequestDossier',
    answers: [],
    offer(view, random) {
      if (view.filed.status !== 'ended' && !random.percent(25)) return undefined;
      const party = applicant(view, random);
      return {
        desk: 'referral',
        caseId: view.caseId,
        command: {
          type: 'RequestDossier',
          ...official('desk', { ...view, party }),
          request: request(view, party, random),
        },
      };
    },
  },
  {
    name: 'SignDossier',
    answers: ['dossier', 'dossier'],
    offer(view, random) {
      const dossiers = view.referral.status === 'filed' ? view.referral.dossiers : [];
      const unsigned = dossiers.filter(
        ({ status, signatures }) => status === 'signing' && !signatures.some((given) => given.party === view.party),
      );
      const dossier = unsigned.length > 0 ? random.pick(unsigned) : dossiers.at(-1);
      const n = random.percent(95) ? (dossier?.n ?? 1) : 9;
      const digest = dossier?.assembly && random.percent(92) ? dossier.assembly.digest : sha256('something else');
      const signer = official('cohead', view);
      const party = random.percent(6) ? otherCountry(view.countries, signer.party) : signer.party;
      return { desk: 'referral', caseId: view.caseId, command: { type: 'SignDossier', ...signer, party, n, digest } };
    },
  },
];
