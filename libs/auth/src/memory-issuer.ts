import { randomUUID } from 'node:crypto';
import type { PersonCaller } from '@parley/access';
import type { PartyCode, PersonId, Role } from '@parley/kernel';
import { TokenRefusedError } from './token-refused.error';
import type { TokenVerifier } from './token-verifier';

export interface TokenClaims {
  /** The person's id. */
  readonly sub: string;
  /** May be a stranger's, so that specs can ask what rules say to one whose token was let through. */
  readonly party?: string;
  readonly roles?: readonly Role[];
}

/** An issuer that lives in this process, for specs: its verifier knows nothing but the tokens that it gave itself. */
export interface MemoryIssuer {
  readonly verifier: TokenVerifier;
  token(claims: TokenClaims): Promise<string>;
  /** The value of `Authorization`. */
  bearer(claims: TokenClaims): Promise<string>;
  /** Ends a token, given as the value of `Authorization`. */
  end(bearer: string): void;
}

/** Makes an issuer that vouches for anybody. Its tokens are random words, and it remembers whom it gave them to. */
export function createMemoryIssuer(): Promise<MemoryIssuer> {
  const given = new Map<string, PersonCaller>();
  const token = ({ sub, party, roles = [] }: TokenClaims): Promise<string> => {
    const word = randomUUID();
    given.set(word, {
      kind: 'person',
      personId: sub as PersonId,
      party: (party ?? null) as PartyCode | null,
      roles,
    });
    return Promise.resolve(word);
  };
  return Promise.resolve({
    verifier: {
      verify: (word) => {
        const caller = given.get(word);
        return caller ? Promise.resolve(caller) : Promise.reject(new TokenRefusedError('issuer-unknown'));
      },
    },
    token,
    bearer: async (claims) => `Bearer ${await token(claims)}`,
    end: (bearer) => void given.delete(bearer.replace('Bearer ', '')),
  });
}
