import type { Caller } from '@parley/access';
import type { PartyCode, PersonId } from '@parley/kernel';
import { asDesk } from './reads.response';

const caller = (party: string, ...roles: ('desk' | 'auditor')[]): Caller => ({
  kind: 'person',
  personId: 'someone' as PersonId,
  party: party as PartyCode,
  roles,
});

describe('the reads of a case, shown to a desk', () => {
  it('name its own people alone, also to who is auditor beside it, and are whole to who is auditor alone', () => {
    expect(asDesk(caller('US', 'desk'), false)).toEqual({ forDesk: { party: 'US', withoutPanel: false } });
    expect(asDesk(caller('US', 'desk', 'auditor'), true)).toEqual({ forDesk: { party: 'US', withoutPanel: true } });
    expect(asDesk(caller('US', 'auditor'), true)).toEqual({});
  });
});
