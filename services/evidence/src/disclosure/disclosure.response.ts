import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import { READERS, READERS_REASONS } from '../readers/readers.rules';
import { EvidenceWordsShown } from '../casefile/casefile.response';

@ApiSchema({ description: 'A version of an exhibit in the index.' })
export class DisclosedVersionShown {
  @Shown({
    meaning: '`original`, `public-version`, or `translation-1` for the first translation.',
    example: 'original',
    schema: { pattern: '^(original|public-version|translation-[1-9][0-9]?)$' },
  })
  readonly version: string;

  @Shown({ meaning: 'Who reads it.', values: READERS, example: 'PANEL' })
  readonly readers: string;

  @Shown({ meaning: 'The same in words.', type: () => EvidenceWordsShown })
  readonly readableBy: EvidenceWordsShown;

  @Shown({ meaning: 'Whether you read it.', example: false })
  readonly yours: boolean;

  @Shown({
    meaning: 'Coded reasons why others do not; empty where everybody does, or where none was given.',
    type: () => String,
    list: true,
    example: ['business-confidential'],
    schema: { items: { type: 'string', enum: [...READERS_REASONS] } },
  })
  readonly reasons: readonly string[];

  @Shown({
    meaning: 'Whose word it is: its party’s, or both co-heads’.',
    values: ['its-party', 'co-heads'],
    example: 'its-party',
  })
  readonly by: string;

  @Shown({ meaning: 'Since when (UTC).', format: 'date-time' })
  readonly since: string;

  @Shown({
    meaning:
      'Experts and third parties who have it on loan, by assignment; none for who reads nothing ' +
      'but what everybody does.',
    type: () => String,
    list: true,
    example: ['expert:US:1'],
    kind: 'word',
  })
  readonly lentTo: readonly string[];
}

@ApiSchema({ description: 'An exhibit in the index of what is disclosed and what is withheld.' })
export class DisclosedExhibitShown {
  @Shown({ meaning: 'Number of the exhibit.', kind: 'exhibit' })
  readonly number: string;

  @Shown({ meaning: 'Party that filed it.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Its versions.', type: () => DisclosedVersionShown, list: true })
  readonly versions: readonly DisclosedVersionShown[];
}
