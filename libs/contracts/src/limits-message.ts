import type { MessageInitShape } from '@bufbuild/protobuf';
import type { PublicEvent } from '@parley/messaging';
import { sayDeadline, type SayableDeadline } from './deadline-message';
import type { LimitsSchema } from './gen/parley/common/v1/common_pb';
import { registry } from './registry';
import { PUBLIC_CLOCKS } from './word-book/clocks';

/** What the data of an event says of the limits that it opens or moves, and of those that it ends, by their ids. */
export interface MovesLimits {
  readonly opens?: readonly SayableDeadline[];
  readonly closes?: readonly string[];
}

/**
 * What anybody may know of it. A limit that is not public is left out where it is opened. Of ids nothing tells which
 * are public: who ends limits of both kinds in one event says here which of them are.
 */
export const sayLimits = ({ opens = [], closes = [] }: MovesLimits): MessageInitShape<typeof LimitsSchema> => ({
  opens: opens.filter(isPublicLimit).map(sayDeadline),
  closes: [...closes],
});

/**
 * Whether public messages of an event leave out what it does to limits.
 * @param told the messages that tell of the event
 */
export const leavesLimitsUntold = ({ opens = [], closes = [] }: MovesLimits, told: readonly PublicEvent[]): boolean =>
  (opens.some(isPublicLimit) || closes.length > 0) &&
  !told.some(({ tier, type }) => tier === 'PUBLIC' && saysLimits(type));

const saysLimits = (type: string): boolean =>
  registry.getMessage(type)?.fields.some(({ localName }) => localName === 'limits') ?? false;

/** Whether anybody may know that a limit runs. */
export const isPublicLimit = ({ clock }: { readonly clock: string }): boolean => PUBLIC_CLOCKS.includes(clock);
