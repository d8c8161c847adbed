import { scramVerifier } from './scram-verifier';

describe('what PostgreSQL keeps of a password', () => {
  it('is that of the worked example of RFC 7677', () => {
    expect(scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==' +
        '$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    );
  });

  it('differs from one time to the next, and does not hold it', () => {
    const [one, other] = [scramVerifier('a password'), scramVerifier('a password')];
    expect(one).not.toBe(other);
    expect(one).not.toContain('a password');
  });
});
