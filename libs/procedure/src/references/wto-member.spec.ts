import { WTO_MEMBER_CODES, wtoMemberName } from './wto-member';

describe('the list of the Members of the WTO', () => {
  it('has 166 of them, each with a name of its own in both languages', () => {
    expect(WTO_MEMBER_CODES).toHaveLength(166);
    for (const lang of ['en', 'zh-Hans'] as const) {
      const names = WTO_MEMBER_CODES.map((code) => wtoMemberName(code)[lang]);
      expect(new Set(names).size).toBe(166);
      expect(names.every((name) => name.length > 1)).toBe(true);
    }
    expect(WTO_MEMBER_CODES.every((code) => /^([A-Z]{2}|TPKM)$/.test(code))).toBe(true);
  });

  it('has a union of states and separate customs territories under the names that the WTO uses', () => {
    expect(['US', 'CN', 'EU', 'HK', 'MO', 'TPKM'].map(wtoMemberName)).toEqual([
      { en: 'United States', 'zh-Hans': '美国' },
      { en: 'China', 'zh-Hans': '中国' },
      { en: 'European Union', 'zh-Hans': '欧洲联盟' },
      { en: 'Hong Kong, China', 'zh-Hans': '中国香港' },
      { en: 'Macao, China', 'zh-Hans': '中国澳门' },
      { en: 'Chinese Taipei', 'zh-Hans': '中国台北' },
    ]);
    expect(wtoMemberName('XX')).toEqual({ en: 'XX', 'zh-Hans': 'XX' });
  });
});
