import type { Decision, Refused } from './decision';

/** Thrown where a decider first reads a part of the command that only the body says. */
class NotSaidYet extends Error {
  override readonly name = 'NotSaidYet';
}

/**
 * A part of a command that is known without the body. Reading anything else of it ends the decision.
 * @param known the fields that every body leaves as they are
 */
export function partlySaid<Said extends object>(known: Partial<Said>): Said {
  const notSaid = (): never => {
    throw new NotSaidYet();
  };
  return new Proxy(known, {
    get: (said, name) => (Object.hasOwn(said, name) ? (Reflect.get(said, name) as unknown) : notSaid()),
    has: (said, name) => Object.hasOwn(said, name) || notSaid(),
    ownKeys: notSaid,
    getOwnPropertyDescriptor: notSaid,
  }) as Said;
}

/**
 * Why an act would be refused whatever its body says. The act's decider runs on the part of its command that is known
 * without the body, up to where it first reads something else. So the rules stand in the decider alone, and a decider
 * that reads the body late lets them be asked early.
 * @param known the command's type, who acts and when, and ids in the route
 * @returns the refusal that every body meets; `undefined` where a refusal depends on the body, or nothing stands
 *   against the act
 */
export function refusalBeforeBody<Command extends object, State>(
  decide: (command: Command, state: State) => Decision<unknown>,
  known: Partial<Command>,
  state: State,
): Refused | undefined {
  try {
    const decision = decide(partlySaid<Command>(known), state);
    return decision.kind === 'refused' ? decision : undefined;
  } catch (error) {
    if (error instanceof NotSaidYet) return undefined;
    throw error;
  }
}
