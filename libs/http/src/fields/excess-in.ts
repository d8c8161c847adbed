import type { FieldProblem } from '../problems/problem';
import { pointerStep } from '../problems/pointer-step';
import { type Fault, faults } from './fault';
import { declaredField, type RequestClass } from './field';
import { objectRule } from './value-rules';

/**
 * Everything in a request that its class does not declare, before anything is made of it: unknown fields, and lists
 * that are too long, whose entries are not looked at. It gives one after the other, so that the caller may stop.
 * @param path of the value, as a JSON pointer
 */
export function* excessIn(type: RequestClass, value: unknown, path = ''): Generator<FieldProblem, void> {
  if (objectRule(value)) return;
  for (const [name, held] of Object.entries(value as object) as readonly (readonly [string, unknown])[]) {
    const at = path + pointerStep(name);
    const field = declaredField(type, name);
    if (!field) yield problemAt(at, faults.unknownField);
    else if (!Array.isArray(held)) {
      if (field.of) yield* excessIn(field.of(), held, at);
    } else if (field.most !== undefined && held.length > field.most) yield problemAt(at, faults.tooMany(field.most));
    else if (field.of)
      for (const [index, entry] of held.entries()) yield* excessIn(field.of(), entry, `${at}/${index}`);
  }
}

/** A fault as it is reported, with its path. */
export const problemAt = (path: string, { code, message, at = '' }: Fault): FieldProblem => ({
  path: path + at,
  code,
  message,
});
