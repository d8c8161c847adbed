import { NestedField } from '@parley/http';
import { GrievanceRequest } from './grievance.request';

/** A grievance that is not filed yet. */
export class DraftRequest {
  @NestedField(() => GrievanceRequest, { meaning: 'The grievance as far as it is written.', example: {} })
  readonly grievance: GrievanceRequest;
}
