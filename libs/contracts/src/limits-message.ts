import type { MessageInitShape } from '@bufbuild/protobuf';
import type { PublicEvent } from '@parley/messaging';
import { isAnswerClock } from '@parley/procedure';
import { sayDeadline, type SayableDeadline } from './deadline-message';
import type { LimitsSchema } from './gen/parley/common/v1/common_pb';
import { registry } from './registry';
import { clockRows, PUBLIC_CLOCKS } from './word-book/clocks';

/** What the data of an event says of the limits that it opens or moves, and of those that it ends, by their ids. */
export interface MovesLimits {
  readonly opens?: readonly SayableDeadline[];
  readonly closes?: readonly string[];
}

/**
 * What anybody may know of it. A limit that is not public is left out where it is opened, and where it ends that of the
 * answer to a late entry and one that has its clock's own name. Of other ids nothing tells which are public: who ends
 * limits of both kinds in one event says here which of them are.
 */
export const sayLimits = ({ opens = [], closes = [] }: MovesLimits): MessageInitShape<typeof LimitsSchema> => ({
  opens: opens.filter(isPublicLimit).map(sayDeadline),
  closes: closes.filter((id) => !isAnswerClock(id) && !isNameOfSealed(id)),
});

/**
 * Whether public messages of an event leave out what it does to limits that anybody may know of.
 * @param told the messages that tell of the event
 */
export function leavesLimitsUntold(moves: MovesLimits, told: readonly PublicEvent[]): boolean {
  const { opens = [], closes = [] } = sayLimits(moves);
  return opens.length + closes.length > 0 && !told.some(({ tier, type }) => tier === 'PUBLIC' && saysLimits(type));
}

const saysLimits = (type: string): boolean =>
  registry.getMessage(type)?.fields.some(({ localName }) => localName === 'limits') ?? false;

/** Whether an id is the name of a clock that is not public. */
const isNameOfSealed = (id: string): boolean => Object.hasOwn(clockRows, id) && !PUBLIC_CLOCKS.includes(id);

/** Whether anybody may know that a limit runs. */
export const isPublicLimit = ({ clock }: { readonly clock: string }): boolean => PUBLIC_CLOCKS.includes(clock);
