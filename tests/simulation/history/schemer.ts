import { plusMillis, type CaseId, type Instant, type PartyCode } from '@parley/kernel';
import type { SeededRandom } from '../../chaos/seeded-random';
import type { Offer } from '../parties/attempt';
import type { Blow, Scheme } from '../parties/to-win/scheme';
import type { Onlooker } from './onlooker';

/** A side strikes so often at the same in one case before it goes on to what hurts less. */
const MOST_OF_A_KIND = 3;

/** Nothing is done in the very instant of what was done before. */
const BREATH_MS = 1_000;

/** In so many of a hundred moves the side tries something, when it need not wait. */
const EAGER = 30;

export interface Strike {
  readonly caseId: CaseId;
  readonly blow: Blow;
  readonly at: Instant;
  readonly towards: Scheme['name'];
  readonly offer: (random: SeededRandom) => Offer | undefined;
}

/** The people of one side, who together play to win: they watch each case and do what hurts first. */
export class Schemer {
  readonly #struck = new Map<string, number>();

  constructor(
    private readonly party: PartyCode,
    private readonly scheme: Scheme,
    private readonly onlooker: Onlooker,
  ) {}

  /**
   * What the side does next.
   * @param now the present instant
   * @param until when everybody else moves; what is to be done last comes before that
   * @returns `undefined` when the side lets the others move
   */
  next(now: Instant, until: Instant, serial: string, random: SeededRandom): Strike | undefined {
    const eager = random.percent(EAGER);
    const due = this.onlooker.historian.cases().flatMap((caseId): readonly Strike[] => {
      const offered = (blow: Blow, drawn: SeededRandom): Offer | undefined =>
        this.#own(blow.offer(this.onlooker.viewOf(caseId, this.party, serial), drawn));
      const open = this.scheme
        .blows(this.onlooker.viewOf(caseId, this.party, serial))
        .filter((blow) => this.#times(caseId, blow) < MOST_OF_A_KIND);
      for (const blow of open) {
        const { at } = blow;
        const strike = { caseId, blow, at: at ?? plusMillis(now, BREATH_MS), towards: this.scheme.name };
        if (at !== null && at >= now && at <= until) return [{ ...strike, offer: (drawn) => offered(blow, drawn) }];
        if (at === null && eager && offered(blow, random))
          return [{ ...strike, offer: (drawn) => offered(blow, drawn) }];
      }
      return [];
    });
    const [first] = due.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    if (first) this.#struck.set(`${first.caseId} ${first.blow.name}`, this.#times(first.caseId, first.blow) + 1);
    return first;
  }

  /** Only the side's own people are at its orders, and only in its name. */
  #own(offer: Offer | undefined): Offer | undefined {
    return offer && 'party' in offer.command && offer.command.party === this.party ? offer : undefined;
  }

  #times(caseId: CaseId, { name }: Blow): number {
    return this.#struck.get(`${caseId} ${name}`) ?? 0;
  }
}
