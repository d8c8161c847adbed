import { sha256 } from '@parley/event-store';
import { canonicalJson, type IsoDate, type PersonId } from '@parley/kernel';
import type { SeededRandom } from '../../chaos/seeded-random';
import type { Filing, Grievance } from '../../../services/intake/src/case/filing/file-grievance.rules';
import { PASSER_BY } from './countries';
import { bilingual, english } from './texts';

const measure = (id: string, number: string) => ({
  id,
  title: english(`Measure ${number}`),
  number,
  issuer: 'Ministry',
  date: '2024-11-05' as IsoDate,
  citation: `Gazette ${number}`,
});
const claim = (id: string, on: string, agreement: string, provision: string) => ({
  id,
  measure: on,
  agreement,
  provision,
  because: english('It treats like goods unlike.'),
});

const COMPLETE: Grievance = {
  subject: bilingual('Duties on certain goods', '对若干商品征收的关税'),
  measures: [measure('M1', '12'), measure('M2', '13')],
  claims: [
    claim('C1', 'M1', 'GATT1994', 'I:1'),
    claim('C2', 'M1', 'GATT1994', 'II:1'),
    claim('C3', 'M2', 'SCM', '3.1(b)'),
  ],
  facts: english('The duties apply since November.'),
  remedy: english('Withdrawal of the measures.'),
  publicSummary: bilingual('Duties on goods.', '对商品征收的关税。'),
  authority: 'Instruction of the ministry',
};

/** A grievance with a claim under an agreement that the WTO does not cover, or that does not bind both. */
const elsewhere = (agreement: string): Grievance => ({
  ...COMPLETE,
  claims: COMPLETE.claims.map((each) => (each.id === 'C3' ? { ...each, agreement, provision: 'III' } : each)),
});

/** A complete grievance. Most have one claim, so that a panel can vote on all claims. */
export function grievance(random: SeededRandom): Grievance {
  if (random.percent(30)) return random.percent(70) ? COMPLETE : elsewhere(random.pick(['USMCA', 'GPA']));
  return { ...COMPLETE, measures: COMPLETE.measures.slice(0, 1), claims: COMPLETE.claims.slice(0, 1) };
}

/** The same grievance about other measures. */
export const ofMeasuresNumbered = (content: Grievance, serial: string): Grievance => ({
  ...content,
  measures: content.measures.map(({ id }, index) =>
    measure(id, String(Number.parseInt(serial.slice(0, 6), 16) * 10 + index)),
  ),
});

/** A grievance that lacks something in form. */
export function deficient(random: SeededRandom): Grievance {
  const whole = grievance(random);
  return random.pick<Grievance>([
    { ...whole, remedy: [] },
    { ...whole, claims: [] },
    { ...whole, measures: [], claims: [] },
    { ...whole, publicSummary: whole.publicSummary.slice(0, 1) },
    { ...whole, subject: whole.subject.slice(1), facts: [] },
  ]);
}

/** A grievance whose parts do not fit together. */
export function broken(random: SeededRandom): Grievance {
  const { claims, measures } = COMPLETE;
  const [first] = claims;
  if (!first) return COMPLETE;
  return random.pick<Grievance>([
    { ...COMPLETE, claims: [{ ...first, measure: 'M9' }] },
    { ...COMPLETE, measures: [...measures, measure('M1', '14')] },
    { ...COMPLETE, claims: [first, { ...first, provision: 'III:4' }] },
    { ...COMPLETE, claims: [first, { ...first, id: 'C9' }] },
  ]);
}

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
