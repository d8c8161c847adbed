import { domainEventOf, streamIdOf, type EventStore, type Position, type RecordedEvent } from '@parley/event-store';
import type { CaseId, PartyCode, Sha256 } from '@parley/kernel';
import type { ReadModel } from '@parley/projections';
import { CASE_CATEGORY } from '../../streams';
import type { CaseEvent } from '../case-events.rules';

/** The text that a party filed last in a case. */
export interface KnownText {
  readonly id: CaseId;
  readonly party: PartyCode | null;
  readonly digest: Sha256;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Most events that one look reads. The list is further behind only after a long failure, and later looks go on. */
const MOST_READ = 1_000;

/**
 * The texts on record of which the list of cases has not heard yet. Each event is read once, however many ask: a look
 * at every filing would else cost the more the further the list is behind.
 */
export class UnheardTexts {
  #texts: readonly (KnownText & { readonly position: Position })[] = [];
  #readTo: Position | undefined;

  constructor(
    private readonly store: Pick<EventStore, 'readAll' | 'compare'>,
    private readonly list: Pick<ReadModel, 'status'>,
  ) {}

  /**
   * The texts by case, the latest first. What the list hears from the call on is among them, so whoever calls this
   * before asking the list misses none.
   */
  async now(): Promise<ReadonlyMap<CaseId, KnownText>> {
    const { position: heard } = this.list.status();
    if (heard === undefined) return new Map();
    const isUnheard = (position: Position): boolean => this.store.compare(position, heard) > 0;
    const after = this.#readTo !== undefined && isUnheard(this.#readTo) ? this.#readTo : heard;
    const { events, position } = await this.store.readAll({ after, categories: [CASE_CATEGORY], limit: MOST_READ });
    this.#texts = [...this.#texts.filter((text) => isUnheard(text.position)), ...events.flatMap(textsIn)];
    this.#readTo = position;
    const latest = new Map(this.#texts.map((text) => [text.id, text]));
    return new Map([...latest].sort(([, one], [, other]) => other.at - one.at));
  }
}

const WITH_TEXT: readonly CaseEvent['type'][] = ['GrievanceFiled', 'FilingAmended', 'DeficiencyCured'];
type WithText = Extract<CaseEvent, { type: 'GrievanceFiled' | 'FilingAmended' | 'DeficiencyCured' }>;

/** The text with which a case was filed, amended before its registration, or cured: by its complainant alone. */
function textsIn(recorded: RecordedEvent): readonly (KnownText & { readonly position: Position })[] {
  if (!WITH_TEXT.some((type) => type === recorded.type)) return [];
  const { data, occurredAt } = domainEventOf(recorded) as WithText;
  const { actor, stream, position } = recorded;
  const party = 'parties' in data ? data.parties.complainant : actor.kind === 'person' ? actor.party : null;
  const { digest } = data.receipt;
  return [{ id: streamIdOf(stream) as CaseId, party, digest, at: Date.parse(occurredAt), position }];
}
