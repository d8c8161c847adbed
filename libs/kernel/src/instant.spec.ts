import { instantFromMillis, latest, millisOf, parseInstant, parseIsoDate, plusMillis, type Instant } from './instant';

describe('an instant', () => {
  it('is read from ISO 8601 with any zone and kept in UTC', () => {
    expect(parseInstant('2025-02-05T09:00:00+01:00')).toBe('2025-02-05T08:00:00.000Z');
  });

  it.each([
    '2025-02-05',
    '2025-02-05T09:00:00',
    '2025-02-30T09:00:00Z',
    '2025-13-01T09:00:00Z',
    '2025-02-05T25:00:00Z',
    'yesterday',
  ])('is not read from %s', (text) => expect(parseInstant(text)).toBeUndefined());

  it('orders as text the way time does', () => {
    const early = instantFromMillis(0);
    expect(early < plusMillis(early, 1)).toBe(true);
    expect(latest(early, plusMillis(early, 5), plusMillis(early, 2))).toBe(plusMillis(early, 5));
    expect(millisOf('1970-01-01T00:00:01.000Z' as Instant)).toBe(1000);
  });
});

describe('a date', () => {
  it('exists', () => expect(parseIsoDate('2024-02-29')).toBe('2024-02-29'));
  it.each(['2025-02-29', '2025-2-3', '2025-00-10', ''])('is not read from %p', (text) =>
    expect(parseIsoDate(text)).toBeUndefined(),
  );
});
