import { accept, refuse, type Decider, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { compositionRefusals } from '../composition/composition-refusals.rules';
import { seatedMembers } from '../composition/draw-seat.rules';
import { expertDigest, expertRefusals, type ExpertChoice } from '../experts/experts.rules';
import { isPast, runs, type OpenedPanel } from '../panel/panel-state.rules';
import { coChairBar, deliberationBar, panelActBar } from '../review/comments.rules';
import { citingFault, restsOnStruck } from '../review/evidence-time.rules';
import { interimDigest, reviewRefusals } from '../review/review.rules';
import { trackRefusals, type UrgencyView } from '../tracks/tracks.rules';
import {
  evolveDeliberation,
  silent,
  type DeliberationEvent,
  type DeliberationState,
  type ExpertChosen,
  type InterimDrafted,
  type UrgencyViewGiven,
} from './deliberation.rules';
import {
  askClosing,
  castVote,
  castVotes,
  giveStatement,
  writeNote,
  type ChooseExpert,
  type CloseDeliberation,
  type DeliberationCommand,
  type DraftInterim,
  type GiveUrgencyView,
  type SetSayingsAside,
  type SignInterim,
} from './votes.rules';
import { castVoteOnObjection } from './objection-votes.rules';
import { adoptReasons, giveReasons } from './reasons.rules';
import { translateText } from './translate-text.rules';

const MOST_EXPERTS = 10;

/** A co-chair says whom to ask and what; the expert is taken when the other says the very same (S7). */
export function chooseExpert(command: ChooseExpert, state: DeliberationState) {
  const { by, receivedAt, panel, expertId } = command;
  const bar = coChairBar(panel, by, receivedAt);
  if (bar) return refuse(bar);
  if (!panel.expertLists.some(({ experts }) => experts.some(({ id }) => id === expertId)))
    return refuse(expertRefusals.unknownExpert, '/expert');
  if (isTaken(expertId, state)) return refuse(expertRefusals.expertTaken);
  if (state.expertsAgreed.length >= MOST_EXPERTS) return refuse(expertRefusals.tooManyExperts);
  const { questions } = command;
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

/**
 * A member lays a draft of the interim text before the panel. The draft replaces the one before, with its signatures.
 */
export function draftInterim(command: DraftInterim, state: DeliberationState) {
  const bar = reviewBar(command, state);
  if (bar) return refuse(bar);
  const { by, receivedAt, panel, text, exhibits } = command;
  const fault = citingFault(exhibits, panel);
  if (fault) return fault;
  const digest = interimDigest(panel.caseId, text, exhibits);
  return accept<InterimDrafted>({
    type: 'InterimDrafted',
    occurredAt: receivedAt,
    rule: 'S8',
    tier: 'DELIBERATION',
    data: { by, text, exhibits, digest },
  });
}

/** A co-chair signs the draft; with both signatures over the same digest the panel has agreed on it. */
export function signInterim(command: SignInterim, state: DeliberationState) {
  const { by, receivedAt, panel } = command;
  const bar = reviewBar(command, state);
  if (bar) return refuse(bar);
  const coChairs = panel.convening?.coChairs ?? [];
  if (!coChairs.includes(by)) return refuse(reviewRefusals.notCoChair);
  if (panel.requests.some(({ leave, outcome }) => leave && outcome === 'awaited'))
    return refuse(reviewRefusals.leaveRuns);
  const { draft } = state;
  if (!draft) return refuse(reviewRefusals.noDraft);
  const { digest } = command;
  if (digest !== draft.digest) return refuse(compositionRefusals.digestDiffers, '/digest');
  if (restsOnStruck(draft.exhibits, panel)) return refuse(reviewRefusals.exhibitStruck, '/digest');
  const signedBy = draft.signatures.map((signature) => signature.by);
  if (signedBy.includes(by)) return refuse(reviewRefusals.coChairSigned);
  const about = { occurredAt: receivedAt, rule: 'S8', tier: 'DELIBERATION' } as const;
  const signed: DeliberationEvent = {
    ...about,
    type: 'InterimSigned',
    data: { by, digest },
  };
  if (!coChairs.every((chair) => chair === by || signedBy.includes(chair))) return accept<DeliberationEvent>(signed);
  return accept<DeliberationEvent>(signed, { ...about, type: 'InterimAgreed', data: { digest } });
}

/** Why nothing can be drafted or signed now; `undefined` while the panel reviews and has not agreed on a text. */
function reviewBar({ by, receivedAt, panel }: DraftInterim | SignInterim, { agreedAt }: DeliberationState) {
  const bar = panelActBar(panel, by, receivedAt);
  if (bar) return bar;
  if (panel.stage.name !== 'reviewing' || agreedAt !== null) return reviewRefusals.notReviewing;
  return isPast(panel, 'review', receivedAt) ? reviewRefusals.reviewOver : undefined;
}

/**
 * A member says whether the case is urgent. As with a claim (I-12), the panel has spoken when a majority of its
 * members, with at least one of each side, is of one view. Nobody else is shown who thinks what (I-14).
 */
export function giveUrgencyView(command: GiveUrgencyView, state: DeliberationState) {
  const { by, receivedAt, panel } = command;
  const bar = deliberationBar(panel, by) ?? urgencyBar(panel, receivedAt, state) ?? panelActBar(panel, by, receivedAt);
  if (bar) return refuse(bar);
  const { verdict } = command;
  if (state.urgencyViews.some((view) => view.member === by && view.verdict === verdict)) return accept();
  const about = { occurredAt: receivedAt, rule: 'urgent', tier: 'DELIBERATION' } as const;
  const given: UrgencyViewGiven = { ...about, type: 'UrgencyViewGiven', data: { member: by, verdict } };
  const views = [...state.urgencyViews.filter(({ member }) => member !== by), given.data];
  if (!carries(views, panel, verdict)) return accept<DeliberationEvent>(given);
  return accept<DeliberationEvent>(given, { ...about, type: 'UrgencySettled', data: { verdict } });
}

function urgencyBar(panel: OpenedPanel, at: OpenedPanel['longStop'], { urgency }: DeliberationState) {
  if (panel.track !== 'urgent') return trackRefusals.notUrgent;
  if (urgency ?? panel.urgency) return trackRefusals.urgencyDecided;
  if (panel.stage.name !== 'composed' && panel.stage.name !== 'reviewing') return trackRefusals.urgencyTooLate;
  return runs(panel, 'urgency-confirmation') && !isPast(panel, 'urgency-confirmation', at)
    ? undefined
    : trackRefusals.urgencyTooLate;
}

function carries(views: readonly UrgencyView[], panel: OpenedPanel, verdict: UrgencyView['verdict']): boolean {
  const seated = seatedMembers(panel);
  const agreed = seated.filter(({ member }) =>
    views.some((view) => view.member === member && view.verdict === verdict),
  );
  return agreed.length * 2 > seated.length && new Set(agreed.map(({ nominatedBy }) => nominatedBy)).size === 2;
}

/**
 * Drafts, votes, reasons and notes of one panel. They have a stream of their own, so that only the seated, unchallenged
 * members learn from a revision, a hash chain or an `ETag` that there are any (I-14, I-43).
 * @param clocksOf the clocks of a version of the rule set
 */
export const deliberationDecider = (
  clocksOf: ClocksOf,
): Decider<DeliberationCommand, DeliberationState, DeliberationEvent> => ({
  initial: silent,
  evolve: evolveDeliberation,
  decide(command, state): Decision<DeliberationEvent> {
    switch (command.type) {
      case 'GiveUrgencyView':
        return giveUrgencyView(command, state);
      case 'ChooseExpert':
        return chooseExpert(command, state);
      case 'DraftInterim':
        return draftInterim(command, state);
      case 'SignInterim':
        return signInterim(command, state);
      case 'CastVotes':
        return castVotes(command, state);
      case 'CastVote':
        return castVote(command, state);
      case 'CastVoteOnObjection':
        return castVoteOnObjection(command, state);
      case 'GiveReasons':
        return giveReasons(command, state);
      case 'AdoptReasons':
        return adoptReasons(command, state);
      case 'TranslateText':
        return translateText(command, state);
      case 'GiveStatement':
        return giveStatement(command, state);
      case 'WriteNote':
        return writeNote(command, state);
      case 'AskClosing':
        return askClosing(command, state, clocksOf(command.panel.ruleSetVersion).onTrack(command.panel.track));
      case 'SetSayingsAside':
        return setAside(command, state);
      case 'CloseDeliberation':
        return close(command, state);
    }
  },
});

/** Records nothing when nobody had said anything about these claims yet, or the deliberation is closed. */
function setAside({ claimIds, at }: SetSayingsAside, { closed, votes, reasons, statements }: DeliberationState) {
  const said = [...votes, ...reasons, ...statements].some(({ claimId }) => claimIds.includes(claimId));
  if (closed || !said) return accept();
  return accept<DeliberationEvent>({
    type: 'SayingsSetAside',
    occurredAt: at,
    rule: 'I-24',
    tier: 'DELIBERATION',
    data: { claimIds },
  });
}

function close(
  { at, by: closedBy, seated, seats }: CloseDeliberation,
  state: DeliberationState,
): Decision<DeliberationEvent> {
  if (state.closed) return accept();
  return accept<DeliberationEvent>({
    type: 'DeliberationClosed',
    occurredAt: at,
    rule: 'S9',
    tier: 'DELIBERATION',
    data: { closedBy, seated, seats },
  });
}
