import { InstantField, NestedField, QueryIntField, Sha256Field, TextField, TextsField, type AuthoredText } from '@parley/platform';
import { FileCaseRequest } from '../file-case.request';
import { ReplyRequest } from '../reply.request';

export class OutagePageRequest {
  @QueryIntField({ meaning: 'Most entries in the answer; 50 when left out.', example: 50, min: 1, max: 200, optional: true })
  readonly limit?: number;

  @TextField({ meaning: 'Where to go on: `next` of the page before.', example: 'q1Yp…', max: 2_000, optional: true })
  readonly cursor?: string;
}

export class ProposeOutageRequest {
  @InstantField({ meaning: 'When the system was last there.', example: '2025-02-21T15:30:00+01:00' })
  readonly from: string;

  @InstantField({ meaning: 'When it was there again; in the past.', example: '2025-02-21T18:00:00+01:00' })
  readonly to: string;

  @TextsField({ meaning: 'What happened.', example: [{ lang: 'en', text: 'No party could reach the system.', kind: 'original' }], max: 2_000, multiline: true })
  readonly reason: readonly AuthoredText[];
}

export class SignOutageRequest {
  @Sha256Field({ meaning: 'Digest of the outage as it was proposed.', example: 'e2ef0726d33fecb01f890c261c13b5886a7c30cdacb42b07a1cb56ee13475339' })
  readonly digest: string;
}

export class LateCallAnswerRequest {
  @TextField({ meaning: 'Id of the call within the case.', example: 'call:1', max: 40 })
  readonly call: string;

  @TextField({ meaning: 'Pseudonym of who took it, as the act names them.', example: 'us-desk', max: 100, pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/ })
  readonly from: string;

  @TextField({ meaning: 'Code of the side whose act it is.', example: 'US', max: 2, pattern: /^[A-Z]{2}$/ })
  readonly party: string;
}

/** The whole grievance once more, as its filer certified it. */
export class LateCureRequest extends FileCaseRequest {
  @TextField({ meaning: 'Pseudonym of the complainant’s officer who certified it, as the cure names them.', example: 'cn-desk', max: 100, pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/ })
  readonly from: string;
}

/** What came by another channel: by which way and when, and one act. */
export class FallbackEntryRequest {
  @TextField({ meaning: 'By which way it came.', example: 'Note handed over at the seat', max: 300 })
  readonly channel: string;

  @InstantField({ meaning: 'When it came: its true instant of receipt.', example: '2025-02-21T15:45:00+01:00' })
  readonly cameAt: string;

  @NestedField(() => ReplyRequest, {
    meaning: 'A reply, as it came.',
    example: { position: 'accepts', objections: [], reservation: [], counterStatements: [] },
    optional: true,
  })
  readonly reply?: ReplyRequest;

  @NestedField(() => LateCureRequest, { meaning: 'A cure of the filing by the complainant.', example: {}, optional: true })
  readonly cure?: LateCureRequest;

  @NestedField(() => LateCallAnswerRequest, { meaning: 'That a party took a call.', example: { call: 'call:1', from: 'us-desk', party: 'US' }, optional: true })
  readonly callAnswer?: LateCallAnswerRequest;
}
