import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';
import { ExpertListShown, TakenExpertShown } from './experts.response';
import type { OpenedPanel } from '../panel/panel-state.rules';
import { HeldTermsShown, SignedTermsShown } from '../terms/terms.response';

const STANDINGS = ['confirmed', 'unconfirmed'] as const;
const MATERIALS = ['answer', 'third-party-note', 'expert-report'] as const;

@ApiSchema({ description: 'The leave of both co-chairs by which a request is answered (I-70).' })
class LeaveToAnswerShown {
  @Shown({ meaning: 'Exhibits that the party may take back.', type: () => String, list: true, kind: 'exhibit' })
  readonly withdrawals: readonly string[];
}

@ApiSchema({ description: 'A request of the panel to a party.' })
export class InformationRequestShown {
  @Shown({ meaning: 'Id of the request within the case.', example: 'request:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Its number in the case, from 1.', example: 1, schema: { type: 'integer' } })
  readonly n: number;

  @Shown({ meaning: 'Code of the party that is asked.', example: 'US', kind: 'party' })
  readonly askedOf: string;

  @Shown({ meaning: 'What is asked.', type: () => AuthoredText, list: true })
  readonly questions: readonly AuthoredText[];

  @Shown({ meaning: 'When it was asked (UTC).', format: 'date-time' })
  readonly askedAt: string;

  @Shown({
    meaning: 'The leave of both co-chairs by which it is answered (I-70); `null` where it needs none.',
    type: () => LeaveToAnswerShown,
    nullable: true,
  })
  readonly leave: LeaveToAnswerShown | null;

  @Shown({
    meaning: 'What became of it. `not-given`: no answer came in time, which everybody can see.',
    values: ['awaited', 'answered', 'not-given'],
  })
  readonly outcome: string;
}

@ApiSchema({ description: 'What a party said of an answer, note or report.' })
export class MaterialCommentShown {
  @Shown({ meaning: 'Code of the party that comments.', example: 'CN', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'The comment.', type: () => AuthoredText, list: true })
  readonly comment: readonly AuthoredText[];

  @Shown({ meaning: 'When it was received (UTC).', format: 'date-time' })
  readonly receivedAt: string;
}

@ApiSchema({ description: 'An answer, a note or a report.' })
export class MaterialShown {
  @Shown({ meaning: 'Id within the case.', example: 'answer:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'What it is.', values: MATERIALS })
  readonly kind: string;

  @Shown({
    meaning: 'Id of the request that it answers, of the third party or of the expert.',
    example: 'request:1',
    kind: 'word',
  })
  readonly about: string;

  @Shown({
    meaning: 'Code of the party that made it; `null` for a third party and an expert.',
    example: 'US',
    kind: 'party',
    nullable: true,
  })
  readonly party: string | null;

  @Shown({ meaning: 'The text.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'Exhibits on which it rests.', type: () => String, list: true, kind: 'exhibit' })
  readonly exhibits: readonly string[];

  @Shown({ meaning: 'When it was served on both parties and the panel (UTC).', format: 'date-time' })
  readonly servedAt: string;

  @Shown({ meaning: 'What parties said of it.', type: () => MaterialCommentShown, list: true })
  readonly comments: readonly MaterialCommentShown[];

  @Shown({
    meaning:
      'How it stands where the registry of one side entered it: confirmed by the registry of the other, or ' +
      '`unconfirmed`, since nobody answered; `null` where its author laid it before the panel in person.',
    values: STANDINGS,
    nullable: true,
  })
  readonly standing: string | null;

  @Shown({
    meaning: 'SHA-256 of the original that the registry received; `null` for none.',
    kind: 'digest',
    nullable: true,
  })
  readonly original: string | null;

  @Shown({
    meaning: 'Id of what the person concerned laid before the panel in its place; `null` for nothing.',
    example: 'report:2',
    kind: 'word',
    nullable: true,
  })
  readonly replacedBy: string | null;
}

@ApiSchema({ description: 'A third party that the panel hears.' })
export class ThirdPartyShown {
  @Shown({ meaning: 'Id within the case.', example: 'third-party:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Who it is.', type: () => AuthoredText, list: true })
  readonly name: readonly AuthoredText[];

  @Shown({ meaning: 'When a co-chair admitted it (UTC).', format: 'date-time' })
  readonly admittedAt: string;

  @Shown({
    meaning: 'Who writes for it here; `null` where the registry receives its notes.',
    example: 'third-party',
    kind: 'person',
    nullable: true,
  })
  readonly personId: string | null;
}

@ApiSchema({ description: 'A notice of delay.' })
export class DelayShown {
  @Shown({ meaning: 'What will be late.', values: ['review', 'findings'] })
  readonly stage: string;

  @Shown({ meaning: 'Day on which it is expected.', format: 'date' })
  readonly expectedOn: string;

  @Shown({ meaning: 'Why.', type: () => AuthoredText, list: true })
  readonly reason: readonly AuthoredText[];

  @Shown({ meaning: 'When notice of it was given (UTC).', format: 'date-time' })
  readonly notifiedAt: string;
}

@ApiSchema({ description: 'The meeting on the interim text.' })
export class MeetingShown {
  @Shown({
    meaning: 'Codes of the parties that asked for it.',
    type: () => String,
    list: true,
    example: ['US'],
    kind: 'party',
  })
  readonly requestedBy: readonly string[];

  @Shown({ meaning: 'When it was first asked for (UTC).', format: 'date-time' })
  readonly requestedAt: string;

  @Shown({
    meaning: 'When the panel meets both parties (UTC); `null` while no time is named.',
    format: 'date-time',
    nullable: true,
  })
  readonly meetsAt: string | null;
}

@ApiSchema({ description: 'What is laid before the panel in its review, for both parties and the panel alike (I-15).' })
export class ReviewRecordShown {
  @Shown({
    meaning: 'Terms of reference and timetable of the review (S7); `null` until they hold.',
    type: () => HeldTermsShown,
    nullable: true,
  })
  readonly terms: HeldTermsShown | null;

  @Shown({ meaning: 'Terms that one co-chair alone has signed.', type: () => SignedTermsShown, list: true })
  readonly proposedTerms: readonly SignedTermsShown[];

  @Shown({ meaning: 'Requests of the panel to a party.', type: () => InformationRequestShown, list: true })
  readonly requests: readonly InformationRequestShown[];

  @Shown({ meaning: 'Third parties that the panel hears.', type: () => ThirdPartyShown, list: true })
  readonly thirdParties: readonly ThirdPartyShown[];

  @Shown({ meaning: 'Each party’s list of experts.', type: () => ExpertListShown, list: true })
  readonly expertLists: readonly ExpertListShown[];

  @Shown({ meaning: 'Experts on whom both co-chairs agreed.', type: () => TakenExpertShown, list: true })
  readonly takenExperts: readonly TakenExpertShown[];

  @Shown({
    meaning: 'Answers, notes and reports, in the order in which they were served.',
    type: () => MaterialShown,
    list: true,
  })
  readonly materials: readonly MaterialShown[];

  @Shown({ meaning: 'Notices of delay.', type: () => DelayShown, list: true })
  readonly delays: readonly DelayShown[];

  @Shown({
    meaning: 'The meeting on the interim text; `null` when no party asked for one.',
    type: () => MeetingShown,
    nullable: true,
  })
  readonly meeting: MeetingShown | null;
}

export const showReviewRecord = ({
  terms,
  proposedTerms,
  requests,
  thirdParties,
  expertLists,
  takenExperts,
  materials,
  delays,
  meeting,
}: OpenedPanel): ReviewRecordShown => ({
  terms,
  proposedTerms: terms ? [] : proposedTerms,
  requests,
  thirdParties: thirdParties.map(({ personId = null, ...thirdParty }) => ({ ...thirdParty, personId })),
  expertLists: expertLists.map(({ experts, ...list }) => ({
    ...list,
    experts: experts.map(({ personId = null, ...expert }) => ({ ...expert, personId })),
  })),
  takenExperts: takenExperts.map(({ personId = null, disclosure = null, ...expert }) => ({
    ...expert,
    personId,
    disclosure,
  })),
  materials: materials.map(({ paper, replacedBy = null, ...material }) => ({
    ...material,
    standing: paper?.standing ?? null,
    original: paper?.original ?? null,
    replacedBy,
  })),
  delays,
  meeting,
});
