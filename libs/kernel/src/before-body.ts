import type { Decision, Refused } from './decision';

/** Thrown where a decider first reads a part of the command that only the body says. */
class NotSaidYet extends Error {
  override readonly name = 'NotSaidYet';
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
  const notSaid = (): never => {
    throw new NotSaidYet();
  };
  const asked = new Proxy(known, {
    get: (said, name) => (Object.hasOwn(said, name) ? (Reflect.get(said, name) as unknown) : notSaid()),
    has: (said, name) => Object.hasOwn(said, name) || notSaid(),
    ownKeys: notSaid,
    getOwnPropertyDescriptor: notSaid,
  });
  try {
    const decision = decide(asked as Command, state);
    return decision.kind === 'refused' ? decision : undefined;
  } catch (error) {
    if (error instanceof NotSaidYet) return undefined;
    throw error;
  }
}
