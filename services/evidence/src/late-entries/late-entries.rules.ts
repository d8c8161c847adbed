import { refuse, type DomainEvent, type Instant, type Language, type ReasonsOf } from '@parley/kernel';
import {
  answerLateEntry,
  claimLateEntry,
  countCovered,
  lapseEntry,
  lateEntriesAfter,
  runningAfter,
  standingOf,
  takeLate,
  type AnswerLateEntry,
  type ClaimLateEntry,
  type ClocksOf,
  type EnteredAct,
  type LateEntryEvent,
  type MovesClocks,
  type Outage,
  type RunningDeadline,
  type SetAside,
  type TakesLateActs,
} from '@parley/procedure';
import type { KnownCase, OwnEvidence } from '../casefile/casefile.rules';
import { withOriginal } from '../exhibits/correction-fault.rules';
import type { HandOverCustody } from '../exhibits/exhibit-commands.rules';
import type { EvidenceEvent } from '../exhibits/exhibits.rules';
import { handOverCustody } from '../exhibits/file-exhibit.rules';
import { clocksOfCase } from '../time/standstill.rules';
import { awaited, fileTranslation, translationRefusals, unknownOriginal } from '../translations/file-translation.rules';
import { originalIn, originalsOf, translationDeadline, type FileTranslation } from '../translations/translations.rules';

/** What may have come by another channel: a translation, and a hand-over as paper for others. */
export type LateEvidenceAct = FileTranslation | HandOverCustody;

export type LateEvidenceCommand = ClaimLateEntry<LateEvidenceAct> | AnswerLateEntry;

/** An act that had come in time counts once its default is on record. The default is set aside by it (I-19). */
type DefaultSetAside = DomainEvent<
  'DefaultSetAside',
  MovesClocks &
    SetAside & {
      /** Of the exhibit or the document. */
      readonly number: string;
      /** Of a translation that is not missing any more. */
      readonly language: Language;
    }
>;

export type EvidenceEntryEvent = LateEntryEvent<LateEvidenceAct> | DefaultSetAside;

/** What an event about an entry means. An act that counts follows in events of its own. */
export function evolveEntry(state: OwnEvidence, event: EvidenceEntryEvent): OwnEvidence {
  if (event.type !== 'DefaultSetAside')
    return {
      ...state,
      running: runningAfter(state.running, event.data),
      standing: runningAfter(state.standing, { closes: event.data.closes }),
      lateEntries: lateEntriesAfter(state.lateEntries, event),
    };
  const { deadline, number, language } = event.data;
  const lapsed = Object.fromEntries(Object.entries(state.lapsed).filter(([id]) => id !== deadline));
  const original = originalsOf(state).find((each) => each.number === number);
  return { ...(original ? withOriginal(state, awaited(original, language)) : state), lapsed };
}

/**
 * I-19: it is proved only later that a translation was handed in in time. It was not missing then and is not late, and
 * no clock had waited for it.
 */
function takeTranslation(entry: EnteredAct, act: FileTranslation, state: KnownCase) {
  const original = originalIn(state, act);
  if (!original) return refuse(unknownOriginal(act));
  const { number, language } = act;
  const { running, lapsed } = state;
  return takeLate<
    KnownCase,
    RunningDeadline,
    EvidenceEvent,
    ReasonsOf<typeof fileTranslation> | typeof translationRefusals.translationUploadUsed
  >(entry, { ids: [translationDeadline(original, language)], running, lapsed }, state, {
    undo: (clock) => ({
      ...withOriginal(state, awaited(original, language)),
      running: { ...running, [clock.id]: clock },
    }),
    decide(before) {
      const decision = fileTranslation(act, before);
      return decision.kind === 'accepted' && decision.events.length === 0
        ? refuse(translationRefusals.translationUploadUsed, '/uploadId')
        : decision;
    },
    setAside: (said) => [
      {
        type: 'DefaultSetAside',
        occurredAt: entry.cameAt,
        rule: 'I-19',
        tier: original.tier,
        data: { ...said, number, language, opens: [], closes: [] },
      },
    ],
  });
}

/** I-67: a hand-over stands as of now where the chain still leads to it (I-34), confirmed or not. */
const takeHandOver = (entry: EnteredAct, act: HandOverCustody, state: KnownCase) =>
  handOverCustody({ ...act, receivedAt: entry.enteredAt }, state, standingOf(entry));

type WhyNotTaken = ReasonsOf<readonly [typeof takeTranslation, typeof takeHandOver]>;

const partOf = (
  state: KnownCase,
  at: Instant,
  clocksOf: ClocksOf,
): TakesLateActs<LateEvidenceAct, EvidenceEvent, WhyNotTaken> => ({
  entries: state.lateEntries,
  parties: [state.parties.complainant, state.parties.respondent],
  running: state.running,
  clocks: clocksOfCase(state, at, clocksOf),
  nameOf: ({ type }) => (type === 'FileTranslation' ? 'translation' : 'custody'),
  count: (entry, act) =>
    act.type === 'FileTranslation' ? takeTranslation(entry, act, state) : takeHandOver(entry, act, state),
});

/** I-67: a side enters a translation that it had handed in by another channel. */
export const claimEntry = (command: ClaimLateEntry<LateEvidenceAct>, state: KnownCase, clocksOf: ClocksOf) =>
  claimLateEntry(command, partOf(state, command.receivedAt, clocksOf));

/** I-67: the registry of the other side confirms what a side has entered, or does not. */
export const answerEntry = (command: AnswerLateEntry, state: KnownCase, clocksOf: ClocksOf) =>
  answerLateEntry(command, partOf(state, command.receivedAt, clocksOf));

/** I-67: an entry that nobody answered in time; a hand-over stands as unconfirmed. */
export const lapseOf = (deadlineId: string, expiry: Instant, state: KnownCase, clocksOf: ClocksOf) =>
  lapseEntry(deadlineId, expiry, partOf(state, expiry, clocksOf));

/** What a declared outage makes count of the entries that wait for an answer. */
export const countedByOutage = (
  outage: Outage,
  at: Instant,
  state: KnownCase,
  clocksOf: ClocksOf,
  evolve: (state: KnownCase, event: EvidenceEvent) => KnownCase,
): readonly EvidenceEvent[] =>
  countCovered<KnownCase, LateEvidenceAct, EvidenceEvent, WhyNotTaken>(outage, at, state, {
    partOf: (then) => partOf(then, at, clocksOf),
    evolve,
  });
