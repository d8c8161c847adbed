import { type ArgumentMetadata, Inject, type PipeTransform } from '@nestjs/common';
import type { Clock } from '@parley/kernel';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { CLOCK } from '../app/tokens';
import { pointerStep } from '../problems/pointer-step';
import type { FieldProblem } from '../problems/problem';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { excessIn, problemAt } from './excess-in';
import { faults } from './fault';
import { declaredField, type RequestClass, untilFaults } from './field';
import { listedFaults, MOST_ERRORS } from './listed-faults';
import { futureIn } from './past-instant.field';
import { objectRule } from './value-rules';

/**
 * Validates what a handler declares as a request class. Unknown fields are refused; every fault is reported at once,
 * each with its path, up to a hundred. A list that is too long is refused before any class is made of its entries.
 * @throws ProblemError 422 `invalid-fields`
 */
export class RequestPipe implements PipeTransform {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (type === 'custom' || !isRequestClass(metatype)) return value;
    // A body in which everything may be left out may be left out itself.
    const isMissing = value === undefined;
    const sent: unknown = isMissing ? {} : value;
    const wrong = objectRule(sent);
    if (wrong) throw invalid([problemAt('', value === null ? faults.required : wrong)]);
    const excess: FieldProblem[] = [];
    for (const found of excessIn(metatype, sent)) if (excess.push(found) > MOST_ERRORS) break;
    if (excess.length > MOST_ERRORS || excess.some(({ code }) => code === 'too-many')) throw invalid(excess);
    const instance = plainToInstance(metatype, sent);
    const errors = untilFaults(MOST_ERRORS + 1, () =>
      validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false }),
    );
    if (errors.length > 0 && isMissing) throw invalid([problemAt('', faults.required)]);
    if (errors.length > 0) throw invalid(errors.flatMap((error) => problemsOf(error, '')));
    const future = futureIn(instance, this.clock.now());
    if (future.length > 0) throw invalid(future);
    return instance;
  }
}

const PLAIN: readonly unknown[] = [String, Number, Boolean, Object, Array];
const isRequestClass = (metatype: unknown): metatype is RequestClass =>
  typeof metatype === 'function' && !PLAIN.includes(metatype);

const invalid = (errors: readonly FieldProblem[]): ProblemError =>
  new ProblemError(problemCatalogue.invalidFields, listedFaults(errors));

function problemsOf(
  { property, target, value, constraints, children }: ValidationError,
  parent: string,
): FieldProblem[] {
  const path = parent + pointerStep(property);
  if (constraints?.['whitelistValidation'] !== undefined) return [problemAt(path, faults.unknownField)];
  const fault = target && declaredField(target.constructor as RequestClass, property)?.rule(value);
  return fault ? [problemAt(path, fault)] : (children ?? []).flatMap((child) => problemsOf(child, path));
}
