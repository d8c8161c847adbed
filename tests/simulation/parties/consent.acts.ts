import { sha256 } from '@parley/event-store';
import {
  CORRECTED_FIELDS,
  correctedIn,
  type CorrectionMatter,
} from '../../../services/intake/src/case/amendments/correct-measure.rules';
import { grievanceDigest } from '../../../services/intake/src/case/amendments/replace-by-consent.rules';
import type { Bilingual, IsoDate } from '@parley/kernel';
import { plusDays, type ClockId } from '@parley/procedure';
import type { Matter, Proposal } from '../../../services/intake/src/case/consent/proposal.rules';
import { refusalDigest } from '../../../services/intake/src/case/urgency/urgency.rules';
import type { Claim, Grievance } from '../../../services/intake/src/case/filing/file-grievance.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind, type View } from './act-kind';
import type { Offer } from './attempt';
import { LATER_VERSION, RULE_SET_VERSION } from '../secretariat/simulated-rules';
import { otherCountry } from './countries';
import { broken, filingOf, grievance, joinedMeasure } from './grievances';
import { english } from './texts';

const REASON: Bilingual = { en: 'Both wish it.', 'zh-Hans': '双方同意。' };

const today = ({ now }: View): IsoDate => now.slice(0, 10) as IsoDate;

/** A running deadline, but not the time to sign a proposal; now and then one that does not exist. */
function deadlineIn({ filed }: View, random: SeededRandom): string {
  const running = Object.keys(filed.running).filter((id) => !id.startsWith('proposal:'));
  return running.length > 0 && random.percent(92) ? random.pick(running) : 'no-deadline';
}

/** The grievance with one claim more, one changed, or one less. */
function amended({ filed, serial }: View, random: SeededRandom): Grievance {
  const { grievance: now, goneClaims } = filed;
  const [first] = now.claims;
  if (!first) return now;
  const id = random.percent(94) ? `C${serial.slice(0, 4)}` : 'C2';
  const more: Claim = {
    ...first,
    id: goneClaims.length > 0 && random.percent(35) ? random.pick(goneClaims) : id,
    provision: `XI:${serial.slice(0, 2)}`,
  };
  return random.pick<Grievance>([
    { ...now, claims: [...now.claims, more] },
    { ...now, claims: [...now.claims, more] },
    { ...now, claims: [{ ...first, because: english(`As revised ${serial.slice(0, 4)}.`) }, ...now.claims.slice(1)] },
    { ...now, claims: [more] },
    { ...now, claims: now.claims.slice(1) },
    { ...now, remedy: [] },
    { ...now, facts: english(`More facts ${serial.slice(0, 4)}.`) },
    now,
    broken(filed.parties, random),
    grievance(filed.parties, random),
  ]);
}

function matter(view: View, random: SeededRandom): Matter {
  const { filed } = view;
  if (filed.status === 'ended') return { kind: 'reopening', reason: REASON };
  if (filed.status === 'suspended' && random.percent(75)) return { kind: 'resumption', reason: REASON };
  const by = official('desk', view).by;
  const supplement = (): Matter => {
    const { certification, receipt, grievance: content } = filingOf(amended(view, random), by, view.serial, random);
    const filing = { grievance: content, certification, receipt };
    const replaces = random.percent(90) ? grievanceDigest(filed.grievance) : sha256('another grievance');
    return random.percent(70) ? { kind: 'supplement', ...filing } : { kind: 'replacement', replaces, ...filing };
  };
  return random.pick<() => Matter>([
    () => ({
      kind: 'rules',
      version: random.pick([RULE_SET_VERSION, LATER_VERSION, LATER_VERSION, '1999-9']),
      reason: REASON,
    }),
    () => joinder(view, random),
    () => ({
      kind: 'extension',
      deadline: deadlineIn(view, random),
      by: random.pick([3, 5, 10, 20, 200]),
      reason: REASON,
    }),
    () => ({
      kind: 'extension',
      deadline: random.pick(['long-stop', 'reply', 'consultations'] satisfies ClockId[]),
      by: random.pick([5, 10, 60]),
      reason: REASON,
    }),
    () => ({
      kind: 'suspension',
      until: random.percent(60) ? plusDays(today(view), random.pick([random.between(0, 200), -1, 500])) : null,
      reason: REASON,
    }),
    () => ({
      kind: 'suspension',
      until: random.percent(60) ? plusDays(today(view), random.between(10, 100)) : null,
      reason: REASON,
    }),
    () => ({ kind: 'resumption', reason: REASON }),
    () => ({ kind: 'track', track: 'complex', reason: REASON }),
    () => ({ kind: 'reopening', reason: REASON }),
    () => correction(view, random),
    () => correction(view, random),
    () => ({ kind: 'deconsolidation', reason: REASON }),
    () => besideOthers(view, random),
    () => (filed.consolidation ? { kind: 'deconsolidation', reason: REASON } : besideOthers(view, random)),
    supplement,
  ])();
}

/**
 * A field of a measure that is to read otherwise, sometimes so that it would be another measure; every other one is
 * certified, so that an objection makes a replacement of it.
 */
function correction(view: View, random: SeededRandom): Matter {
  const { filed, serial } = view;
  const { measures } = filed.grievance;
  const found = measures.length > 0 ? random.pick(measures) : undefined;
  const [title] = found?.title ?? [];
  const n = String(random.between(1, 9));
  const was = {
    number: found?.number ?? 'EO 1',
    issuer: found?.issuer ?? 'Nobody',
    date: found?.date ?? '2025-01-01',
    title: title?.text ?? 'None',
    citation: found?.citation ?? 'None',
  };
  const field = random.pick(CORRECTED_FIELDS);
  const becomes = field === 'date' ? `2025-01-1${n}` : `${was[field]} ${random.percent(70) ? n : serial.slice(0, 4)}`;
  const matter: CorrectionMatter = {
    ...{ kind: 'correction', field, becomes, reason: REASON },
    measure: random.percent(95) ? (found?.id ?? 'M1') : 'M99',
    was: random.percent(92) ? was[field] : 'something else',
  };
  if (Number.parseInt(serial.charAt(0), 16) % 2 === 0) return matter;
  const digest = grievanceDigest(correctedIn(filed.grievance, matter));
  const { by } = official('desk', view);
  return { ...matter, certification: { by, digest }, receipt: { number: serial, digest, jws: 'simulated' } };
}

/** The grievance with claims of the proposing party beside those of the other. */
export function joinder(view: View, random: SeededRandom): Matter {
  const { grievance } = view.filed;
  const joined = {
    ...grievance,
    measures: [...grievance.measures, joinedMeasure(`MU${serialOf(view)}`, view.filed.parties)],
    claims: [...grievance.claims, ...joining(view, random)],
  };
  const {
    certification,
    receipt,
    grievance: content,
  } = filingOf(joined, official('desk', view).by, view.serial, random);
  return { kind: 'joinder', grievance: content, certification, receipt };
}

const serialOf = ({ serial }: View): string => serial.slice(0, 4);

/** A claim of the respondent, which is usually marked as its own. */
function joining(view: View, random: SeededRandom): readonly Claim[] {
  const [first] = view.filed.grievance.claims;
  const id = serialOf(view);
  const own = random.percent(85) ? { claimant: 'respondent' as const } : {};
  return first ? [{ ...first, id: `U${id}`, measure: `MU${id}`, provision: `XI:${id.slice(0, 2)}`, ...own }] : [];
}

/** A case to be consolidated with, usually a registered one that goes on. */
function besideOthers({ others }: View, random: SeededRandom): Matter {
  const fitting = others.filter(({ docketNumber, outcome }) => docketNumber !== null && outcome === null);
  const chosen = fitting.length > 0 && random.percent(90) ? fitting : others;
  const beside = chosen
    .slice(0, 1)
    .map(({ caseId, docketNumber }) => ({ caseId, docketNumber: docketNumber ?? 'XX-2025-9999' }));
  return { kind: 'consolidation', beside, reason: REASON };
}

/** What is known of the cases that a proposal names, as the service looks them up. */
const lookedUp = (proposed: Matter, { others }: View) =>
  proposed.kind === 'consolidation'
    ? { others: proposed.beside.map(({ caseId }) => others.find((other) => other.caseId === caseId) ?? null) }
    : {};

const proposalsOf = ({ filed }: View): readonly Proposal[] => filed.proposals;

/** Usually an open proposal of the one side or the other; now and then any, or one that does not exist. */
function proposalIn(
  view: View,
  own: boolean,
  random: SeededRandom,
): Pick<Proposal, 'id' | 'digest' | 'signatories' | 'by'> {
  const fitting = proposalsOf(view).filter(
    ({ end, proposedBy }) => end === null && (proposedBy === view.party) === own,
  );
  const all = fitting.length > 0 && random.percent(88) ? fitting : proposalsOf(view);
  const none = {
    id: 'proposal:99',
    digest: sha256('something else'),
    signatories: 'parties',
    by: official('desk', view).by,
  } as const;
  return all.length > 0 && random.percent(96) ? random.pick(all) : none;
}

const officeOf = (signatories: Proposal['signatories']): 'desk' | 'cohead' =>
  signatories === 'parties' ? 'desk' : 'cohead';

function proposal(view: View, random: SeededRandom): Offer {
  const signatories = random.percent(80) ? 'parties' : 'coheads';
  const proposed = matter(view, random);
  const proposer = official(officeOf(signatories), view);
  return {
    desk: 'intake',
    caseId: view.caseId,
    command: { type: 'Propose', ...proposer, signatories, matter: proposed, ...lookedUp(proposed, view) },
  };
}

export const consentActs: readonly ActKind[] = [
  {
    name: 'Propose',
    answers: [
      'suspension',
      'suspension',
      'reply',
      'consultations',
      'review',
      'interim-comments',
      'findings',
      'certification',
    ],
    offer: proposal,
  },
  {
    // No clock asks to go on with a screening that has ended or stands still.
    name: 'Propose',
    answers: [],
    offer: (view, random) =>
      view.filed.status === 'ended' || view.filed.status === 'suspended' || random.percent(15)
        ? proposal(view, random)
        : undefined,
  },
  {
    name: 'SignProposal',
    answers: ['consent', 'consent', 'consent', 'consent'],
    offer(view, random) {
      const proposal = proposalIn(view, random.percent(6), random);
      const signatories = random.percent(96) ? proposal.signatories : 'coheads';
      const signer = official(officeOf(signatories), view);
      const by = random.percent(3) ? proposal.by : signer.by;
      const digest = random.percent(95) ? proposal.digest : sha256('something else');
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'SignProposal', ...signer, by, signatories, proposalId: proposal.id, digest },
      };
    },
  },
  {
    name: 'DeclineProposal',
    answers: ['consent', 'correction'],
    obstructs: true,
    offer(view, random) {
      const { id, signatories } = proposalIn(view, random.percent(6), random);
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'DeclineProposal', ...official(officeOf(signatories), view), signatories, proposalId: id },
      };
    },
  },
  {
    name: 'WithdrawProposal',
    answers: ['consent'],
    obstructs: true,
    offer(view, random) {
      const { id, signatories } = proposalIn(view, random.percent(92), random);
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'WithdrawProposal', ...official(officeOf(signatories), view), signatories, proposalId: id },
      };
    },
  },
  {
    name: 'RefuseUrgency',
    answers: ['urgency-refusal', 'urgency-refusal', 'urgency-refusal'],
    offer(view, random) {
      const { urgency } = view.filed;
      if (!urgency && !random.percent(10)) return undefined;
      const digest = urgency && random.percent(94) ? refusalDigest(view.caseId, urgency) : sha256('something else');
      const party = random.percent(5) ? otherCountry(view.countries, view.party) : view.party;
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'RefuseUrgency', ...official('cohead', view), party, digest },
      };
    },
  },
  {
    name: 'WithdrawClaims',
    answers: [],
    offer(view, random) {
      const { parties, grievance: now } = view.filed;
      const ids = now.claims.map(({ id }) => id);
      const claims = random.percent(8) ? ['C99'] : ids.length > 1 && random.percent(85) ? ids.slice(-1) : ids;
      if (claims.length === ids.length && !random.percent(30)) return undefined;
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'WithdrawClaims', ...official('desk', { ...view, party: parties.complainant }), claims },
      };
    },
  },
  {
    name: 'AmendGrievance',
    answers: [],
    offer(view, random) {
      const complainant = random.percent(95)
        ? view.filed.parties.complainant
        : otherCountry(view.countries, view.filed.parties.complainant);
      const desk = official('desk', { ...view, party: complainant });
      const {
        certification,
        receipt,
        grievance: content,
      } = filingOf(amended(view, random), desk.by, view.serial, random);
      const kind = random.percent(60) ? 'supplement' : 'replacement';
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'AmendGrievance', ...desk, kind, grievance: content, certification, receipt },
      };
    },
  },
  {
    name: 'AnswerAmendment',
    answers: ['reply'],
    offer(view, random) {
      const { amendments, parties } = view.filed;
      const waiting = amendments.filter(({ stage }) => stage === 'awaiting-reply');
      const all = waiting.length > 0 && random.percent(90) ? waiting : amendments;
      const amendment = all.length > 0 && random.percent(97) ? random.pick(all) : undefined;
      if (!amendment && !random.percent(10)) return undefined;
      const claims = amendment && random.percent(92) ? amendment.claims : ['C99'];
      const counterStatements = claims.map((claim) => ({ claim, statement: english('Denied.') }));
      const command = {
        type: 'AnswerAmendment',
        ...official('desk', { ...view, party: parties.respondent }),
        amendmentId: amendment?.id ?? 'S99',
        counterStatements,
      } as const;
      return { desk: 'intake', caseId: view.caseId, command };
    },
  },
];
