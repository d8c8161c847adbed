import { refuse, type Decision, type Refused } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase } from './case-commands.rules';
import type { CaseEvent } from './case-events.rules';
import { changeRefusals } from './common-refusals.rules';

/** Decides a command in a filed case, on the clocks of the case's own rules and track. */
export type Decides<Command> = (command: Command, state: FiledCase, clocks: Clocks) => Decision<CaseEvent>;

/** Says whether something may be done while the screening is suspended (S11). */
interface Said {
  readonly whileSuspended: boolean;
}

/** The deciders of a topic's commands. Each says whether it waits while the screening is suspended. */
export type DecidersOf<Command extends { readonly type: string }> = {
  readonly [Type in Command['type']]: Decides<Extract<Command, { readonly type: Type }>> & Said;
};

/** For a decider that works during a suspension too, or says itself what holds then. */
export const suspendedOrNot = <Input extends readonly unknown[], Decided>(decide: (...input: Input) => Decided) =>
  Object.assign((...input: Input): Decided => decide(...input), { whileSuspended: true });

/** For a decider whose act is refused during a suspension, until the screening is resumed. */
export const notWhileSuspended = <Command, More extends readonly unknown[], Decided>(
  decide: (command: Command, state: FiledCase, ...more: More) => Decided,
) =>
  Object.assign(
    (command: Command, state: FiledCase, ...more: More): Decided | Refused<typeof changeRefusals.suspended> =>
      state.status === 'suspended' ? refuse(changeRefusals.suspended) : decide(command, state, ...more),
    { whileSuspended: false },
  );
