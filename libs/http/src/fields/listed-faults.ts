import type { FieldProblem } from '../problems/problem';
import { faults } from './fault';

/** More would only help somebody who probes. */
export const MOST_ERRORS = 100;

/** Faults as an answer lists them: a hundred at most, and then one that says that there are more. */
export const listedFaults = (errors: readonly FieldProblem[]): readonly FieldProblem[] =>
  errors.length > MOST_ERRORS
    ? [...errors.slice(0, MOST_ERRORS), { path: '', ...faults.moreFaults(MOST_ERRORS) }]
    : errors;
