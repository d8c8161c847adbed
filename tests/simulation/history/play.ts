import { commandIdOf, derivedUuid } from '@parley/event-store';
import { latest, plusMillis, sideOf, type CaseId, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import { seededRandom, type SeededRandom } from '../../chaos/seeded-random';
import type { FiledCase } from '../../../services/intake/src/domain/case-state';
import { knownCase, type KnownCase } from '../../../services/intake/src/domain/related/known-case';
import { COUNTER_RELATIONS, type Referring } from '../../../services/intake/src/domain/related/relations';
import { URGENCY_GROUNDS } from '../../../services/intake/src/domain/urgency/urgency';
import type { View } from '../parties/act-kind';
import type { Attempt, Offer } from '../parties/attempt';
import { chooseAct } from '../parties/choose-act';
import { countriesOf, otherCountry, partiesWith, personOf, type Countries } from '../parties/countries';
import { send } from '../parties/desks';
import type { Goal, Step } from '../parties/goals/goal';
import { broken, deficient, filingOf, grievance } from '../parties/grievances';
import { temperOf } from '../parties/temper';
import { english } from '../parties/texts';
import { Secretariat, type StoreAt } from '../secretariat/secretariat';
import type { FeedTemper } from '../secretariat/shuffled-feed';
import type { CaseHistory, History } from './case-history';
import { Historian } from './historian';
import { instantOf, type Move } from './move';
import type { Restraint } from './restraint';

/** What a run is played with, beside its moves. */
export interface Setting {
  /** Of everything that is neither a move nor a rule: rosters, tempers, lateness of messages. */
  readonly seed: number;
  /** Where the record is kept; in memory when left out. */
  readonly store?: StoreAt;
  /** Cases that the parties file, if the moves give them the time. */
  readonly cases: number;
  /** Whether notices are served; left to the seed when left out. */
  readonly serves?: boolean;
  /** The two countries in each other's place. */
  readonly mirrored?: boolean;
  /** Towards what the parties steer; nothing when left out. */
  readonly goal?: Goal | undefined;
  /** How the parties hold themselves in; not at all when left out. */
  readonly restraint?: Restraint;
}

const START = '2025-01-06T08:00:00.000Z' as Instant;
const DAY = 24 * 3_600_000;
/** After the last move everybody is silent for so long. */
const SILENCE_DAYS = 420;

const ON_BOTH_ROSTERS = 'both-1' as PersonId;

/** In so many of a hundred runs notices are served: their register is many times as long as the case. */
const SERVING = 4;

/** In so many of a hundred moves the parties of a run with a goal take the next step towards it. */
const STEADY = 85;

/** For each case. */
const MOVES_AFTER_THE_END = 6;

const FEEDS: readonly FeedTemper[] = ['prompt', 'prompt', 'slow', 'slow', 'bad'];

interface NextStep {
  readonly caseId: CaseId;
  readonly step: Step;
  readonly at: Instant;
}

/** Plays moves on a secretariat of their own, and then lets silence run until nothing is left to happen. */
export async function play(setting: Setting, moves: readonly Move[]): Promise<History> {
  const run = new Run(setting);
  await run.begin();
  for (const [index, move] of moves.entries()) {
    await run.move(move, index);
    if (run.isOver()) break;
  }
  return run.end();
}

class Run {
  readonly #secretariat: Secretariat;
  readonly #historian = new Historian();
  readonly #attempts: Attempt[] = [];
  readonly #countries: Countries;
  #noted = 0;
  #idle = 0;

  constructor(private readonly setting: Setting) {
    const random = seededRandom(setting.seed);
    this.#countries = countriesOf(setting.mirrored ?? false);
    this.#secretariat = new Secretariat({
      start: plusMillis(START, random.between(0, 250) * DAY),
      seed: setting.seed,
      feed: setting.restraint ? 'prompt' : random.pick(FEEDS),
      serves: setting.serves ?? random.percent(SERVING),
      store: setting.store,
      correctsCalendars: !setting.restraint,
    });
  }

  /** Each side lists its members; some rosters are short, and now and then one person is on both. */
  async begin(): Promise<void> {
    const random = seededRandom(this.setting.seed).branch('rosters');
    for (const roster of this.#countries) {
      const size = this.setting.restraint?.names ?? this.setting.goal?.names ?? (random.percent(25) ? random.between(1, 4) : random.between(5, 9));
      const members = Array.from({ length: size }, (_, index) => personOf(this.#countries, roster, String(index + 1)));
      if (random.percent(30) && !this.setting.restraint) members.push(ON_BOTH_ROSTERS);
      for (const member of members) await this.#send(this.#listing(roster, member), commandIdOf('roster', personOf(this.#countries, roster, 'desk'), member), 'plain');
    }
  }

  #listing(roster: PartyCode, personId: PersonId): Offer {
    const desk = { by: personOf(this.#countries, roster, 'desk'), party: roster, receivedAt: this.#secretariat.clock.now() };
    return { desk: 'roster', caseId: null, command: { type: 'ListMember', ...desk, roster, member: { personId, expertise: ['tariffs'], languages: ['en'] } } };
  }

  async move(move: Move, index: number): Promise<void> {
    const random = seededRandom(move.pick);
    const { clock } = this.#secretariat;
    const serial = derivedUuid(String(this.setting.seed), String(index), String(move.pick));
    const next = this.#stepToGoal(random, serial);
    const paced = this.setting.restraint?.instantOf ?? instantOf;
    const at = next ? latest(next.at, clock.now()) : paced(move, clock.now(), this.#secretariat.nextExpiry(), random);
    await this.#secretariat.advanceTo(at);
    this.#catchUp();
    const offer = next ? next.step.act(this.#viewOf(next.caseId, next.step.party, serial), random) : (this.#filing(random, serial) ?? this.#act(random, serial));
    if (offer && (this.setting.restraint?.allows(offer, this.#secretariat.nextExpiry()) ?? true)) await this.#sendSomehow(offer, serial, random);
  }

  /** The next step of the parties towards their goal, in the case where it comes first; nothing where they have none, or go on as everybody does. */
  #stepToGoal(random: SeededRandom, serial: string): NextStep | undefined {
    const { goal } = this.setting;
    if (!goal || !random.percent(STEADY)) return undefined;
    const steps = random.shuffled(this.#historian.cases()).flatMap((caseId): readonly NextStep[] => {
      const step = goal.step(this.#viewOf(caseId, random.pick(this.#countries), serial), random);
      return step ? [{ caseId, step, at: step.at ?? this.#secretariat.clock.now() }] : [];
    });
    return steps.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))[0];
  }

  /** True when every case is filed and done with, and people have tried for a while to go on. */
  isOver(): boolean {
    const cases = this.#historian.cases();
    const done = cases.length === this.setting.cases && this.#secretariat.nextExpiry() === undefined;
    this.#idle = done ? this.#idle + 1 : 0;
    return this.#idle > MOVES_AFTER_THE_END * cases.length;
  }

  async end(): Promise<History> {
    const last = plusMillis(this.#secretariat.clock.now(), SILENCE_DAYS * DAY);
    await this.#secretariat.runOut(last);
    this.#catchUp();
    const cases = this.#historian.cases().map((caseId) => this.#caseHistory(caseId));
    const { log, told, fired } = this.#secretariat;
    const { hotlines, letters, registryLetters, delegations } = this.#historian.parts;
    const beside = { hotlines: hotlines.all(), letters: [...letters.all(), ...registryLetters.all()], delegations: delegations.all() };
    return { cases, ...beside, log, told, attempts: this.#attempts, fired, playedTo: last };
  }

  #knownCases(): readonly KnownCase[] {
    return this.#historian.cases().flatMap((caseId) => knownCase(this.#historian.parts.intake.stateOf(caseId)) ?? []);
  }

  /** What a filing refers to: most often nothing; a case to be countered, or one to be filed again, as a rule fitting ones. */
  #referring(complainant: PartyCode, random: SeededRandom): Referring | undefined {
    const known = this.#knownCases();
    if (known.length === 0 || !random.percent(45)) return undefined;
    const [against, ended] = [known.filter(({ parties, outcome }) => parties.respondent === complainant && outcome === null), known.filter(({ outcome }) => outcome !== null)];
    if (random.percent(35)) return { previous: ended.length > 0 ? random.pick(ended) : null };
    return { counterTo: { case: random.pick(against.length > 0 && random.percent(90) ? against : known), relation: random.pick(COUNTER_RELATIONS) } };
  }

  #filing(random: SeededRandom, serial: string): Offer | undefined {
    const filed = this.#historian.cases().length;
    if (filed >= this.setting.cases || (filed > 0 && !random.percent(10))) return undefined;
    const complainant = random.pick(this.#countries);
    const by = personOf(this.#countries, complainant, 'desk');
    const content = random.percent(6) ? broken(random) : random.percent(25) ? deficient(random) : grievance(random);
    const caseId = derivedUuid('case', serial) as CaseId;
    const party = random.percent(3) ? otherCountry(this.#countries, complainant) : complainant;
    const receivedAt = this.#secretariat.clock.now();
    const referring = this.#referring(complainant, random);
    const urgency = random.percent(22) ? { urgency: { ground: random.pick(URGENCY_GROUNDS), reasons: english('The goods perish.') } } : {};
    const command = { type: 'FileGrievance', by, party, receivedAt, caseId, parties: partiesWith(this.#countries, complainant), ...filingOf(content, by, serial, random), ...urgency, ...(referring ? { referring } : {}) } as const;
    return { desk: 'intake', caseId, command };
  }

  #act(random: SeededRandom, serial: string): Offer | undefined {
    const cases = this.#historian.cases();
    const open = cases.filter((caseId) => this.#filed(caseId).status !== 'ended');
    if (cases.length === 0) return undefined;
    const caseId = random.pick(open.length > 0 && random.percent(85) ? open : cases);
    return chooseAct(this.#countries, (party) => this.#viewOf(caseId, party, serial), random);
  }

  /** A case that is there was filed. */
  #filed(caseId: CaseId): FiledCase {
    const state = this.#historian.parts.intake.stateOf(caseId);
    if (state.status === 'unfiled') throw new RangeError(`nobody filed ${caseId}`);
    return state;
  }

  #tempersOf(caseId: CaseId, party: PartyCode): View['tempers'] {
    const { seed, goal } = this.setting;
    if (goal) return { officials: goal.temper ?? 'lawful', members: goal.temper ?? 'lawful' };
    const house = personOf(this.#countries, party, 'house');
    return { officials: temperOf(seed, caseId, house, 'officials'), members: temperOf(seed, caseId, house, 'members') };
  }

  #viewOf(caseId: CaseId, party: PartyCode, serial: string): View {
    const filed = this.#filed(caseId);
    return {
      now: this.#secretariat.clock.now(),
      caseId,
      side: sideOf(filed.parties, party),
      party,
      countries: this.#countries,
      tempers: this.#tempersOf(caseId, party),
      filed,
      others: this.#knownCases().filter((other) => other.caseId !== caseId),
      panel: this.#historian.parts.panel.stateOf(caseId),
      deliberation: this.#historian.parts.deliberation.stateOf(caseId),
      evidence: this.#historian.parts.evidence.stateOf(caseId),
      referral: this.#historian.parts.referral.stateOf(caseId),
      settlement: this.#historian.parts.settlement.stateOf(caseId),
      compliance: this.#historian.parts.compliance.stateOf(caseId),
      register: this.#historian.parts.register.stateOf(caseId),
      service: this.#historian.parts.service.stateOf(caseId),
      channel: this.#historian.parts.channel.stateOf(caseId),
      hotlines: this.#historian.hotlines(),
      rosterOf: (roster) => this.#historian.parts.rosters.stateOf(roster),
      registerOf: (register) => this.#historian.parts.delegations.stateOf(register),
      serial,
    };
  }

  /** Most acts are sent once; some twice, under a used key, or at a revision that stands or no longer does. */
  async #sendSomehow(offer: Offer, serial: string, random: SeededRandom): Promise<void> {
    const commandId = commandIdOf('move', serial);
    const throwOf = random.between(0, 100);
    const revision = this.#historian.lengthFor(offer) - 1;
    if (throwOf < 2 && revision >= 0) await this.#send(offer, commandIdOf('stale', serial), 'at-stale-revision', revision - 1);
    await this.#send(offer, commandId, throwOf < 6 ? 'at-revision' : 'plain', throwOf < 6 ? revision : undefined);
    if (throwOf >= 85 && throwOf < 92) await this.#send(offer, commandId, 'again');
    if (throwOf >= 92 && throwOf < 96) await this.#send(offer, commandIdOf('twice', serial), 'plain');
    if (throwOf >= 96) await this.#send(offer, commandId, 'key-reused');
  }

  async #send(offer: Offer, commandId: Attempt['commandId'], manner: Attempt['manner'], ifRevision?: number): Promise<void> {
    const at = this.#secretariat.clock.now();
    const answer = await send(this.#secretariat, offer, { commandId, manner }, ifRevision);
    this.#attempts.push({ at, offer, commandId, manner, answer, ...(ifRevision === undefined ? {} : { ifRevision }) });
    await this.#secretariat.settle();
    this.#catchUp();
  }

  #catchUp(): void {
    this.#historian.note(this.#secretariat.log.slice(this.#noted));
    this.#noted = this.#secretariat.log.length;
  }

  #caseHistory(caseId: CaseId): CaseHistory {
    const { intake, service, channel, panel, deliberation, evidence, referral, settlement, compliance, register } = this.#historian.parts;
    const filed = intake.stateOf(caseId);
    return {
      caseId,
      parties: filed.status === 'unfiled' ? partiesWith(this.#countries, this.#countries[0]) : filed.parties,
      intake: intake.stepsOf(caseId),
      service: service.stepsOf(caseId),
      channel: channel.stepsOf(caseId),
      panel: panel.stepsOf(caseId),
      deliberation: deliberation.stepsOf(caseId),
      evidence: evidence.stepsOf(caseId),
      referral: referral.stepsOf(caseId),
      settlement: settlement.stepsOf(caseId),
      compliance: compliance.stepsOf(caseId),
      register: register.stepsOf(caseId),
      told: this.#secretariat.told.filter(({ subject }) => subject === caseId),
      attempts: this.#attempts.filter(({ offer }) => offer.caseId === caseId),
      fired: this.#secretariat.fired.filter(({ timer }) => timer.subject === caseId),
    };
  }
}

