import { none, terms, type Pair } from './entry';

/** What is told of paper for others that counts. */
export const standings = {
  confirmed: [
    'one side’s registry received for somebody of neither side, confirmed by the other’s.',
    '，系一方登记处代案外人员收到，并经另一方登记处确认。',
  ],
  unconfirmed: [
    'one side’s registry received for somebody of neither side. It stands as unconfirmed: nobody of the other’s ' +
      'answered in time.',
    '，系一方登记处代案外人员收到。另一方登记处未按期答复，故作为未经确认的材料存续。',
  ],
} as const satisfies Readonly<Record<string, Pair>>;

const orOutage: Pair = ['or a declared outage covers the instant.', '，或已宣告的系统中断涵盖该时刻之前，不生效力。'];

/** What is said of paper for others where an act that came by another channel is told of. */
export const paperTerms = {
  paperWaits: terms({
    '': orOutage,
    false: orOutage,
    true: [
      'or nobody has answered in time: it is paper for somebody of neither side, and then stands as unconfirmed.',
      '之前，不生效力；该材料系代案外人员录入，逾期未获答复的，作为未经确认的材料存续。',
    ],
  }),
  paperRefused: terms({
    '': none,
    false: none,
    true: [' Only what the person concerned does in person counts.', '仅有关人员本人亲自所为者有效。'],
  }),
  paperStands: terms({
    '': none,
    confirmed: [
      ', as the registry of one side received it and that of the other confirmed',
      '，系由一方登记处收到并经另一方登记处确认',
    ],
    unconfirmed: [
      ', as the registry of one side received it; it is unconfirmed, since nobody of the other’s answered in time',
      '，系由一方登记处收到；另一方登记处未按期答复，故未经确认',
    ],
  }),
};

/** That something went to both parties and the panel, how it stands, and what it takes the place of. */
export const wentToAll = (en: string, zh: string, standing: string): Pair => [
  `${en} both parties and the panel{${standing}|paperStands}[, {replaces|inPlace}].`,
  `${zh}双方及专家组{${standing}|paperStands}[，{replaces|inPlace}]。`,
];
