import type { ActRequirement, PersonCaller } from '@parley/access';
import type { Type } from '@nestjs/common';
import type { Instant, Refused } from '@parley/kernel';

/** An act of which somebody asks, without its body, whether it may be done. */
export interface AskedAct {
  readonly declared: ActRequirement;
  readonly caller: PersonCaller;
  /** When it was asked: an act sent then would be received then. */
  readonly receivedAt: Instant;
  /** What stands in the path, each a UUID or something that is no id. */
  readonly params: Readonly<Record<string, string>>;
  /** What its command is, as far as the route says it. */
  readonly command: { readonly type: string };
}

/** Knows how things stand, and so what bars an act. */
export interface BarsActs {
  /** Why the act would be refused, whatever its body says; `undefined` when nothing stands against it so far. */
  barTo(asked: AskedAct): Promise<Refused | undefined>;
}

/** Whom to ask how things stand, and for which command. */
export interface Asks {
  readonly of: Type<BarsActs>;
  readonly command: AskedAct['command'];
}
