import { fromJson, toJson, type JsonObject, type MessageShape } from '@bufbuild/protobuf';
import type { Bilingual, Instant } from '@parley/kernel';
import type { Awaits, RunningDeadline } from '@parley/procedure';
import { DeadlineSchema } from './gen/parley/common/v1/common_pb';

type DeadlineMessage = MessageShape<typeof DeadlineSchema>;

/** A limit that the act which opened it named, so that nothing was counted. */
export interface NamedDeadline {
  readonly id: string;
  readonly clock: string;
  readonly stage: string;
  readonly rule: string;
  readonly trigger: { readonly kind: 'act'; readonly event: string; readonly instant: Instant };
  readonly dueAt: Instant;
  readonly provisional: false;
  readonly arithmetic: Bilingual;
  readonly awaits: Awaits;
}

/** Any running deadline, whoever set it. */
export type SayableDeadline = RunningDeadline | NamedDeadline;

/**
 * A whole deadline as a message, from which the same deadline can be read. The fields of the message have the same
 * names in JSON as those of the deadline, so each fact is named in proto/ and in the procedure, and in no third place.
 * Other data that a service keeps with it in its own events does not travel.
 */
export const sayDeadline = (deadline: SayableDeadline): DeadlineMessage =>
  fromJson(DeadlineSchema, toPlain(deadline), { ignoreUnknownFields: true });

/** A deadline from a message. A value that is `null` in a deadline is absent from the message. */
export function readDeadline(message: DeadlineMessage): SayableDeadline {
  const { trigger, arithmetic, changes, ...said } = toPlain(toJson(DeadlineSchema, message)) as Said;
  const common = { provisional: false, ...said };
  if (said.firstDueAt === undefined) return { ...common, trigger, arithmetic } as unknown as SayableDeadline;
  const { steps, ...sentences } = arithmetic;
  return {
    ...common,
    trigger: triggerOf(trigger),
    arithmetic: { ...sentences, steps: { ...NO_STEPS, ...steps } },
    changes: (changes ?? []).map((change) => ({
      ...change,
      ...(change.from && { from: { ...change.from, trigger: triggerOf(change.from.trigger) } }),
      ...(change.to && { to: { ...change.to, trigger: triggerOf(change.to.trigger) } }),
    })),
  } as unknown as SayableDeadline;
}

type Said = JsonObject & {
  readonly trigger: JsonObject;
  readonly arithmetic: JsonObject & { readonly steps?: JsonObject };
  readonly changes?: readonly (JsonObject &
    Readonly<Partial<Record<'from' | 'to', { readonly trigger: JsonObject }>>>)[];
};

/** A message leaves out numbers that are 0 and empty lists. */
const NO_STEPS = { countedFrom: null, counted: 0, weekendDays: 0, closed: [], rolledFrom: null };

const triggerOf = (trigger: JsonObject): JsonObject => ({ instant: null, ...trigger });

/** As it stands in JSON, without fields that are `undefined`. */
const toPlain = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;
