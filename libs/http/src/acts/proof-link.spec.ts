import type { Caller } from '@parley/access';
import type { PartyCode, PersonId, Role, Tier } from '@parley/kernel';
import { proofLink, proofLinks, provedTo } from './proof-link';

const CASE = '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11';
const person = (role: Role): Caller => ({
  kind: 'person',
  personId: 'a' as PersonId,
  party: 'US' as PartyCode,
  roles: [role],
});
const event = (tier: Tier, stream = `intake.case-${CASE}`) => ({ eventId: `id-of-${tier}`, stream, tier });
const params = { caseId: 'CN-2025-0001' };
const leads = (id: string) => `</v1/cases/${CASE}/history/${id}/proof>; rel="https://c2sp.org/tlog-proof"`;

describe('the link to the proof of what an act recorded', () => {
  it.each<Role>(['desk', 'registry', 'cohead'])('leads a %s to the first event that it reads', (role) => {
    const events = [event('DESKS'), event('PARTIES'), event('PUBLIC')];
    expect(proofLink(events, person(role), params)).toBe(leads('id-of-PARTIES'));
  });

  it('leads to what is a side’s own only who reads that (I-76)', () => {
    const own = [event('FILER', `intake.registryletters-${CASE}-US`)];
    expect(proofLink(own, person('desk'), params)).toBe(leads('id-of-FILER'));
    expect(proofLink(own, person('cohead'), params)).toBeUndefined();
  });

  it('is not there for who is given no proof, or where the history has nothing of it (I-43, I-45)', () => {
    for (const role of ['panel', 'expert', 'conciliator', 'operator'] as const)
      expect(proofLink([event('PUBLIC')], person(role), params)).toBeUndefined();
    expect(proofLink([event('PUBLIC')], { kind: 'public' }, params)).toBeUndefined();
    expect(proofLink([event('PUBLIC')], person('desk'), { hotlineId: CASE })).toBeUndefined();
    expect(proofLink([event('DESKS'), event('DELIBERATION')], person('desk'), params)).toBeUndefined();
    expect(proofLink([], person('desk'), params)).toBeUndefined();
  });
});

describe('the links to the proofs of what something that is read tells of', () => {
  const events = [event('PUBLIC'), event('PARTIES'), event('PANEL'), event('DELIBERATION')];
  const provedToReaderOf = (...tiers: readonly Tier[]) => provedTo(events, (tier) => tiers.includes(tier));

  it('lead to each that its reader reads', () => {
    expect(proofLinks(provedToReaderOf('PUBLIC', 'PARTIES', 'PANEL'))).toBe(
      ['id-of-PUBLIC', 'id-of-PARTIES', 'id-of-PANEL'].map(leads).join(', '),
    );
  });

  it('lead whoever does not read what the parties do to none: a proof counts events (I-14, I-43)', () => {
    expect(proofLinks(provedToReaderOf('PUBLIC', 'PANEL', 'DELIBERATION'))).toBeUndefined();
    expect(proofLinks(provedToReaderOf('PUBLIC'))).toBeUndefined();
  });

  it('lead to the newest of many, in the space that headers have', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ ...event('PARTIES'), eventId: `id-${String(at)}` }));
    const links = (proofLinks(many) ?? '').split(', ');
    expect([links.length, links.at(-1)]).toEqual([16, leads('id-39')]);
    expect(Buffer.byteLength(links.join(', '))).toBeLessThan(4_000);
  });
});
