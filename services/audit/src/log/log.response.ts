import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';

@ApiSchema({ description: 'What lets anybody check, without us, that an event stands in the log.' })
export class EventProofShown {
  @Shown({
    meaning: 'Canonical envelope of the event (RFC 8785), with the payload replaced by its digest.',
    example: '{"actor":{"kind":"system","process":"docket"}}',
    max: 1_048_576,
  })
  readonly header: string;
  @Shown({ meaning: 'SHA-256 of `header`.', kind: 'digest' })
  readonly commitment: string;
  @Shown({ meaning: 'Its entry in the log is the SHA-256 of the bytes of `salt` and `commitment`.', kind: 'digest' })
  readonly salt: string;
  @Shown({ meaning: 'Place of the entry in the log, from 0.', example: 41, schema: { type: 'integer', minimum: 0 } })
  readonly index: number;
  @Shown({
    meaning: 'A file `.tlog-proof` (https://c2sp.org/tlog-proof): the path to the root, and the signed checkpoint.',
    example: 'c2sp.org/tlog-proof@v1\nindex 41\n',
    max: 20_000,
  })
  readonly proof: string;
}
