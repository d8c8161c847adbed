import { ListField, UuidField } from '@parley/http';
import { ReasonedRequest } from '../consent/consent.request';

export class CaseReferenceRequest {
  @UuidField({ meaning: 'Id of a case.', example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11' })
  readonly case: string;
}

export class ConsolidationRequest extends ReasonedRequest {
  @ListField(() => CaseReferenceRequest, {
    meaning: 'The other cases.',
    example: [{ case: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11' }],
    min: 1,
    max: 10,
  })
  readonly cases: readonly CaseReferenceRequest[];
}
