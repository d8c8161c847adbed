import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import type { KeySignature, RegisteredKey } from './party-keys.rules';

@ApiSchema({ description: 'A key by which a side, or one person of it, signs acts.' })
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

  @Shown({ meaning: 'Person who alone signs by it; `null`: the side.', kind: 'person', nullable: true })
  readonly personId: string | null;

  @Shown({
    meaning: 'Id of a passkey.',
    example: 'E8mCUQ2bvMFHRYnW',
    max: 1364,
    nullable: true,
  })
  readonly credentialId: string | null;

  @Shown({
    meaning: 'Signature of its registration by the key before; `null` when none was in force.',
    nullable: true,
    schema: { type: 'object', example: null },
  })
  readonly signature: KeySignature | null;
}

/** @param party whose register it is in */
export function showKey(party: string, key: RegisteredKey): PartyKeyShown {
  const { thumbprint, key: jwk, authority, from, endsAt, required, personId, credentialId, signature } = key;
  return { party, thumbprint, key: jwk, authority, from, endsAt, required, personId, credentialId, signature };
}
