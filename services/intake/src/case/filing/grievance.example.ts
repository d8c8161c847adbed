import { canonicalJson } from '@parley/kernel';
import { sha256Text } from '@parley/procedure';

const original = (text: string) => ({ lang: 'en', text, kind: 'original' }) as const;

const measure = (id: string, wtoMember: string, title: string, published: readonly [string, string, string]) => ({
  ...{ id, wtoMember, title: [original(title)], number: published[0], issuer: published[1] },
  ...{ date: '2025-02-01', citation: published[2] },
});

const claim = (id: string, about: string, provision: string, because: string) => ({
  ...{ id, measure: about, agreement: 'GATT1994', provision, because: [original(because)] },
});

/** The grievance of the API’s examples, from which those of its fields are taken. */
export const GRIEVANCE = {
  subject: [
    original('Additional tariff measures on goods from China'),
    { lang: 'zh-Hans', text: '对来自中国的商品加征关税措施', kind: 'translation', of: 'en' },
  ],
  measures: [
    measure('M1', 'US', 'Imposing Duties To Address the Synthetic Opioid Supply Chain', [
      ...(['Executive Order 14195', 'The President of the United States', '90 FR 9121'] as const),
    ]),
  ],
  claims: [
    claim('C1', 'M1', 'I:1', 'The duty is applied to products of one Member only.'),
    claim('C2', 'M1', 'II:1(b)', 'The duty is higher than the bound rate.'),
  ],
  facts: [original('The duty applies from 4 February 2025.')],
  remedy: [original('Withdrawal of the measure.')],
  publicSummary: [
    original('Tariffs on goods from China.'),
    { lang: 'zh-Hans', text: '对来自中国的商品加征关税。', kind: 'authentic' },
  ],
  authority: 'Instruction of the Ministry of Commerce of 4 February 2025',
} as const;

/** The same with a measure of the other party, which is to be screened in one case with it. */
export const JOINED_GRIEVANCE = {
  ...GRIEVANCE,
  measures: [
    ...GRIEVANCE.measures,
    measure('M2', 'CN', 'Additional tariffs on certain imports', [
      ...(['Announcement No. 1 of 2025', 'Customs Tariff Commission', 'Gazette of the State Council'] as const),
    ]),
  ],
  claims: [
    ...GRIEVANCE.claims,
    { ...claim('C3', 'M2', 'I:1', 'The duty is applied to products of one Member only.'), claimant: 'respondent' },
  ],
} as const;

/** What a desk certifies of a grievance: the SHA-256 of its canonical JSON. */
export const certifiedOf = (grievance: object) => ({ digest: sha256Text(canonicalJson(grievance)) });
