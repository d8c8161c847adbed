import { accept, refuse, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import { coHeadsAct, type Clocks } from '@parley/procedure';
import { forumOf, forumRulesAt } from '../forums/forums.rules';
import {
  claimantOf,
  commonRefusals,
  complainingSide,
  type RecordAssembly,
  type RequestDossier,
  type SignDossier,
} from '../referral/common-refusals.rules';
import type { FiledReferral } from '../referral/referral-state.rules';
import type {
  DossierAssembled,
  DossierRequested,
  DossierSigned,
  DossierSigningClosed,
} from '../referral/referral.rules';
import { basisHolds, basisOf, missingSignatures, type Dossier } from './dossier.rules';
import { draftRefusals } from './draft-refusals.rules';
import { contentFault, referenceFault, standingFault } from './request-faults.rules';

/**
 * A dossier needs to be put together when it never was, or when the basis that it states was set aside since (I-19).
 */
export const needsAssembly = (dossier: Dossier, state: FiledReferral): boolean =>
  dossier.status !== 'issued' &&
  (!dossier.assembly || !basisHolds(dossier.assembly.basis, state, dossier.party, dossier.requestedAt));

/** Records that the dossier was put together, so that it can be signed. */
export function recordAssembly({ n, assembly, at }: RecordAssembly, state: FiledReferral) {
  const dossier = state.dossiers.find((each) => each.n === n);
  if (!dossier) return refuse(commonRefusals.noSuchDossier);
  if (!needsAssembly(dossier, state)) return accept();
  if (!basisHolds(assembly.basis, state, dossier.party, dossier.requestedAt)) return refuse(draftRefusals.noBasis);
  return accept<DossierAssembled>({
    type: 'DossierAssembled',
    occurredAt: at,
    rule: 'S12',
    // How many files it has and how much is withheld tells of its content, which is that party's own until then.
    tier: 'FILER',
    data: { n, party: dossier.party, assembly },
  });
}

const dossierDeadline = (n: number): string => `dossier:${String(n)}`;

/**
 * S12: a party that complains of measures in the case asks for a dossier of its own claims. It names a forum, and must
 * pass the forum's standing check (I-49) and have a basis (I-48). When the case holds the measures of both parties,
 * their dossiers stand side by side. One that waits for a basis bars no other, since none may ever come.
 */
export function requestDossier(command: RequestDossier, state: FiledReferral, clocksOf: (version: string) => Clocks) {
  const { by, party, receivedAt } = command;
  const { parties } = state;
  const side = complainingSide(state, party);
  if (party === null || side === undefined) return refuse(commonRefusals.noClaimsOfOwn);
  const { registration, grievance } = state.told;
  if (!registration || !grievance) return refuse(commonRefusals.notRegistered);
  const own = state.dossiers.filter((dossier) => dossier.party === party);
  if (own.some(({ status, isBaseless }) => status !== 'issued' && !isBaseless))
    return refuse(draftRefusals.dossierPending);
  const basis = basisOf(state, party, receivedAt);
  if (!basis) return refuse(draftRefusals.noBasis);

  const { request } = command;
  const named = grievance.claims.filter((claim) => claimantOf(claim) === side && request.claims.includes(claim.id));
  const rules = forumRulesAt(receivedAt);
  const forum = forumOf(rules, request.forum);
  const clocks = clocksOf(registration.ruleSetVersion);
  const applying = {
    complainant: party,
    respondent: side === 'complainant' ? parties.respondent : parties.complainant,
  };
  const asking = { parties: applying, claims: named, at: receivedAt, today: clocks.arrivalDay(receivedAt) };
  const fault =
    standingFault(request, forum, asking) ??
    referenceFault(request, grievance, side) ??
    contentFault(request, forum, asking);
  if (fault) return fault;

  const n = state.dossiers.length + 1;
  const earlier = state.dossiers.filter(({ status }) => status === 'issued').map((dossier) => dossier.n);
  const deadline = clocks.start('dossier', { event: 'DossierRequested', at: receivedAt }, dossierDeadline(n));
  return accept<DossierRequested>({
    type: 'DossierRequested',
    occurredAt: receivedAt,
    rule: 'S12',
    // Until the dossier goes out, only that party has the draft. Then both sides get it at one instant.
    tier: 'FILER',
    data: { n, by, party, request, basis, earlier, forumRules: rules.version, opens: [deadline], closes: [] },
  });
}

/** I-04: a co-head signs the digest. When both have signed the same one, the dossier goes out before its time is up. */
export function signDossier(command: SignDossier, state: FiledReferral) {
  const { by, party, receivedAt, n } = command;
  const { complainant, respondent } = state.parties;
  if (party !== complainant && party !== respondent) return refuse(draftRefusals.notACoHead);
  const dossier = state.dossiers.find((each) => each.n === n);
  if (!dossier) return refuse(commonRefusals.noSuchDossier);
  if (dossier.signatures.some((signature) => signature.coHead === by && signature.party !== party))
    return refuse(draftRefusals.signsForBothSides);
  if (dossier.status !== 'signing' || receivedAt >= dossier.deadline.dueAt) return refuse(draftRefusals.signingClosed);
  if (!dossier.assembly) return refuse(draftRefusals.notAssembled);
  const { digest } = command;
  if (digest !== dossier.assembly.digest) return refuse(draftRefusals.digestDiffers, '/digest');
  if (dossier.signatures.some((signature) => signature.party === party && signature.digest === digest))
    return refuse(draftRefusals.sideHasSigned);

  const signed: DossierSigned = {
    type: 'DossierSigned',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { n, coHead: by, party, digest },
  };
  const signatures = [...dossier.signatures, { coHead: by, party, digest, receivedAt }];
  const act = coHeadsAct(signatures, [complainant, respondent], digest, dossier.deadline.dueAt, command.receivedAt);
  return act.status === 'in-effect'
    ? accept<DossierSigned | DossierSigningClosed>(signed, signingClosed(n, act.at, act.by, []))
    : accept<DossierSigned | DossierSigningClosed>(signed);
}

/** S12 by time: the dossier goes out although a co-head abstains, and says who did. */
export function signingByDefault(
  deadlineId: string,
  expiry: Instant,
  state: FiledReferral,
): Decision<DossierSigningClosed> {
  const dossier = state.dossiers.find(({ n }) => dossierDeadline(n) === deadlineId);
  if (dossier?.status !== 'signing') return accept();
  return accept(signingClosed(dossier.n, expiry, 'default', missingSignatures(dossier, state.parties)));
}

const signingClosed = (
  n: number,
  at: Instant,
  by: 'both-signatures' | 'default',
  missing: readonly PartyCode[],
): DossierSigningClosed => ({
  type: 'DossierSigningClosed',
  occurredAt: at,
  rule: by === 'default' ? 'S12' : 'I-04',
  tier: 'PARTIES',
  data: { n, by, missing, opens: [], closes: [dossierDeadline(n)] },
});
