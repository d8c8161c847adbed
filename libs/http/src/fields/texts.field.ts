import { ApiSchema } from '@nestjs/swagger';
import type { Language } from '@parley/kernel';
import { pointerStep } from '../problems/pointer-step';
import { type Fault, faults, type FieldRule } from './fault';
import { field, type FieldOptions } from './field';
import { Shown } from './shown.decorator';
import { type TextLimits, textRule } from './text.rule';
import { enumRule, listRule, objectRule } from './value-rules';

const LANGUAGES: readonly Language[] = ['en', 'zh-Hans'];
const LONGEST_OF = 100;
const KINDS = ['original', 'translation', 'authentic'] as const;

/** It is validated as a whole by `TextsField`. */
@ApiSchema({ description: 'A text in one language, as it is sent and shown.' })
export class AuthoredText {
  @Shown({ meaning: 'Language of the text.', example: 'en', values: LANGUAGES })
  readonly lang: Language;

  @Shown({
    meaning: 'The text itself, as it was written.',
    example: 'Additional ad valorem duties on products of China.',
    max: 60_000,
  })
  readonly text: string;

  @Shown({
    meaning: 'What it is: the original, a translation of it, or one of several equally authentic texts.',
    example: 'original',
    values: KINDS,
  })
  readonly kind: (typeof KINDS)[number];

  @Shown({
    meaning: 'Which text a translation translates; only with a translation.',
    example: 'en',
    optional: true,
    schema: { minLength: 1, maxLength: LONGEST_OF },
  })
  readonly of?: string;
}

export interface TextsOptions extends FieldOptions, Pick<TextLimits, 'max' | 'multiline'> {
  /** Fewest texts; 1 when left out. */
  readonly min?: number;
  /** Languages of which at least one text must be given. */
  readonly languages?: readonly Language[];
}

/**
 * How long each text of a list may be, for the API's document: the class `AuthoredText` is the same for every length.
 */
export const TEXT_LENGTH_EXTENSION = 'x-text-length' as const;

/** At most an original, its translation, and an authentic text of each language. */
const MOST_TEXTS = 4;

/** The same thing said in one or more languages: a list of `AuthoredText`. Lengths count for each text. */
export function TextsField(options: TextsOptions): PropertyDecorator {
  const entries = listRule({ min: options.min ?? 1, max: MOST_TEXTS }, authoredTextRule(options));
  const rule: FieldRule = (value) =>
    entries(value) ?? missingLanguage(value as readonly AuthoredText[], options.languages ?? []);
  const described = { [TEXT_LENGTH_EXTENSION]: options.max };
  return field(rule, options, {
    type: () => AuthoredText,
    isArray: true,
    minItems: options.min ?? 1,
    maxItems: MOST_TEXTS,
    ...described,
  });
}

function authoredTextRule(limits: TextLimits): FieldRule {
  const fields: Readonly<Record<string, FieldRule>> = {
    lang: enumRule(LANGUAGES),
    text: textRule(limits),
    kind: enumRule(KINDS),
    of: textRule({ max: LONGEST_OF }),
  };
  return (value) => {
    const wrong = objectRule(value);
    if (wrong) return wrong;
    const given = value as Readonly<Record<string, unknown>>;
    const stranger = Object.keys(given).find((key) => !Object.hasOwn(fields, key));
    if (stranger !== undefined) return within(stranger, faults.unknownField);
    for (const [name, rule] of Object.entries(fields)) {
      const fault = given[name] === undefined ? (name === 'of' ? undefined : faults.required) : rule(given[name]);
      if (fault) return within(name, fault);
    }
    return given['of'] !== undefined && given['kind'] !== 'translation' ? within('of', faults.unknownField) : undefined;
  };
}

const within = (name: string, fault: Fault): Fault => ({
  ...fault,
  at: `${pointerStep(name)}${fault.at ?? ''}`,
});

function missingLanguage(texts: readonly AuthoredText[], languages: readonly Language[]): Fault | undefined {
  const missing = languages.find((language) => !texts.some(({ lang }) => lang === language));
  return missing === undefined ? undefined : faults.languageMissing(missing);
}
