import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSchema, ApiTags } from '@nestjs/swagger';
import { Public, type PublicJwk, type ToldKey } from '@parley/auth';
import { SIGNING_KEYS_TAKEN } from '../app/tokens';
import { Shown } from '../fields/shown.decorator';

const SIGNS = ['receipts', 'webhooks'] as const satisfies readonly ToldKey['signs'][];

@ApiSchema({ description: 'A public key (JWK).' })
class KeyShown implements PublicJwk {
  @Shown({ meaning: 'Key type (RFC 8037).', example: 'OKP', values: ['OKP'] })
  readonly kty: 'OKP';

  @Shown({ meaning: 'Curve.', example: 'Ed25519', values: ['Ed25519'] })
  readonly crv: 'Ed25519';

  @Shown({
    meaning: 'The public key, base64url.',
    example: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    kind: 'word',
  })
  readonly x: string;

  @Shown({
    meaning: 'Id of the key: its RFC 7638 thumbprint, as in the header of a signature.',
    example: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    kind: 'word',
  })
  readonly kid: string;

  @Shown({ meaning: 'Signature algorithm.', example: 'EdDSA', values: ['EdDSA'] })
  readonly alg: 'EdDSA';

  @Shown({ meaning: 'What the key is for.', example: 'sig', values: ['sig'] })
  readonly use: 'sig';

  @Shown({ meaning: 'First instant at which it signs; `null`: from the start.', nullable: true, format: 'date-time' })
  readonly from: string | null;

  @Shown({ meaning: 'First instant at which it signs no more.', nullable: true, format: 'date-time' })
  readonly until: string | null;

  @Shown({
    meaning: 'JWS of the key before over `succeeds`, `x`, `from`; `null` for the first, and after a lost one.',
    nullable: true,
    example: null,
  })
  readonly signature: string | null;

  @Shown({ meaning: 'Events pushed by `/v1/webhooks`, or all else.', example: 'receipts', values: SIGNS })
  readonly signs: ToldKey['signs'];
}

@ApiSchema({ description: 'The registry’s public keys.' })
class KeysShown {
  @Shown({ meaning: "The registry's public keys, as a JWK set (RFC 7517).", type: () => KeyShown, list: true })
  readonly keys: readonly KeyShown[];
}

@ApiTags('Record')
@Controller('v1/keys')
export class KeysController {
  constructor(@Inject(SIGNING_KEYS_TAKEN) private readonly taken: () => Promise<readonly ToldKey[]>) {}

  /**
   * The keys with which anybody can check the registry's signatures, without asking the registry again: all that were
   * ever in use, so that old receipts stay good.
   */
  @Get()
  @Public()
  @ApiOperation({ summary: 'Read the public keys that check receipts and webhooks' })
  @ApiOkResponse({ type: KeysShown })
  async readKeys(): Promise<KeysShown> {
    return { keys: (await this.taken()).map(({ key, ...time }) => ({ ...key, ...time })) };
  }
}
