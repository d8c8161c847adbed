import type { Language } from '@parley/kernel';
import type { Problem } from './problem';
import type { ProblemError } from './problem.error';

/** Writes the problem details of an error. */
export function problemOf(
  error: ProblemError,
  request: { readonly path: string; readonly language: Language; readonly traceId?: string },
): Problem {
  const { kind, errors, stands } = error;
  return {
    type: `/problems/${kind.code}`,
    title: kind.title[request.language],
    status: kind.status,
    code: kind.code,
    ...(kind.rule === undefined ? {} : { rule: kind.rule }),
    detail: kind[request.language],
    messages: { en: kind.en, 'zh-Hans': kind['zh-Hans'] },
    ...(errors.length === 0 ? {} : { errors }),
    ...(stands === undefined ? {} : { stands }),
    instance: request.path,
    ...(request.traceId === undefined ? {} : { traceId: request.traceId }),
  };
}
