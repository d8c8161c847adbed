import { challenges } from './challenges';
import { changes } from './changes';
import { clocksMoved } from './clocks-moved';
import { compliance } from './compliance';
import { consultations } from './consultations';
import { contacts } from './contacts';
import { draws } from './draws';
import { evidence } from './evidence';
import { filing } from './filing';
import { findings } from './findings';
import { interim } from './interim';
import { operations } from './operations';
import { panel } from './panel';
import { referral } from './referral';
import { registry } from './registry';
import { reply } from './reply';
import { review } from './review';
import { settlement } from './settlement';

/** The topics of the book, in the order of the procedure. */
export const wordBookTopics = {
  ...{ filing, reply, consultations, contacts, changes, panel, challenges, draws, review, interim, findings },
  ...{ evidence, settlement, compliance, referral, registry, clocksMoved, operations },
};

/** The word book: how each event that anybody is shown is told, by `<context>.<name>`. */
export const wordBook = {
  ...{ ...filing, ...reply, ...consultations, ...contacts, ...changes, ...panel, ...challenges, ...draws },
  ...{ ...review, ...interim, ...findings },
  ...{ ...evidence, ...settlement, ...compliance, ...referral, ...registry, ...clocksMoved, ...operations },
};

export type WordKey = keyof typeof wordBook;

/**
 * Entries of a part or of one end of an event, with the event that it is of. The docket and a dossier tell it so; no
 * event has such a name. Any event may bring it about where none stands here.
 */
export const PARTS_OF_EVENTS: Partial<Readonly<Record<WordKey, string | null>>> = {
  'intake.ReplyServed': 'ReplyFiled',
  'intake.AmendmentReplyServed': 'AmendmentAnswered',
  'intake.SummaryServed': 'SummaryAnswered',
  'intake.LongStopExtended': 'DeadlineExtended',
  'intake.WatchListRecorded': 'WatchListFiled',
  'panelreview.SeatsOpened': 'TrackTaken',
  'panelreview.MemberLeft': 'RostersFrozenAnew',
  'panelreview.MemberSetAside': 'DefaultSetAside',
  'panelreview.ReplacementTimeEnded': 'ChallengeTimeEnded',
  'panelreview.ChallengeUpheld': 'ChallengeDecided',
  'panelreview.ChallengeDismissed': 'ChallengeDecided',
  'panelreview.ChallengeNotDecided': 'ChallengeDecided',
  'panelreview.InterimFinal': 'InterimCommentsClosed',
  'panelreview.PersonHeard': null,
  'panelreview.LimitsMoved': null,
  'referral.LimitsMoved': null,
};

/** Entries of a text that went to both parties. A notice of it has this name, and no event does. */
export const SERVED_TEXTS: readonly WordKey[] = [
  'panelreview.InterimServed',
  'panelreview.MaterialServed',
  'panelreview.FindingsServed',
];

const nameIn = (key: string): string => key.slice(key.lastIndexOf('.') + 1);

const namedEverywhere = Object.keys(wordBook).filter((key) => !Object.hasOwn(PARTS_OF_EVENTS, key));

/** The types of the events that the book tells, whichever service records them, as a field of an answer shows them. */
export const EVENT_TYPE = {
  values: [...new Set(namedEverywhere.map(nameIn))].sort(),
  named: { name: 'EventType', meaning: 'What an event is called wherever it is told. A later release may know more.' },
};

/**
 * What an event is called wherever it is told, by the key of the entry that tells it.
 * @param key `<context>.<name>`, or the full name of a message that the book does not know
 * @returns `null` for an entry of what any event may bring about, such as limits that move
 */
export const eventTypeOf = (key: string): string | null =>
  Object.hasOwn(PARTS_OF_EVENTS, key) ? (PARTS_OF_EVENTS[key as WordKey] ?? null) : nameIn(key);
