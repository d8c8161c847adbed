import { plusMillis, type PartyCode, type PersonId, type Sha256 } from '@parley/kernel';
import { given } from '@parley/testing';
import { at } from '../../case/case-story.fixture';
import { annulmentDigest } from './annul-outage.rules';
import { outageRegisterDecider } from './outage-register.rules';
import type { OutageRegisterCommand } from './outages.rules';

const digest = 'ab'.repeat(32) as Sha256;
const cohead = (party: string) => ({
  by: `${party}-cohead` as PersonId,
  party: party as PartyCode,
  receivedAt: at('2025-02-22T09:00:00Z'),
});
const times = { from: at('2025-02-21T15:00:00Z'), to: at('2025-02-21T18:00:00Z') };
const propose = (party: string, changes: Partial<typeof times> = {}): OutageRegisterCommand => ({
  type: 'ProposeOutage',
  outageId: 'o1',
  ...times,
  ...changes,
  reason: [],
  digest,
  ...cohead(party),
});
const sign = (party: string, of = digest, outageId = 'o1'): OutageRegisterCommand => ({
  type: 'SignOutage',
  outageId,
  digest: of,
  ...cohead(party),
});
const register = given(outageRegisterDecider);

describe('an outage that co-heads declare', () => {
  it('is declared with both signatures over the same digest, and by neither alone (I-04)', () => {
    const proposed = register.when(propose('US'));
    expect(proposed.state['o1']).toMatchObject({ declaredAt: null, signedBy: [{ party: 'US' }] });
    expect(proposed.refusalOf(sign('US'))).toBe('outage-signed-by-your-side');
    expect(proposed.refusalOf(sign('CN', 'cd'.repeat(32) as Sha256))).toBe('outage-digest-differs');
    expect(proposed.when(sign('CN')).events.at(-1)).toMatchObject({
      type: 'OutageDeclared',
      data: { ...times, declaredBy: 'coheads', signedBy: [{ party: 'US' }, { party: 'CN' }] },
    });
  });

  it('is not signed by one person for both sides (I-05)', () => {
    expect(
      register.when(propose('US')).refusalOf({ ...sign('CN'), by: 'US-cohead' as PersonId } as OutageRegisterCommand),
    ).toBe('signs-for-both');
  });

  it('is proposed once by a side, signed once, and was proposed before it is signed', () => {
    expect(register.when(propose('US')).refusalOf(propose('US'))).toBe('outage-signed-by-your-side');
    expect(register.when(propose('US'), sign('CN')).refusalOf(sign('CN'))).toBe('outage-declared-already');
    expect(register.refusalOf(sign('CN'))).toBe('outage-not-found');
  });

  it('of the same times may be proposed by each side in its own words, and one of the two is declared', () => {
    const own: OutageRegisterCommand = {
      type: 'ProposeOutage',
      outageId: 'o2',
      ...times,
      reason: [],
      digest: 'cd'.repeat(32) as Sha256,
      ...cohead('CN'),
    };
    const both = register.when(propose('US'), own);
    expect(Object.keys(both.state)).toEqual(['o1', 'o2']);
    const declared = both.when(sign('CN'));
    expect(declared.refusalOf(sign('US', 'cd'.repeat(32) as Sha256, 'o2'))).toBe('outage-declared-already');
    expect(declared.refusalOf({ ...own, outageId: 'o3' })).toBe('outage-declared-already');
  });

  it('is one of 20 at most that a side proposed in 90 days and the other has not signed', () => {
    const nth = (n: number, party = 'US', receivedAt = at('2025-02-22T09:00:00Z')): OutageRegisterCommand =>
      ({
        ...propose(party, { from: plusMillis(times.from, n * 1_000) }),
        outageId: `${party}${String(n)}`,
        receivedAt,
      }) as OutageRegisterCommand;
    const full = register.when(...Array.from({ length: 20 }, (_, n) => nth(n)));
    expect(full.refusalOf(nth(20))).toBe('too-many-outages');
    expect(full.when(nth(20, 'CN')).recorded).toEqual(['OutageProposed']);
    expect(full.when(sign('CN', digest, 'US0'), nth(20)).recorded).toEqual(['OutageProposed']);
    expect(full.when(nth(20, 'US', at('2025-05-23T09:00:00Z'))).recorded).toEqual(['OutageProposed']);
  });

  it('ended before it is declared, after it began, and within 31 days', () => {
    expect(register.refusalOf(propose('US', { to: times.from }))).toBe('outage-ends-before-it-begins');
    expect(register.refusalOf(propose('US', { to: at('2025-02-22T09:00:00.001Z') }))).toBe(
      'outage-ends-before-it-begins',
    );
    expect(register.refusalOf(propose('US', { from: at('2025-01-01T00:00:00Z') }))).toBe('outage-too-long');
  });
});

describe('an outage that the heartbeat tells of', () => {
  it('is declared by itself, once', () => {
    const declare: OutageRegisterCommand = { type: 'DeclareByHeartbeat', outageId: 'o2', ...times, at: times.to };
    expect(register.when(declare).events.at(-1)).toMatchObject({
      type: 'OutageDeclared',
      occurredAt: times.to,
      data: { declaredBy: 'heartbeat', signedBy: [] },
    });
    expect(register.when(declare, declare).recorded).toEqual([]);
  });
});

describe('an outage that was none', () => {
  const declare: OutageRegisterCommand = { type: 'DeclareByHeartbeat', outageId: 'o1', ...times, at: times.to };
  const declared = register.when(declare);
  const annul = (party: string, changes: object = {}): OutageRegisterCommand => ({
    type: 'AnnulOutage',
    outageId: 'o1',
    digest: annulmentDigest({ outageId: 'o1', ...times }),
    ...cohead(party),
    ...changes,
  });

  it('is annulled by a co-head of each side over the same digest, and stays on record as declared (I-04)', () => {
    const once = declared.when(annul('US'));
    expect(once.recorded).toEqual(['OutageAnnulmentSigned']);
    expect(once.state['o1']).toMatchObject({ annulledAt: null, annulledBy: [{ party: 'US' }] });
    expect(once.refusalOf(annul('US', { by: 'another' }))).toBe('annulment-signed-by-your-side');
    expect(once.refusalOf(annul('CN', { by: 'US-cohead' }))).toBe('signs-for-both');
    const both = once.when(annul('CN'));
    expect(both.recorded).toEqual(['OutageAnnulmentSigned', 'OutageAnnulled']);
    expect(both.state['o1']).toMatchObject({ declaredAt: times.to, annulledAt: at('2025-02-22T09:00:00Z') });
    expect(both.refusalOf(annul('CN'))).toBe('outage-annulled-already');
  });

  it('is found again by no heartbeat, and declared again by nobody with the same times', () => {
    const annulled = declared.when(annul('US'), annul('CN'));
    expect(annulled.when(declare).recorded).toEqual([]);
    const own = { ...propose('CN'), outageId: 'o2' } as OutageRegisterCommand;
    expect(annulled.refusalOf(own)).toBe('outage-annulled-already');
    const waiting = register.when(own, declare, annul('US'), annul('CN'));
    expect(waiting.refusalOf(sign('US', digest, 'o2'))).toBe('outage-annulled-already');
  });

  it('was declared before, and is annulled by no signature that declared it', () => {
    expect(register.refusalOf(annul('US'))).toBe('outage-not-found');
    expect(register.when(propose('US')).refusalOf(annul('CN'))).toBe('outage-not-declared');
    expect(declared.refusalOf(annul('US', { digest }))).toBe('annulment-digest-differs');
  });
});
