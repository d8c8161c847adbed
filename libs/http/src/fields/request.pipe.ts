import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { FieldProblem } from '../problems/problem';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { type Fault, faults } from './fault';
import { faultOf } from './field';
import { objectRule } from './value-rules';

/** More would only help somebody who probes. */
const MOST_ERRORS = 100;

type Class = new () => object;

/**
 * Validates what a handler declares as a request class. Unknown fields are refused; every fault is reported at once,
 * each with its path.
 * @throws ProblemError 422 `invalid-fields`
 */
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (type === 'custom' || !isRequestClass(metatype)) return value;
    const wrong = objectRule(value);
    if (wrong) throw invalid([problem('', value === undefined || value === null ? faults.required : wrong)]);
    const instance = plainToInstance(metatype, value);
    const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
    if (errors.length > 0) throw invalid(errors.flatMap((error) => problemsOf(error, '')).slice(0, MOST_ERRORS));
    return instance;
  }
}

const PLAIN: readonly unknown[] = [String, Number, Boolean, Object, Array];
const isRequestClass = (metatype: unknown): metatype is Class =>
  typeof metatype === 'function' && !PLAIN.includes(metatype);

const invalid = (errors: readonly FieldProblem[]): ProblemError =>
  new ProblemError(problemCatalogue.invalidFields, errors);

function problemsOf(error: ValidationError, parent: string): readonly FieldProblem[] {
  const path = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (error.constraints?.['whitelistValidation'] !== undefined) return [problem(path, faults.unknownField)];
  const fault = error.target ? faultOf(error.target, error.property, error.value) : undefined;
  if (fault) return [problem(path, fault)];
  return (error.children ?? []).flatMap((child) => problemsOf(child, path));
}

const problem = (path: string, { code, message, at = '' }: Fault): FieldProblem => ({ path: path + at, code, message });
