import type { RefusalReason, Refused } from './decision';

/** A function that decides an act, or bars it before that. It refuses by value. */
export type Decides = (...input: never[]) => unknown;

/** The reasons for which one such function, or any of several, may refuse. They follow from its return type. */
export type ReasonsOf<By extends Decides | readonly Decides[]> = By extends readonly Decides[]
  ? ReasonsIn<ReturnType<By[number]>>
  : By extends Decides
    ? ReasonsIn<ReturnType<By>>
    : never;

type ReasonsIn<Answer> = Answer extends Refused<infer Reason> ? Reason : Answer extends RefusalReason ? Answer : never;
