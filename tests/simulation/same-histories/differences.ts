import { inspect, isDeepStrictEqual } from 'node:util';
import type { RecordedEvent } from '@parley/event-store';
import type { History } from '../history/case-history';
import type { Attempt } from '../parties/attempt';

/** A whole event, with its commitment and its place in the one order. */
const writtenOf = ({ payload, ...envelope }: RecordedEvent): Shown => ({
  ...envelope,
  payload: Buffer.from(payload).toString('utf8'),
});

/** An attempt and its answer, with recorded events by their ids. */
const saidOf = ({ answer, ...attempt }: Attempt): Shown => ({
  ...attempt,
  answer: answer.kind === 'done' ? { ...answer, recorded: answer.recorded.map(({ eventId }) => eventId) } : answer,
});

type Shown = Readonly<Record<string, unknown>>;

/**
 * Compares two histories: every event in the order of the store, and every attempt with its answer, accepted, refused,
 * repeated or stale. Nothing is left out, because everything in a simulation is drawn from its seed alone.
 * @returns one line for each event or attempt that is not the same; empty when the histories are the same
 */
export function differences(one: History, other: History): readonly string[] {
  return [
    ...inTurn('event', one.log.map(writtenOf), other.log.map(writtenOf)),
    ...inTurn('attempt', one.attempts.map(saidOf), other.attempts.map(saidOf)),
  ];
}

const inTurn = (what: string, these: readonly Shown[], those: readonly Shown[]): readonly string[] =>
  Array.from({ length: Math.max(these.length, those.length) }, (_, index) =>
    fieldsApart(these[index], those[index]).map((says) => `${what} ${String(index + 1)}: ${says}`),
  ).flat();

function fieldsApart(one: Shown | undefined, other: Shown | undefined): readonly string[] {
  if (!one || !other) return [`only ${one ? 'the first' : 'the second'} has ${textOf(one ?? other)}`];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((field) => !isDeepStrictEqual(one[field], other[field]))
    .map((field) => `${field} is ${textOf(one[field])} and ${textOf(other[field])}`);
}

const textOf = (value: unknown): string => inspect(value, { depth: 2, breakLength: Infinity, maxStringLength: 300 });
