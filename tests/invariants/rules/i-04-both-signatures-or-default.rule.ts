import { sha256 } from '@parley/event-store';
import { canonicalJson, type Instant } from '@parley/kernel';
import type { CaseHistory, History } from '../../simulation/history/case-history';
import { ofEachCase, type Rule } from './rule';

interface Signature {
  readonly coHead: string;
  readonly party: string;
  readonly digest: string;
}

/** True for signatures of two persons of two parties over one digest; no other signatures count. */
function isJoint(signatures: readonly Signature[], digest: string | undefined): boolean {
  const over = signatures.filter((signature) => signature.digest === digest);
  return new Set(over.map(({ coHead }) => coHead)).size >= 2 && new Set(over.map(({ party }) => party)).size === 2;
}

const faultOf = (
  what: string,
  by: string,
  at: Instant,
  dueAt: Instant | undefined,
  joint: boolean,
): readonly string[] => {
  if (by === 'both-signatures') return joint ? [] : [`${what} by both signatures, and there are not two`];
  return at === dueAt ? [] : [`${what} by default at ${at}, and its time was over at ${String(dueAt)}`];
};

const challenges = ({ panel }: CaseHistory) =>
  panel.flatMap(({ event, before }) => {
    if (event.type !== 'ChallengeDecided' || before.status !== 'opened') return [];
    const { challengeId, outcome, closes } = event.data;
    const signatures = before.challenges.find(({ id }) => id === challengeId)?.signatures ?? [];
    const over = signatures.findLast(({ verdict }) => verdict === outcome.verdict)?.digest;
    return faultOf(
      challengeId,
      outcome.by,
      outcome.at,
      closes.map((id) => before.running[id]?.dueAt)[0],
      isJoint(signatures, over),
    );
  });

const certifications = ({ panel }: CaseHistory) =>
  panel.flatMap(({ event, before }) => {
    if (event.type !== 'FindingsIssued' || before.status !== 'opened') return [];
    const { issue, certifications: given, digest } = event.data;
    return faultOf('findings', issue.by, issue.at, before.running['certification']?.dueAt, isJoint(given, digest));
  });

const dossiers = ({ referral }: CaseHistory) =>
  referral.flatMap(({ event, before }) => {
    if (event.type !== 'DossierSigningClosed') return [];
    const dossier = before.dossiers.find(({ n }) => n === event.data.n);
    return faultOf(
      'dossier',
      event.data.by,
      event.occurredAt,
      dossier?.deadline.dueAt,
      isJoint(dossier?.signatures ?? [], dossier?.assembly?.digest),
    );
  });

/** What was put to both sides bears the last signature of each over its very words. */
const jointProposals = ({ intake }: CaseHistory) =>
  intake.flatMap(({ event, before }, index) => {
    if (event.type === 'NoJointProposal') {
      const dueAt = 'running' in before ? before.running['joint-proposal']?.dueAt : undefined;
      return faultOf('no joint proposal', 'default', event.occurredAt, dueAt, false);
    }
    if (event.type !== 'JointProposalServed' || !('caseId' in before)) return [];
    const { text } = event.data;
    const words = sha256(canonicalJson({ case: before.caseId, jointProposal: text }));
    const signed = intake
      .slice(0, index)
      .flatMap((each) => (each.event.type === 'JointProposalSigned' ? each.event.data : []));
    const last = [...new Map(signed.map((each) => [each.party, each])).values()];
    const joint = isJoint(
      last.map(({ by, party, digest }) => ({ coHead: by, party, digest })),
      words,
    );
    return faultOf(
      'joint proposal',
      'both-signatures',
      event.occurredAt,
      undefined,
      joint && words === event.data.digest,
    );
  });

const ofCoHeads = ofEachCase('I-04', (each) => [
  ...challenges(each),
  ...certifications(each),
  ...dossiers(each),
  ...jointProposals(each),
]);

/** An options paper stands with the signatures of one member of each side over its text. */
const optionsPapers = ({ hotlines }: History): readonly string[] =>
  hotlines.flatMap((request) =>
    request.flatMap(({ event, before }) => {
      if (event.type !== 'OptionsAgreed' || before.status === 'silent') return [];
      const over = before.paper?.digest === event.data.digest ? before.paper.signatures : [];
      return new Set(over.map(({ party }) => party)).size === 2
        ? []
        : [`the options paper of ${before.hotlineId} stands without the signatures of both sides`];
    }),
  );

/**
 * An act that needs the co-heads takes effect with both signatures over one digest, or as of the end of their time, and
 * says which. An act that needs both sides of a crisis team takes effect with both signatures, and has no default.
 */
export const bothSignaturesOrDefault: Rule = {
  invariant: 'I-04',
  check: (history) => [...ofCoHeads.check(history), ...optionsPapers(history)],
};
