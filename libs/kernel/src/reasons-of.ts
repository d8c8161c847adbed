import type { RefusalReason, Refused } from './decision';

/** What decides an act, or bars it before that: whatever refuses by value. */
export type Decides = (...input: never[]) => unknown;

/** The reasons by which something that decides, or each of several, may refuse; told by what it returns. */
export type ReasonsOf<By extends Decides | readonly Decides[]> = By extends readonly Decides[]
  ? ReasonsIn<ReturnType<By[number]>>
  : By extends Decides
    ? ReasonsIn<ReturnType<By>>
    : never;

type ReasonsIn<Answer> = Answer extends Refused<infer Reason> ? Reason : Answer extends RefusalReason ? Answer : never;
