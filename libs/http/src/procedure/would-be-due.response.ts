import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown } from '../fields/bilingual.response';
import { Shown } from '../fields/shown.decorator';
import { DeadlineRecordShown } from './deadline-record.response';

@ApiSchema({ description: 'When a deadline would end.' })
export class WouldBeDueShown {
  @Shown({ meaning: 'Clock of the rule set.', example: 'reply', kind: 'word' })
  readonly clock: string;

  @Shown({ meaning: 'Stage to which it belongs.', kind: 'stage' })
  readonly stage: string;

  @Shown({ meaning: 'Day that would start it: not counted itself.', format: 'date', example: '2025-09-25' })
  readonly from: string;

  @Shown({ meaning: 'Its last day, at the seat.', format: 'date', example: '2025-10-20' })
  readonly dueDate: string;

  @Shown({
    meaning: 'First instant that would be too late (UTC).',
    format: 'date-time',
  })
  readonly dueAt: string;

  @Shown({
    meaning: 'True when it depends on a calendar that is not published yet; then it may only become later.',
    example: false,
  })
  readonly provisional: boolean;

  @Shown({ meaning: 'How it was counted.', type: () => BilingualShown })
  readonly arithmetic: BilingualShown;

  @Shown({ meaning: 'What happens by itself when nobody acts in time.', type: () => BilingualShown })
  readonly onSilence: BilingualShown;

  @Shown({ meaning: 'The whole count.', type: () => DeadlineRecordShown })
  readonly record: DeadlineRecordShown;
}
