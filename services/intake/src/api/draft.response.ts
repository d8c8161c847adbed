import { Shown } from '@parley/http';
import { GrievanceRequest } from './grievance.request';

export class DraftShown {
  @Shown({ meaning: 'Id of the draft.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'When it was last changed (UTC).', format: 'date-time' })
  readonly changedAt: string;

  @Shown({ meaning: 'The grievance as far as it is written.', type: () => GrievanceRequest })
  readonly grievance: GrievanceRequest;
}
