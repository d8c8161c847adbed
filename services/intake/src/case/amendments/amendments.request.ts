import { EnumField, ListField, MayComeLateRequest, NestedField } from '@parley/http';
import { CertificationRequest } from '../filing/filing.request';
import { GrievanceRequest } from '../filing/grievance.request';
import { CounterStatementRequest } from '../reply/reply.request';
import { AMENDMENT_KINDS } from './amendments.rules';

/** The whole grievance as it is to stand, certified as a filing is. */
export class AmendedGrievanceRequest {
  @NestedField(() => GrievanceRequest, {
    meaning: 'The whole grievance as it is to stand from here on; claims that stay keep their ids.',
    example: {},
  })
  readonly grievance: GrievanceRequest;

  @NestedField(() => CertificationRequest, {
    meaning: 'The filer’s certification of the facts, over the digest of the grievance as it is to stand.',
    example: {},
  })
  readonly certification: CertificationRequest;
}

export class AmendmentRequest extends AmendedGrievanceRequest {
  @EnumField({
    meaning: 'Whether it only adds claims, or revises and replaces.',
    example: 'supplement',
    values: AMENDMENT_KINDS,
  })
  readonly kind: (typeof AMENDMENT_KINDS)[number];
}

export class AmendmentReplyRequest extends MayComeLateRequest {
  @ListField(() => CounterStatementRequest, {
    meaning: 'What the respondent says of the claims that the amendment added or replaced.',
    example: [],
    min: 1,
    max: 200,
  })
  readonly counterStatements: readonly CounterStatementRequest[];
}
