import type { IsoDate } from '@parley/kernel';
import { coverSheet } from './case-service.controller';

const sheet = {
  docketNumber: 'CN-2025-0001',
  caseId: 'c1',
  heading: { en: 'Service of an exhibit', 'zh-Hans': '送达证据' },
  document: 'USA-1',
  digest: 'ab'.repeat(32),
  recipient: { en: 'China', 'zh-Hans': '中国' },
  sentAt: '2025-02-06T09:00:00.000Z',
  seatDate: '2025-02-06' as IsoDate,
  code: 'K7QF-0D3M-A1ZC-9TRW',
};

describe('the cover sheet of what was served', () => {
  it('bears docket number, exhibit, instant, digest and code, in both languages', () => {
    const page = coverSheet(sheet);
    for (const part of [
      'CN-2025-0001',
      'USA-1',
      '2025-02-06T09:00:00.000Z',
      'ab'.repeat(32),
      'K7QF-0D3M-A1ZC-9TRW',
      '案号',
      '送达证据',
      '/v1/verify/K7QF',
    ])
      expect(page).toContain(part);
  });

  it('names the case before it has a number, and no document where there is none', () => {
    const page = coverSheet({ ...sheet, docketNumber: null, document: null });
    expect(page).toContain('– (c1)');
    expect(page).not.toContain('文件');
  });

  it('names everything that it serves, each with its digest', () => {
    const page = coverSheet({ ...sheet, together: [{ document: 'exhibit USA-2', digest: 'cd'.repeat(32) }] });
    for (const part of ['USA-1', 'ab'.repeat(32), 'exhibit USA-2', 'cd'.repeat(32)]) expect(page).toContain(part);
  });

  it('lets nothing that anybody wrote become markup', () => {
    expect(coverSheet({ ...sheet, document: '<script>"&\u202e' })).toContain('&lt;script&gt;&quot;&amp;\ufffd');
  });

  it('loads nothing', () => expect(coverSheet(sheet)).not.toMatch(/src=|href=|url\(|@import/));
});
