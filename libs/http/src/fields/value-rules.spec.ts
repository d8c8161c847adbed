import { faults, type FieldRule } from './fault';
import {
  booleanRule,
  dateRule,
  enumRule,
  instantRule,
  intRule,
  listRule,
  objectRule,
  sha256Rule,
  uuidRule,
} from './value-rules';

const refusals: readonly (readonly [string, FieldRule, readonly unknown[], string])[] = [
  ['a date', dateRule, ['2025-02-29', '2025-2-1', '05.02.2025', '2025-02-05T00:00:00Z', ''], 'not-a-date'],
  ['an instant', instantRule, ['2025-02-05T08:00:00', '2025-02-30T08:00:00Z', '2025-02-05', 'now'], 'not-an-instant'],
  ['a UUID', uuidRule, ['7D5E1C1E-9D2F-4A57-8F0E-3F6A2F6F6B11', '7d5e1c1e', ''], 'not-a-uuid'],
  ['a SHA-256', sha256Rule, ['A'.repeat(64), 'a'.repeat(63)], 'not-a-sha256'],
  ['a boolean', booleanRule, ['true', 0, null], 'not-a-boolean'],
  ['one of a list', enumRule(['a', 'b']), ['c', '', 1, 'constructor'], 'not-one-of'],
  ['a whole number', intRule(1, 9), ['5', 1.5, Number.NaN, 2 ** 60, null], 'not-an-integer'],
  ['an object', objectRule, [[], 'x', null, 5], 'not-an-object'],
];

describe('a field', () => {
  it.each(refusals)('that is %s refuses what is none', (_what, rule, values, code) => {
    expect(values.map((value) => rule(value)?.code)).toEqual(values.map(() => code));
  });

  it.each([
    [dateRule, '2024-02-29'],
    [instantRule, '2025-02-05T09:00:00+01:00'],
    [uuidRule, '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11'],
    [sha256Rule, 'a'.repeat(64)],
    [booleanRule, false],
    [enumRule(['a', 'b']), 'b'],
    [intRule(1, 9), 9],
    [objectRule, {}],
  ])('takes what is one (%#)', (rule, value) => {
    expect(rule(value)).toBeUndefined();
  });

  it('that is a date in another type than text says so', () => {
    expect(dateRule(20250205)).toBe(faults.notText);
  });
});

describe('a list', () => {
  const rule = listRule({ min: 1, max: 3, unique: true }, enumRule(['a', 'b', 'c', 'd']));

  it.each([
    ['a', 'not-a-list', undefined],
    [[], 'too-few', undefined],
    [['a', 'b', 'c', 'd'], 'too-many', undefined],
    [['a', 'x'], 'not-one-of', '/1'],
    [['a', 'b', 'a'], 'repeated', '/2'],
  ])('refuses %j where it is wrong', (value, code, at) => {
    expect(rule(value)).toMatchObject({ code, ...(at === undefined ? {} : { at }) });
  });

  it('takes as many different entries as it may', () => {
    expect(rule(['a', 'b', 'c'])).toBeUndefined();
  });
});
