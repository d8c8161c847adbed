import fc from 'fast-check';
import { drawByLot, drawCommitment, type DrawInputs, type DrawNonce } from './draw-by-lot';
import { rosterDigest } from './frozen-roster';
import { sha256Text } from './sha256-text';
import { verifyDraw, type PublishedBefore } from './verify-draw';

/** The worked example of the README; every digest of it was made with sha256sum. */
const SECRET = 'f9fb37f20a4234ae4e5a53dcdc976d045024689a07d1cd78261abe197305df2d';
const ROSTER = ['p-chn-03', 'p-chn-01', 'p-chn-05', 'p-chn-02', 'p-chn-04'];
const NONCE = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0';
const ELIGIBLE = ['p-chn-05', 'p-chn-02', 'p-chn-04'];
const open = (secret = SECRET): DrawInputs => ({
  seat: 'respondent-2',
  draw: 1,
  commitment: drawCommitment(secret),
  secret,
  nonces: [{ of: 'complainant', commitment: drawCommitment(NONCE), nonce: NONCE }],
  roster: ROSTER,
  eligible: ELIGIBLE,
});
const draw = (changes: Partial<DrawInputs> = {}) => drawByLot({ ...open(), ...changes })!;
const withheld: readonly DrawNonce[] = [{ of: 'complainant', commitment: drawCommitment(NONCE), nonce: null }];
const published: PublishedBefore = {
  commitment: drawCommitment(SECRET),
  nonces: { complainant: drawCommitment(NONCE) },
  rosterDigest: rosterDigest(ROSTER),
};

const secrets = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: 64, maxLength: 64 });

describe('a draw by lot', () => {
  it('gives what sha256sum gives', () => {
    expect(draw()).toEqual({
      seat: 'respondent-2',
      draw: 1,
      commitment: 'de61f27ff01118bd25e48ae4ecaa167f5045b9d766fdf81de58d826d829b8404',
      secret: SECRET,
      nonces: [
        {
          of: 'complainant',
          commitment: '331ab04caa328927f706627b812f4139f9ec42a6d61f17e468a70c41a48d8f67',
          nonce: NONCE,
        },
      ],
      roster: ['p-chn-01', 'p-chn-02', 'p-chn-03', 'p-chn-04', 'p-chn-05'],
      rosterDigest: '3c941ff097dfc41d5cb65689cab3595a214a38e76322da21ee1df045aed8d83e',
      eligible: ['p-chn-02', 'p-chn-04', 'p-chn-05'],
      seed: 'e9c8b996049bcb011f842c75efff9b0915c816d540654fc80ee0037866941b38',
      drawn: 'p-chn-04',
    });
  });

  it('goes on without what was not laid open, and its seed is another', () => {
    expect([draw({ nonces: withheld }).seed, draw({ secret: null }).seed]).toEqual([
      '59186b6ff1ee3512db7d063ae2f663197eabdbca3db077cf0faec85f6e7913a1',
      '4198ceeb333f603e81b915ed8c1ff3fa285c2fef8aeab951214129cc3e30d559',
    ]);
  });

  it('does not depend on the order in which names are given', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.shuffledSubarray(ROSTER, { minLength: 1 }),
        fc.shuffledSubarray(ROSTER, { minLength: 5 }),
        (secret, some, roster) => {
          expect(drawByLot({ ...open(secret), roster, eligible: some })).toEqual(
            drawByLot({ ...open(secret), eligible: some.toSorted() }),
          );
        },
      ),
    );
  });

  it('draws always one of the eligible, and verifies', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.subarray(ROSTER, { minLength: 1 }),
        fc.string(),
        fc.boolean(),
        (secret, eligible, seat, laidOpen) => {
          const nonces = laidOpen ? open().nonces : withheld;
          const record = drawByLot({ ...open(secret), seat, eligible, nonces })!;
          expect(eligible).toContain(record.drawn);
          expect(verifyDraw(record, { ...published, commitment: drawCommitment(secret) })).toBeUndefined();
        },
      ),
    );
  });

  it('draws nobody when nobody is eligible', () => expect(drawByLot({ ...open(), eligible: [] })).toBeUndefined());

  it('takes no name that is not on the roster, no secret that is too short, and none that fits no commitment', () => {
    expect(() => draw({ eligible: ['p-usa-01'] })).toThrow(RangeError);
    expect(() => drawCommitment('secret')).toThrow(RangeError);
    expect(() => draw({ secret: NONCE })).toThrow(RangeError);
    expect(() => draw({ nonces: [{ ...withheld[0]!, nonce: SECRET }] })).toThrow(RangeError);
  });
});

describe('a published draw that does not hold', () => {
  it('opens another commitment than the one that was published', () => {
    const commitment = sha256Text('another secret');
    expect(verifyDraw(draw(), { ...published, commitment })).toBe('secret-does-not-open-commitment');
    expect(verifyDraw({ ...draw(), commitment }, { ...published, commitment })).toBe('secret-does-not-open-commitment');
  });

  it.each([
    ['without a nonce to which a desk had committed itself', { nonces: [] }],
    ['with a nonce to which nobody had', { nonces: [...open().nonces, { ...withheld[0]!, of: 'respondent' }] }],
    ['with a nonce that does not fit', { nonces: [{ ...withheld[0]!, nonce: SECRET }] }],
  ])('was made %s', (_, change) =>
    expect(verifyDraw({ ...draw(), ...change }, published)).toBe('nonces-are-not-those-committed'),
  );

  it.each([
    ['another name', { drawn: 'p-chn-05' }],
    ['another seat', { seat: 'respondent-1' }],
    ['another circle of eligible names', { eligible: ['p-chn-02', 'p-chn-05'] }],
    ['another seed', { seed: sha256Text('x') }],
    ['a nonce that is said not to have been laid open', { nonces: withheld }],
    ['nobody eligible', { eligible: [] }],
  ])('was drawn otherwise with %s', (_, change) =>
    expect(verifyDraw({ ...draw(), ...change }, published)).toBe('drawn-otherwise'),
  );

  it('was drawn from another roster than the one that was frozen', () => {
    expect(verifyDraw({ ...draw(), roster: [...draw().roster, 'p-chn-06'] }, published)).toBe(
      'roster-is-not-the-frozen-one',
    );
  });

  it('is malformed', () => {
    expect(verifyDraw({ ...draw(), secret: 'short' }, published)).toBe('malformed');
    expect(verifyDraw({ ...draw(), eligible: ['p-usa-01'] }, published)).toBe('malformed');
  });
});
