import { askedWait } from './retry-after';

const NOW = Date.parse('2025-07-01T10:00:00Z');

describe('the time for which a busy receiver asks', () => {
  it.each([
    [429, '120', 120_000],
    [503, '1', 1_000],
    [503, 'Tue, 01 Jul 2025 10:00:30 GMT', 30_000],
    [429, '9'.repeat(400), Infinity],
  ])('of %s with %s is read', (status, text, wait) => expect(askedWait(status, text, NOW)).toBe(wait));

  it.each([
    ...['', '0', '-5', '1.5', '0x10', '1e9', ' 7', 'soon', 'Infinity', '2026-01-01', '2025-07-01T11:00:00Z'],
    ...['Tue, 01 Jul 2025 09:59:59 GMT', 'Mon, 01 Jul 2025 11:00:00 GMT', 'Mon, 31 Feb 2026 10:00:00 GMT'],
    ...['Tue, 01 Jul 2025 11:00:00 +0000', 'Tuesday, 01-Jul-25 11:00:00 GMT', '120, 240'],
  ])('is none where the answer says "%s"', (text) => expect(askedWait(503, text, NOW)).toBeUndefined());

  it.each([200, 301, 404, 410, 500, 502])('is none of who answers %s, or says nothing', (status) => {
    expect(askedWait(status, '120', NOW)).toBeUndefined();
    expect(askedWait(503, undefined, NOW)).toBeUndefined();
  });
});
