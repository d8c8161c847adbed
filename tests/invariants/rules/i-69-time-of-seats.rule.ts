import { calendarArchive } from '@parley/procedure';
import type { IsoDate } from '@parley/kernel';
import type { CaseHistory } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

const DAY_MS = 86_400_000;
const MOST: Readonly<Record<string, number>> = { standard: 60, complex: 60, urgent: 10 };

/** A limit and the data of an event as they stand in its bytes. */
interface Limit {
  readonly id: string;
  readonly calendarVersion: string;
  readonly track: string;
  readonly length: number;
  readonly trigger: { readonly date: string };
  readonly dueDate: string;
  readonly dueAt: string;
}
interface Said {
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly opens?: readonly Limit[] };
}
interface Span {
  readonly seat: string;
  readonly from: string;
  to: string | null;
  /** Code of a party, or the id of a challenge whose outcome says it. */
  on: string;
}

const read = (steps: CaseHistory['panel'] | CaseHistory['intake']): readonly Said[] =>
  steps.map(({ recorded: { type, occurredAt, recordedAt, payload } }) => ({
    type,
    occurredAt,
    recordedAt,
    data: JSON.parse(Buffer.from(payload).toString('utf8')) as Said['data'],
  }));

const atTheSeat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Zurich', dateStyle: 'short' });
const dayOf = (instant: string): string => atTheSeat.format(new Date(instant));
const hourOf = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Zurich', hour: '2-digit' });
/** The first day of a time: the next one when that of the seat has ended at five in the afternoon. */
const beginningOf = (instant: string): string =>
  later(dayOf(instant), Number(hourOf.format(new Date(instant))) < 17 ? 0 : 1);
const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** What calls for first nominations again, stops clocks or opens settled seats: nobody counts such histories here. */
const OTHERWISE = ['RostersFrozenAnew', 'ClocksStoodStill', 'ClocksWentOn', 'DefaultSetAside', 'CalendarNoted'];

const calledAnew = ({ type, data }: Said): boolean =>
  OTHERWISE.includes(type) ||
  (type === 'TrackTaken' && (data.opens ?? []).some(({ id }) => id.startsWith('nomination:')));

const STANDS_STILL = ['ScreeningSuspended', 'ScreeningReopened'];

const RELEASED = calendarArchive().current('US', 'CN').version;

/** Nor does anybody count here on an announced calendar, or over a time in which no limit had to be stopped. */
const isOtherwise = (said: readonly Said[], { intake }: CaseHistory): boolean =>
  read(intake).some(({ type }) => STANDS_STILL.includes(type)) ||
  said.some(
    (event) =>
      calledAnew(event) || (event.data.opens ?? []).some(({ calendarVersion }) => calendarVersion !== RELEASED),
  );

/** The last day of the plain time: eight working days after the last for nominations, or two of the clock. */
function plainEnd([first]: readonly Limit[], countries: readonly [string, string]): string {
  if (first === undefined) return '';
  if (first.track === 'urgent') return later(first.dueDate, 2);
  const calendar = calendarArchive().current(...countries);
  let day = first.dueDate;
  for (let counted = 0; counted < 8; counted += calendar.isJointBusinessDay(day as IsoDate) ? 1 : 0)
    day = later(day, 1);
  return day;
}

/** Times in which seats were not settled, from what is on record of each seat. */
class Seats {
  readonly spans: Span[] = [];

  take({ type, occurredAt: at, data }: Said): void {
    const { party, opens = [] } = data as { readonly party?: string } & Said['data'];
    const seat = String(data['seat']);
    const own = party ?? '';
    if (type === 'PanelOpened')
      for (const { id } of opens) this.#open(id.replace('nomination:', ''), id.split(':')[1] ?? '', at);
    const key = `${own}:${seat.split('-')[1] ?? ''}`;
    if (type === 'ChallengeTimeEnded' || type === 'SeatLeftEmpty') this.#close(key, at);
    if (type === 'MemberRecused') this.#open(key, own, at);
    if (type === 'MemberReplaced') this.#open(key, String(data['replacedBy']), at);
    const awaited = this.spans.some((span) => span.seat === key && span.to === null);
    if (type === 'DisclosureMade' && opens.length > 0 && !awaited) this.#open(key, own, at);
    if (type === 'ChallengeMade') {
      const id = String(data['challengeId']);
      this.#challengers.set(id, String(data['challengedBy']));
      this.#open(key, id, at);
    }
    if (type === 'ChallengeDecided') this.#decided(key, own, data, at);
    const late = type === 'ParityRestored' ? opens.find(({ id }) => id === 'findings') : undefined;
    if (late)
      for (const { on } of this.spans.filter(({ to }) => to === at))
        this.spans.push({ seat: 'findings', from: at, to: late.dueAt, on });
  }

  readonly #challengers = new Map<string, string>();

  #decided(key: string, own: string, data: Said['data'], at: string): void {
    const id = String(data['challengeId']);
    const upheld = (data['outcome'] as { readonly verdict: string }).verdict === 'upheld';
    const on = upheld ? own : (this.#challengers.get(id) ?? '');
    for (const span of this.spans) if (span.on === id) span.on = on;
    if (upheld || (data.opens ?? []).length > 0) this.#open(key, on, at);
    else this.#close(key, at);
  }

  /** The side that an account is on; a challenge that nobody has decided yet is on its challenger's. */
  owedBy(on: string): string {
    return this.#challengers.get(on) ?? on;
  }

  #open(seat: string, on: string, at: string): void {
    this.#close(seat, at);
    this.spans.push({ seat, from: at, to: null, on });
  }

  #close(seat: string, at: string): void {
    for (const span of this.spans) if (span.seat === seat && span.to === null) span.to = at;
  }

  daysOf(party: string, plain: string, until: string): ReadonlySet<string> {
    const days = new Set<string>();
    for (const { from, to, on } of this.spans) {
      if (this.owedBy(on) !== party) continue;
      if (from === to) continue;
      const first = beginningOf(from) > plain ? beginningOf(from) : later(plain, 1);
      for (let day = first; day <= dayOf(to ?? until); day = later(day, 1)) days.add(day);
    }
    return days;
  }
}

const sidesOf = ({ parties }: CaseHistory): readonly [string, string] => [parties.complainant, parties.respondent];

/** Days that a side may owe on the track that the panel is on by the last of some events: urgency can be lost. */
const mostBy = (said: readonly Said[]): number => {
  const taken = said.findLast(({ type }) => type === 'TrackTaken')?.data['track'] as string | undefined;
  return MOST[taken ?? said[0]?.data.opens?.[0]?.track ?? ''] ?? 0;
};

/** The record counts the time of seats only where it has changed. */
export const countedOnce = ofEachCase('I-69', (each) =>
  read(each.panel)
    .filter(({ type }) => type === 'SeatTimeCounted')
    .map(({ data: { days, accounts } }) => JSON.stringify([days, accounts]))
    .flatMap((count, index, counts) => (count === counts[index - 1] ? [`${count} was counted twice`] : [])),
);

/** Whenever the panel is whole, the record says how many days each side's seats took, and how many they are in all. */
export const timeOnRecord = ofEachCase('I-69', (each) => {
  const said = read(each.panel);
  if (isOtherwise(said, each)) return [];
  const seats = new Seats();
  const faults: string[] = [];
  const nominations = said[0]?.data.opens ?? [];
  const plain = plainEnd(nominations, sidesOf(each).toSorted().toReversed() as [string, string]);
  for (const [index, event] of said.entries()) {
    seats.take(event);
    if (event.type !== 'PanelConvened' && event.type !== 'ParityRestored') continue;
    const together = said.findLastIndex(({ recordedAt }) => recordedAt === event.recordedAt);
    const counted = said.slice(0, Math.max(together, index) + 1).findLast(({ type }) => type === 'SeatTimeCounted');
    const most = mostBy(said.slice(0, index + 1));
    const owed = sidesOf(each).map((party) => ({
      party,
      days: [...seats.daysOf(party, plain, event.occurredAt)].toSorted().slice(0, most),
    }));
    const stated = (counted?.data['accounts'] ?? []) as readonly { readonly party: string; readonly days: number }[];
    for (const { party, days } of owed) {
      const on = stated.find((account) => account.party === party)?.days ?? 0;
      if (on !== days.length)
        faults.push(`${String(on)} days stand on the account of ${party}, which owes ${String(days.length)}`);
    }
    const all = new Set(owed.flatMap(({ days }) => days)).size;
    const added = Number(counted?.data['days'] ?? 0);
    if (added !== all) faults.push(`${String(added)} days are added, and seats took ${String(all)}`);
  }
  return faults;
});

/** The long-stop ends no sooner for the time of seats, and later by all of it; the intake takes up each count. */
export const timeAdded = ofEachCase('I-69', (each) => {
  let before = '';
  return read(each.intake).flatMap(({ type, data }) => {
    const longStop = data.opens?.find(({ id }) => id === 'long-stop');
    if (!longStop) return [];
    const [was, days] = [before, Number(data['days'] ?? 0)];
    before = longStop.dueAt;
    if (type !== 'SeatTimeAdded') return [];
    const least = later(longStop.trigger.date, longStop.length + days);
    return [
      ...(longStop.dueAt < was ? ['the time of seats brought the long-stop nearer'] : []),
      ...(longStop.dueDate < least ? [`the long-stop ends on ${longStop.dueDate}, before ${least}`] : []),
    ];
  });
});

/** No screening lapses at its long-stop while a seat is awaited whose side has not used up its days. */
export const noLapseMeanwhile = ofEachCase('I-69', (each) => {
  const end = read(each.intake).findLast(({ type }) => type === 'ScreeningEnded');
  if (!end || (end.data['by'] as { readonly reason?: string }).reason !== 'long-stop') return [];
  const said = read(each.panel).filter(({ occurredAt }) => occurredAt < end.occurredAt);
  if (isOtherwise(said, each)) return [];
  const seats = new Seats();
  for (const event of said) seats.take(event);
  const most = mostBy(said);
  const plain = plainEnd(said[0]?.data.opens ?? [], sidesOf(each).toSorted().toReversed() as [string, string]);
  return seats.spans
    .filter(({ to, on }) => to === null && seats.daysOf(seats.owedBy(on), plain, end.occurredAt).size < most)
    .map(({ seat }) => `the long-stop came while ${seat} was awaited`);
});
