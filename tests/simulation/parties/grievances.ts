import { sha256 } from '@parley/event-store';
import { canonicalJson, type CaseParties, type IsoDate, type PartyCode, type PersonId } from '@parley/kernel';
import { type WtoMember } from '@parley/procedure';
import type { SeededRandom } from '../../chaos/seeded-random';
import type { Filing, Grievance } from '../../../services/intake/src/case/filing/file-grievance.rules';
import { PASSER_BY } from './countries';
import { bilingual, english } from './texts';

const numbered = (number: string) => ({
  title: english(`Measure ${number}`),
  number,
  citation: `Gazette ${number}`,
});
/** @param party whose measure it is */
const measure = (id: string, number: string, party: PartyCode) => ({
  id,
  wtoMember: party as WtoMember,
  ...numbered(number),
  issuer: 'Ministry',
  date: '2024-11-05' as IsoDate,
});
const claim = (id: string, on: string, agreement: string, provision: string) => ({
  id,
  measure: on,
  agreement,
  provision,
  because: english('It treats like goods unlike.'),
});

const complete = ({ respondent }: CaseParties): Grievance => ({
  subject: bilingual('Duties on certain goods', '对若干商品征收的关税'),
  measures: [measure('M1', '12', respondent), measure('M2', '13', respondent)],
  claims: [
    claim('C1', 'M1', 'GATT1994', 'I:1'),
    claim('C2', 'M1', 'GATT1994', 'II:1'),
    claim('C3', 'M2', 'SCM', '3.1(b)'),
  ],
  facts: english('The duties apply since November.'),
  remedy: english('Withdrawal of the measures.'),
  publicSummary: bilingual('Duties on goods.', '对商品征收的关税。'),
  authority: 'Instruction of the ministry',
});

/** A grievance with a claim under an agreement that the WTO does not cover, or that does not bind both. */
const elsewhere = (whole: Grievance, agreement: string): Grievance => ({
  ...whole,
  claims: whole.claims.map((each) => (each.id === 'C3' ? { ...each, agreement, provision: 'Annex 1' } : each)),
});

/** A complete grievance. Most have one claim, so that a panel can vote on all claims. */
export function grievance(parties: CaseParties, random: SeededRandom): Grievance {
  const whole = complete(parties);
  if (random.percent(30)) return random.percent(70) ? whole : elsewhere(whole, random.pick(['ETA-2020', 'GPA']));
  return { ...whole, measures: whole.measures.slice(0, 1), claims: whole.claims.slice(0, 1) };
}

/** The same grievance about other measures. */
export const ofMeasuresNumbered = (content: Grievance, serial: string): Grievance => ({
  ...content,
  measures: content.measures.map((each, index) => ({
    ...each,
    ...numbered(String(Number.parseInt(serial.slice(0, 6), 16) * 10 + index)),
  })),
});

/** A grievance that lacks something in form. */
export function deficient(parties: CaseParties, random: SeededRandom): Grievance {
  const whole = grievance(parties, random);
  return random.pick<Grievance>([
    { ...whole, remedy: [] },
    { ...whole, claims: [] },
    { ...whole, measures: [], claims: [] },
    { ...whole, publicSummary: whole.publicSummary.slice(0, 1) },
    { ...whole, subject: whole.subject.slice(1), facts: [] },
  ]);
}

/** A grievance whose parts do not fit together, or that is about a measure of a third country or of one's own. */
export function broken(parties: CaseParties, random: SeededRandom): Grievance {
  const whole = complete(parties);
  const { claims, measures } = whole;
  const [first] = claims;
  if (!first) return whole;
  return random.pick<Grievance>([
    { ...whole, claims: [{ ...first, measure: 'M9' }] },
    { ...whole, measures: [...measures, measure('M1', '14', parties.respondent)] },
    { ...whole, claims: [first, { ...first, provision: 'III:4' }] },
    { ...whole, claims: [first, { ...first, id: 'C9' }] },
    { ...whole, claims: [{ ...first, agreement: 'GATT94' }] },
    { ...whole, measures: measures.map((each) => ({ ...each, date: '2060-01-01' as IsoDate })) },
    {
      ...whole,
      measures: measures.map((each) => ({ ...each, wtoMember: random.pick<WtoMember>(['EU', 'TPKM', 'JP']) })),
    },
    { ...whole, measures: measures.map(({ id, number }) => measure(id, number, parties.complainant)) },
  ]);
}

/** A measure of the complainant, for a claim of the respondent. */
export const joinedMeasure = (id: string, { complainant }: CaseParties) => measure(id, '15', complainant);

/** A filing with a grievance. Now and then somebody else certified it, or the certification is over something else. */
export function filingOf(content: Grievance, by: PersonId, serial: string, random: SeededRandom): Filing {
  const digest = sha256(canonicalJson(content));
  const certified = random.percent(3) ? sha256('something else') : digest;
  return {
    grievance: content,
    certification: { by: random.percent(3) ? PASSER_BY : by, digest: certified },
    receipt: { number: serial, digest, jws: 'simulated' },
    contact: random.percent(95) ? (`contact-${serial}` as PersonId) : null,
  };
}
