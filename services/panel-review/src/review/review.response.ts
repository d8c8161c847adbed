import { ApiSchema } from '@nestjs/swagger';
import { mayRead, type Caller } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import {
  MayComeLateRequest,
  AuthoredText,
  DeadlineShown,
  PageShown,
  respond,
  Sha256Field,
  showDeadlines,
  Shown,
  TextListField,
  TextsField,
  type Answer,
  wholeList,
  ListEndShown,
} from '@parley/http';
import type { PersonId, Tier, Sha256 } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import { showReviewRecord, type ReviewRecordShown } from '../information/information.response';
import { papersFor } from '../experts/papers.rules';
import { openedPanelOf, type OpenedPanel, type PanelState } from '../panel/panel-state.rules';
import { accessOf } from '../panel/panel.http';
import { PanelPartiesShown } from '../panel/panel.response';
import { revisionFor } from '../panel/show-panel.response';

const words = (text: string) => [{ lang: 'en', text, kind: 'original' }];
/** Number of an exhibit: prefix of its party, dash, number. */
export const EXHIBIT_NUMBER = /^[A-Z]{2,5}-[1-9]\d{0,5}$/;

export class InterimDraftRequest {
  @TextsField({
    meaning:
      'The draft of the interim text. It takes the place of the draft before, and of its signatures. What a co-chair ' +
      'signed last stays laid down, and is served at the end of the review if the co-chairs agree on nothing (S8).',
    example: words('The panel sees it so far as follows.'),
    max: 60_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];

  @TextListField({
    meaning:
      'Numbers of the exhibits on which it rests; each stands on the record in a version that both sides have (I-65).',
    example: ['USA-1'],
    max: 500,
    unique: true,
    of: { max: 12, pattern: EXHIBIT_NUMBER },
  })
  readonly exhibits: readonly string[];
}

export class InterimSignatureRequest {
  @Sha256Field({
    meaning: 'Digest of the draft, as `GET …/panel/votes` shows it to the members.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

export class InterimCommentRequest extends MayComeLateRequest {
  @TextsField({
    meaning: 'What the party says of the interim text.',
    example: words('The facts in paragraph 3 are incomplete.'),
    max: 50_000,
    multiline: true,
  })
  readonly comment: readonly AuthoredText[];
}

@ApiSchema({ description: 'The caller’s disclosure as an expert.' })
export class OwnDisclosureShown {
  @Shown({ meaning: 'What was disclosed.', type: () => AuthoredText, list: true })
  readonly statement: readonly AuthoredText[];

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly disclosedAt: string;
}

@ApiSchema({ description: 'A note or report of the caller.' })
export class OwnWordsShown {
  @Shown({ meaning: 'Id of the note or report within the case.', example: 'report:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'The text.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'When it was served on both parties and the panel (UTC).', format: 'date-time' })
  readonly servedAt: string;

  @Shown({
    meaning:
      '`own` where the caller said it in person. What the registry of one side entered in the caller’s name is ' +
      '`confirmed` by the other’s or `unconfirmed`, and `replaced` once the caller has said it in person.',
    values: ['own', 'confirmed', 'unconfirmed', 'replaced'],
    example: 'own',
  })
  readonly standing: string;
}

@ApiSchema({ description: 'What a registry entered in the caller’s name.' })
export class EnteredWordsShown {
  @Shown({ meaning: 'Id of the entry; a note of your own may replace it by that.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'The text.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'When it was entered (UTC).', format: 'date-time' })
  readonly enteredAt: string;
}

/** Nothing else of the case is shown there. */
@ApiSchema({ description: 'What a panel asks of somebody from outside the case, and what that person has said.' })
export class AssignmentShown {
  @Shown({ meaning: 'Id of the expert or of the third party within the case.', example: 'expert:US:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'As what the caller is heard.', values: ['expert', 'third-party'], example: 'expert' })
  readonly as: string;

  @Shown({ meaning: 'What the panel asks; none of a third party.', type: () => AuthoredText, list: true })
  readonly questions: readonly AuthoredText[];

  @Shown({ meaning: 'Since when (UTC).', format: 'date-time' })
  readonly since: string;

  @Shown({
    meaning: 'The end of the review, until which a note or a report is taken; `null` when it runs no more.',
    type: () => DeadlineShown,
    nullable: true,
  })
  readonly until: DeadlineShown | null;

  @Shown({
    meaning: 'The disclosure of an expert, which comes before the report; `null` before it.',
    type: () => OwnDisclosureShown,
    nullable: true,
  })
  readonly disclosure: OwnDisclosureShown | null;

  @Shown({ meaning: 'Notes or reports of the caller.', type: () => OwnWordsShown, list: true })
  readonly said: readonly OwnWordsShown[];

  @Shown({
    meaning: 'What the registry of one side entered in the caller’s name, while the other’s has not answered.',
    type: () => EnteredWordsShown,
    list: true,
  })
  readonly entered: readonly EnteredWordsShown[];
}

@ApiSchema({ description: 'The caller’s assignments in a case.' })
export class AssignmentsShown extends ListEndShown {
  @Shown({ meaning: 'What the panel of this case asks of the caller.', type: () => AssignmentShown, list: true })
  readonly items: readonly AssignmentShown[];
}

@ApiSchema({ description: 'A case in which a panel hears the caller.' })
export class AssignmentLineShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid' })
  readonly caseId: string;

  @Shown({ meaning: 'The parties by role.', type: () => PanelPartiesShown })
  readonly parties: PanelPartiesShown;
}

export type AssignmentPage = PageShown<AssignmentLineShown>;

/** The assignments in a panel of a person who is heard from outside. */
export function showAssignments(state: OpenedPanel, person: PersonId): AssignmentsShown {
  const { takenExperts, thirdParties, materials, running } = state;
  const words = (about: string): Pick<AssignmentShown, 'said' | 'entered'> => ({
    said: materials
      .filter((each) => each.about === about)
      .map(({ id, text, servedAt, paper, replacedBy }) => ({
        ...{ id, text, servedAt },
        standing: replacedBy === undefined ? (paper?.standing ?? 'own') : 'replaced',
      })),
    entered: papersFor(about, state)
      .filter(({ end }) => end === null)
      .map(({ entryId: id, claimed: { text }, claimedAt: enteredAt }) => ({ id, text, enteredAt })),
  });
  const until = reviewIn(running);
  const experts = takenExperts.filter(({ personId }) => personId === person);
  const others = thirdParties.filter(({ personId }) => personId === person);
  return wholeList([
    ...experts.map(({ expertId: id, questions, takenAt: since, disclosure = null }) => ({
      id,
      as: 'expert',
      questions,
      since,
      until,
      disclosure,
      ...words(id),
    })),
    ...others.map(({ id, admittedAt: since }) => ({
      id,
      as: 'third-party',
      questions: [],
      since,
      until,
      disclosure: null,
      ...words(id),
    })),
  ]);
}

const reviewIn = ({ review }: Readonly<Record<string, RunningDeadline>>): DeadlineShown | null =>
  review ? (showDeadlines({ review })[0] ?? null) : null;

/**
 * The answer to an act in the review: what is before the panel after the act. Whoever sees the panel may read all of
 * it.
 */
export function showReviewOutcome(outcome: CommandOutcome<PanelState>, caller: Caller): Answer<ReviewRecordShown> {
  const answer = respond(outcome, ({ state }) => showReviewRecord(openedPanelOf(state)));
  if (outcome.kind !== 'done') return answer;
  const access = accessOf(openedPanelOf(outcome.state));
  return revisionFor((tier: Tier) => mayRead(tier, caller, access), answer);
}
