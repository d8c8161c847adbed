import { applyDecorators } from '@nestjs/common';
import { type Instant, parseInstant } from '@parley/kernel';
import { pointerStep } from '../problems/pointer-step';
import type { FieldProblem } from '../problems/problem';
import { problemAt } from './excess-in';
import { faults } from './fault';
import type { FieldOptions } from './field';
import { InstantField } from './field-decorators';

const past = new WeakMap<object, string[]>();

/** An instant up to now by the clock of the process, since nothing later is known that could be shown. */
export const PastInstantField = (options: FieldOptions): PropertyDecorator =>
  applyDecorators(
    InstantField({ ...options, meaning: `${options.meaning} An instant that has not come yet is refused.` }),
    (target: object, property: string | symbol) => {
      past.set(target, [...(past.get(target) ?? []), String(property)]);
    },
  );

/** The past instants of a valid request that have not come yet. */
export function futureIn(request: object, now: Instant): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (
    let target = Object.getPrototypeOf(request) as object | null;
    target;
    target = Object.getPrototypeOf(target) as object | null
  )
    for (const property of past.get(target) ?? []) {
      const instant = parseInstant(String((request as Readonly<Record<string, unknown>>)[property]));
      if (instant !== undefined && instant > now) problems.push(problemAt(pointerStep(property), faults.inTheFuture));
    }
  return problems;
}
