import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import type { Act } from '../referral/common-refusals.rules';
import {
  ask,
  complainant,
  decider,
  exit,
  filed,
  lapsed,
  registered,
  respondent,
  served,
  tell,
} from '../referral/referral-story.fixture';
import type { RepudiateAct } from './repudiation.rules';

const head = (when: Act, act = 'exit-notice', isHead = true): RepudiateAct => ({
  type: 'RepudiateAct',
  ...when,
  act,
  isHead,
});
const given1 = given(decider).when(filed, registered, served, exit('2025-03-04T10:00:00Z'));
const soon = complainant('2025-03-06T10:00:00Z');

describe('the repudiation of an exit notice', () => {
  it('counts as not given from then on, is public, and bars no other notice (I-53)', () => {
    const repudiated = given1.when(head(soon));
    expect(repudiated.events.at(-1)).toMatchObject({
      type: 'ActRepudiated',
      rule: 'I-67',
      tier: 'PUBLIC',
      data: { kind: 'exit-notice', party: 'CN', doneBy: 'cn-desk-1', doneAt: '2025-03-04T10:00:00.000Z' },
    });
    expect(repudiated.refusalOf(ask('2025-03-06T11:00:00Z'))).toBe('no-basis-for-a-dossier');
    expect(repudiated.when(exit('2025-03-07T10:00:00Z'), ask('2025-03-07T11:00:00Z')).recorded).toContain(
      'DossierRequested',
    );
  });

  it('leaves a dossier that rests on it alone to wait for another basis, and one with another to go on', () => {
    const asked = given1.when(ask('2025-03-05T10:00:00Z'));
    const repudiated = asked.when(head(soon));
    expect(repudiated.recorded).toEqual(['ActRepudiated', 'DossierBasisChanged']);
    expect(repudiated.state).toMatchObject({ dossiers: [{ isBaseless: true }] });
    const anew = repudiated.when(exit('2025-03-07T10:00:00Z'), ask('2025-03-07T11:00:00Z'));
    expect(anew.state).toMatchObject({ dossiers: [{ isBaseless: true }, { n: 2, basis: 'exit-notice' }] });
    expect(anew.when(lapsed).recorded).toEqual(['Told']);
    const also = asked.when(lapsed, head(soon));
    expect(also.state).toMatchObject({ dossiers: [{ basis: 'exit-notice', isBaseless: true }] });
  });

  it('is for 5 joint business days after it was recorded, and once', () => {
    expect(given1.refusalOf(head(complainant('2025-03-11T16:00:00.000Z')))).toBe('repudiation-out-of-time');
    const last = head(complainant('2025-03-11T15:59:59.999Z'));
    expect(given1.when(last).refusalOf(last)).toBe('repudiated-already');
  });

  it('is for 24 hours in an urgent case, and for 5 joint business days again once it is not urgent any more', () => {
    const urgent = given1.when(tell({ kind: 'track-changed', track: 'urgent' }));
    expect(urgent.refusalOf(head(complainant('2025-03-05T10:00:00.000Z')))).toBe('repudiation-out-of-time');
    expect(urgent.when(head(complainant('2025-03-05T09:59:59.999Z'))).recorded).toContain('ActRepudiated');
    const lost = urgent.when(tell({ kind: 'track-changed', track: 'standard' }));
    expect(lost.when(head(soon)).recorded).toContain('ActRepudiated');
  });

  it('is by the head of the side whose notice it is, and by nobody else', () => {
    expect(given1.refusalOf(head(soon, 'exit-notice', false))).toBe('repudiated-by-its-head-alone');
    expect(given1.refusalOf(head(respondent('2025-03-06T10:00:00Z')))).toBe('act-of-the-other-side');
    expect(given1.refusalOf(head({ ...soon, party: 'FR' as PartyCode }))).toBe('not-a-party');
    expect(given1.refusalOf(head(soon, 'reply'))).toBe('unknown-act-to-repudiate');
  });
});
