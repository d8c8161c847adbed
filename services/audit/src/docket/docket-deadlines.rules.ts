import { parseInstant, type Bilingual, type DomainEvent, type Instant, type Text } from '@parley/kernel';

/** The content of a message, as plain JSON. */
export type Facts = Readonly<Record<string, unknown>>;

/** A public fact about a case, in words of both languages at once (I-57). */
export interface PublicFact {
  /** Id of the public event that told it: the same fact is recorded once. */
  readonly sourceEventId: string;
  readonly caseId: string;
  /** Kebab-case, such as `reply-lapsed`. */
  readonly kind: string;
  /** Its instant in law. */
  readonly at: Instant;
  readonly texts: Bilingual;
  readonly facts: Facts;
}

/** The limits of a case, as public facts tell of them. */
export interface DocketDeadlines {
  /** By id: the limit that was opened last, by its instant in law. */
  readonly opened: Readonly<Record<string, PublicDeadline & { readonly openedAt: Instant }>>;
  /** By stage, or by the id of a single limit: when it last ended. A limit that was opened before that runs no more. */
  readonly ended: Readonly<Record<string, Instant>>;
}

export const noDeadlines: DocketDeadlines = { opened: {}, ended: {} };

/** Names under which facts of any kind hold a limit that they open. */
const OPENING = [
  'reply',
  'longStop',
  'consultations',
  'nomination',
  'review',
  'next',
  'opens',
  'dossier',
  'answer',
  'window',
  'deadline',
  'certification',
  'lapse',
  'firstCall',
];

/** The name under which facts list limits that go on. */
const MOVED = 'moved';

/** The name under which facts of the panel list single limits that run no more. */
const CLOSED = 'closes';

const SCREENING = ['S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'long-stop'];

/** Stages, or single limits, that a kind of entry ends. */
const ENDING: Readonly<Record<string, readonly string[]>> = {
  'reply-received': ['reply'],
  'reply-lapsed': ['reply'],
  // The officials' time runs within that of the consultations. It ends with it, or when the deputies take over.
  'consultations-escalated': ['officials'],
  'consultations-closed': ['consultations', 'officials'],
  'call-offered': ['first-call'],
  'first-call-missed': ['first-call'],
  'screening-suspended': SCREENING,
  'screening-resumed': ['S11'],
  'panel-convened': ['S6'],
  'review-opened': ['S6'],
  'interim-issued': ['S7'],
  'interim-missing': ['S7', 'S8'],
  'interim-final': ['S8'],
  'interim-comments-closed': ['S8'],
  'findings-decided': ['S7', 'S8', 'S9', 'long-stop'],
  'findings-issued': ['S7', 'S8', 'S9', 'long-stop'],
  'screening-ended': [...SCREENING, 'S11'],
  'conciliation-begun': ['S10'],
  'conciliation-unanswered': ['S10'],
  'conciliation-broken-off': ['S10'],
  'conciliation-stopped': ['S10'],
  'settlement-window-opened': ['S10'],
  'settlement-window-lapsed': ['S10'],
  'settlement-signed': ['S10'],
  'compliance-reviewed': ['S13'],
  'agreement-fulfilled': ['S13'],
  'dossier-issued': ['S12'],
};

/**
 * Entries of different services come in any order, so only instants in law are compared, never the order of arrival.
 */
export function withDeadlinesOf({ opened, ended }: DocketDeadlines, { kind, at, facts }: DocketEntry): DocketDeadlines {
  const opens = [...OPENING.flatMap((name) => deadlineIn(facts, name) ?? []), ...deadlinesIn(facts, MOVED)];
  const ends = [
    ...(ENDING[kind] ?? []),
    ...endedOfAmendment(kind, textIn(facts, 'amendmentId')),
    ...endedWithUrgency(kind, textIn(facts, 'clocks')),
    ...wordsIn(facts, CLOSED),
  ];
  return {
    opened: {
      ...opened,
      ...Object.fromEntries(
        opens.filter(({ id }) => isNewer(at, opened[id]?.openedAt)).map((due) => [due.id, { ...due, openedAt: at }]),
      ),
    },
    ended: {
      ...ended,
      ...Object.fromEntries(ends.filter((stage) => isNewer(at, ended[stage])).map((stage) => [stage, at])),
    },
  };
}

/** The limits that run, the next one first. */
export const runningDeadlines = ({ opened, ended }: DocketDeadlines): readonly PublicDeadline[] =>
  Object.values(opened)
    .filter((due) => !hasEnded(due, ended[due.stage]) && !hasEnded(due, ended[due.id]))
    .map(({ openedAt: _, ...due }) => due)
    .sort((a, b) => compareText(a.dueAt, b.dueAt) || compareText(a.id, b.id));

/** The limits of an amendment have ids of their own: the stage goes on for the others (I-24). */
function endedOfAmendment(kind: string, amendment: string): readonly string[] {
  if (kind === 'amendment-reply-received' || kind === 'amendment-reply-lapsed') return [`reply:${amendment}`];
  return kind === 'amendment-consultations-closed' ? [`consultations:${amendment}`] : [];
}

/** Limits that only the urgent track counts from registration. The entry itself lists those that go on. */
const endedWithUrgency = (kind: string, clocks: string): readonly string[] =>
  kind === 'track-changed' && clocks === 'restart' ? ['first-call', 'consultations'] : [];

const isNewer = (at: Instant, than: Instant | undefined): boolean => than === undefined || at >= than;

/**
 * A limit that was opened at the instant at which its stage ended was opened by that end, unless it was due by then.
 */
const hasEnded = (
  { openedAt, dueAt }: { readonly openedAt: Instant; readonly dueAt: Instant },
  endedAt: Instant | undefined,
): boolean => endedAt !== undefined && (openedAt < endedAt || dueAt <= endedAt);

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
    dueAt,
    provisional: value['provisional'] === true,
  };
}

export const isFacts = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
