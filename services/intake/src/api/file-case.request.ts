import { NestedField, Sha256Field, TextField } from '@parley/http';
import { GrievanceRequest } from './grievance.request';

export class CertificationRequest {
  @Sha256Field({
    meaning:
      'SHA-256 of the RFC 8785 (canonical) JSON of `grievance`, as the completeness check shows it: over ' +
      'these words the filer certifies that the facts are accurate and complete to the best of its ' +
      'knowledge.',
    example: '5e1d6bd7b0d1a0c0e9c7a2f5b5ad4f6a4d4f0c6f2f8f4b1d8e9c3a7b6c5d4e3f',
  })
  readonly digest: string;

  @TextField({
    meaning: "A compact JWS by the party's own key over the same digest, where the party gives one.",
    example: 'eyJhbGciOiJFZERTQSJ9…',
    max: 4_000,
    optional: true,
  })
  readonly jws?: string;
}

export class ContactRequest {
  @TextField({
    meaning: 'Name of the person whom the registry may call. Kept apart from the record, where it can be forgotten.',
    example: 'Li Wei',
    max: 200,
  })
  readonly name: string;

  @TextField({
    meaning: 'How to reach the person: a telephone number or an address.',
    example: '+86 10 0000 0000',
    max: 300,
  })
  readonly reach: string;
}

/** A grievance to be filed, or filed anew to cure its defects. */
export class FileCaseRequest {
  @NestedField(() => GrievanceRequest, { meaning: 'The grievance.', example: {} })
  readonly grievance: GrievanceRequest;

  @NestedField(() => CertificationRequest, { meaning: "The filer's certification of the facts.", example: {} })
  readonly certification: CertificationRequest;

  @NestedField(() => ContactRequest, {
    meaning: 'Whom the registry may call. A filing without one is deficient.',
    example: { name: 'Li Wei', reach: '+86 10 0000 0000' },
    optional: true,
  })
  readonly contact?: ContactRequest;
}

/** A grievance to be checked before it is filed. */
export class CheckRequest {
  @NestedField(() => GrievanceRequest, { meaning: 'The grievance.', example: {} })
  readonly grievance: GrievanceRequest;

  @NestedField(() => ContactRequest, {
    meaning: 'Whom the registry may call.',
    example: { name: 'Li Wei', reach: '+86 10 0000 0000' },
    optional: true,
  })
  readonly contact?: ContactRequest;
}
