import type { RunningDeadline } from '../../../services/intake/src/case/common-refusals.rules';
import { SUMMARY_ANSWERS } from '../../../services/intake/src/case/summaries/summaries.rules';
import { sha256 } from '@parley/event-store';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind, type View } from './act-kind';
import { otherCountry } from './countries';
import { cameBefore, entering, inItsName } from './fallback.acts';
import { english } from './texts';

/** One of the lapsed limits of a clock, or now and then a running one. */
function limitOf({ filed }: View, clock: string, random: SeededRandom): RunningDeadline | undefined {
  const of = (clocks: Readonly<Record<string, RunningDeadline>>) =>
    Object.values(clocks).filter((each) => each.clock === clock && each.id !== 'reply');
  const lapsed = of(filed.lapsed);
  const limits = lapsed.length > 0 && random.percent(85) ? lapsed : of(filed.running);
  return limits.length > 0 ? random.pick(limits) : undefined;
}

/** Answers that the registry enters. The limit says what was asked, and of whom. */
export const lateAnswerActs: readonly ActKind[] = [
  {
    name: 'EnterFallbackSummary',
    answers: ['consultations', 'review', 'summary'],
    offer(view, random) {
      const limit = limitOf(view, 'summary', random);
      if (!limit) return undefined;
      const cameAt = cameBefore(limit, view, random);
      const request = view.filed.summaries.find(({ id }) => id === limit.id);
      const party = request && random.percent(92) ? otherCountry(view.countries, request.askedBy) : view.party;
      const summaryId = random.percent(96) ? limit.id : 'summary:XX:99';
      const act = {
        type: 'AnswerSummary',
        ...official('desk', { ...view, party, now: cameAt }),
        summaryId,
        answer: random.pick(SUMMARY_ANSWERS),
        text: english('It says no.'),
      } as const;
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'EnterFallbackSummary', ...entering(view, cameAt), act: inItsName(act, view, random) },
      };
    },
  },
  {
    name: 'EnterFallbackAmendmentReply',
    answers: ['consultations', 'review', 'reply'],
    offer(view, random) {
      const limit = limitOf(view, 'reply', random);
      if (!limit) return undefined;
      const cameAt = cameBefore(limit, view, random);
      const { amendments, parties } = view.filed;
      const amendment = random.percent(96) ? amendments.find(({ id }) => limit.id === `reply:${id}`) : undefined;
      const claims = random.percent(94) ? (amendment?.claims ?? []) : ['C99'];
      const asked = amendment?.kind === 'joinder' ? parties.complainant : parties.respondent;
      const act = {
        type: 'AnswerAmendment',
        ...official('desk', { ...view, party: random.percent(95) ? asked : view.party, now: cameAt }),
        amendmentId: amendment?.id ?? 'S99',
        counterStatements: claims.map((claim) => ({ claim, statement: english('Denied.') })),
      } as const;
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'EnterFallbackAmendmentReply', ...entering(view, cameAt), act: inItsName(act, view, random) },
      };
    },
  },
  {
    name: 'EnterFallbackSignature',
    answers: ['consultations', 'review', 'suspension', 'settlement-window'],
    offer(view, random) {
      const limit = limitOf(view, 'consent', random);
      const proposal = limit && view.filed.proposals.find(({ id }) => id === limit.id);
      if (!proposal) return undefined;
      const cameAt = cameBefore(limit, view, random);
      const party = random.percent(94) ? otherCountry(view.countries, proposal.proposedBy) : view.party;
      const signer = official(proposal.signatories === 'coheads' ? 'cohead' : 'desk', { ...view, party, now: cameAt });
      const act = {
        type: 'SignProposal',
        ...signer,
        ...(random.percent(2) ? { by: proposal.by } : {}),
        proposalId: random.percent(97) ? proposal.id : 'proposal:999',
        digest: random.percent(96) ? proposal.digest : sha256('something else'),
      } as const;
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'EnterFallbackSignature', ...entering(view, cameAt), act: inItsName(act, view, random) },
      };
    },
  },
];
