import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';

@ApiSchema({ description: 'A file, by its digest.' })
export class FileShown {
  @Shown({ meaning: 'Base name.', example: 'tariff-notice.pdf', max: 80 })
  readonly fileName: string;

  @Shown({ meaning: 'Media type.', example: 'application/pdf', max: 127 })
  readonly mediaType: string;

  @Shown({ meaning: 'How many bytes it has.', example: 48_211, schema: { type: 'integer' } })
  readonly sizeBytes: number;

  @Shown({ meaning: 'SHA-256 of the bytes, checked at each read.', kind: 'digest' })
  readonly digest: string;
}

@ApiSchema({ description: 'Who may read an exhibit, in words.' })
export class EvidenceWordsShown {
  @Shown({ meaning: 'In English.', kind: 'sentence' })
  readonly en: string;

  @Shown({ meaning: 'In simplified Chinese.', kind: 'sentence', example: '译文期限已过。' })
  readonly 'zh-Hans': string;
}
