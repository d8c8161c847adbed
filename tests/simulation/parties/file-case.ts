import { derivedUuid } from '@parley/event-store';
import type { CaseId, Instant, PartyCode } from '@parley/kernel';
import {
  COUNTER_RELATIONS,
  type KnownCase,
  type Referring,
} from '../../../services/intake/src/case/filing/filing.rules';
import { barredClaims, barredIn, type BarredClaim } from '../../../services/intake/src/case/refiling/refiling.rules';
import type { FiledCase } from '../../../services/intake/src/case/case-commands.rules';
import type { Grievance } from '../../../services/intake/src/case/filing/file-grievance.rules';
import { URGENCY_GROUNDS } from '../../../services/intake/src/case/urgency/urgency.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import type { View } from './act-kind';
import type { Offer } from './attempt';
import { otherCountry, partiesWith, personOf, type Countries } from './countries';
import { broken, deficient, filingOf, grievance, ofMeasuresNumbered } from './grievances';
import { clocksOf } from '../secretariat/secretariat';
import { english } from './texts';

/** What a party knows when it is about to file a case. */
interface Before {
  readonly countries: Countries;
  /** Who files; either when left out. */
  readonly complainant?: PartyCode;
  readonly known: readonly KnownCase[];
  readonly filed: readonly FiledCase[];
  readonly now: Instant;
  /** Unique in the run. */
  readonly serial: string;
}

/**
 * A party files a case: mostly a complete one, now and then under urgency, against the other's case, or in the wrong
 * name.
 */
export function fileCase(before: Before, random: SeededRandom): Offer {
  const { countries, known, now: receivedAt, serial } = before;
  const complainant = before.complainant ?? random.pick(countries);
  const by = personOf(countries, complainant, 'desk');
  const parties = partiesWith(countries, complainant);
  const written = random.percent(6) ? broken : random.percent(25) ? deficient : grievance;
  const wished = written(parties, random);
  const caseId = derivedUuid('case', serial) as CaseId;
  const party = random.percent(3) ? otherCountry(countries, complainant) : complainant;
  const wouldBar = barredFor(wished, party, before);
  // Most often it complains of something else then.
  const content = wouldBar.length > 0 && random.percent(80) ? ofMeasuresNumbered(wished, serial) : wished;
  const barred = content === wished ? wouldBar : [];
  const related = referring(complainant, known, random);
  const urgency = random.percent(22)
    ? { urgency: { ground: random.pick(URGENCY_GROUNDS), reasons: english('The goods perish.') } }
    : {};
  const command = {
    type: 'FileGrievance',
    by,
    party,
    receivedAt,
    caseId,
    parties,
    ...filingOf(content, by, serial, random),
    ...urgency,
    ...(related ? { referring: related } : {}),
    ...(barred.length > 0 ? { barred } : {}),
  } as const;
  return { desk: 'intake', caseId, command };
}

/** The complainant files again what its case behind the interim text holds; `undefined` where nothing bars it. */
export function fileAgain(view: View, random: SeededRandom): Offer | undefined {
  const { filed, now } = view;
  const { complainant } = filed.parties;
  const isBarred = barredFor(filed.grievance, complainant, { filed: [filed], now }).length > 0;
  return isBarred ? fileTheSame(view, random) : undefined;
}

/** The complainant files again what its case holds, barred or not. */
export function fileTheSame({ filed, everyCase, countries, now, serial }: View, random: SeededRandom): Offer {
  const { complainant } = filed.parties;
  const by = personOf(countries, complainant, 'desk');
  const barred = barredFor(filed.grievance, complainant, { filed: everyCase(), now });
  const caseId = derivedUuid('case', serial) as CaseId;
  const filing = { ...filingOf(filed.grievance, by, serial, random), ...(barred.length > 0 ? { barred } : {}) };
  const { parties } = filed;
  const command = {
    type: 'FileGrievance',
    by,
    party: complainant,
    receivedAt: now,
    caseId,
    parties,
    ...filing,
  } as const;
  return { desk: 'intake', caseId, command };
}

/** Claims of a grievance that its party may not file again yet, as the intake finds them. */
const barredFor = (
  content: Grievance,
  party: PartyCode,
  { filed, now }: Pick<Before, 'filed' | 'now'>,
): readonly BarredClaim[] =>
  barredIn(
    content,
    filed.flatMap((each) => barredClaims(each, party, now, clocksOf)),
  ).map(({ bar }) => bar);

/** What a filing refers to: most often nothing, else a case to counter or one to file again, usually a fitting one. */
function referring(complainant: PartyCode, known: readonly KnownCase[], random: SeededRandom): Referring | undefined {
  if (known.length === 0 || !random.percent(45)) return undefined;
  const [against, ended] = [
    known.filter(({ parties, outcome }) => parties.respondent === complainant && outcome === null),
    known.filter(({ outcome }) => outcome !== null),
  ];
  if (random.percent(35)) return { previous: ended.length > 0 ? random.pick(ended) : null };
  return {
    counterTo: {
      case: random.pick(against.length > 0 && random.percent(90) ? against : known),
      relation: random.pick(COUNTER_RELATIONS),
    },
  };
}
