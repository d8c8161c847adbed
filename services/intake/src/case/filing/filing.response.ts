import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import { COUNTER_RELATIONS } from './filing.rules';

@ApiSchema({ description: 'Something outside the record that a case refers to.' })
export class ReferenceShown {
  @Shown({ meaning: 'Where in the grievance it stands, as a JSON pointer.', example: '/claims/0', max: 200 })
  readonly path: string;

  @Shown({
    meaning: 'What it is: a provision of an agreement, goods by their code, a document of the WTO.',
    values: ['provision', 'goods', 'document'],
  })
  readonly kind: string;

  @Shown({ meaning: 'As people write it.', example: 'GATT1994 I:1', max: 200 })
  readonly text: string;

  @Shown({
    meaning: 'Edition of the list of agreements or of the nomenclature; empty where there is none.',
    example: '2026-1',
    max: 20,
  })
  readonly edition: string;

  @Shown({
    meaning: 'Where its issuer keeps it; `null` where there is no lasting address.',
    example: 'https://www.wto.org/english/docs_e/legal_e/gatt47_01_e.htm',
    nullable: true,
    max: 500,
  })
  readonly link: string | null;
}

@ApiSchema({ description: 'Another case, by its id and number.' })
export class CaseBesideShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Its docket number.', kind: 'docketNumber' })
  readonly docketNumber: string;
}

@ApiSchema({ description: 'The case to which a counter-grievance belongs.' })
export class CounterToShown extends CaseBesideShown {
  @Shown({ meaning: 'Whether it is on the same matter or distinct.', values: COUNTER_RELATIONS })
  readonly relation: string;
}
