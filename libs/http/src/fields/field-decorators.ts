import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { CASE_NAME } from './case-name';
import { field, type FieldOptions, type RequestClass } from './field';
import { type TextLimits, textRule } from './text.rule';
import {
  booleanRule,
  caseNameRule,
  dateRule,
  enumRule,
  instantRule,
  intRule,
  type ListLimits,
  listRule,
  objectRule,
  sha256Rule,
  uuidRule,
} from './value-rules';

// The document builder takes a function named `type` for a late type, hence `type: () => type()`.
type Limited<Limits> = FieldOptions & Limits;

const textSchema = ({ min, max, pattern }: TextLimits) => ({
  type: String,
  minLength: min ?? 1,
  maxLength: max,
  ...(pattern ? { pattern: pattern.source } : {}),
});

/**
 * A text of a person, kept as it came: nothing trimmed, nothing normalised. Blank, control, direction-changing
 * and invisible characters are refused.
 */
export const TextField = (options: Limited<TextLimits>): PropertyDecorator =>
  field(textRule(options), options, textSchema(options));

interface Words {
  readonly values: readonly string[];
  /** Name and meaning of those words as a schema of their own, where several fields share them. */
  readonly named?: { readonly name: string; readonly meaning: string };
  /** They are too many for the API's document. The refusal of another word lists them. */
  readonly unlisted?: boolean;
}

/** One of a closed list of words. */
export const EnumField = ({ values, named, unlisted = false, ...options }: Limited<Words>): PropertyDecorator =>
  field(enumRule(values), options, {
    type: String,
    ...(unlisted ? { maxLength: Math.max(...values.map(({ length }) => length)) } : { enum: [...values] }),
    ...(named ? { enumName: named.name, enumSchema: { description: named.meaning } } : {}),
  });

/** A day without a zone, `YYYY-MM-DD`, that exists. */
export const DateField = (options: FieldOptions): PropertyDecorator =>
  field(dateRule, options, { type: String, format: 'date', maxLength: 10 });

/** ISO 8601 with a zone; keep it through the kernel's `parseInstant`. */
export const InstantField = (options: FieldOptions): PropertyDecorator =>
  field(instantRule, options, { type: String, format: 'date-time', maxLength: 35 });

export const UuidField = (options: FieldOptions): PropertyDecorator =>
  field(uuidRule, options, { type: String, format: 'uuid', maxLength: 36 });

/** A case by its id or its docket number; `caseNamed` finds which. */
export const CaseField = (options: FieldOptions): PropertyDecorator =>
  field(caseNameRule, options, { type: String, ...CASE_NAME });

/** 64 lower-case hexadecimal characters. */
export const Sha256Field = (options: FieldOptions): PropertyDecorator =>
  field(sha256Rule, options, { type: String, pattern: '^[0-9a-f]{64}$', minLength: 64, maxLength: 64 });

/** A whole number as a JSON number. */
export const IntField = (options: Limited<{ readonly min: number; readonly max: number }>): PropertyDecorator =>
  field(intRule(options.min, options.max), options, { type: 'integer', minimum: options.min, maximum: options.max });

/** A whole number in a query string, where everything is text. */
export const QueryIntField = (options: Limited<{ readonly min: number; readonly max: number }>): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ),
    IntField(options),
  );

export const BooleanField = (options: FieldOptions): PropertyDecorator =>
  field(booleanRule, options, { type: Boolean });

/** An object of another request class. */
export const NestedField = (type: () => RequestClass, options: FieldOptions): PropertyDecorator =>
  field(objectRule, options, { type: () => type() }, type);

/** A list of objects of another request class. */
export const ListField = (type: () => RequestClass, options: Limited<ListLimits>): PropertyDecorator =>
  field(
    listRule(options, objectRule),
    options,
    { type: () => type(), isArray: true, minItems: options.min ?? 0, maxItems: options.max },
    type,
  );

const plainList = (
  rule: Parameters<typeof listRule>[1],
  options: Limited<ListLimits>,
  items: object,
): PropertyDecorator =>
  field(listRule(options, rule), options, {
    type: 'array',
    items,
    minItems: options.min ?? 0,
    maxItems: options.max,
    ...(options.unique ? { uniqueItems: true } : {}),
  });

/** A list of short texts, each within `of`. */
export const TextListField = (options: Limited<ListLimits & { readonly of: TextLimits }>): PropertyDecorator =>
  plainList(textRule(options.of), options, { ...textSchema(options.of), type: 'string' });

/** A list of days without a zone, each of which exists. */
export const DateListField = (options: Limited<ListLimits>): PropertyDecorator =>
  plainList(dateRule, options, { type: 'string', format: 'date', maxLength: 10 });

/** A list of words from a closed list. */
export const EnumListField = (
  options: Limited<ListLimits & { readonly values: readonly string[] }>,
): PropertyDecorator => plainList(enumRule(options.values), options, { type: 'string', enum: [...options.values] });
