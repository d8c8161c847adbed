import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import type { AttestedSoFar } from './log-attestation';

const WHOLE = { type: 'integer', minimum: 0 } as const;

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
  @Shown({ meaning: 'Whether both sides cosigned the checkpoint of `proof` (I-38).', example: true })
  readonly attested: boolean;
  @Shown({
    meaning: 'A file `.tlog-proof` (https://c2sp.org/tlog-proof): the path to the root, and the signed checkpoint.',
    example: 'c2sp.org/tlog-proof@v1\nindex 41\n',
    max: 20_000,
  })
  readonly proof: string;
}

@ApiSchema({ description: 'How far the witness of a side has come.' })
class WitnessShown {
  @Shown({ meaning: 'The side.', kind: 'party' })
  readonly party: string;
  @Shown({ meaning: 'Entries of the checkpoint that it cosigned last.', example: 4_096, schema: WHOLE })
  readonly entries: number;
}

@ApiSchema({ description: 'How far the transparency log is jointly attested (I-38). Nothing waits for it.' })
export class AttestationShown {
  @Shown({ meaning: 'Entries of the newest checkpoint.', example: 4_112, schema: WHOLE })
  readonly entries: number;
  @Shown({ meaning: 'Those of the newest one that both sides cosigned.', example: 4_096, schema: WHOLE })
  readonly attestedEntries: number;
  @Shown({ meaning: 'The difference.', example: 16, schema: WHOLE })
  readonly behindEntries: number;
  @Shown({
    meaning: 'Age of the oldest checkpoint that both have not cosigned, in seconds.',
    example: 1,
    schema: WHOLE,
  })
  readonly behindSeconds: number;
  @Shown({ meaning: 'The witness of each side.', type: () => WitnessShown, list: true })
  readonly witnesses: readonly WitnessShown[];
  @Shown({ meaning: 'True where a witness runs on the machine of the log, which proves nothing.', example: false })
  readonly provesNothing: boolean;
  @Shown({
    meaning: 'The proof that the log has shown two pasts, for `parley verify split`; `null` where there is none.',
    nullable: true,
    example: null,
    max: 4_000_000,
  })
  readonly split: string | null;
}

export const showAttested = ({ entries, attestedEntries, split, ...more }: AttestedSoFar): AttestationShown => ({
  ...{ entries, attestedEntries, ...more },
  behindEntries: entries - attestedEntries,
  split: split ?? null,
});
