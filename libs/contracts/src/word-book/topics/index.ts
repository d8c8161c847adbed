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

/** Entries of a part or of one end of an event. The docket and a dossier tell it so; no event has such a name. */
export const PARTS_OF_EVENTS: readonly WordKey[] = [
  'intake.ReplyServed',
  'intake.AmendmentReplyServed',
  'intake.SummaryServed',
  'intake.LongStopExtended',
  'intake.WatchListRecorded',
  'panelreview.SeatsOpened',
  'panelreview.MemberLeft',
  'panelreview.MemberSetAside',
  'panelreview.ReplacementTimeEnded',
  'panelreview.ChallengeUpheld',
  'panelreview.ChallengeDismissed',
  'panelreview.ChallengeNotDecided',
  'panelreview.InterimFinal',
  'panelreview.PersonHeard',
  'panelreview.LimitsMoved',
  'referral.LimitsMoved',
];

/** Entries of a text that went to both parties. A notice of it has this name, and no event does. */
export const SERVED_TEXTS: readonly WordKey[] = [
  'panelreview.InterimServed',
  'panelreview.MaterialServed',
  'panelreview.FindingsServed',
];

const namedEverywhere = Object.keys(wordBook).filter((key) => !PARTS_OF_EVENTS.some((part) => part === key));

/** The types of the events that the book tells, whichever service records them, as a field of an answer shows them. */
export const EVENT_TYPE = {
  values: [...new Set(namedEverywhere.map((key) => key.slice(key.indexOf('.') + 1)))].sort(),
  named: { name: 'EventType', meaning: 'What an event is called wherever it is told. A later release may know more.' },
};
