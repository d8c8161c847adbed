import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateNested } from 'class-validator';
import { faults, type FieldRule } from './fault';

/** The options of every field of a request. */
export interface FieldOptions {
  /** Its meaning, with its unit where it has one; shown in the API's document. */
  readonly meaning: string;
  readonly example: unknown;
  /** May be left out. `null` is never a way of leaving a field out. */
  readonly optional?: boolean;
  /** Stands in the example of a body although it may be left out. */
  readonly inExample?: boolean;
}

/** A class whose fields are declared. */
export type RequestClass = new () => object;

/** A declared field as it is known before any class is made of its value. */
export interface DeclaredField {
  readonly rule: FieldRule;
  /** Most entries, where it is a list. */
  readonly most: number | undefined;
  /** The class of its value, or of each entry of its list. */
  readonly of: (() => RequestClass) | undefined;
}

/** Marks a field that stands in the example of a body although it may be left out, until the document is built. */
export const IN_EXAMPLE_EXTENSION = 'x-in-example' as const;

const declared = new WeakMap<object, Map<string, DeclaredField>>();
/** Faults that the validation under way may still find. It runs in one go, so there is never a second one. */
let left = Infinity;

/**
 * Declares a request field: one class-validator constraint and one OpenAPI property from one rule. One constraint per
 * field, because class-validator's cost is per constraint. That cost, and not the database, bounds the rate of filings.
 */
export function field(
  rule: FieldRule,
  options: FieldOptions,
  schema: ApiPropertyOptions,
  of?: () => RequestClass,
): PropertyDecorator {
  const whole: FieldRule = (value) =>
    value === undefined ? (options.optional ? undefined : faults.required) : rule(value);
  const keeps = (value: unknown): boolean => {
    if (left === 0 || whole(value) === undefined) return true;
    left--;
    return false;
  };
  const described = {
    description: options.meaning,
    example: options.example,
    required: !options.optional,
    ...(options.inExample ? { [IN_EXAMPLE_EXTENSION]: true } : {}),
    ...schema,
  } as ApiPropertyOptions;
  return applyDecorators(
    ApiProperty(described),
    ValidateBy({
      name: 'field',
      validator: { validate: keeps, defaultMessage: () => 'refused' },
    }),
    ...(of ? [ValidateNested({ each: schema.isArray === true }), Type(of)] : []),
    (target: object, property: string | symbol) => {
      const own = declared.get(target) ?? new Map<string, DeclaredField>();
      declared.set(target, own.set(String(property), { rule: whole, most: schema.maxItems, of }));
    },
  );
}

/** Validates until so many faults are found; no rule is asked after that. */
export function untilFaults<Found>(most: number, validate: () => Found): Found {
  left = most;
  try {
    return validate();
  } finally {
    left = Infinity;
  }
}

/**
 * The field that a class or one of its parents declares for a property; `undefined` for a property that is no field.
 */
export function declaredField({ prototype }: RequestClass, property: string): DeclaredField | undefined {
  for (
    let target: object | null = prototype as object;
    target;
    target = Object.getPrototypeOf(target) as object | null
  ) {
    const found = declared.get(target)?.get(property);
    if (found) return found;
  }
  return undefined;
}
