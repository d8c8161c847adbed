import { ApiSchema } from '@nestjs/swagger';
import type { CommandOutcome } from '@parley/event-store';
import { Answer, AuthoredText, respond, showDeadline, Shown, TextField, TextsField } from '@parley/http';
import type { RunningDeadline } from '@parley/procedure';
import { FileShown } from '../casefile/casefile.response';
import type { EvidenceState } from '../casefile/casefile.rules';
import { JointDecisionShown, showSignature } from '../readers/readers.response';
import { loanDeadline, type AssignmentId, type Loan } from './loans.rules';

const ASSIGNMENT = /^(expert:[A-Z]{2}|third-party):[1-9]\d{0,3}$/;

export class LoanRequest {
  @TextField({
    meaning: 'Id of the expert or of the third party within the case, as its panel hears them in person.',
    example: 'expert:US:1',
    max: 40,
    pattern: ASSIGNMENT,
  })
  readonly assignment: string;

  @TextsField({
    meaning: 'What it is needed for.',
    example: [{ lang: 'en', text: 'The volumes in table 2 bear on question 1.', kind: 'original' }],
    max: 2_000,
    multiline: true,
  })
  readonly purpose: AuthoredText[];
}

@ApiSchema({ description: 'An exhibit that was asked for or lent for somebody whom the panel hears (I-42).' })
export class LoanShown {
  @Shown({ meaning: 'Id of the expert or of the third party within the case.', example: 'expert:US:1', kind: 'word' })
  readonly assignment: string;

  @Shown({ meaning: 'Who acts as that expert or third party, by pseudonym.', example: 'expert-1', kind: 'person' })
  readonly person: string;

  @Shown({ meaning: 'Who asked for it.', values: ['panel', 'registry'], example: 'panel' })
  readonly askedBy: string;

  @Shown({ meaning: 'When it was asked for (UTC).', format: 'date-time' })
  readonly askedAt: string;

  @Shown({ meaning: 'What it is needed for.', type: () => AuthoredText, list: true })
  readonly purpose: readonly AuthoredText[];

  @Shown({
    meaning: '`asked`, `lent`, or `ended`: only while it is lent is anything handed out.',
    values: ['asked', 'lent', 'ended'],
    example: 'lent',
  })
  readonly status: string;

  @Shown({
    meaning: 'By whose word it was lent; `null` before that.',
    values: ['its-party', 'co-heads'],
    example: 'its-party',
    nullable: true,
  })
  readonly basis: string | null;

  @Shown({ meaning: 'Since when it is lent (UTC).', format: 'date-time', nullable: true })
  readonly lentAt: string | null;

  @Shown({ meaning: 'When it ended (UTC); `null` while it has not.', format: 'date-time', nullable: true })
  readonly endedAt: string | null;

  @Shown({
    meaning:
      'Who ended it; `tombstone` where the exhibit was taken back or has fewer readers, `end-of-review` ' +
      'where nobody is heard any more.',
    values: ['its-party', 'panel', 'registry', 'tombstone', 'end-of-review'],
    example: 'panel',
    nullable: true,
  })
  readonly endedBy: string | null;

  @Shown({
    meaning:
      'Signatures that wait for the other co-head; `null` for none, and for who does not read what ' +
      'passes between the parties.',
    type: () => JointDecisionShown,
    nullable: true,
  })
  readonly decision: JointDecisionShown | null;
}

@ApiSchema({ description: 'What a co-head is shown before signing a loan.' })
export class LoanDraftShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid', example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11' })
  readonly caseId: string;

  @Shown({ meaning: 'Number of the exhibit.', kind: 'exhibit' })
  readonly exhibit: string;

  @Shown({ meaning: 'SHA-256 of the exhibit.', kind: 'digest' })
  readonly exhibitDigest: string;

  @Shown({ meaning: 'Id of the expert or of the third party within the case.', example: 'expert:US:1', kind: 'word' })
  readonly lendTo: string;

  @Shown({ meaning: 'Who acts as that expert or third party, by pseudonym.', example: 'expert-1', kind: 'person' })
  readonly person: string;

  @Shown({
    meaning: 'SHA-256 of the canonical JSON (RFC 8785) of the fields above: what both co-heads sign.',
    kind: 'digest',
  })
  readonly digest: string;
}

@ApiSchema({ description: 'An exhibit that its reader has on loan.' })
export class BorrowedShown {
  @Shown({
    meaning: 'Number of the exhibit: its bytes are at `/v1/cases/{caseId}/exhibits/{number}/content`.',
    kind: 'exhibit',
  })
  readonly number: string;

  @Shown({ meaning: 'For which of your assignments.', example: 'expert:US:1', kind: 'word' })
  readonly assignment: string;

  @Shown({ meaning: 'Since when (UTC).', format: 'date-time' })
  readonly since: string;

  @Shown({ meaning: 'The file as filed.', type: () => FileShown })
  readonly file: FileShown;
}

/** What else a reader of a loan sees: what passes between the parties, and the clocks that run. */
interface Surroundings {
  readonly betweenParties: boolean;
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

export const showLoan = (number: string, loan: Loan, { betweenParties, running }: Surroundings): LoanShown => ({
  assignment: loan.to.assignment,
  person: loan.to.person,
  askedBy: loan.askedBy,
  askedAt: loan.askedAt,
  purpose: [...loan.purpose],
  status: loan.ended ? 'ended' : loan.lent ? 'lent' : 'asked',
  basis: loan.lent?.basis ?? null,
  lentAt: loan.lent?.at ?? null,
  endedAt: loan.ended?.at ?? null,
  endedBy: loan.ended?.by ?? null,
  decision: betweenParties ? showDecision(loan, running[loanDeadline(number, loan.to.assignment)]) : null,
});

const showDecision = ({ decision }: Loan, deadline: RunningDeadline | undefined): JointDecisionShown | null =>
  decision && deadline
    ? { digest: decision.digest, deadline: showDeadline(deadline), signatures: decision.signatures.map(showSignature) }
    : null;

/**
 * A loan after an act on it: the last one of the exhibit for that assignment.
 * @param betweenParties whether the person who acted reads what passes between the parties. The revision counts that
 *   too, so others are not told it (I-43).
 */
export function answerWithLoan(
  outcome: CommandOutcome<EvidenceState>,
  number: string,
  assignment: AssignmentId,
  betweenParties: boolean,
): Answer<LoanShown> {
  const answer = respond(outcome, ({ state }) => {
    const loan =
      state.status === 'unknown'
        ? undefined
        : state.exhibits.get(number)?.loans.findLast(({ to }) => to.assignment === assignment);
    if (state.status === 'unknown' || !loan)
      throw new TypeError(`the loan of exhibit ${number} is gone after an act on it`);
    return showLoan(number, loan, { betweenParties, running: state.running });
  });
  if (betweenParties) return answer;
  const { revision: _withheld, ...about } = answer.about;
  return new Answer(answer.body, about);
}
