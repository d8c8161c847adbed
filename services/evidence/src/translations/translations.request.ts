import { ApiSchema } from '@nestjs/swagger';
import type { Language } from '@parley/kernel';
import {
  AuthoredText,
  CameByField,
  type CameByRequest,
  EnumField,
  ListField,
  TextField,
  TextsField,
} from '@parley/http';
import { LANGUAGES } from './translations.rules';
import { UploadedFileRequest } from '../uploads/uploads.response';

const PlaceField = (): PropertyDecorator =>
  TextField({ meaning: 'Where in the original: page, paragraph, cell.', example: 'page 3, paragraph 2', max: 200 });

@ApiSchema({ description: 'A passage that a translation does not render word for word.' })
export class DivergenceRequest {
  @PlaceField()
  readonly place: string;

  @TextsField({
    meaning: 'What is rendered otherwise there, and why.',
    example: [{ lang: 'en', text: '“should” stands for a word that has no equal in English', kind: 'original' }],
    max: 1_000,
  })
  readonly note: AuthoredText[];
}

export class TranslationRequest extends UploadedFileRequest {
  @CameByField()
  readonly received?: CameByRequest;

  @EnumField({ meaning: 'Language of the translation.', example: 'zh-Hans', values: LANGUAGES })
  readonly language: Language;

  @ListField(() => DivergenceRequest, {
    meaning: 'Passages that it does not render word for word, as its translator marks them; none when there are none.',
    example: [
      {
        place: 'page 3, paragraph 2',
        note: [{ lang: 'en', text: '“should” stands for a word that has no equal in English', kind: 'original' }],
      },
    ],
    max: 200,
  })
  readonly divergences: DivergenceRequest[];
}

@ApiSchema({ description: 'A passage that should be rendered otherwise.' })
export class ContestedPassageRequest {
  @PlaceField()
  readonly place: string;

  @TextField({
    meaning: 'How it should be rendered, in the language of the translation.',
    example: '应当予以考虑',
    max: 2_000,
    multiline: true,
  })
  readonly proposed: string;
}

export class TranslationChallengeRequest {
  @ListField(() => ContestedPassageRequest, {
    meaning: 'The passages that should be rendered otherwise.',
    example: [{ place: 'page 3, paragraph 2', proposed: '应当予以考虑' }],
    min: 1,
    max: 100,
  })
  readonly passages: ContestedPassageRequest[];
}

export class TranslationAnswerRequest {
  @TextsField({
    meaning: 'The answer to the challenge.',
    example: [{ lang: 'zh-Hans', text: '译文忠实于原文。', kind: 'original' }],
    max: 10_000,
    multiline: true,
  })
  readonly answer: AuthoredText[];
}
