import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';

@ApiSchema({ description: 'A co-chair’s signature of a draft.' })
export class InterimSignatureShown {
  @Shown({ meaning: 'Pseudonym of the co-chair.', kind: 'person' })
  readonly by: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly receivedAt: string;
}

@ApiSchema({ description: 'A draft of the interim text.' })
export class InterimDraftShown {
  @Shown({ meaning: 'The text.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'Exhibits on which it rests.', type: () => String, list: true, kind: 'exhibit' })
  readonly exhibits: readonly string[];

  @Shown({
    meaning: 'SHA-256 of the canonical JSON of case, exhibits and text: what the co-chairs sign.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({ meaning: 'Pseudonym of the member who drafted it.', kind: 'person' })
  readonly draftedBy: string;

  @Shown({ meaning: 'Signatures of this very digest by co-chairs.', type: () => InterimSignatureShown, list: true })
  readonly signatures: readonly InterimSignatureShown[];
}

@ApiSchema({ description: 'The draft that a co-chair signed last.' })
export class LaidDownTextShown {
  @Shown({ meaning: 'Pseudonym of the co-chair.', kind: 'person' })
  readonly by: string;

  @Shown({ meaning: 'The text.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'Exhibits on which it rests.', type: () => String, list: true, kind: 'exhibit' })
  readonly exhibits: readonly string[];

  @Shown({ meaning: 'SHA-256 of the canonical JSON of case, exhibits and text.', kind: 'digest' })
  readonly digest: string;
}
