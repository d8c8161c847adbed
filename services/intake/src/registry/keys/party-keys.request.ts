import { ApiSchema } from '@nestjs/swagger';
import { isSoundKey } from '@parley/auth';
import { BooleanField, EnumField, NestedField, TextField } from '@parley/http';
import type { PartyJwk } from '@parley/kernel';

const EXAMPLE = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const COORDINATE = { max: 43, pattern: /^[\w-]{43}$/ } as const;

@ApiSchema({ description: 'A public key (RFC 7517): OKP with Ed25519 and `x`, or EC with P-256, `x` and `y`.' })
export class PartyJwkRequest {
  @EnumField({ meaning: 'Kind of the key.', example: 'OKP', values: ['OKP', 'EC'] })
  readonly kty: 'OKP' | 'EC';

  @EnumField({ meaning: 'Its curve.', example: 'Ed25519', values: ['Ed25519', 'P-256'] })
  readonly crv: 'Ed25519' | 'P-256';

  @TextField({ meaning: 'Its coordinate, base64url.', example: EXAMPLE, ...COORDINATE })
  readonly x: string;

  @TextField({ meaning: 'Its other coordinate.', example: EXAMPLE, ...COORDINATE, optional: true })
  readonly y?: string;
}

/** The key that a request says; `undefined` where no signature can be checked by it. */
export function soundKeyOf(request: PartyJwkRequest): PartyJwk | undefined {
  const key = jwkOf(request);
  return key && isSoundKey(key) ? key : undefined;
}

function jwkOf({ kty, crv, x, y }: PartyJwkRequest): PartyJwk | undefined {
  if (kty === 'OKP') return crv === 'Ed25519' && y === undefined ? { kty, crv, x } : undefined;
  return crv === 'P-256' && y !== undefined ? { kty, crv, x, y } : undefined;
}

export class PartyKeyRequest {
  @NestedField(() => PartyJwkRequest, {
    meaning: 'The public key.',
    example: { kty: 'OKP', crv: 'Ed25519', x: EXAMPLE },
  })
  readonly key: PartyJwkRequest;

  @TextField({
    meaning: 'Instrument behind it, with its date.',
    example: 'Letter of the Trade Representative of 3 February 2025',
    max: 500,
  })
  readonly authority: string;

  @BooleanField({
    meaning: 'Whether acts of your desk and co-head are refused unsigned while it is in force.',
    example: false,
    optional: true,
  })
  readonly required?: boolean;

  @TextField({
    meaning: 'Person who alone signs by it.',
    example: 'us-desk-2',
    max: 200,
    pattern: /^[\x21-\x7e]+$/,
    optional: true,
  })
  readonly personId?: string;

  @TextField({
    meaning: 'Id of a passkey, base64url.',
    example: 'E8mCUQ2bvMFHRYnWFrL2Kw',
    max: 1364,
    pattern: /^[\w-]+$/,
    optional: true,
  })
  readonly credentialId?: string;
}

export class KeyRevocationRequest {
  @TextField({
    meaning: 'RFC 7638 thumbprint of the key.',
    example: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    ...COORDINATE,
  })
  readonly thumbprint: string;
}
