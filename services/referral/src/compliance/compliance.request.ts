import { ApiSchema } from '@nestjs/swagger';
import type { IsoDate, PartyCode, Sha256 } from '@parley/kernel';
import {
  MayComeLateRequest,
  DateField,
  EnumField,
  ListField,
  NestedField,
  Sha256Field,
  TextField,
  TextsField,
  type AuthoredText,
} from '@parley/http';
import {
  FINDINGS,
  REPORTED_STATES,
  VERDICTS,
  type CheckFinding,
  type ReportedState,
  type Verdict,
} from './agreement-events.rules';
import { PUBLICATIONS, type Publication } from './verification.rules';

const LANGUAGES = ['en', 'zh-Hans'] as const;

/** A list of obligations as the document shows it. */
export const OBLIGATIONS_EXAMPLE = [
  {
    id: 'O1',
    owner: 'US',
    date: '2026-03-31',
    what: [
      { lang: 'en', text: 'Publish the amended schedule.', kind: 'authentic' },
      { lang: 'zh-Hans', text: '公布修订后的税目表。', kind: 'authentic' },
    ],
    check: [
      { lang: 'en', text: 'The schedule is in the official gazette.', kind: 'authentic' },
      { lang: 'zh-Hans', text: '税目表载于官方公报。', kind: 'authentic' },
    ],
  },
];

@ApiSchema({ description: 'An obligation that the parties would agree on (I-47).' })
export class ObligationRequest {
  @TextField({ meaning: 'Id within the agreement.', example: 'O1', max: 20, pattern: /^[A-Za-z0-9]+$/ })
  readonly id: string;

  @TextField({ meaning: 'Code of the party that has to do it.', example: 'US', max: 8 })
  readonly owner: PartyCode;

  @DateField({
    meaning: 'Last day on which it is done in time; one that is no joint business day rolls to the next.',
    example: '2026-03-31',
  })
  readonly date: IsoDate;

  @TextsField({
    meaning: 'What is to be done, in English and Chinese.',
    example: [
      { lang: 'en', text: 'Publish the amended schedule.', kind: 'authentic' },
      { lang: 'zh-Hans', text: '公布修订后的税目表。', kind: 'authentic' },
    ],
    max: 1_000,
    languages: LANGUAGES,
    multiline: true,
  })
  readonly what: readonly AuthoredText[];

  @TextsField({
    meaning: 'How both sides will see that it was done, in English and Chinese.',
    example: [
      { lang: 'en', text: 'The schedule is in the official gazette.', kind: 'authentic' },
      { lang: 'zh-Hans', text: '税目表载于官方公报。', kind: 'authentic' },
    ],
    max: 500,
    languages: LANGUAGES,
    multiline: true,
  })
  readonly check: readonly AuthoredText[];
}

const WORDS = { min: 0, max: 2_000, multiline: true } as const;

@ApiSchema({ description: 'Where the text of an agreement is found.' })
export class AgreementSourceRequest {
  @TextField({ meaning: 'Citation of the text.', example: '2020 OJ 1', max: 300 })
  readonly citation: string;

  @DateField({ meaning: 'When it was signed.', example: '2020-01-15' })
  readonly date: IsoDate;

  @TextField({
    meaning: 'Address of the text.',
    example: 'https://example.org/agreement',
    max: 500,
    optional: true,
    pattern: /^https:\/\/\S+$/,
  })
  readonly url?: string;
}

@ApiSchema({ description: 'An existing agreement for the register.' })
export class AgreementRequest {
  @TextsField({
    meaning: 'Title, in English and Chinese.',
    example: [
      { lang: 'en', text: 'Agreement on soybeans', kind: 'authentic' },
      { lang: 'zh-Hans', text: '大豆协议', kind: 'authentic' },
    ],
    max: 300,
    languages: LANGUAGES,
  })
  readonly title: readonly AuthoredText[];

  @NestedField(() => AgreementSourceRequest, {
    meaning: 'Where its text is found.',
    example: { citation: '2020 OJ 1', date: '2020-01-15' },
  })
  readonly source: AgreementSourceRequest;

  @ListField(() => ObligationRequest, {
    meaning: 'What of it is still to be done. Each has an owner, a date and a check (I-47).',
    example: OBLIGATIONS_EXAMPLE,
    min: 1,
    max: 30,
  })
  readonly obligations: readonly ObligationRequest[];

  @DateField({
    meaning:
      'Day of the first review; one review interval after the entry when left out. Every further review ' +
      'follows at that interval.',
    example: '2026-01-30',
    optional: true,
  })
  readonly firstReview?: IsoDate;

  @EnumField({
    meaning:
      'Whether everybody may read its text here. Owner, date and state of each obligation are ' +
      'public in any case (I-54).',
    example: 'text',
    values: PUBLICATIONS,
  })
  readonly publication: Publication;
}

@ApiSchema({ description: 'What a party reports of an obligation.' })
export class ReportEntryRequest {
  @TextField({ meaning: 'Id of the obligation.', example: 'O1', max: 20 })
  readonly obligation: string;

  @EnumField({ meaning: 'How it stands.', example: 'on-course', values: REPORTED_STATES })
  readonly says: ReportedState;

  @TextsField({
    meaning: 'In your own words. May be empty.',
    example: [{ lang: 'en', text: 'The draft is with the gazette.', kind: 'original' }],
    ...WORDS,
  })
  readonly note: readonly AuthoredText[];
}

export class StatusReportRequest extends MayComeLateRequest {
  @ListField(() => ReportEntryRequest, {
    meaning:
      'Every obligation of your side that is not fulfilled, once each. In a further report for the same review, ' +
      'those of which you say something else.',
    example: [
      {
        obligation: 'O1',
        says: 'on-course',
        note: [{ lang: 'en', text: 'The order was amended on 1 March.', kind: 'original' }],
      },
    ],
    min: 1,
    max: 30,
  })
  readonly entries: readonly ReportEntryRequest[];
}

export class VerificationRequest extends MayComeLateRequest {
  @EnumField({
    meaning: 'What its owner reports now, which you answer: a later report needs an answer of its own.',
    example: 'on-course',
    values: REPORTED_STATES,
  })
  readonly says: ReportedState;

  @EnumField({
    meaning: '`refused` makes it disputed, in public, and brings it before the co-heads.',
    example: 'verified',
    values: VERDICTS,
  })
  readonly verdict: Verdict;

  @TextsField({ meaning: 'In your own words. May be empty.', example: [], ...WORDS })
  readonly note: readonly AuthoredText[];
}

export class JointCheckRequest {
  @EnumField({
    meaning: 'What you find of what the owner reports; in effect once both co-heads sign the same.',
    example: 'as-reported',
    values: FINDINGS,
  })
  readonly finding: CheckFinding;

  @Sha256Field({
    meaning: 'What is signed: the digest for this finding among the `checks` of the agreement’s papers.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

export class DateProposalRequest {
  @DateField({
    meaning: 'A later date, at most the obligation’s own length after the present one (I-20).',
    example: '2026-04-24',
  })
  readonly date: IsoDate;

  @TextsField({
    meaning: 'Why.',
    example: [{ lang: 'en', text: 'The gazette appears quarterly.', kind: 'original' }],
    max: 2_000,
    multiline: true,
  })
  readonly reason: readonly AuthoredText[];
}

export class DateAcceptanceRequest {
  @DateField({ meaning: 'The date that the other party proposed.', example: '2026-04-24' })
  readonly date: IsoDate;
}

export class NonPerformanceRequest {
  @TextsField({
    meaning: 'In your own words.',
    example: [{ lang: 'en', text: 'We have seen no gazette.', kind: 'original' }],
    max: 2_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}
