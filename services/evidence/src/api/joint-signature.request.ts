import { Sha256Field, TextField } from '@parley/http';

/** A co-head's signature under what both co-heads decide. */
export class JointSignatureRequest {
  @Sha256Field({
    meaning: 'Digest of the draft that you were shown.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  readonly digest: string;

  @TextField({
    meaning: 'A compact JWS by the signer’s own key over the digest, where there is one.',
    example: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
    max: 4_000,
    optional: true,
  })
  readonly jws?: string;
}
