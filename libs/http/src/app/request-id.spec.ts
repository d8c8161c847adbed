import { requestIdOf } from './request-hooks';

describe('the id of a request', () => {
  it('is the one that it came with', () => {
    expect(requestIdOf({ headers: { 'x-request-id': '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11' } })).toBe(
      '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    );
  });

  it.each([undefined, '', 'short', 'x'.repeat(65), 'two words and more', 'new\nline of a log'])(
    'is a new one where it came with %j',
    (given) => {
      expect(requestIdOf({ headers: given === undefined ? {} : { 'x-request-id': given } })).toMatch(
        /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      );
    },
  );
});
