import type { Bilingual } from '@parley/kernel';

/** Why a field's value is refused. */
export interface Fault {
  readonly code: string;
  readonly message: Bilingual;
  /** Where inside the field, as the rest of a JSON pointer: `/2/text`. */
  readonly at?: string;
}

/** Looks at one value; `undefined` when nothing is wrong with it. */
export type FieldRule = (value: unknown) => Fault | undefined;

const fault = (code: string, en: string, zh: string): Fault => ({ code, message: { en, 'zh-Hans': zh } });

/** The faults of single fields. Codes are stable. */
export const faults = {
  required: fault('required', 'This field is required.', '此字段为必填项。'),
  unknownField: fault('unknown-field', 'There is no such field here.', '此处没有该字段。'),
  moreFaults: (listed: number) =>
    fault(
      'more-faults',
      `There are more faults than the ${listed} that are listed here.`,
      `除此处列出的 ${listed} 项外，还有其他错误。`,
    ),
  notAnObject: fault('not-an-object', 'This must be an object.', '此处须为对象。'),
  notAList: fault('not-a-list', 'This must be a list.', '此处须为列表。'),
  tooFew: (min: number) =>
    fault('too-few', `This needs at least ${min} ${min === 1 ? 'entry' : 'entries'}.`, `此处至少需要 ${min} 项。`),
  tooMany: (max: number) =>
    fault('too-many', `This takes at most ${max} ${max === 1 ? 'entry' : 'entries'}.`, `此处最多 ${max} 项。`),
  repeated: fault('repeated', 'This entry is given twice.', '此项重复出现。'),
  notText: fault('not-text', 'This must be a text.', '此处须为文本。'),
  empty: fault('empty', 'This must not be empty.', '此处不得为空。'),
  tooShort: (min: number) =>
    fault(
      'too-short',
      `This needs at least ${min} ${min === 1 ? 'character' : 'characters'}.`,
      `此处至少需要 ${min} 个字符。`,
    ),
  tooLong: (max: number) => fault('too-long', `This takes at most ${max} characters.`, `此处最多 ${max} 个字符。`),
  controlCharacter: fault('control-character', 'This holds a control character.', '此处含有控制字符。'),
  bidiControl: fault(
    'bidi-control',
    'This holds a character that reverses the direction of writing.',
    '此处含有改变书写方向的字符。',
  ),
  invisibleCharacter: fault(
    'invisible-character',
    'This holds a character that nobody can see, such as a zero-width space, a joiner or a soft hyphen.',
    '此处含有不可见字符，例如零宽空格、连接符或软连字符。',
  ),
  inTheFuture: fault(
    'in-the-future',
    'This has not come yet, so nothing is known of it: name an instant that is past, or none for now.',
    '该时刻尚未到来，无从知悉其情况：请指定已过去的时刻，或不指定以表示现在。',
  ),
  illFormed: fault('ill-formed-text', 'This is not well-formed Unicode.', '此处不是格式正确的 Unicode 文本。'),
  wrongForm: fault('wrong-form', 'This is not of the form that the documentation names.', '此处不符合文档规定的格式。'),
  notOneOf: (values: readonly string[]) =>
    fault('not-one-of', `This must be one of: ${values.join(', ')}.`, `此处须为以下之一：${values.join('、')}。`),
  notADate: fault(
    'not-a-date',
    'This must be a day that exists, as YYYY-MM-DD.',
    '此处须为真实存在的日期，格式为 YYYY-MM-DD。',
  ),
  notAnInstant: fault(
    'not-an-instant',
    'This must be an ISO 8601 instant with a zone, such as 2025-02-05T08:00:00Z.',
    '此处须为带时区的 ISO 8601 时刻，例如 2025-02-05T08:00:00Z。',
  ),
  notAUuid: fault('not-a-uuid', 'This must be a lower-case UUID.', '此处须为小写 UUID。'),
  namesNoCase: fault(
    'names-no-case',
    'This must be the id of a case, a lower-case UUID, or its docket number, such as CN-2025-0001.',
    '此处须为案件标识（小写 UUID）或案号，例如 CN-2025-0001。',
  ),
  notASha256: fault(
    'not-a-sha256',
    'This must be a SHA-256 as 64 lower-case hexadecimal characters.',
    '此处须为 SHA-256 摘要，即 64 个小写十六进制字符。',
  ),
  notAnInteger: fault('not-an-integer', 'This must be a whole number.', '此处须为整数。'),
  tooSmall: (min: number) => fault('too-small', `This must be at least ${min}.`, `此处不得小于 ${min}。`),
  tooLarge: (max: number) => fault('too-large', `This must be at most ${max}.`, `此处不得大于 ${max}。`),
  notABoolean: fault('not-a-boolean', 'This must be true or false.', '此处须为 true 或 false。'),
  eitherLanguage: fault('language-missing', 'A text in English or in Chinese is required.', '须提供英文或中文文本。'),
  languageMissing: (lang: string) =>
    fault('language-missing', `A text in ${lang} is required.`, `须提供 ${lang} 文本。`),
} as const;
