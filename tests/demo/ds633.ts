import { CONSTRUCTED, CONSTRUCTED_ZH } from '../support/constructed';

const original = (text: string) => ({ lang: 'en', text, kind: 'original' });

/**
 * DS633, United States — Additional Tariff Measures on Goods from China. Title, legal basis and the date of filing are
 * those of the WTO's record (tests/support/data/wto-cases.json); the measure is cited from the Federal Register. The
 * governments' own texts are not public in this form, so every sentence below that speaks for one is constructed, and
 * says so.
 */
export const ds633 = {
  subject: [
    original('United States — Additional Tariff Measures on Goods from China'),
    { lang: 'zh-Hans', text: '美国——对来自中国的商品加征关税措施', kind: 'translation', of: 'en' },
  ],
  measures: [
    {
      id: 'M1',
      wtoMember: 'US',
      title: [
        original("Imposing Duties To Address the Synthetic Opioid Supply Chain in the People's Republic of China"),
      ],
      number: 'Executive Order 14195',
      issuer: 'The President of the United States',
      date: '2025-02-01',
      citation: '90 FR 9121 (7 February 2025)',
    },
  ],
  claims: [
    {
      id: 'C1',
      measure: 'M1',
      agreement: 'GATT1994',
      provision: 'I',
      because: [original(`${CONSTRUCTED}The duty is imposed on products originating in one Member only.`)],
    },
    {
      id: 'C2',
      measure: 'M1',
      agreement: 'GATT1994',
      provision: 'II',
      because: [original(`${CONSTRUCTED}The duty comes on top of the rate bound in the schedule of concessions.`)],
    },
  ],
  facts: [
    original(
      `${CONSTRUCTED}The order of 1 February 2025 imposes an additional duty of 10 per cent ad valorem ` +
        'on products of China from 4 February 2025.',
    ),
  ],
  remedy: [original(`${CONSTRUCTED}That the additional duty be withdrawn.`)],
  publicSummary: [
    original(`${CONSTRUCTED}China complains of an additional duty of 10 per cent on its products.`),
    {
      lang: 'zh-Hans',
      text: `${CONSTRUCTED_ZH}中国就对其产品加征百分之十的关税提出申诉。`,
      kind: 'translation',
      of: 'en',
    },
  ],
  authority: `${CONSTRUCTED}Instruction to the desk of 4 February 2025`,
};

/**
 * The real reply of 14 February 2025 came on the last day of DSU 4.3; this one comes on the last day that the procedure
 * permits.
 */
export const ds633Reply = {
  position: 'accepts-with-reservation',
  objections: [],
  reservation: [
    original(
      `${CONSTRUCTED}Willing to consult, without prejudice to the view that the matter is one of essential security.`,
    ),
  ],
  counterStatements: [{ claim: 'C1', statement: [original(`${CONSTRUCTED}The measure responds to an emergency.`)] }],
};

export const ds633Exhibit =
  `${CONSTRUCTED}A table of tariff lines with the rate bound and the rate ` +
  'applied.\nline;bound;applied\n8504.40;0;10\n';
