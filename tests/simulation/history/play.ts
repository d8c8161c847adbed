import { derivedUuid } from '@parley/event-store';
import { latest, plusMillis, type CaseId, type Instant } from '@parley/kernel';
import { seededRandom, type SeededRandom } from '../../chaos/seeded-random';
import type { Offer } from '../parties/attempt';
import { chooseAct } from '../parties/choose-act';
import { countriesOf, type Countries } from '../parties/countries';
import { fileCase } from '../parties/file-case';
import type { Step } from '../parties/goals/goal';
import { SCHEMES } from '../parties/to-win/schemes';
import type { Secretariat } from '../secretariat/secretariat';
import type { History } from './case-history';
import { historyOf } from './history-of';
import { listMembers } from './list-members';
import { instantOf, type Move } from './move';
import { Onlooker } from './onlooker';
import { openSecretariat } from './open-secretariat';
import { Schemer, type Strike } from './schemer';
import { Sender } from './sender';
import type { Setting } from './setting';

/** Plays moves on a new secretariat, and then lets time pass in silence until nothing is left to happen. */
export async function play(setting: Setting, moves: readonly Move[]): Promise<History> {
  const run = new Run(setting);
  await run.begin();
  for (const [index, move] of moves.entries()) {
    await run.move(move, index);
    if (run.isOver()) break;
  }
  return run.end();
}

const DAY = 24 * 3_600_000;
/** After the last move everybody is silent for so long. */
const SILENCE_DAYS = 420;

/** In so many of a hundred moves the parties of a run with a goal take the next step towards it. */
const STEADY = 85;

/** In so many of a hundred moves another case is filed, as long as cases are missing. */
const FILING = 10;
/** The same where one side files many at once. */
const FLOODING = 25;
/** In so many of a hundred moves somebody acts in a case that has not ended. */
const IN_OPEN_CASE = 85;

/** So many moves for each case are tried after everything is over. */
const MOVES_AFTER_THE_END = 6;

interface NextStep {
  readonly caseId: CaseId;
  readonly step: Step;
  readonly at: Instant;
}

/** One run: who moves when, towards which goal, and when it is over. */
class Run {
  readonly #countries: Countries;
  readonly #secretariat: Secretariat;
  readonly #onlooker: Onlooker;
  readonly #sender: Sender;
  readonly #schemers: readonly Schemer[];
  #idle = 0;

  constructor(private readonly setting: Setting) {
    this.#countries = countriesOf(setting.mirrored ?? false);
    this.#secretariat = openSecretariat(setting);
    this.#onlooker = new Onlooker(setting, this.#countries, this.#secretariat);
    this.#sender = new Sender(this.#secretariat, this.#onlooker);
    this.#schemers = this.#countries.flatMap((country, place) => {
      const name = setting.schemes?.[place];
      return name ? [new Schemer(country, SCHEMES[name], this.#onlooker)] : [];
    });
  }

  begin(): Promise<void> {
    return listMembers(this.setting, this.#countries, this.#sender, this.#secretariat.clock.now());
  }

  async move(move: Move, index: number): Promise<void> {
    const random = seededRandom(move.pick);
    const serial = derivedUuid(String(this.setting.seed), String(index), String(move.pick));
    const next = this.#stepToGoal(random, serial);
    const at = this.#instantOf(move, next, random);
    const strike = this.#strikeBy(at, serial, random);
    await this.#secretariat.advanceTo(strike?.at ?? at);
    this.#onlooker.look();
    if (strike) return this.#strike(strike, serial, random);
    const offer = next
      ? next.step.act(this.#onlooker.viewOf(next.caseId, next.step.party, serial), random)
      : (this.#file(random, serial) ?? this.#act(random, serial));
    if (offer && this.#isAllowed(offer)) await this.#sender.sendSomehow(offer, serial, random);
  }

  /** What a side that plays to win does before everybody else moves. */
  #strikeBy(until: Instant, serial: string, random: SeededRandom): Strike | undefined {
    if (this.#schemers.length === 0) return undefined;
    const schemer = random.pick(this.#schemers);
    return schemer.next(this.#secretariat.clock.now(), until, serial, random);
  }

  async #strike({ offer, towards }: Strike, serial: string, random: SeededRandom): Promise<void> {
    const made = offer(random);
    if (made && this.#isAllowed(made)) await this.#sender.sendSomehow(made, serial, random, towards);
  }

  /** True when every case is filed, no deadline runs, and people have tried for a while to go on. */
  isOver(): boolean {
    const cases = this.#cases();
    const done = cases.length === this.setting.cases && this.#secretariat.nextExpiry() === undefined;
    this.#idle = done ? this.#idle + 1 : 0;
    return this.#idle > MOVES_AFTER_THE_END * cases.length;
  }

  async end(): Promise<History> {
    const last = plusMillis(this.#secretariat.clock.now(), SILENCE_DAYS * DAY);
    await this.#secretariat.runOut(last);
    this.#onlooker.look();
    return historyOf(
      {
        historian: this.#onlooker.historian,
        secretariat: this.#secretariat,
        attempts: this.#sender.attempts,
        countries: this.#countries,
      },
      last,
    );
  }

  #cases(): readonly CaseId[] {
    return this.#onlooker.historian.cases();
  }

  /**
   * The next step of the parties towards their goal, in the case where it comes first; `undefined` when they have no
   * goal, or go on as everybody does.
   */
  #stepToGoal(random: SeededRandom, serial: string): NextStep | undefined {
    const { goal } = this.setting;
    if (!goal || !random.percent(STEADY)) return undefined;
    const steps = random.shuffled(this.#cases()).flatMap((caseId): readonly NextStep[] => {
      const step = goal.step(this.#onlooker.viewOf(caseId, random.pick(this.#countries), serial), random);
      return step ? [{ caseId, step, at: step.at ?? this.#secretariat.clock.now() }] : [];
    });
    return steps.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))[0];
  }

  #instantOf(move: Move, next: NextStep | undefined, random: SeededRandom): Instant {
    const now = this.#secretariat.clock.now();
    if (next) return latest(next.at, now);
    const paced = this.setting.restraint?.instantOf ?? instantOf;
    return paced(move, now, this.#secretariat.nextExpiry(), random);
  }

  #isAllowed(offer: Offer): boolean {
    return this.setting.restraint?.allows(offer, this.#secretariat.nextExpiry()) ?? true;
  }

  #file(random: SeededRandom, serial: string): Offer | undefined {
    const filed = this.#cases().length;
    const { cases, floods = false } = this.setting;
    if (filed >= cases || (filed > 0 && !random.percent(floods ? FLOODING : FILING))) return undefined;
    return fileCase(
      {
        ...(floods ? { complainant: this.#countries[this.setting.seed % 2 === 0 ? 0 : 1] } : {}),
        countries: this.#countries,
        known: this.#onlooker.knownCases(),
        filed: this.#cases().map((caseId) => this.#onlooker.filed(caseId)),
        now: this.#secretariat.clock.now(),
        serial,
      },
      random,
    );
  }

  #act(random: SeededRandom, serial: string): Offer | undefined {
    const cases = this.#cases();
    const open = cases.filter((caseId) => this.#onlooker.filed(caseId).status !== 'ended');
    if (cases.length === 0) return undefined;
    const caseId = random.pick(open.length > 0 && random.percent(IN_OPEN_CASE) ? open : cases);
    return chooseAct(this.#countries, (party) => this.#onlooker.viewOf(caseId, party, serial), random);
  }
}
