import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import type { Hotline } from './hotline.rules';

@ApiSchema({ description: 'What a desk has added to the draw of a crisis team.' })
export class CrisisNonceShown {
  @Shown({ meaning: 'Side whose nonce it is.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'SHA-256 of the nonce, published before the draw was called.', kind: 'digest' })
  readonly commitment: string;

  @Shown({
    meaning: 'The nonce; `null` while it is not laid open, and for ever where it was not in time.',
    example: '89ab…',
    kind: 'word',
    nullable: true,
  })
  readonly nonce: string | null;
}

/** The nonces of a request, of the side that asks first. */
export const showNonces = ({ asking, asked, nonces }: Hotline): readonly CrisisNonceShown[] =>
  [asking, asked].flatMap((party) => {
    const committed = nonces[party];
    return committed ? [{ party, ...committed }] : [];
  });
