import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';
import { REPLY_ADDRESSINGS } from '../letters/letters.rules';
import { OBJECTION_KINDS, REPLY_POSITIONS } from './reply.rules';

@ApiSchema({ description: 'What the respondent says of a claim.' })
export class CounterStatementShown {
  @Shown({ meaning: 'Claim that is answered.', kind: 'claim' })
  readonly claim: string;

  @Shown({ meaning: 'What is said of it.', type: () => AuthoredText, list: true })
  readonly statement: readonly AuthoredText[];
}

@ApiSchema({ description: 'An objection of a reply.' })
export class ObjectionShown {
  @Shown({ meaning: 'Kind of objection.', values: OBJECTION_KINDS })
  readonly kind: string;

  @Shown({
    meaning: 'Ids of the claims to which it is an objection; absent where it is one to every claim of the complainant.',
    type: () => String,
    list: true,
    kind: 'claim',
    optional: true,
  })
  readonly claims?: readonly string[];

  @Shown({ meaning: 'Why.', type: () => AuthoredText, list: true })
  readonly reasons: readonly AuthoredText[];
}

@ApiSchema({ description: 'A reply to a grievance.' })
export class ReplyShown {
  @Shown({ meaning: 'Position of the respondent.', values: REPLY_POSITIONS })
  readonly position: string;

  @Shown({ meaning: 'Objections.', type: () => ObjectionShown, list: true })
  readonly objections: readonly ObjectionShown[];

  @Shown({ meaning: 'Reservation.', type: () => AuthoredText, list: true })
  readonly reservation: readonly AuthoredText[];

  @Shown({ meaning: 'Counter-statements.', type: () => CounterStatementShown, list: true })
  readonly counterStatements: readonly CounterStatementShown[];

  @Shown({
    meaning:
      'To whom it is addressed. What is not addressed to the panel, its members do not see: of such a ' +
      'reply they see the position and the objections without their reasons, which are public.',
    values: REPLY_ADDRESSINGS,
  })
  readonly addressing: string;
}
