import type { Bilingual, Tier } from '@parley/kernel';
import { factsIn, isFacts, numberIn, textIn, wordsIn, type Facts } from '../docket/docket-deadlines.rules';
import { caseAt, type RecordedFact } from '../history/case-at.rules';

/** Bytes of an exhibit: the original, its public version, or a translation. */
export interface CopyEver {
  readonly copy: string;
  readonly digest: string;
  readonly sizeBytes: number;
}

/** An exhibit that was accepted at some time, as the record has it now. */
export interface ExhibitEver {
  readonly number: string;
  /** The tier that reads it now, or read it until it was taken back. */
  readonly tier: Tier;
  /** The tiers that could know of it at some time. */
  readonly known: ReadonlySet<Tier>;
  /** True when a tombstone stands in its place. */
  readonly gone: boolean;
  readonly copies: readonly CopyEver[];
}

/**
 * Every exhibit that was ever accepted, taken from the record itself. This does not go through the service that shows
 * exhibits, so that a fault of that service shows.
 * @param facts the events of one case's evidence, in their order
 */
export const exhibitsEver = (facts: Iterable<RecordedFact>): ReadonlyMap<string, ExhibitEver> =>
  everBegunBy('ExhibitAccepted', facts);

/** Texts that the parties wrote in the case itself and translated. Only the translations of these are kept as bytes. */
export const documentsEver = (facts: Iterable<RecordedFact>): ReadonlyMap<string, ExhibitEver> =>
  everBegunBy('DocumentNoted', facts);

function everBegunBy(
  begin: 'ExhibitAccepted' | 'DocumentNoted',
  facts: Iterable<RecordedFact>,
): ReadonlyMap<string, ExhibitEver> {
  const exhibits = new Map<string, ExhibitEver>();
  for (const { type, tier, data } of facts) {
    if (!isFacts(data)) continue;
    const number = textIn(data, 'number');
    const before = exhibits.get(number);
    const after = type === begin ? accepted(number, tier, data) : before && changed(before, type, data);
    if (after) exhibits.set(number, after);
  }
  return exhibits;
}

const accepted = (number: string, tier: Tier, data: Facts): ExhibitEver => ({
  number,
  tier,
  known: new Set([tier]),
  gone: false,
  copies: copyIn(data, 'original'),
});

function changed(exhibit: ExhibitEver, type: string, data: Facts): ExhibitEver {
  switch (type) {
    case 'PublicVersionFiled':
      return {
        ...exhibit,
        known: new Set([...exhibit.known, 'PUBLIC']),
        copies: [...exhibit.copies, ...copyIn(data, 'public-version')],
      };
    case 'TranslationFiled':
      return { ...exhibit, copies: [...exhibit.copies, ...copyIn(data, `translation-${String(numberIn(data, 'n'))}`)] };
    case 'ExhibitWithdrawn':
      return { ...exhibit, gone: true };
    case 'ReadersAdded':
      return {
        ...exhibit,
        tier: textIn(data, 'to') as Tier,
        known: new Set([...exhibit.known, textIn(data, 'to') as Tier]),
      };
    case 'ReadersTakenAway':
      return textIn(data, 'to') === 'NOBODY'
        ? { ...exhibit, gone: true }
        : { ...exhibit, tier: textIn(data, 'to') as Tier };
    default:
      return exhibit;
  }
}

function copyIn(data: Facts, copy: string): readonly CopyEver[] {
  const { file } = data;
  return isFacts(file) ? [{ copy, digest: textIn(file, 'digest'), sizeBytes: numberIn(file, 'sizeBytes') }] : [];
}

/** What may be wrong with the record of a case. */
export type GapKind =
  | 'chain-broken'
  | 'number-missing'
  | 'bytes-missing'
  | 'bytes-differ'
  | 'exhibit-not-shown'
  | 'tombstone-not-shown'
  | 'docket-entry-missing'
  | 'notice-without-record';

/** One promise of the record that does not hold. */
export interface Gap {
  readonly kind: GapKind;
  /** Number of the exhibit, id of the notice, or name of the stream. */
  readonly subject: string;
  /** The copy, the readers or the recipient; empty where the kind says it all. */
  readonly detail: string;
  /** Who may know of the gap: the readers of its subject (I-43). */
  readonly tier: Tier;
}

export const GAP_KINDS: readonly GapKind[] = [
  'chain-broken',
  'number-missing',
  'bytes-missing',
  'bytes-differ',
  'exhibit-not-shown',
  'tombstone-not-shown',
  'docket-entry-missing',
  'notice-without-record',
];

/** The words for each kind, for whoever runs the check. */
export const gapWords: Readonly<Record<GapKind, Bilingual>> = {
  'chain-broken': {
    en: 'An event of the record was altered, or one is missing.',
    'zh-Hans': '记录中有事件被更改或缺失。',
  },
  'number-missing': { en: 'A number is missing among the exhibits of a party.', 'zh-Hans': '一方证物的编号有缺失。' },
  'bytes-missing': { en: 'The bytes of an exhibit are not there.', 'zh-Hans': '证物内容缺失。' },
  'bytes-differ': {
    en: 'The bytes of an exhibit are not those that were accepted.',
    'zh-Hans': '证物内容与受理时不符。',
  },
  'exhibit-not-shown': {
    en: 'An exhibit is not shown to a reader who is entitled to it.',
    'zh-Hans': '有权查阅者未能查阅证物。',
  },
  'tombstone-not-shown': {
    en: 'The tombstone of an exhibit is not shown to a reader who knew of the exhibit.',
    'zh-Hans': '曾知悉证物者未能查阅其撤回注记。',
  },
  'docket-entry-missing': {
    en: 'What is public of an exhibit is not on the docket.',
    'zh-Hans': '证物的公开事项未载于公开案卷。',
  },
  'notice-without-record': {
    en: 'A notice has neither a record of its service nor of its absence.',
    'zh-Hans': '通知既无送达记录，亦无未送达记录。',
  },
};

interface Served {
  readonly id: string;
  readonly to: readonly string[];
  /** Empty where the record does not say that the notice reached the inboxes. */
  readonly deliveredAt: string;
  /** Id of the clock that limits the time to retrieve it. */
  readonly retrieval: string;
}

/**
 * Finds the recipients for whom a notice has no record. A notice must be delivered. Then the recipient must have
 * retrieved it, or the record must say that the recipient has not, or the time to retrieve it must still run (I-58).
 * @param facts the events of one case's service of notices, in their order
 */
export function noticesWithoutRecord(facts: readonly RecordedFact[]): readonly Gap[] {
  const running = caseAt(facts).running.map(({ id }) => id);
  return facts
    .flatMap(servedIn)
    .flatMap((notice) =>
      notice.to
        .filter(
          (party) =>
            notice.deliveredAt === '' ||
            (!running.includes(notice.retrieval) && !facts.some((fact) => saysOf(fact, notice.id, party))),
        )
        .map(
          (party) => ({ kind: 'notice-without-record', subject: notice.id, detail: party, tier: 'PARTIES' }) as const,
        ),
    );
}

/** The notices that an event serves. */
export function servedIn({ type, data }: RecordedFact): readonly Served[] {
  if (type !== 'NoticesServed' || !isFacts(data)) return [];
  return factsIn(data, 'notices').map((notice) => ({
    id: textIn(notice, 'noticeId'),
    to: wordsIn(data, 'to'),
    deliveredAt: textIn(data, 'deliveredAt'),
    retrieval: textIn(data, 'retrieval'),
  }));
}

/** True for a fact which says that a party has retrieved a notice, or has not. */
function saysOf({ type, data }: RecordedFact, noticeId: string, party: string): boolean {
  if (!isFacts(data)) return false;
  if (type === 'NoticeRetrieved') return textIn(data, 'noticeId') === noticeId && textIn(data, 'party') === party;
  return (
    type === 'NoticesNotRetrieved' &&
    factsIn(data, 'by').some((by) => textIn(by, 'party') === party && wordsIn(by, 'notices').includes(noticeId))
  );
}

const NUMBER = /^([A-Z]+)-([1-9]\d*)$/;

/** Exhibits are numbered by party without a gap, so an exhibit that vanished from the record leaves a gap. */
export function numbersMissing(exhibits: Iterable<ExhibitEver>): readonly Gap[] {
  const serials = new Map<string, Set<number>>();
  for (const { number } of exhibits) {
    const [, prefix, serial] = NUMBER.exec(number) ?? [];
    if (prefix === undefined) continue;
    serials.set(prefix, new Set([...(serials.get(prefix) ?? []), Number(serial)]));
  }
  return [...serials].flatMap(([prefix, taken]) =>
    Array.from({ length: Math.max(...taken) }, (_, index) => index + 1)
      .filter((serial) => !taken.has(serial))
      .map((serial) => ({
        kind: 'number-missing',
        subject: `${prefix}-${String(serial)}`,
        detail: '',
        tier: 'PARTIES',
      })),
  );
}
