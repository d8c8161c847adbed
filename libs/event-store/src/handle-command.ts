import {
  capacityOf,
  isSameCapacity,
  refuse,
  twoCapacitiesInCase,
  type Actor,
  type Capacity,
  type CommandId,
  type Decider,
  type DomainEvent,
  type Instant,
  type Refused,
} from '@parley/kernel';
import type { Cause, NewEvent, Position, RecordedEvent } from './envelope';
import { eventIdOf } from './event-ids';
import { allKnownTo } from './event-kinds';
import type { EventStore } from './event-store';
import { foldRecorded } from './fold-recorded';
import { encodePayload, JSON_CONTENT } from './json-payload';
import type { StreamName } from './stream-name';

/**
 * The version of the rules for things that are pinned to none: a fixed one, or the one of the instant at which
 * something happened.
 */
export type RulesInForce = string | ((at: Instant) => string);

/** The version in force at an instant. */
export const rulesAt = (rules: RulesInForce, at: Instant): string => (typeof rules === 'string' ? rules : rules(at));

/** Facts that others told of a thing, as far as they are an input to decisions about it. */
export interface KnownFacts {
  /** Ids of the facts that the thing's view rests on. */
  readonly facts: readonly string[];
  /** How many of the facts heard teach something. It grows with each. */
  readonly count: number;
}

/** The view of a thing that the facts of others make. The facts that it rests on make the same view again. */
export interface Known<View> extends KnownFacts {
  readonly view: View;
}

/** Who sends a command, and in answer to what. */
export interface CommandContext {
  readonly commandId: CommandId;
  readonly cause: Cause;
  readonly actor: Actor;
  readonly delegation?: string;
  /** The facts of others on which it is decided; left out where none are an input. */
  readonly known?: KnownFacts;
  /** The rule set in force; a thing that is pinned to another keeps its own. */
  readonly ruleSetVersion: RulesInForce;
  /** The only revision at which the command may be decided (`If-Match`); then there is no retry. */
  readonly ifRevision?: number;
  /** Together with `ifRevision`, the only number of facts of others on which the command may be decided. */
  readonly ifFacts?: number;
  /**
   * From this reading of `performance.now()` on, nothing may be handed to the store: a default that the act would have
   * beaten may have been decided by then (I-19). An act has one, a process has none.
   */
  readonly writeBefore?: number;
  /**
   * True when the command opens a stream of its own, unless it was done before. It is then decided without reading
   * first, and the append says whether that was right.
   */
  readonly opensStream?: boolean;
  /** For a person's act in a case. */
  readonly inCase?: InCase;
  readonly traceparent?: string;
}

/** What is known, outside the stream of an act, of the person who acts in its case. */
export interface InCase {
  /** The capacity in which the person acted first in other parts of the case. */
  readonly capacity: Capacity | undefined;
}

export type CommandOutcome<S> =
  | {
      readonly kind: 'done';
      readonly state: S;
      /** Revision of the stream after the command; -1 when nothing was ever written. */
      readonly revision: number;
      /** How many facts of others it was decided on; absent where none are an input. */
      readonly facts?: number;
      /** Position of the last event of the command; absent when it had nothing to record. */
      readonly position?: Position;
      /** What the command recorded, now or when it first came. */
      readonly events: readonly RecordedEvent[];
      /** True when this command had been done before: the answer is the earlier one. */
      readonly repeated: boolean;
    }
  | { readonly kind: 'refused'; readonly refused: Refused }
  /** The same command id came with another body. */
  | { readonly kind: 'key-reused' }
  /** `ifRevision` is not where the stream is, or more is known than `ifFacts` says. */
  | { readonly kind: 'stale'; readonly revision: number; readonly facts?: number }
  /** Others kept winning: nothing was written, and it may be tried again. */
  | { readonly kind: 'contended' }
  /** `writeBefore` had passed before there was anything to write: nothing was written, and it may be tried again. */
  | { readonly kind: 'delayed' };

/** With exact revisions a loser re-reads and re-decides; so many losses in a row mean a hot stream, not bad luck. */
const ATTEMPTS = 8;

/**
 * The one way in which anything is written: read and fold, decide, append at the revision that was read. On a conflict
 * it re-reads and re-decides. A command that was done before gives its earlier answer and writes nothing.
 * @throws LaterEventError where a newer version has recorded an event that this one does not know
 */
export async function handleCommand<C, S, E extends DomainEvent>(
  store: EventStore,
  decider: Decider<C, S, E>,
  stream: StreamName,
  command: C,
  context: CommandContext,
): Promise<CommandOutcome<S>> {
  const known = context.known ? { facts: context.known.count } : {};
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const unread = attempt === 0 && context.opensStream === true && context.ifRevision === undefined;
    const history = unread ? [] : allKnownTo(store, await store.read(stream));
    const state = foldRecorded(decider, history);
    const earlier = ofCommand(history, context.commandId);
    const first = earlier[0];
    if (first) {
      if (contentOf(first) !== contentOf(context)) return { kind: 'key-reused' };
      return { ...answerOf(decider, history, earlier), ...known };
    }
    const revision = history.length - 1;
    if (isStale(context, revision)) return { kind: 'stale', revision, ...known };

    const decision = decider.decide(command, state);
    const late = context.writeBefore !== undefined && performance.now() >= context.writeBefore;
    // A command that writes nothing now may have been done before, and only the record can say so.
    if (unread && (late || decision.kind === 'refused' || decision.events.length === 0)) continue;
    if (decision.kind === 'refused') return { kind: 'refused', refused: decision };
    if (decision.events.length === 0) return { kind: 'done', state, revision, ...known, events: [], repeated: false };
    // The rules of the act itself come first: they say more of what the person may not do.
    const other = otherCapacity(context, history);
    if (other) return { kind: 'refused', refused: other };

    const states = decision.events.reduce<readonly S[]>(
      (folded, event) => [...folded, decider.evolve(folded.at(-1) ?? state, event)],
      [],
    );
    const after = states.at(-1) ?? state;
    // When an event pins a thing to a version of the rules, that version holds for the event itself.
    const events = decision.events.map((event, index) =>
      newEvent(
        event,
        index,
        context,
        decider.pinned?.(states[index] ?? state) ?? rulesAt(context.ruleSetVersion, event.occurredAt),
      ),
    );
    if (late) return { kind: 'delayed' };
    const result = await store.append(stream, revision < 0 ? 'no-stream' : revision, events, {
      commandId: context.commandId,
    });
    if (result.kind === 'appended') {
      if (result.duplicate) continue;
      return {
        kind: 'done',
        state: after,
        revision: result.revision,
        ...known,
        position: result.position,
        events: result.events,
        repeated: false,
      };
    }
    if (context.ifRevision !== undefined) return { kind: 'stale', revision: result.actual ?? -1, ...known };
  }
  return { kind: 'contended' };
}

/** I-05: refuses the act of a person who has acted in the case as something else, or for the other side. */
export function otherCapacity(
  { actor, inCase }: Pick<CommandContext, 'actor' | 'inCase'>,
  history: readonly RecordedEvent[],
): Refused | undefined {
  const acting = capacityOf(actor);
  if (!inCase || !acting || actor.kind !== 'person') return undefined;
  const here = history.flatMap(({ actor: each }) =>
    each.kind === 'person' && each.personId === actor.personId ? (capacityOf(each) ?? []) : [],
  );
  const held = [...here.slice(0, 1), ...(inCase.capacity ? [inCase.capacity] : [])];
  return held.every((each) => isSameCapacity(each, acting)) ? undefined : refuse(twoCapacitiesInCase);
}

const isStale = ({ ifRevision, ifFacts, known }: CommandContext, revision: number): boolean =>
  ifRevision !== undefined && (ifRevision !== revision || ifFacts !== known?.count);

const ofCommand = (history: readonly RecordedEvent[], commandId: CommandId): readonly RecordedEvent[] => {
  const firstId = eventIdOf(commandId, 0);
  const at = history.findIndex((event) => event.eventId === firstId);
  if (at < 0) return [];
  let end = at + 1;
  while (history[end]?.eventId === eventIdOf(commandId, end - at)) end++;
  return history.slice(at, end);
};

/** A command that comes again with a signature, and came without or by another key, is another one. */
const contentOf = ({ cause }: { readonly cause: Cause }): string =>
  cause.kind === 'command' ? `${cause.bodyDigest} ${cause.signature?.key ?? ''}` : cause.id;

function answerOf<S, E extends DomainEvent>(
  decider: Decider<never, S, E>,
  history: readonly RecordedEvent[],
  events: readonly RecordedEvent[],
) {
  const last = events.at(-1);
  const upToThen = last ? history.slice(0, last.revision + 1) : history;
  return {
    kind: 'done' as const,
    state: foldRecorded(decider, upToThen),
    revision: upToThen.length - 1,
    ...(last ? { position: last.position } : {}),
    events,
    repeated: true,
  };
}

function newEvent(event: DomainEvent, index: number, context: CommandContext, ruleSetVersion: string): NewEvent {
  return {
    eventId: eventIdOf(context.commandId, index),
    type: event.type,
    schemaVersion: 1,
    occurredAt: event.occurredAt,
    actor: context.actor,
    delegation: context.delegation ?? null,
    cause: context.cause,
    rule: event.rule,
    ruleSetVersion,
    tier: event.tier,
    contentType: JSON_CONTENT,
    facts: context.known?.facts ?? [],
    sealing: null,
    payload: encodePayload(event.data),
    ...(context.traceparent === undefined ? {} : { traceparent: context.traceparent }),
  };
}
