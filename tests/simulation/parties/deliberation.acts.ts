import { sha256 } from '@parley/event-store';
import type { PersonId } from '@parley/kernel';
import { occupantOf } from '../../../services/panel-review/src/composition/draw-seat.rules';
import { untranslatedIn } from '../../../services/panel-review/src/findings/translated-findings.rules';
import type { OpenedPanel } from '../../../services/panel-review/src/panel/panel-state.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { memberOf, type Acting, type ActKind, type View } from './act-kind';
import type { Offer } from './attempt';
import { bilingual, english } from './texts';

type InRoom = View & { readonly panel: OpenedPanel };
type InName = Acting & { readonly panel: OpenedPanel };

/** An act of anybody on the panel, seated or not. */
const byMember =
  (
    offer: (act: InName, view: InRoom, random: SeededRandom) => Offer['command'] | undefined,
    chooses: (view: InRoom, random: SeededRandom) => PersonId = anyMember,
  ): ActKind['offer'] =>
  (view, random) => {
    if (view.panel.status !== 'opened') return undefined;
    const { panel } = view;
    const room = { ...view, panel };
    const command = offer({ ...memberOf(chooses(room, random), view), panel }, room, random);
    return command && ({ desk: 'deliberation', caseId: view.caseId, command } as Offer);
  };

function anyMember({ panel }: InRoom, random: SeededRandom): PersonId {
  const members = panel.seats.flatMap((seat) => occupantOf(seat)?.personId ?? []);
  return members.length > 0 ? random.pick(members) : ('nobody' as PersonId);
}

const coChair = (view: InRoom, random: SeededRandom): PersonId => {
  const chairs = view.panel.convening?.coChairs ?? [];
  return chairs.length > 0 && random.percent(85) ? random.pick(chairs) : anyMember(view, random);
};

/** Members who have not voted on a claim yet, with the claim. */
const pollOf = ({ panel, deliberation }: InRoom) =>
  panel.claims.flatMap(({ id: claimId }) =>
    panel.seats.flatMap((seat) => {
      const member = occupantOf(seat)?.personId;
      const voted = deliberation.votes.some((vote) => vote.claimId === claimId && vote.member === member);
      return member && !voted ? [{ claimId, member }] : [];
    }),
  );

/** Members who have not voted on an objection yet, with the objection. */
const objectionPollOf = ({ panel, deliberation }: InRoom) =>
  panel.objections.flatMap(({ id: objectionId }) =>
    panel.seats.flatMap((seat) => {
      const member = occupantOf(seat)?.personId;
      const voted = deliberation.objectionVotes.some(
        (vote) => vote.objectionId === objectionId && vote.member === member,
      );
      return member && !voted ? [{ objectionId, member }] : [];
    }),
  );

const claimOf = ({ panel }: InRoom, random: SeededRandom): string =>
  random.pick([...panel.claims.flatMap(({ id }) => [id, id, id, id]), ...panel.withdrawnClaims, 'C9']);
const exhibitsOf = ({ panel }: InRoom, random: SeededRandom): readonly string[] =>
  random.percent(6)
    ? ['XXX-99']
    : (panel.lateClaims.length > 0 && random.percent(60) ? panel.exhibits.slice(-1) : panel.exhibits.slice(0, 1)).map(
        ({ number }) => number,
      );

const REASONS = 'The record shows a duty of twenty per cent on goods of one origin, and none on those of another.';
const STATEMENT = 'We differ: the data of the one year that were laid before us say nothing of the next one.';

/** Texts of the findings that the panel has still to translate. */
const lackingIn = ({ panel: { stage } }: InRoom) => ('decision' in stage ? untranslatedIn(stage.decision) : []);

export const deliberationActs: readonly ActKind[] = [
  {
    name: 'DraftInterim',
    byMember: true,
    answers: ['review'],
    offer: byMember((act, view, random) =>
      view.deliberation.draft && !random.percent(15)
        ? undefined
        : { type: 'DraftInterim', ...act, text: english(`Draft ${view.serial}.`), exhibits: exhibitsOf(view, random) },
    ),
  },
  {
    name: 'SignInterim',
    byMember: true,
    answers: ['review', 'review', 'review'],
    offer: byMember((act, { deliberation }, random) => {
      const digest = deliberation.draft && random.percent(95) ? deliberation.draft.digest : sha256('something else');
      return { type: 'SignInterim', ...act, digest };
    }, coChair),
  },
  {
    name: 'CastVote',
    byMember: true,
    answers: ['findings', 'findings', 'findings', 'findings'],
    offer: byMember((act, view, random) => {
      const [open] = random.percent(80) ? random.shuffled(pollOf(view)) : [];
      const by = open?.member ?? act.by;
      const on = random.pick(['substantiated', 'substantiated', 'not-substantiated', 'abstain'] as const);
      return {
        type: 'CastVote',
        ...act,
        by,
        claimId: open?.claimId ?? claimOf(view, random),
        on,
        attributed: random.percent(20),
      };
    }),
  },
  {
    name: 'CastVoteOnObjection',
    byMember: true,
    answers: ['findings', 'findings'],
    offer: byMember((act, view, random) => {
      const [open] = random.percent(80) ? random.shuffled(objectionPollOf(view)) : [];
      if (!open && view.panel.objections.length === 0 && random.percent(90)) return undefined;
      return {
        type: 'CastVoteOnObjection',
        ...act,
        by: open?.member ?? act.by,
        objectionId: open?.objectionId ?? (random.percent(80) ? 'objection:1' : 'objection:9'),
        on: random.pick(['sustained', 'not-sustained', 'not-sustained', 'abstain'] as const),
      };
    }),
  },
  {
    name: 'AdoptReasons',
    byMember: true,
    answers: ['findings', 'findings', 'findings'],
    offer: byMember((act, { deliberation }, random) => {
      const [proposed] = random.shuffled(deliberation.reasons);
      if (!proposed && random.percent(90)) return undefined;
      return {
        type: 'AdoptReasons',
        ...act,
        digest: proposed && random.percent(95) ? proposed.digest : sha256('something else'),
      };
    }),
  },
  {
    name: 'GiveReasons',
    byMember: true,
    answers: ['findings'],
    offer: byMember((act, view, random) => ({
      type: 'GiveReasons',
      ...act,
      claimId: claimOf(view, random),
      supports: random.percent(70) ? 'substantiated' : 'not-substantiated',
      text: random.percent(60)
        ? bilingual(REASONS, '在案材料表明对单一原产地的货物征收百分之二十的关税。')
        : english(REASONS),
      exhibits: exhibitsOf(view, random),
    })),
  },
  {
    name: 'GiveStatement',
    byMember: true,
    answers: ['findings'],
    offer: byMember((act, view, random) => ({
      type: 'GiveStatement',
      ...act,
      claimId: claimOf(view, random),
      text: random.percent(60)
        ? bilingual(STATEMENT, '我们持不同意见：一年的数据不能说明次年的情况。')
        : english(STATEMENT),
      exhibits: exhibitsOf(view, random),
    })),
  },
  {
    name: 'TranslateText',
    byMember: true,
    answers: ['certification', 'certification', 'certification'],
    offer: byMember((act, view, random) => {
      const [lacking] = random.shuffled(lackingIn(view));
      if (!lacking && random.percent(90)) return undefined;
      return {
        type: 'TranslateText',
        ...act,
        claimId: lacking?.claimId ?? claimOf(view, random),
        part: (lacking?.part ?? 'reasons') === 'reasons' ? 'reasons' : 'statement',
        lang: random.percent(95) ? 'zh-Hans' : 'en',
        text: random.percent(85) ? '专家组文本的译文。' : `另一译文 ${view.serial}。`,
      };
    }, coChair),
  },
  {
    name: 'GiveUrgencyView',
    byMember: true,
    answers: ['urgency-confirmation', 'urgency-confirmation'],
    offer: byMember((act, _view, random) =>
      random.percent(95)
        ? { type: 'GiveUrgencyView', ...act, verdict: random.percent(50) ? 'confirmed' : 'refused' }
        : undefined,
    ),
  },
  {
    name: 'ChooseExpert',
    byMember: true,
    answers: ['review'],
    offer: byMember((act, { panel }, random) => {
      const [expert] = random.shuffled(panel.expertLists.flatMap(({ experts }) => experts));
      return {
        type: 'ChooseExpert',
        ...act,
        expertId: expert && random.percent(94) ? expert.id : 'expert:XX:1',
        questions: english('Did prices rise?'),
      };
    }, coChair),
  },
  {
    name: 'WriteNote',
    byMember: true,
    answers: [],
    offer: byMember((act) => ({ type: 'WriteNote', ...act, text: english('Let us meet.') })),
  },
  {
    name: 'AskClosing',
    byMember: true,
    answers: ['findings', 'findings'],
    offer: byMember((act) => ({ type: 'AskClosing', ...act }), coChair),
  },
];
