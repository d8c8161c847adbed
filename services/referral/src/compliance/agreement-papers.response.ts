import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown, AuthoredText, Shown } from '@parley/http';
import { ObligationTermsShown, TextSignatureShown } from '../settlement/settlement.response';
import { FINDINGS } from './agreement-events.rules';
import { AgreementSourceShown } from './agreement.response';
import { PUBLICATIONS } from './verification.rules';

const STATUSES = ['proposed', 'declined', 'in-force', 'undone'] as const;
const SUBJECTS = ['report', 'verification', 'notice'] as const;

@ApiSchema({ description: 'Terms of an agreement that one desk proposed.' })
export class ProposedTermsShown {
  @Shown({ meaning: 'Title.', type: () => AuthoredText, list: true })
  readonly title: readonly AuthoredText[];

  @Shown({ meaning: 'Where its text is found.', type: () => AgreementSourceShown })
  readonly source: AgreementSourceShown;

  @Shown({ meaning: 'What of it is still to be done.', type: () => ObligationTermsShown, list: true })
  readonly obligations: readonly ObligationTermsShown[];

  @Shown({
    meaning: 'Day of the first review; `null` for one review interval after the entry.',
    format: 'date',
    nullable: true,
  })
  readonly firstReview: string | null;

  @Shown({ meaning: 'What of it would be public.', values: PUBLICATIONS, example: 'text' })
  readonly publication: string;
}

@ApiSchema({ description: 'A later date that a party proposed.' })
export class DateProposalShown {
  @Shown({ meaning: 'Id of the obligation.', kind: 'word', example: 'O1' })
  readonly obligation: string;

  @Shown({ meaning: 'Party that proposed it.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'The later date. It lapses with the present one.', format: 'date' })
  readonly date: string;

  @Shown({ meaning: 'When it was proposed (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'Why.', type: () => AuthoredText, list: true })
  readonly reason: readonly AuthoredText[];
}

@ApiSchema({ description: 'Words that the parties keep to themselves.' })
export class KeptWordsShown {
  @Shown({ meaning: 'What they were said with.', values: SUBJECTS, example: 'report' })
  readonly of: string;

  @Shown({ meaning: 'Id of the obligation that they are about.', kind: 'word', example: 'O1' })
  readonly about: string;

  @Shown({ meaning: 'Whose they are.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When they were received (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'The words.', type: () => AuthoredText, list: true })
  readonly words: readonly AuthoredText[];
}

@ApiSchema({ description: 'What is signed for each finding of a joint check.' })
export class CheckDigestsShown {
  @Shown({ meaning: 'SHA-256 that a co-head signs who finds it as it is reported.', kind: 'digest' })
  readonly 'as-reported': string;

  @Shown({ meaning: 'SHA-256 that a co-head signs who does not.', kind: 'digest' })
  readonly 'not-as-reported': string;
}

@ApiSchema({ description: 'A co-head’s signature of a joint check.' })
export class CheckSignatureShown {
  @Shown({ meaning: 'Side of the co-head who signed.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'What that co-head found.', values: FINDINGS, example: 'as-reported' })
  readonly finding: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'A joint check that is under way.' })
export class JointCheckShown {
  @Shown({ meaning: 'Id of the obligation.', kind: 'word', example: 'O1' })
  readonly obligation: string;

  @Shown({ meaning: 'What the co-heads sign, by finding.', type: () => CheckDigestsShown })
  readonly digests: CheckDigestsShown;

  @Shown({ meaning: 'Signatures so far, the newest of each side.', type: () => CheckSignatureShown, list: true })
  readonly signatures: readonly CheckSignatureShown[];
}

@ApiSchema({ description: 'An act of a side that it may repudiate, or has repudiated.' })
export class AgreementActShown {
  @Shown({ meaning: 'What a repudiation names.', example: 'verification:O1:1', max: 200 })
  readonly act: string;

  @Shown({ meaning: 'What it was, in both languages.', type: () => BilingualShown })
  readonly kindName: BilingualShown;

  @Shown({ meaning: 'Party in whose name it was done.', kind: 'party' })
  readonly party: string;

  @Shown({
    meaning: 'When it was recorded (UTC), from which the time to repudiate it is counted.',
    format: 'date-time',
  })
  readonly at: string;

  @Shown({ meaning: 'When its side repudiated it (UTC); `null` if it did not.', format: 'date-time', nullable: true })
  readonly repudiatedAt: string | null;
}

@ApiSchema({ description: 'The part of an agreement that only its parties read.' })
export class AgreementPapersShown {
  @Shown({ meaning: 'Id of the agreement.', format: 'uuid' })
  readonly agreementId: string;

  @Shown({ meaning: 'Whether it is proposed, declined or in force.', values: STATUSES, example: 'proposed' })
  readonly status: string;

  @Shown({
    meaning:
      'SHA-256 of the canonical JSON (RFC 8785) of `agreementId`, `title`, `source`, `obligations`, ' +
      '`firstReview` and `publication`: what both desks sign; `null` once declined.',
    kind: 'digest',
    nullable: true,
  })
  readonly digest: string | null;

  @Shown({
    meaning: 'What one desk proposed; `null` once it is in force or declined.',
    type: () => ProposedTermsShown,
    nullable: true,
  })
  readonly terms: ProposedTermsShown | null;

  @Shown({
    meaning: 'Signatures of the proposal; empty once it is in force.',
    type: () => TextSignatureShown,
    list: true,
  })
  readonly signatures: readonly TextSignatureShown[];

  @Shown({
    meaning: 'Later dates that the other party has not agreed to yet.',
    type: () => DateProposalShown,
    list: true,
  })
  readonly dateProposals: readonly DateProposalShown[];

  @Shown({ meaning: 'Joint checks that are under way.', type: () => JointCheckShown, list: true })
  readonly checks: readonly JointCheckShown[];

  @Shown({
    meaning: 'Words that the parties keep to themselves, oldest first.',
    type: () => KeptWordsShown,
    list: true,
  })
  readonly words: readonly KeptWordsShown[];

  @Shown({
    meaning: 'What the desks did that their side may repudiate for 5 JBD (I-67), oldest first.',
    type: () => AgreementActShown,
    list: true,
  })
  readonly acts: readonly AgreementActShown[];
}
