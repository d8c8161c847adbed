import { ApiSchema } from '@nestjs/swagger';
import { EnumField, ListField, MayComeLateRequest, NestedField } from '@parley/http';
import { MOST_CLAIMS } from '@parley/procedure';
import { CertificationRequest } from '../filing/filing.request';
import { certifiedOf, JOINED_GRIEVANCE } from '../filing/grievance.example';
import { GrievanceRequest } from '../filing/grievance.request';
import { COUNTERED, CounterStatementRequest } from '../reply/reply.request';
import { AMENDMENT_KINDS } from './amendments.rules';

@ApiSchema({ description: 'The whole grievance as it is to stand, certified.' })
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

@ApiSchema({
  description: 'The whole grievance, with the respondent’s measures and claims beside those of the complainant.',
})
export class JoinderRequest extends AmendedGrievanceRequest {
  @NestedField(() => GrievanceRequest, {
    meaning: 'The whole grievance as it is to stand, with your measures and your claims.',
    example: JOINED_GRIEVANCE,
  })
  override readonly grievance: GrievanceRequest;

  @NestedField(() => CertificationRequest, {
    meaning: 'Your certification of the facts, over the digest of the grievance as it is to stand.',
    example: certifiedOf(JOINED_GRIEVANCE),
  })
  override readonly certification: CertificationRequest;
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
    example: [{ claim: 'C2', statement: COUNTERED }],
    min: 1,
    max: MOST_CLAIMS,
  })
  readonly counterStatements: readonly CounterStatementRequest[];
}
