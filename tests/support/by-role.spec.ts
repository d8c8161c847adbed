import { byRole } from './by-role';

const SIDES = { complainant: 'cn', respondent: 'us' } as const;
const limit = { id: 'retrieval:1', clock: 'retrieval', dueAt: '2026-05-15T15:00:00.000Z' };
const served = (words: string, opens: readonly object[]) => ({
  type: 'NoticesServed',
  payload: { notices: [{ words }], retrieval: limit.id, opens },
});

describe('what is seen by role', () => {
  it('is the same whichever notice of a day was served first', () => {
    const one = [served('reply', [limit]), served('call', [])];
    const other = [served('call', [limit]), served('reply', [])];
    expect(byRole(one, SIDES)).toEqual(byRole(other, SIDES));
  });

  it('is not the same where the notices of a day have another time', () => {
    const later = { ...limit, dueAt: '2026-05-18T15:00:00.000Z' };
    expect(byRole([served('reply', [limit])], SIDES)).not.toEqual(byRole([served('reply', [later])], SIDES));
  });

  it('names a country by its part in the case', () => {
    expect(byRole('China against the United States', SIDES)).toEqual(
      byRole('The United States against China', { complainant: 'us', respondent: 'cn' }),
    );
  });
});
