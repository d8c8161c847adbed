import type { Party, PartyCode } from '@parley/kernel';

/** The two parties of this installation. Nothing else in the system knows which two they are. */
export const parties: readonly [Party, Party] = [
  {
    code: 'US' as PartyCode,
    name: { en: 'United States', 'zh-Hans': '美国' },
    inSentence: { en: 'the United States', 'zh-Hans': '美国' },
    exhibitPrefix: 'USA',
    calendar: 'US',
    desk: { en: 'Office of the United States Trade Representative', 'zh-Hans': '美国贸易代表办公室' },
  },
  {
    code: 'CN' as PartyCode,
    name: { en: 'China', 'zh-Hans': '中国' },
    inSentence: { en: 'China', 'zh-Hans': '中国' },
    exhibitPrefix: 'CHN',
    calendar: 'CN',
    desk: { en: 'Ministry of Commerce', 'zh-Hans': '商务部' },
  },
];
