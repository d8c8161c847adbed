import { canonicalJson, type PartyCode } from '@parley/kernel';
import {
  MOST_SPANS_SHOWN,
  type SecurityEvent,
  type SecurityLog,
  type SecurityPage,
  type SecuritySpan,
} from './security-log';

/** So many different lines are told apart. Beyond that, whatever comes is counted for nobody and no route. */
const MOST_SPANS = 10_000;
const ANY = { personId: null, party: null, method: '*', route: '*', issuer: null, fault: null } as const;
/** The length of an hour in an instant: `2025-03-03T16`. */
const HOUR = 13;

/** Counts like events of an hour together, in memory. Their number is bounded, however many events come. */
export class SecuritySpans implements SecurityLog {
  readonly #spans = new Map<string, SecuritySpan>();

  note({ at, ...event }: SecurityEvent): void {
    this.add({ ...event, first: at, last: at, count: 1 });
  }

  add(span: SecuritySpan): void {
    const key = keyOf(span);
    if (this.#spans.size < MOST_SPANS || this.#spans.has(key)) this.#put(key, span);
    else this.#put(keyOf({ ...span, ...ANY }), { ...span, ...ANY });
  }

  /** Everything that was counted since the last time. */
  take(): readonly SecuritySpan[] {
    const taken = [...this.#spans.values()];
    this.#spans.clear();
    return taken;
  }

  keep(): Promise<void> {
    return Promise.resolve();
  }

  of(day: string, party: PartyCode): Promise<SecurityPage> {
    const spans = [...this.#spans.values()]
      .filter((span) => span.last.startsWith(day) && (span.party === null || span.party === party))
      .sort((one, other) => (one.last > other.last ? -1 : 1));
    return Promise.resolve({ items: spans.slice(0, MOST_SPANS_SHOWN), more: spans.length > MOST_SPANS_SHOWN });
  }

  #put(key: string, span: SecuritySpan): void {
    const known = this.#spans.get(key);
    this.#spans.set(
      key,
      known
        ? { ...known, last: known.last > span.last ? known.last : span.last, count: known.count + span.count }
        : span,
    );
  }
}

const keyOf = ({ kind, personId, party, method, route, outcome, issuer, fault, last }: SecuritySpan): string =>
  canonicalJson([last.slice(0, HOUR), kind, personId, party, method, route, outcome, issuer, fault]);
