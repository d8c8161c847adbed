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

/** The types of the events that the book tells, whichever service records them, as a field of an answer shows them. */
export const EVENT_TYPE = {
  values: [...new Set(Object.keys(wordBook).map((key) => key.slice(key.indexOf('.') + 1)))].sort(),
  named: { name: 'EventType', meaning: 'What an event is called wherever it is told. A later release may know more.' },
};
