import { isStraight } from './proxy-routes';

describe('a straight path', () => {
  it.each([
    '/v1/cases',
    '/v1/cases/a%2Fb?x=../..',
    '/docket/CN-2025-0001',
    '/v1/cases/..%2f..%2fetc',
    '/v1/cases/%E4%B8%AD',
  ])('is %s', (url) => {
    expect(isStraight(url)).toBe(true);
  });

  it.each([
    '/v1/cases/../../internal/demonstration/fire',
    '/v1/cases/%2e%2e/x',
    '/v1/cases/.%2E/x',
    '/v1/./cases',
    '/v1\\cases',
    '//evil/v1',
    '/v1/cases/a\tb',
  ])('is not %j', (url) => {
    expect(isStraight(url)).toBe(false);
  });
});
