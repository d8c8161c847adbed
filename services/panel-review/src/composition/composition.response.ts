import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';
import { VERDICTS } from './composition.request';

export const SEAT_STAGES = [
  'vacant',
  'awaiting-disclosure',
  'open-to-challenge',
  'challenged',
  'open-to-replacement',
  'settled',
] as const;

@ApiSchema({ description: 'A member of a panel.' })
export class MemberShown {
  @Shown({ meaning: 'Pseudonym of the member.', kind: 'person' })
  readonly personId: string;

  @Shown({ meaning: 'How the member came to the seat.', values: ['nomination', 'lot'] })
  readonly chosenBy: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly chosenAt: string;

  @Shown({ meaning: 'Whether the member is a co-chair, once the panel is convened.', example: true })
  readonly coChair: boolean;
}

@ApiSchema({ description: 'The disclosure of a member.' })
export class MemberDisclosureShown {
  @Shown({ meaning: 'What was disclosed, with what was disclosed later.', type: () => AuthoredText, list: true })
  readonly statement: readonly AuthoredText[];

  @Shown({ meaning: 'When, for the last time (UTC).', format: 'date-time' })
  readonly madeAt: string;

  @Shown({
    meaning: 'When the last time to challenge on it ended (UTC); only a fact that came to light since is a ground.',
    format: 'date-time',
    nullable: true,
  })
  readonly challengeableUntil: string | null;
}

@ApiSchema({ description: 'A seat of a panel.' })
export class SeatShown {
  @Shown({ meaning: 'Id of the seat.', example: 'respondent-1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Role of the side whose seat it is.', values: ['complainant', 'respondent'] })
  readonly side: string;

  @Shown({ meaning: 'Where its filling stands; a member is seated when it is settled.', values: SEAT_STAGES })
  readonly stage: string;

  @Shown({ meaning: 'Who is on it; `null` while it is vacant.', type: () => MemberShown, nullable: true })
  readonly member: MemberShown | null;

  @Shown({ meaning: 'The member’s disclosure; `null` before it.', type: () => MemberDisclosureShown, nullable: true })
  readonly disclosure: MemberDisclosureShown | null;
}

@ApiSchema({ description: 'What is signed for each verdict on a challenge.' })
export class VerdictDigestsShown {
  @Shown({ meaning: 'SHA-256 that a co-head signs who upholds the challenge.', kind: 'digest' })
  readonly upheld: string;

  @Shown({ meaning: 'SHA-256 that a co-head signs who does not.', kind: 'digest' })
  readonly 'not-upheld': string;
}

@ApiSchema({ description: 'A signature of a verdict on a challenge.' })
export class ChallengeSignatureShown {
  @Shown({ meaning: 'Pseudonym of the co-head.', example: 'us-cohead', kind: 'person' })
  readonly coHead: string;

  @Shown({ meaning: 'Code of the appointing side.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'What was signed.', values: VERDICTS })
  readonly verdict: string;

  @Shown({ meaning: 'Digest that was signed.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly receivedAt: string;
}

@ApiSchema({ description: 'How a challenge ended.' })
export class ChallengeOutcomeShown {
  @Shown({ meaning: 'Whether the challenge removed the member.', values: VERDICTS })
  readonly verdict: string;

  @Shown({
    meaning: 'Through what (I-04): both signatures, or the default when the time was up.',
    values: ['both-signatures', 'default'],
  })
  readonly by: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'Codes of the sides whose co-head did not sign.', type: () => String, list: true, kind: 'party' })
  readonly missing: readonly string[];
}

@ApiSchema({ description: 'A challenge of a member.' })
export class ChallengeShown {
  @Shown({ meaning: 'Id of the challenge within the case.', example: 'challenge:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Seat of the member challenged.', example: 'respondent-1', kind: 'word' })
  readonly seat: string;

  @Shown({ meaning: 'Pseudonym of the member challenged.', kind: 'person' })
  readonly member: string;

  @Shown({ meaning: 'Role of the side that challenges.', values: ['complainant', 'respondent'] })
  readonly by: string;

  @Shown({ meaning: 'Grounds.', type: () => AuthoredText, list: true })
  readonly grounds: readonly AuthoredText[];

  @Shown({
    meaning: 'When the fact came to light, if that was after the time for challenges (UTC); `null` otherwise.',
    format: 'date-time',
    nullable: true,
  })
  readonly cameToLight: string | null;

  @Shown({ meaning: 'When it was made (UTC).', format: 'date-time' })
  readonly madeAt: string;

  @Shown({ meaning: 'What the co-heads sign, by verdict.', type: () => VerdictDigestsShown })
  readonly digests: VerdictDigestsShown;

  @Shown({
    meaning: 'Signatures so far; for the parties, the registry and the co-heads.',
    type: () => ChallengeSignatureShown,
    list: true,
  })
  readonly signatures: readonly ChallengeSignatureShown[];

  @Shown({
    meaning: 'How it ended; `null` while it is undecided, or when the member left before.',
    type: () => ChallengeOutcomeShown,
    nullable: true,
  })
  readonly outcome: ChallengeOutcomeShown | null;
}
