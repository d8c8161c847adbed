export type * from './api';
export * from './client-credentials';
export type * from './operations';
export { type Answered, Parley, type ParleyOptions } from './parley';
export { type BrowserCredentials, makePasskey, type NameOfPasskey, type Passkey, signByPasskey } from './passkey';
export {
  type Bilingual,
  type FieldProblem,
  ParleyProblem,
  ParleyUnanswered,
  ParleyUnexpected,
  type ProblemDetails,
} from './problem';
export { type ActToSign, digestOfAct, type PublicJwk, type Sign, signByKey, thumbprintOf } from './signed-act';
export * from './until';
export type { Uploading } from './upload';
