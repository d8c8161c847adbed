import type { PersonId, Sha256 } from '@parley/kernel';
import {
  EnumField,
  InstantField,
  ListField,
  NestedField,
  QueryIntField,
  Sha256Field,
  TextField,
  TextsField,
  type AuthoredText,
} from '@parley/http';
import { FileCaseRequest } from '../../case/filing/filing.request';
import { CounterStatementRequest, ReplyRequest } from '../../case/reply/reply.request';
import { SUMMARY_ANSWERS, type SummaryAnswer } from '../../case/summaries/summaries.rules';

const OFFICER = { max: 100, pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/ };

/** An act with the person and party who did it. */
class LateActRequest {
  @TextField({ meaning: 'Pseudonym of who acted, as the act names them.', example: 'us-desk', ...OFFICER })
  readonly from: PersonId;

  @TextField({ meaning: 'Code of the side whose act it is.', example: 'US', max: 2, pattern: /^[A-Z]{2}$/ })
  readonly party: string;
}

export class LateCallAnswerRequest extends LateActRequest {
  @TextField({ meaning: 'Id of the call within the case.', example: 'call:1', max: 40 })
  readonly call: string;
}

export class LateSummaryRequest extends LateActRequest {
  @TextField({ meaning: 'Id of the request for a summary within the case.', example: 'summary:US:1', max: 40 })
  readonly summary: string;

  @EnumField({ meaning: 'Whether the summary is given, or declined.', example: 'given', values: SUMMARY_ANSWERS })
  readonly answer: SummaryAnswer;

  @TextsField({
    meaning: 'The summary, or why none is given.',
    example: [{ lang: 'en', text: 'Prices fell by about a third.', kind: 'original' }],
    max: 20_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

export class LateAmendmentReplyRequest extends LateActRequest {
  @TextField({ meaning: 'Id of the amendment within the case.', example: 'S1', max: 10 })
  readonly amendment: string;

  @ListField(() => CounterStatementRequest, {
    meaning: 'What that side says of the claims that the amendment added or replaced.',
    example: [],
    min: 1,
    max: 200,
  })
  readonly counterStatements: readonly CounterStatementRequest[];
}

export class LateSignatureRequest extends LateActRequest {
  @TextField({ meaning: 'Id of the proposal within the case.', example: 'proposal:1', max: 40 })
  readonly proposal: string;

  @Sha256Field({
    meaning: 'Digest that was signed, as the proposal shows it.',
    example: '5e1d6bd7b0d1a0c0e9c7a2f5b5ad4f6a4d4f0c6f2f8f4b1d8e9c3a7b6c5d4e3f',
  })
  readonly digest: Sha256;
}

export class LateReplyRequest extends ReplyRequest {
  @TextField({
    meaning:
      'Pseudonym of who signed it for the respondent; left out where it names nobody, and the record ' +
      'names the officer who enters it.',
    example: 'us-desk',
    ...OFFICER,
    optional: true,
  })
  readonly from?: PersonId;
}

/** The whole grievance once more, as its filer certified it. */
export class LateCureRequest extends FileCaseRequest {
  @TextField({
    meaning: 'Pseudonym of the complainant’s officer who certified it, as the cure names them.',
    example: 'cn-desk',
    ...OFFICER,
  })
  readonly from: PersonId;
}

/** Something that came by another channel: the way, the instant, and one act. */
export class FallbackEntryRequest {
  @TextField({ meaning: 'By which way it came.', example: 'Note handed over at the seat', max: 300 })
  readonly channel: string;

  @InstantField({ meaning: 'When it came: its true instant of receipt.', example: '2025-02-21T15:45:00+01:00' })
  readonly cameAt: string;

  @NestedField(() => LateReplyRequest, {
    meaning: 'A reply, as it came.',
    example: { position: 'accepts', objections: [], reservation: [], counterStatements: [] },
    optional: true,
  })
  readonly reply?: LateReplyRequest;

  @NestedField(() => LateCureRequest, {
    meaning: 'A cure of the filing by the complainant.',
    example: {},
    optional: true,
  })
  readonly cure?: LateCureRequest;

  @NestedField(() => LateCallAnswerRequest, {
    meaning: 'That a party took a call.',
    example: { call: 'call:1', from: 'us-desk', party: 'US' },
    optional: true,
  })
  readonly callAnswer?: LateCallAnswerRequest;

  @NestedField(() => LateSummaryRequest, {
    meaning: 'The answer to a request for a summary.',
    example: {},
    optional: true,
  })
  readonly summaryAnswer?: LateSummaryRequest;

  @NestedField(() => LateAmendmentReplyRequest, {
    meaning: 'The answer to the claims of an amendment.',
    example: {},
    optional: true,
  })
  readonly amendmentReply?: LateAmendmentReplyRequest;

  @NestedField(() => LateSignatureRequest, {
    meaning: 'The second signature of a proposal.',
    example: {},
    optional: true,
  })
  readonly signature?: LateSignatureRequest;
}

export class OutagePageRequest {
  @QueryIntField({
    meaning: 'Most entries in the answer; 50 when left out.',
    example: 50,
    min: 1,
    max: 200,
    optional: true,
  })
  readonly limit?: number;

  @TextField({ meaning: 'Where to go on: `next` of the page before.', example: 'q1Yp…', max: 2_000, optional: true })
  readonly cursor?: string;
}

export class ProposeOutageRequest {
  @InstantField({ meaning: 'When the system was last there.', example: '2025-02-21T15:30:00+01:00' })
  readonly from: string;

  @InstantField({ meaning: 'When it was there again; in the past.', example: '2025-02-21T18:00:00+01:00' })
  readonly to: string;

  @TextsField({
    meaning: 'What happened.',
    example: [{ lang: 'en', text: 'No party could reach the system.', kind: 'original' }],
    max: 2_000,
    multiline: true,
  })
  readonly reason: readonly AuthoredText[];
}

export class SignOutageRequest {
  @Sha256Field({
    meaning: 'Digest of the outage as it was proposed.',
    example: 'e2ef0726d33fecb01f890c261c13b5886a7c30cdacb42b07a1cb56ee13475339',
  })
  readonly digest: Sha256;
}
