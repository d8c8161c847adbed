import { ApiSchema } from '@nestjs/swagger';
import type { Bilingual } from '@parley/kernel';
import { faults, type FieldRule } from './fault';
import { field, type FieldOptions } from './field';
import { TextField } from './field-decorators';
import { objectRule } from './value-rules';

@ApiSchema({ description: 'Why a party asks for something, in English, in Chinese or in both.' })
export class ReasonRequest {
  @TextField({
    meaning: 'In English.',
    example: 'The interpreters are ill.',
    max: 2_000,
    multiline: true,
    optional: true,
  })
  readonly en?: string;

  @TextField({ meaning: 'In Chinese.', example: '译员患病。', max: 2_000, multiline: true, optional: true })
  readonly 'zh-Hans'?: string;
}

const inEither: FieldRule = (value) => {
  const wrong = objectRule(value);
  if (wrong) return wrong;
  const { en, 'zh-Hans': zh } = value as ReasonRequest;
  return en === undefined && zh === undefined ? faults.eitherLanguage : undefined;
};

/** A reason in either language, which is kept through `reasonOf`. */
export const ReasonField = (options: FieldOptions): PropertyDecorator =>
  field(inEither, options, { type: () => ReasonRequest }, () => ReasonRequest);

/**
 * A reason as it is signed and shown. Where it was given in one language alone, the other says so, and has it as it was
 * given.
 */
export const reasonOf = ({ en, 'zh-Hans': zh }: ReasonRequest): Bilingual => ({
  en: en ?? `In Chinese alone: ${zh ?? ''}`,
  'zh-Hans': zh ?? `仅有英文：${en ?? ''}`,
});
