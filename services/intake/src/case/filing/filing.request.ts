import { ApiSchema } from '@nestjs/swagger';
import type { Sha256 } from '@parley/kernel';
import {
  CaseField,
  EnumField,
  NestedField,
  Sha256Field,
  TextField,
  CameByField,
  type CameByRequest,
} from '@parley/http';
import { UrgencyRequest } from '../urgency/urgency.response';
import { COUNTER_RELATIONS, type CounterRelation } from './filing.rules';
import { certifiedOf, GRIEVANCE } from './grievance.example';
import { GrievanceRequest } from './grievance.request';

@ApiSchema({ description: 'The filer’s certification of the facts.' })
export class CertificationRequest {
  @Sha256Field({
    meaning:
      'SHA-256 of the RFC 8785 (canonical) JSON of `grievance`, as the completeness check shows it: over ' +
      'these words the filer certifies that the facts are accurate and complete to the best of its ' +
      'knowledge.',
    example: certifiedOf(GRIEVANCE).digest,
  })
  readonly digest: Sha256;
}

@ApiSchema({ description: 'Whom the registry may call, and how.' })
export class ContactRequest {
  @TextField({
    meaning: 'Name of the person whom the registry may call. Kept apart from the record, where it can be forgotten.',
    example: 'Li Wei',
    max: 200,
  })
  readonly name: string;

  @TextField({
    meaning: 'How to reach the person: a telephone number or an address.',
    example: '+86 10 0000 0000',
    max: 300,
  })
  readonly reach: string;
}

const ContactField = (): PropertyDecorator =>
  NestedField(() => ContactRequest, {
    meaning: 'Whom the registry may call. A filing without one is deficient.',
    example: { name: 'Li Wei', reach: '+86 10 0000 0000' },
    optional: true,
    inExample: true,
  });

/** A grievance with whom the registry may call. */
class SentGrievanceRequest {
  @NestedField(() => GrievanceRequest, { meaning: 'The grievance.', example: {} })
  readonly grievance: GrievanceRequest;

  @ContactField()
  readonly contact?: ContactRequest;
}

const CertificationField = (): PropertyDecorator =>
  NestedField(() => CertificationRequest, { meaning: "The filer's certification of the facts.", example: {} });

/** A grievance to be filed again: to cure its defects, or amended. */
export class FileCaseRequest extends SentGrievanceRequest {
  @CertificationField()
  readonly certification: CertificationRequest;
}

@ApiSchema({ description: 'The whole grievance once more, certified anew.' })
export class CureRequest extends FileCaseRequest {
  @CameByField()
  readonly received?: CameByRequest;
}

@ApiSchema({ description: 'The case to which a grievance is a counter.' })
export class CounterToRequest {
  @CaseField({
    meaning: 'The case of the other party, by id or docket number.',
    example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
  })
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

const UrgencyField = (): PropertyDecorator =>
  NestedField(() => UrgencyRequest, {
    meaning:
      'Why the case is held to be urgent. It goes on the urgent track at once, unless both co-heads ' +
      'refuse within the time of the rules, or the panel does not confirm it.',
    example: {
      ground: 'perishable',
      reasons: [{ lang: 'en', text: 'The fruit is held at the port and spoils within a week.', kind: 'original' }],
    },
    optional: true,
  });

const PreviousField = (): PropertyDecorator =>
  CaseField({
    meaning: 'The case of one’s own that was closed without prejudice, withdrawn or lapsed and is filed again.',
    example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    optional: true,
  });

const CounterToField = (): PropertyDecorator =>
  NestedField(() => CounterToRequest, {
    meaning: 'The case to which this one is a counter-grievance.',
    example: { case: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11', relation: 'distinct' },
    optional: true,
  });

@ApiSchema({ description: 'A filing to be checked before it is certified.' })
export class CheckRequest extends SentGrievanceRequest {
  @UrgencyField()
  readonly urgency?: UrgencyRequest;

  @PreviousField()
  readonly previous?: string;

  @CounterToField()
  readonly counterTo?: CounterToRequest;
}

@ApiSchema({ description: 'A grievance to be filed.' })
export class FilingRequest extends CheckRequest {
  @CertificationField()
  readonly certification: CertificationRequest;
}

@ApiSchema({ description: 'What a filing says besides the grievance, which stands in a draft.' })
export class DraftFilingRequest {
  @ContactField()
  readonly contact?: ContactRequest;

  @UrgencyField()
  readonly urgency?: UrgencyRequest;

  @PreviousField()
  readonly previous?: string;

  @CounterToField()
  readonly counterTo?: CounterToRequest;

  @CertificationField()
  readonly certification: CertificationRequest;
}
