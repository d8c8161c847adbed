import { ApiSchema } from '@nestjs/swagger';
import type { Bilingual } from '@parley/kernel';
import { Shown } from './shown.decorator';

@ApiSchema({ description: 'Words of the secretariat in both languages.' })
export class BilingualShown implements Bilingual {
  @Shown({ meaning: 'In English.', example: 'Consultations', kind: 'sentence' })
  readonly en: string;

  @Shown({ meaning: 'In Chinese.', example: '磋商', kind: 'sentence' })
  readonly 'zh-Hans': string;
}
