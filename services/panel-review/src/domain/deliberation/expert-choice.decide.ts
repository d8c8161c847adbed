import { accept, refuse, type Decision } from '@parley/kernel';
import { expertDigest, type ExpertChoice } from '../experts/expert';
import { refusals } from '../refusals';
import { coChairBar } from '../review/co-chair';
import type { DeliberationEvent, DeliberationState, ExpertChosen } from './deliberation';
import type { ChooseExpert } from './deliberation-commands';

const MOST_EXPERTS = 10;

/** A co-chair says whom to ask and what; the expert is taken when the other says the very same (S7). */
export function chooseExpert(
  { by, receivedAt, panel, expertId, questions }: ChooseExpert,
  state: DeliberationState,
): Decision<DeliberationEvent> {
  const bar = coChairBar(panel, by, receivedAt);
  if (bar) return refuse(bar);
  if (!panel.expertLists.some(({ experts }) => experts.some(({ id }) => id === expertId)))
    return refuse(refusals.unknownExpert, '/expert');
  if (isTaken(expertId, state)) return refuse(refusals.expertTaken);
  if (state.expertsAgreed.length >= MOST_EXPERTS) return refuse(refusals.tooManyExperts);
  const digest = expertDigest(panel.caseId, expertId, questions);
  const same = ({ digest: chosen }: ExpertChoice): boolean => chosen === digest;
  if (state.expertChoices.some((choice) => choice.by === by && same(choice))) return accept();
  const about = { occurredAt: receivedAt, rule: 'S7', tier: 'DELIBERATION' } as const;
  const chosen: ExpertChosen = { ...about, type: 'ExpertChosen', data: { by, expertId, questions, digest } };
  const others = panel.convening?.coChairs.filter((chair) => chair !== by) ?? [];
  const agreed =
    others.length > 0 &&
    others.every((chair) => state.expertChoices.some((choice) => choice.by === chair && same(choice)));
  return agreed
    ? accept<DeliberationEvent>(chosen, { ...about, type: 'ExpertAgreed', data: { expertId, questions } })
    : accept<DeliberationEvent>(chosen);
}

const isTaken = (expertId: string, { expertsAgreed }: DeliberationState): boolean =>
  expertsAgreed.some((agreed) => agreed.expertId === expertId);
