import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import type { KeySignature, RegisteredKey } from './party-keys.rules';

@ApiSchema({ description: 'A key by which a side signs its acts.' })
export class PartyKeyShown {
  @Shown({ meaning: 'Side whose key it is.', kind: 'party' })
  readonly party: string;

  @Shown({
    meaning: 'RFC 7638 thumbprint of the key.',
    example: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    max: 43,
  })
  readonly thumbprint: string;

  @Shown({
    meaning: 'The public key as JWK.',
    schema: { type: 'object', example: { kty: 'OKP', crv: 'Ed25519' } },
  })
  readonly key: object;

  @Shown({
    meaning: 'Instrument behind it.',
    example: 'Letter of the Trade Representative of 3 February 2025',
    max: 500,
  })
  readonly authority: string;

  @Shown({ meaning: 'When it begins (UTC).', format: 'date-time' })
  readonly from: string;

  @Shown({
    meaning: 'First instant at which it is over (UTC); `null` while no end is recorded.',
    format: 'date-time',
    nullable: true,
  })
  readonly endsAt: string | null;

  @Shown({ meaning: 'Whether its side’s acts are refused unsigned while it is in force.', example: false })
  readonly required: boolean;

  @Shown({
    meaning: 'Signature of its registration by the key before; `null` when none was in force.',
    nullable: true,
    schema: { type: 'object', example: null },
  })
  readonly signature: KeySignature | null;
}

export const showKey = (
  party: string,
  { thumbprint, key, authority, from, endsAt, required, signature }: RegisteredKey,
): PartyKeyShown => ({ party, thumbprint, key, authority, from, endsAt, required, signature });
