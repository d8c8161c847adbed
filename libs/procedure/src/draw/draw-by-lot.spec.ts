import fc from 'fast-check';
import { drawByLot, drawCommitment } from './draw-by-lot';
import { rosterDigest } from './frozen-roster';
import { sha256Text } from './sha256-text';
import { verifyDraw } from './verify-draw';

/** The worked example of the README; every digest of it was made with sha256sum. */
const SECRET = 'f9fb37f20a4234ae4e5a53dcdc976d045024689a07d1cd78261abe197305df2d';
const ROSTER = ['p-chn-03', 'p-chn-01', 'p-chn-05', 'p-chn-02', 'p-chn-04'];
const draw = () => drawByLot(SECRET, 'respondent-2', ROSTER, ['p-chn-05', 'p-chn-02', 'p-chn-04'])!;

const secrets = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: 64, maxLength: 64 });

describe('a draw by lot', () => {
  it('gives what sha256sum gives', () => {
    expect(draw()).toEqual({
      seat: 'respondent-2',
      commitment: 'de61f27ff01118bd25e48ae4ecaa167f5045b9d766fdf81de58d826d829b8404',
      secret: SECRET,
      roster: ['p-chn-01', 'p-chn-02', 'p-chn-03', 'p-chn-04', 'p-chn-05'],
      rosterDigest: '3c941ff097dfc41d5cb65689cab3595a214a38e76322da21ee1df045aed8d83e',
      eligible: ['p-chn-02', 'p-chn-04', 'p-chn-05'],
      seed: '618aee05c21b857b9226d66a3cf057503fa0e7f2dab267c08703cae83c73dca2',
      drawn: 'p-chn-04',
    });
  });

  it('does not depend on the order in which names are given', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.shuffledSubarray(ROSTER, { minLength: 1 }),
        fc.shuffledSubarray(ROSTER, { minLength: 5 }),
        (secret, some, roster) => {
          expect(drawByLot(secret, 's', roster, some)).toEqual(drawByLot(secret, 's', ROSTER, some.toSorted()));
        },
      ),
    );
  });

  it('draws always one of the eligible, and verifies', () => {
    fc.assert(
      fc.property(secrets, fc.subarray(ROSTER, { minLength: 1 }), fc.string(), (secret, eligible, seat) => {
        const record = drawByLot(secret, seat, ROSTER, eligible)!;
        expect(eligible).toContain(record.drawn);
        expect(
          verifyDraw(record, { commitment: drawCommitment(secret), rosterDigest: rosterDigest(ROSTER) }),
        ).toBeUndefined();
      }),
    );
  });

  it('draws nobody when nobody is eligible', () => expect(drawByLot(SECRET, 's', ROSTER, [])).toBeUndefined());

  it('takes no name that is not on the roster, and no secret that is too short', () => {
    expect(() => drawByLot(SECRET, 's', ROSTER, ['p-usa-01'])).toThrow(RangeError);
    expect(() => drawCommitment('secret')).toThrow(RangeError);
  });
});

describe('a published draw that does not hold', () => {
  const opened = { commitment: draw().commitment, rosterDigest: draw().rosterDigest };

  it('opens another commitment than the one that was published', () => {
    expect(verifyDraw(draw(), { ...opened, commitment: sha256Text('another secret') })).toBe(
      'secret-does-not-open-commitment',
    );
  });

  it.each([
    ['another name', { drawn: 'p-chn-05' }],
    ['another seat', { seat: 'respondent-1' }],
    ['another circle of eligible names', { eligible: ['p-chn-02', 'p-chn-05'] }],
    ['another seed', { seed: sha256Text('x') }],
    ['nobody eligible', { eligible: [] }],
  ])('was drawn otherwise with %s', (_, change) =>
    expect(verifyDraw({ ...draw(), ...change }, opened)).toBe('drawn-otherwise'),
  );

  it('was drawn from another roster than the one that was frozen', () => {
    expect(verifyDraw({ ...draw(), roster: [...draw().roster, 'p-chn-06'] }, opened)).toBe(
      'roster-is-not-the-frozen-one',
    );
  });

  it('is malformed', () => {
    expect(verifyDraw({ ...draw(), secret: 'short' }, opened)).toBe('malformed');
    expect(verifyDraw({ ...draw(), eligible: ['p-usa-01'] }, opened)).toBe('malformed');
  });
});
