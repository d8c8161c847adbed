import { DateField, EnumField, ListField, NestedField, TextField, TextsField, type AuthoredText } from '@parley/http';
import { REPORTED_STATES, VERDICTS, type ReportedState, type Verdict } from '../../domain/compliance/agreement-events';
import { PUBLICATIONS, type Publication } from '../../domain/compliance/obligation-terms';
import { ObligationRequest, OBLIGATIONS_EXAMPLE } from '../settlement/obligation.request';

const LANGUAGES = ['en', 'zh-Hans'] as const;
const WORDS = { min: 0, max: 2_000, multiline: true } as const;

export class AgreementSourceRequest {
  @TextField({ meaning: 'Citation of the text.', example: '2020 OJ 1', max: 300 })
  readonly citation: string;

  @DateField({ meaning: 'When it was signed.', example: '2020-01-15' })
  readonly date: string;

  @TextField({
    meaning: 'Address of the text.',
    example: 'https://example.org/agreement',
    max: 500,
    optional: true,
    pattern: /^https:\/\/\S+$/,
  })
  readonly url?: string;
}

/** An existing agreement for the register. */
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
  readonly firstReview?: string;

  @EnumField({
    meaning:
      'Whether everybody may read its text here. Owner, date and state of each obligation are ' +
      'public in any case (I-54).',
    example: 'text',
    values: PUBLICATIONS,
  })
  readonly publication: Publication;
}

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

export class StatusReportRequest {
  @ListField(() => ReportEntryRequest, {
    meaning: 'Every obligation of your side that is not fulfilled, once each.',
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

export class VerificationRequest {
  @EnumField({ meaning: 'What your side holds.', example: 'fulfilled', values: VERDICTS })
  readonly verdict: Verdict;

  @TextsField({ meaning: 'In your own words. May be empty.', example: [], ...WORDS })
  readonly note: readonly AuthoredText[];
}

export class DateProposalRequest {
  @DateField({
    meaning: 'A later date, at most the obligation’s own length after the present one (I-20).',
    example: '2026-06-30',
  })
  readonly date: string;

  @TextsField({
    meaning: 'Why.',
    example: [{ lang: 'en', text: 'The gazette appears quarterly.', kind: 'original' }],
    max: 2_000,
    multiline: true,
  })
  readonly reason: readonly AuthoredText[];
}

export class DateAcceptanceRequest {
  @DateField({ meaning: 'The date that the other party proposed.', example: '2026-06-30' })
  readonly date: string;
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
