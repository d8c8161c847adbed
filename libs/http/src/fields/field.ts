import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { type Fault, faults, type FieldRule } from './fault';

/** What every field of a request says about itself. */
export interface FieldOptions {
  /** What it means, with its unit where it has one; shown in the API's document. */
  readonly meaning: string;
  readonly example: unknown;
  /** May be left out. `null` is never a way of leaving a field out. */
  readonly optional?: boolean;
}

const rules = new WeakMap<object, Map<string, FieldRule>>();

/**
 * Declares a request field: one class-validator constraint and one OpenAPI property from one rule. One constraint per
 * field, because class-validator's cost is per constraint and it, not the database, bounds the rate of filings.
 */
export function field(
  rule: FieldRule,
  options: FieldOptions,
  schema: ApiPropertyOptions,
  ...more: readonly PropertyDecorator[]
): PropertyDecorator {
  const whole: FieldRule = (value) =>
    value === undefined ? (options.optional ? undefined : faults.required) : rule(value);
  const described = {
    description: options.meaning,
    example: options.example,
    required: !options.optional,
    ...schema,
  } as ApiPropertyOptions;
  return applyDecorators(
    ApiProperty(described),
    ValidateBy({
      name: 'field',
      validator: { validate: (value) => whole(value) === undefined, defaultMessage: () => 'refused' },
    }),
    ...more,
    (target: object, property: string | symbol) => {
      const own = rules.get(target) ?? new Map<string, FieldRule>();
      rules.set(target, own.set(String(property), whole));
    },
  );
}

/** Why a declared field's value is refused; `undefined` for a good value or a property that is not a declared field. */
export function faultOf(instance: object, property: string, value: unknown): Fault | undefined {
  for (let target: object | null = instance; target; target = Object.getPrototypeOf(target) as object | null) {
    const rule = rules.get(target)?.get(property);
    if (rule) return rule(value);
  }
  return undefined;
}
