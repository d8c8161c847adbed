import { InstantField } from '@parley/http';

export class ReconciliationRequest {
  @InstantField({ meaning: 'First instant of the range.', example: '2025-02-01T00:00:00Z' })
  readonly from: string;

  @InstantField({
    meaning: 'First instant behind the range; 366 days after `from` at most.',
    example: '2025-03-01T00:00:00Z',
  })
  readonly to: string;
}
