export type * from './api';
export * from './client-credentials';
export type * from './operations';
export { type Answered, Parley, type ParleyOptions } from './parley';
export {
  type Bilingual,
  type FieldProblem,
  ParleyProblem,
  ParleyUnanswered,
  ParleyUnexpected,
  type ProblemDetails,
} from './problem';
export * from './until';
export type { Uploading } from './upload';
