import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  parseInstant,
  parseIsoDate,
  type Instant,
  type IsoDate,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import type { Facts, PublicEvent } from '@parley/messaging';
import {
  workingDayCalendar,
  type AnnouncedCalendar,
  type AdoptedRules,
  type CalendarData,
  type StatutoryRule,
} from '@parley/procedure';
import {
  CalendarAnnouncedSchema,
  DelegationChangedSchema,
  OutageAnnulledSchema,
  OutageDeclaredSchema,
  PartyKeyRecordedSchema,
  RuleSetAdoptedSchema,
  SigningKeyTakenSchema,
} from './gen/parley/intake/v1/intake_pb';
import { knownFrom, type Taking } from './known-facts';
import { told } from './tell';

/** Subjects, in place of a case, of what the intake tells of the registers that count and move everybody's time. */
export const REGISTERS = { calendars: 'calendars', outages: 'outages', rules: 'rules' } as const;

/** Their subjects. No default of any case comes before these were heard past its expiry. */
export const REGISTER_SUBJECTS: readonly string[] = Object.values(REGISTERS);

/** Subject, in place of a case, of what the intake tells of the keys by which the registry signs. */
export const SIGNING_KEYS = 'signing-keys';

/** An outage as its register tells it. */
export interface DeclaredOutage {
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
}

export const sayCalendar = ({
  calendar,
  announcedAt,
}: AnnouncedCalendar): MessageInitShape<typeof CalendarAnnouncedSchema> => ({
  caseId: REGISTERS.calendars,
  at: announcedAt,
  calendar: calendar.name,
  titleEn: calendar.title.en,
  titleZhHans: calendar.title['zh-Hans'],
  version: calendar.version,
  published: Object.entries(calendar.published).map(([year, { off, work, source }]) => ({
    year: Number(year),
    off: [...off],
    work: [...work],
    source,
  })),
  unpublished: calendar.unpublished,
});

/** @throws TypeError or RangeError for a calendar on which nobody can count; its message is parked */
export function calendarTold(event: PublicEvent): AnnouncedCalendar | undefined {
  const message = told(event, CalendarAnnouncedSchema);
  if (!message) return undefined;
  const calendar: CalendarData = {
    name: message.calendar,
    title: { en: message.titleEn, 'zh-Hans': message.titleZhHans },
    version: message.version,
    published: Object.fromEntries(
      message.published.map(({ year, off, work, source }) => [
        String(year),
        { off: off.map(dayOf), work: work.map(dayOf), source },
      ]),
    ),
    unpublished: message.unpublished as StatutoryRule,
  };
  workingDayCalendar(calendar);
  return { calendar, announcedAt: instantOf(message.at) };
}

export const sayRules = ({
  version,
  amends,
  from,
  inForceFrom,
  numbers,
  digest,
}: AdoptedRules): MessageInitShape<typeof RuleSetAdoptedSchema> => ({
  caseId: REGISTERS.rules,
  version,
  amends: amends ?? '',
  fromDay: from ?? '',
  inForceFrom,
  numbers: Object.entries(numbers).map(([field, value]) => ({ field, value })),
  digest,
});

/** @throws TypeError for rules whose day nobody can read; their message is parked */
export function rulesTold(event: PublicEvent): AdoptedRules | undefined {
  const message = told(event, RuleSetAdoptedSchema);
  return (
    message && {
      version: message.version,
      amends: message.amends === '' ? null : message.amends,
      from: message.fromDay === '' ? null : dayOf(message.fromDay),
      inForceFrom: instantOf(message.inForceFrom),
      numbers: Object.fromEntries(message.numbers.map(({ field, value }) => [field, value])),
      digest: message.digest as Sha256,
    }
  );
}

/** @throws TypeError for an outage whose time nobody can read; its message is parked */
export function outageTold(event: PublicEvent): DeclaredOutage | undefined {
  const message = told(event, OutageDeclaredSchema);
  return (
    message && {
      outageId: message.outageId,
      from: instantOf(message.outageFrom),
      to: instantOf(message.outageTo),
      at: instantOf(message.at),
    }
  );
}

/**
 * Who speaks for a party, as its register tells it.
 * @throws TypeError when the message says no instant; it is parked, because a delegation that is taken for endless
 *   could let in somebody who may not act
 */
export function delegationTold(event: PublicEvent) {
  const message = told(event, DelegationChangedSchema);
  return (
    message && {
      delegationId: message.delegationId,
      party: message.party as PartyCode,
      personId: message.personId as PersonId,
      scope: message.scope,
      from: instantOf(message.from),
      endsAt: message.endsAt === '' ? null : instantOf(message.endsAt),
    }
  );
}

/**
 * A key of a party, as its register tells it.
 * @throws TypeError when the message says no instant; it is parked, because a key that is taken for endless could sign
 *   for who has lost it
 */
export function partyKeyTold(event: PublicEvent) {
  const message = told(event, PartyKeyRecordedSchema);
  if (!message) return undefined;
  const { kty, x, y } = message;
  return {
    party: message.party as PartyCode,
    thumbprint: message.thumbprint,
    jwk: kty === 'OKP' ? ({ kty, crv: 'Ed25519', x } as const) : ({ kty: 'EC', crv: 'P-256', x, y } as const),
    from: instantOf(message.from),
    endsAt: message.endsAt === '' ? null : instantOf(message.endsAt),
    required: message.requiredFrom !== '',
    personId: message.personId === '' ? null : (message.personId as PersonId),
    isPasskey: message.credentialId !== '',
  };
}

/**
 * A key by which the registry signs, as its register tells it.
 * @throws TypeError when the message says an instant that nobody can read; it is parked
 */
export function signingKeyTold(event: PublicEvent) {
  const message = told(event, SigningKeyTakenSchema);
  return (
    message && {
      x: message.x,
      from: message.from === '' ? null : instantOf(message.from),
      signature: message.signature === '' ? null : message.signature,
    }
  );
}

/** The calendars in a set of facts, in the order of their announcement, whatever the order of hearing. */
export const calendarsKnownFrom = (facts: readonly PublicEvent[]): readonly AnnouncedCalendar[] =>
  knownFrom(listing(calendarTold), facts).view;

/** The rules in a set of facts, each after the one that it amends, whatever the order of hearing. */
export const rulesKnownFrom = (facts: readonly PublicEvent[]): readonly AdoptedRules[] =>
  knownFrom(listing(rulesTold), facts).view;

/** The outages that were heard of and are not annulled, for who asks. */
export const outagesIn = (facts: Pick<Facts, 'of'>) => async (): Promise<readonly DeclaredOutage[]> => {
  const heard = await facts.of(REGISTERS.outages);
  const annulled = heard.flatMap((event) => told(event, OutageAnnulledSchema)?.outageId ?? []);
  return knownFrom(listing(outageTold), heard).view.filter(({ outageId }) => !annulled.includes(outageId));
};

/** The reaction of who counts limits of its own: all that runs is counted anew. */
export const hearsCalendars = (
  countAnew: (announcedAt: Instant, cause: { readonly kind: 'event'; readonly id: string }) => Promise<void>,
) => ({
  name: 'calendars',
  concerns: (event: PublicEvent): boolean => calendarTold(event) !== undefined,
  answer: async (event: PublicEvent): Promise<void> => {
    const told = calendarTold(event);
    if (told) await countAnew(told.announcedAt, { kind: 'event', id: event.id });
  },
});

const listing = <Entry>(read: (fact: PublicEvent) => Entry | undefined): Taking<Entry, readonly Entry[]> => ({
  nothing: [],
  take: (fact) => {
    const entry = read(fact);
    return entry === undefined ? [] : [entry];
  },
  learn: (entries, entry) => [...entries, entry],
  says: () => [],
});

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new TypeError(`no instant: ${text}`);
  return instant;
}

function dayOf(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === undefined) throw new TypeError(`no day: ${text}`);
  return day;
}
