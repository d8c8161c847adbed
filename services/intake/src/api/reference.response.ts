import { Shown } from '@parley/http';

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
