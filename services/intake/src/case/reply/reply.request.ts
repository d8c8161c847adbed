import { ApiSchema } from '@nestjs/swagger';
import {
  EnumField,
  ListField,
  MayComeLateRequest,
  TextField,
  TextListField,
  TextsField,
  type AuthoredText,
} from '@parley/http';
import { MOST_CLAIMS } from '@parley/procedure';
import { REPLY_ADDRESSINGS, type ReplyAddressing } from '../letters/letters.rules';
import { OBJECTION_KINDS, REPLY_POSITIONS, type ObjectionKind, type ReplyPosition } from './reply.rules';

const OF_SECURITY = [{ lang: 'en', text: 'The measure is one of essential security.', kind: 'original' }] as const;
export const COUNTERED = [{ lang: 'en', text: 'The measure falls under Article XXI.', kind: 'original' }] as const;

@ApiSchema({ description: 'An objection to a claim.' })
export class ObjectionRequest {
  @EnumField({
    meaning: 'What is objected to. No objection stops a clock (I-23).',
    example: 'security',
    values: OBJECTION_KINDS,
  })
  readonly kind: ObjectionKind;

  @TextListField({
    meaning: 'Ids of the claims to which it is an objection; every claim of the complainant when left out.',
    example: ['C1'],
    min: 1,
    max: MOST_CLAIMS,
    unique: true,
    of: { max: 20 },
    optional: true,
  })
  readonly claims?: readonly string[];

  @TextsField({
    meaning: 'Why.',
    example: OF_SECURITY,
    max: 10_000,
    multiline: true,
  })
  readonly reasons: readonly AuthoredText[];
}

@ApiSchema({ description: 'What a respondent says of a claim.' })
export class CounterStatementRequest {
  @TextField({ meaning: 'Id of the claim that is answered.', example: 'C1', max: 20 })
  readonly claim: string;

  @TextsField({
    meaning: 'What the respondent says of it.',
    example: COUNTERED,
    max: 20_000,
    multiline: true,
  })
  readonly statement: readonly AuthoredText[];
}

@ApiSchema({ description: 'That a party takes a call.' })
export class CallAnswerRequest extends MayComeLateRequest {}

export class ReplyRequest extends MayComeLateRequest {
  @EnumField({
    meaning: 'Whether the respondent accepts the procedure, accepts it with a reservation, or objects.',
    example: 'objects',
    values: REPLY_POSITIONS,
  })
  readonly position: ReplyPosition;

  @ListField(() => ObjectionRequest, {
    meaning: 'The objections, when the position is `objects`; otherwise empty.',
    example: [{ kind: 'security', claims: ['C1'], reasons: OF_SECURITY }],
    max: 5,
  })
  readonly objections: readonly ObjectionRequest[];

  @TextsField({
    meaning: 'The reservation, when the position is `accepts-with-reservation`; otherwise empty.',
    example: [],
    min: 0,
    max: 10_000,
    multiline: true,
  })
  readonly reservation: readonly AuthoredText[];

  @ListField(() => CounterStatementRequest, {
    meaning: 'Counter-statements on the claims.',
    example: [{ claim: 'C1', statement: COUNTERED }],
    max: MOST_CLAIMS,
  })
  readonly counterStatements: readonly CounterStatementRequest[];

  @EnumField({
    meaning:
      'To whom it is addressed: to everybody in the case, which it is when left out, or to the other ' +
      'party and the registry, but not the panel. That there is a reply and which position it takes is ' +
      'public either way.',
    example: 'everybody',
    values: REPLY_ADDRESSINGS,
    optional: true,
  })
  readonly addressing?: ReplyAddressing;
}
