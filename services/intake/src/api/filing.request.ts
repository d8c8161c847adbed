import { EnumField, NestedField, UuidField } from '@parley/http';
import { COUNTER_RELATIONS, type CounterRelation } from '../domain/related/relations';
import { FileCaseRequest } from './file-case.request';
import { UrgencyRequest } from './urgency/urgency.request';

export class CounterToRequest {
  @UuidField({ meaning: 'Id of the case of the other party.', example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11' })
  readonly case: string;

  @EnumField({
    meaning:
      'Whether it is on the same matter, so that on registration the other party is offered a common ' +
      'timetable, or distinct, a case of its own that cannot delay the first.',
    example: 'distinct',
    values: COUNTER_RELATIONS,
  })
  readonly relation: CounterRelation;
}

/** A grievance to be filed. */
export class FilingRequest extends FileCaseRequest {
  @NestedField(() => UrgencyRequest, {
    meaning:
      'Why the case is held to be urgent. It goes on the urgent track at once, unless both co-heads ' +
      'refuse within the time of the rules, or the panel does not confirm it.',
    example: {
      ground: 'perishable',
      reasons: [{ lang: 'en', text: 'The fruit is held at the port and spoils within a week.', kind: 'original' }],
    },
    optional: true,
  })
  readonly urgency?: UrgencyRequest;

  @UuidField({
    meaning: 'The case of one’s own that was closed without prejudice, withdrawn or lapsed and is filed again.',
    example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    optional: true,
  })
  readonly previous?: string;

  @NestedField(() => CounterToRequest, {
    meaning: 'The case to which this one is a counter-grievance.',
    example: { case: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11', relation: 'distinct' },
    optional: true,
  })
  readonly counterTo?: CounterToRequest;
}
