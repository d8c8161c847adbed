import type { PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { given } from '@parley/testing';
import { at } from '../case-story.fixture';
import { outageRegisterDecider } from './outage-register.decider';
import type { OutageRegisterCommand } from './outage-register';

const digest = 'ab'.repeat(32) as Sha256;
const cohead = (party: string) => ({ by: `${party}-cohead` as PersonId, party: party as PartyCode, receivedAt: at('2025-02-22T09:00:00Z') });
const times = { from: at('2025-02-21T15:00:00Z'), to: at('2025-02-21T18:00:00Z') };
const propose = (party: string, changes: Partial<typeof times> = {}): OutageRegisterCommand => ({ type: 'ProposeOutage', outageId: 'o1', ...times, ...changes, reason: [], digest, ...cohead(party) });
const sign = (party: string, of = digest, outageId = 'o1'): OutageRegisterCommand => ({ type: 'SignOutage', outageId, digest: of, ...cohead(party) });
const register = given(outageRegisterDecider);

describe('an outage that co-heads declare', () => {
  it('is declared with both signatures over the same digest, and by neither alone (I-04)', () => {
    const proposed = register.when(propose('US'));
    expect(proposed.state['o1']).toMatchObject({ declaredAt: null, signedBy: [{ party: 'US' }] });
    expect(proposed.refusalOf(sign('US'))).toBe('outage-signed-by-your-side');
    expect(proposed.refusalOf(sign('CN', 'cd'.repeat(32) as Sha256))).toBe('outage-digest-differs');
    expect(proposed.when(sign('CN')).events.at(-1)).toMatchObject({ type: 'OutageDeclared', data: { ...times, declaredBy: 'coheads', signedBy: [{ party: 'US' }, { party: 'CN' }] } });
  });

  it('is not signed by one person for both sides (I-05)', () => {
    expect(register.when(propose('US')).refusalOf({ ...sign('CN'), by: 'US-cohead' as PersonId } as OutageRegisterCommand)).toBe('signs-for-both');
  });

  it('is proposed once, signed once, and was proposed before it is signed', () => {
    expect(register.when(propose('US')).refusalOf(propose('CN'))).toBe('outage-signed-by-your-side');
    expect(register.when(propose('US'), sign('CN')).refusalOf(sign('CN'))).toBe('outage-declared-already');
    expect(register.refusalOf(sign('CN'))).toBe('outage-not-found');
  });

  it('ended before it is declared, after it began, and within 31 days', () => {
    expect(register.refusalOf(propose('US', { to: times.from }))).toBe('outage-ends-before-it-begins');
    expect(register.refusalOf(propose('US', { to: at('2025-02-22T09:00:00.001Z') }))).toBe('outage-ends-before-it-begins');
    expect(register.refusalOf(propose('US', { from: at('2025-01-01T00:00:00Z') }))).toBe('outage-too-long');
  });
});

describe('an outage that the heartbeat tells of', () => {
  it('is declared by itself, once', () => {
    const declare: OutageRegisterCommand = { type: 'DeclareByHeartbeat', outageId: 'o2', ...times, at: times.to };
    expect(register.when(declare).events.at(-1)).toMatchObject({ type: 'OutageDeclared', occurredAt: times.to, data: { declaredBy: 'heartbeat', signedBy: [] } });
    expect(register.when(declare, declare).recorded).toEqual([]);
  });
});
