import type { Decision, DomainEvent } from '@parley/kernel';

/**
 * What was decided of an act that stands in a part of a request: what is wrong with it is named from the whole request.
 * @param part of the request, as a JSON pointer
 */
export const within = <Decided extends Decision<DomainEvent>>(part: string, decision: Decided): Decided =>
  decision.kind === 'refused' && decision.path !== undefined
    ? { ...decision, path: `${part}${decision.path}` }
    : decision;
