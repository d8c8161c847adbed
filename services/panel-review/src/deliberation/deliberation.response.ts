import { ApiSchema } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import { AuthoredText, respond, Shown, type Answer } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { OBJECTION_VOTES, SUPPORTED, VOTES } from '../findings/findings.request';
import { TranslatedTextShown } from '../findings/translations.response';
import type { PanelGate } from '../panel/panel.http';
import { URGENCY_VERDICTS } from '../tracks/tracks.request';
import type { DeliberationState } from './deliberation.rules';
import { InterimDraftShown, LaidDownTextShown } from './interim-draft.response';

@ApiSchema({ description: 'A vote on a claim.' })
export class VoteShown {
  @Shown({ meaning: 'Id of the claim.', kind: 'claim' })
  readonly claimId: string;

  @Shown({ meaning: 'Pseudonym of the member.', kind: 'person' })
  readonly member: string;

  @Shown({ meaning: 'The vote as it stands.', values: VOTES })
  readonly on: string;

  @Shown({ meaning: 'Whether the member wishes it shown with the findings.', example: false })
  readonly attributed: boolean;
}

@ApiSchema({ description: 'Reasons for an outcome, and who adopts them.' })
export class ReasonsShown {
  @Shown({ meaning: 'Id of the claim.', kind: 'claim' })
  readonly claimId: string;

  @Shown({ meaning: 'Pseudonym of the member who laid them down.', kind: 'person' })
  readonly member: string;

  @Shown({ meaning: 'For which outcome.', values: SUPPORTED })
  readonly supports: string;

  @Shown({ meaning: 'The reasons.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'Exhibits on which they rest.', type: () => String, list: true, kind: 'exhibit' })
  readonly exhibits: readonly string[];

  @Shown({
    meaning: 'SHA-256 of the canonical JSON of case, claim, exhibits, outcome and text: what members adopt.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({ meaning: 'Pseudonyms of the members who adopt them.', type: () => String, list: true, kind: 'person' })
  readonly adoptedBy: readonly string[];
}

@ApiSchema({ description: 'A vote on an objection.' })
export class ObjectionVoteShown {
  @Shown({ meaning: 'Id of the objection.', example: 'objection:1', kind: 'word' })
  readonly objectionId: string;

  @Shown({ meaning: 'Pseudonym of the member.', kind: 'person' })
  readonly member: string;

  @Shown({ meaning: 'The vote as it stands.', values: OBJECTION_VOTES })
  readonly on: string;
}

@ApiSchema({ description: 'A separate statement.' })
export class StatementShown {
  @Shown({ meaning: 'Id of the claim.', kind: 'claim' })
  readonly claimId: string;

  @Shown({ meaning: 'Role of the side.', values: ['complainant', 'respondent'] })
  readonly side: string;

  @Shown({ meaning: 'The statement.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'Exhibits on which it rests.', type: () => String, list: true, kind: 'exhibit' })
  readonly exhibits: readonly string[];
}

@ApiSchema({ description: 'A note to the other members.' })
export class NoteShown {
  @Shown({ meaning: 'Pseudonym of the member.', kind: 'person' })
  readonly by: string;

  @Shown({ meaning: 'The note.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'What a member says of urgency.' })
export class UrgencyViewShown {
  @Shown({ meaning: 'Pseudonym of the member.', kind: 'person' })
  readonly member: string;

  @Shown({ meaning: 'What the member says of the urgency of the case.', values: URGENCY_VERDICTS })
  readonly verdict: string;
}

@ApiSchema({ description: 'An expert whom a co-chair would ask.' })
export class ExpertChoiceShown {
  @Shown({ meaning: 'Pseudonym of the co-chair.', kind: 'person' })
  readonly by: string;

  @Shown({ meaning: 'Id of the expert.', example: 'expert:US:1', kind: 'word' })
  readonly expertId: string;

  @Shown({ meaning: 'What the co-chair would ask.', type: () => AuthoredText, list: true })
  readonly questions: readonly AuthoredText[];

  @Shown({
    meaning:
      'SHA-256 of the canonical JSON of case, expert and questions: the expert is taken when both ' +
      'co-chairs’ are the same.',
    kind: 'digest',
  })
  readonly digest: string;
}

@ApiSchema({ description: 'A translation of reasons that a member proposes.' })
export class ProposedTranslationShown extends TranslatedTextShown {
  @Shown({ meaning: 'Pseudonym of the member who would have it read so.', kind: 'person' })
  readonly by: string;
}

@ApiSchema({ description: 'What only the seated, unchallenged members read (I-14).' })
export class DeliberationShown {
  @Shown({
    meaning: 'On the urgent track, what each member says of the urgency.',
    type: () => UrgencyViewShown,
    list: true,
  })
  readonly urgencyViews: readonly UrgencyViewShown[];

  @Shown({ meaning: 'Experts whom co-chairs would ask, and what.', type: () => ExpertChoiceShown, list: true })
  readonly expertChoices: readonly ExpertChoiceShown[];

  @Shown({
    meaning: 'The draft of the interim text that is before the panel; `null` before the first.',
    type: () => InterimDraftShown,
    nullable: true,
  })
  readonly draft: InterimDraftShown | null;

  @Shown({
    meaning: 'When both co-chairs had signed the draft, which made it the interim text (UTC); `null` before.',
    format: 'date-time',
    nullable: true,
  })
  readonly agreedAt: string | null;

  @Shown({
    meaning:
      'The draft that each co-chair signed last. If the co-chairs agree on none, these are served side by side at ' +
      'the end of the review (S8).',
    type: () => LaidDownTextShown,
    list: true,
  })
  readonly laidDown: readonly LaidDownTextShown[];

  @Shown({ meaning: 'Votes as they stand.', type: () => VoteShown, list: true })
  readonly votes: readonly VoteShown[];

  @Shown({ meaning: 'Votes on objections as they stand.', type: () => ObjectionVoteShown, list: true })
  readonly objectionVotes: readonly ObjectionVoteShown[];

  @Shown({ meaning: 'Reasons that somebody adopts, as they stand.', type: () => ReasonsShown, list: true })
  readonly reasons: readonly ReasonsShown[];

  @Shown({ meaning: 'Separate statements as they stand.', type: () => StatementShown, list: true })
  readonly statements: readonly StatementShown[];

  @Shown({ meaning: 'Notes in their order.', type: () => NoteShown, list: true })
  readonly notes: readonly NoteShown[];

  @Shown({
    meaning: 'Co-chairs who asked to close since the last vote.',
    type: () => String,
    list: true,
    kind: 'person',
  })
  readonly closingAskedBy: readonly string[];

  @Shown({ meaning: 'When it was closed (UTC); `null` before.', format: 'date-time', nullable: true })
  readonly closedAt: string | null;

  @Shown({
    meaning:
      'How members would have reasons read in the language that they lack; they stand when both co-chairs agree.',
    type: () => ProposedTranslationShown,
    list: true,
  })
  readonly proposedTranslations: readonly ProposedTranslationShown[];

  @Shown({ meaning: 'Translations of the findings that stand.', type: () => TranslatedTextShown, list: true })
  readonly translations: readonly TranslatedTextShown[];
}

export const showDeliberation = ({
  urgencyViews,
  expertChoices,
  draft,
  agreedAt,
  laidDown,
  votes,
  objectionVotes,
  reasons,
  statements,
  notes,
  closingAskedBy,
  closed,
  proposedTranslations,
  translations,
}: DeliberationState): DeliberationShown => ({
  urgencyViews,
  expertChoices,
  draft,
  agreedAt,
  laidDown,
  votes,
  objectionVotes,
  reasons,
  statements,
  notes,
  closingAskedBy,
  closedAt: closed?.closedAt ?? null,
  proposedTranslations,
  translations: translations.map(({ claimId, part, text }) => ({ claimId, part, text })),
});

/**
 * The deliberation after an act in it. An act that comes again gets its former answer. Its author may have been
 * challenged or have left since, and then may not read that answer any more (I-09).
 * @throws ProblemError as `respond` and `PanelGate.openDeliberation` do
 */
export async function answerDeliberation(
  gate: PanelGate,
  caseId: CaseId,
  caller: Caller,
  outcome: CommandOutcome<DeliberationState>,
): Promise<Answer<DeliberationShown>> {
  if (outcome.kind === 'done' && outcome.repeated) await gate.openDeliberation(caseId, caller);
  return respond(outcome, ({ state }) => showDeliberation(state));
}
