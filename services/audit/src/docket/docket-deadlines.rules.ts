import { parseInstant, type Bilingual, type DomainEvent, type Instant, type Text } from '@parley/kernel';

/** The content of a message, as plain JSON. */
export type Facts = Readonly<Record<string, unknown>>;

/** Where something stands in the record of the service that told it. */
export interface Recorded {
  readonly recordedAt: Instant;
  /** The place of the event in its stream. */
  readonly sequence: number;
}

/** A public fact about a case, in words of both languages at once (I-57). */
export interface PublicFact extends Recorded {
  /** Id of the public event that told it: the same fact is recorded once. */
  readonly sourceEventId: string;
  readonly caseId: string;
  /** Kebab-case, such as `reply-lapsed`. */
  readonly kind: string;
  /**
   * What the event that it tells of is called everywhere, such as `ReplyLapsed`; `null` where it is of no one event,
   * and absent in what was entered before entries said it.
   */
  readonly event?: string | null;
  /** Its instant in law. */
  readonly at: Instant;
  readonly texts: Bilingual;
  readonly facts: Facts;
}

type Opened = PublicDeadline & Recorded & { readonly openedAt: Instant };

/** The limits of a case as far as public facts tell of them. */
export interface DocketDeadlines {
  /** By id: how it was last opened. */
  readonly opened: Readonly<Record<string, Opened>>;
  /** By id: where the record last ended it by itself. */
  readonly ended: Readonly<Record<string, Recorded>>;
  /** How the screening last stood still or ended, and with it the limits that had been opened. */
  readonly stop: (Recorded & { readonly kind: string; readonly at: Instant }) | null;
  /** How it last went on; `asBefore` where the stop was set aside, so that no limit ended with it. */
  readonly goesOn: (Recorded & { readonly asBefore: boolean }) | null;
}

export const noDeadlines: DocketDeadlines = { opened: {}, ended: {}, stop: null, goesOn: null };

/** Stages whose limits end with the screening; the others are regions of their own. */
const SCREENING = ['S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S11', 'urgent', 'long-stop'];

/**
 * What an entry does to the limits of its case. Entries come in any order, so an older one changes nothing of a limit
 * of which something newer is known.
 */
export function withDeadlinesOf(before: DocketDeadlines, entry: DocketEntry): DocketDeadlines {
  const { opened, ended, stop, goesOn } = before;
  const { kind, at, facts, recordedAt, sequence } = entry;
  const limits = isFacts(facts['limits']) ? facts['limits'] : {};
  const opens = deadlinesIn(limits, 'opens').filter(({ id }) => !isLater(opened[id], entry));
  // The long-stop, a limit of another service, runs to the close of the deliberation.
  const closing = [...wordsIn(limits, 'closes'), ...(kind === 'findings-decided' ? ['long-stop'] : [])];
  const closes = closing.filter((id) => !isLater(ended[id], entry));
  const recorded = { recordedAt, sequence };
  return {
    opened: { ...opened, ...Object.fromEntries(opens.map((due) => [due.id, { ...due, ...recorded, openedAt: at }])) },
    ended: { ...ended, ...Object.fromEntries(closes.map((id) => [id, recorded])) },
    stop: stopOf(entry) && !isLater(stop, entry) ? { ...recorded, kind: stopOf(entry) ?? kind, at } : stop,
    goesOn:
      GOING_ON.includes(kind) && !stopOf(entry) && !isLater(goesOn, entry)
        ? { ...recorded, asBefore: kind === SET_ASIDE && !isUndone(entry) }
        : goesOn,
  };
}

const STOPPING = ['screening-suspended', 'screening-ended'];
const SET_ASIDE = 'lapse-set-aside';
/** Whether an entry says that a settlement is undone, and which limits run on from there (I-67). */
export const isUndone = ({ facts }: Pick<DocketEntry, 'facts'>): boolean => textIn(facts, 'why') === 'repudiation';

/** What stops the limits with an entry. An end that is set aside may leave the screening suspended, as it was. */
function stopOf({ kind, facts }: DocketEntry): string | undefined {
  if (kind === SET_ASIDE && textIn(facts, 'back') === 'suspended') return 'screening-suspended';
  return STOPPING.includes(kind) ? kind : undefined;
}

const GOING_ON = ['screening-resumed', 'screening-reopened', SET_ASIDE];

/** The limits that run, the next one first. */
export const runningDeadlines = (deadlines: DocketDeadlines): readonly PublicDeadline[] =>
  Object.values(deadlines.opened)
    .filter((due) => !hasEnded(due, deadlines))
    .map(({ openedAt: _, recordedAt: __, sequence: ___, ...due }) => due)
    .sort((a, b) => compareText(a.dueAt, b.dueAt) || compareText(a.id, b.id));

/** One event may end a limit and open it again under its id: then it runs. */
const hasEnded = (due: Opened, deadlines: DocketDeadlines): boolean =>
  isLater(deadlines.ended[due.id], due) || (SCREENING.includes(due.stage) && endedWithScreening(due, deadlines));

/**
 * What was recorded before the stop ended with it, and what was opened before it in law. What is recorded only once the
 * screening goes on runs all the same.
 */
function endedWithScreening(due: Opened, { stop, goesOn }: DocketDeadlines): boolean {
  const { openedAt, recordedAt } = due;
  if (stop === null || (openedAt >= stop.at && !isLater(stop, due))) return false;
  return goesOn === null || isLater(stop, goesOn) || (!goesOn.asBefore && recordedAt < goesOn.recordedAt);
}

/** Whether the record has one after the other. */
export const isLater = (one: Recorded | null | undefined, than: Recorded): boolean =>
  one != null &&
  (one.recordedAt > than.recordedAt || (one.recordedAt === than.recordedAt && one.sequence > than.sequence));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One entry of the public log. Its serial is the place in the log, counted from 1 without a gap (I-63). */
export interface DocketEntry extends PublicFact {
  readonly serial: number;
  /** Empty in an entry that concerns no case, such as a request on the hotline. */
  readonly docketNumber: string;
}

/** Takes the place of the docket number in an entry that concerns no case. */
export const OF_NO_CASE = '';

export type DocketEntryRecorded = DomainEvent<'DocketEntryRecorded', DocketEntry>;

/** The serial of the entry at a revision of the log. */
export const serialAt = (revision: number): number => revision + 1;

/** The revision of the entry with a serial. */
export const revisionOf = (serial: number): number => serial - 1;

/** The entry of a fact of a registered case, or of no case, under a serial. Unregistered cases have no place here. */
export const docketEntry = (fact: PublicFact, docketNumber: string, serial: number): DocketEntryRecorded => ({
  type: 'DocketEntryRecorded',
  occurredAt: fact.at,
  rule: 'I-55',
  tier: 'PUBLIC',
  data: { ...fact, docketNumber, serial },
});

/** A limit as the docket shows it. */
export interface PublicDeadline {
  readonly id: string;
  readonly clock: string;
  readonly stage: string;
  readonly rule: string;
  /** Whose act it awaits, where its clock does not say so: `party:US` and the like; empty otherwise. */
  readonly awaits: string;
  readonly dueAt: Instant;
  /** True when it depends on a calendar that is not published yet (I-22). */
  readonly provisional: boolean;
}

// Entries of all years are read in the same way, so a fact that is missing or of another form reads as empty.

export const textIn = (facts: Facts, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
};

export const numberIn = (facts: Facts, name: string): number => {
  const value = facts[name];
  return typeof value === 'number' ? value : 0;
};

export const listIn = (facts: Facts, name: string): readonly unknown[] => {
  const value = facts[name];
  return Array.isArray(value) ? value : [];
};

export const factsIn = (facts: Facts, name: string): readonly Facts[] => listIn(facts, name).filter(isFacts);

export const wordsIn = (facts: Facts, name: string): readonly string[] =>
  listIn(facts, name).filter((word) => typeof word === 'string');

/** What persons wrote, as they wrote it. */
export const textsIn = (facts: Facts, name: string): readonly Text[] =>
  factsIn(facts, name).flatMap((text) => {
    const lang = textIn(text, 'lang');
    if (lang !== 'en' && lang !== 'zh-Hans') return [];
    const of = textIn(text, 'of');
    return [{ lang, text: textIn(text, 'text'), kind: kindOf(textIn(text, 'kind')), ...(of === '' ? {} : { of }) }];
  });

const kindOf = (kind: string): Text['kind'] => (kind === 'translation' || kind === 'authentic' ? kind : 'original');

/** The deadline under a name; `undefined` when it is not there or has no instant. */
export const deadlineIn = (facts: Facts, name: string): PublicDeadline | undefined => deadlineOf(facts[name]);

/** The deadlines of a list under a name. Anything else in the list is left out. */
const deadlinesIn = (facts: Facts, name: string): readonly PublicDeadline[] =>
  listIn(facts, name).flatMap((value) => deadlineOf(value) ?? []);

function deadlineOf(value: unknown): PublicDeadline | undefined {
  if (!isFacts(value)) return undefined;
  const dueAt = parseInstant(textIn(value, 'dueAt'));
  if (dueAt === undefined) return undefined;
  const said = (field: string): string => textIn(value, field);
  return {
    id: said('id'),
    clock: said('clock'),
    stage: said('stage'),
    rule: said('rule'),
    awaits: said('awaits'),
    dueAt,
    provisional: value['provisional'] === true,
  };
}

export const isFacts = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
