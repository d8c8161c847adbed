import { plusMillis, type PersonId, type Sha256 } from '@parley/kernel';
import { CN, exhibit, handOver, now, registered, US } from '../casefile/evidence-story.fixture';
import type { KnownCase } from '../casefile/casefile.rules';
import type { EvidenceCommand, HandOverCustody } from '../exhibits/exhibit-commands.rules';

const HOUR = 3_600_000;
const later = plusMillis(now, HOUR);
const original = 'ab'.repeat(32) as Sha256;
const entered = (act: HandOverCustody, entryId = 'p1'): EvidenceCommand => ({
  ...{ type: 'ClaimLateEntry', by: act.by, party: act.party, receivedAt: act.receivedAt, entryId, act },
  ...{ channel: 'Receipt', cameAt: now, original, office: 'registry', paper: true, outages: [] },
});
const answer = (verdict: 'confirmed' | 'refused', more: object = {}): EvidenceCommand => ({
  ...{ type: 'AnswerLateEntry', by: 'cn-registry' as PersonId, party: CN, receivedAt: later },
  ...{ entryId: 'p1', verdict, original, reason: [], ...more },
});
const registry = { by: 'us-registry' as PersonId, party: US, asRegistry: true };
const toLaboratory = entered(handOver('USA-1', 'Registry', 'Laboratory', registry));

const chainIn = (state: unknown) =>
  ((state as KnownCase).exhibits.get('USA-1')?.custody ?? []).map(({ to, standing = null }) => [to, standing]);
const endIn = (state: unknown) => (state as KnownCase).lateEntries.map(({ end }) => end?.kind ?? 'waits');

describe('a hand-over that a registry enters', () => {
  const taken = registered.when(exhibit('u1'));
  const waiting = taken.when(toLaboratory);
  const lapsed: EvidenceCommand = { type: 'ExpireDeadline', deadlineId: 'late-entry:p1' };

  it('stands in no record of custody until the other side’s registry has answered, and says how it stands', () => {
    expect(waiting.recorded).toEqual(['LateEntryClaimed']);
    expect((waiting.state as KnownCase).running['late-entry:p1']).toMatchObject({
      ...{ clock: 'paper-answer', awaits: 'registry:CN' },
    });
    expect(chainIn(waiting.state)).toEqual([['Registry', null]]);
    const confirmed = waiting.when(answer('confirmed'));
    expect(confirmed.recorded).toEqual(['LateEntryCounted', 'CustodyHandedOver']);
    expect(chainIn(confirmed.state)).toEqual([
      ['Registry', null],
      ['Laboratory', 'confirmed'],
    ]);
    expect(chainIn(waiting.when(lapsed).state).at(-1)).toEqual(['Laboratory', 'unconfirmed']);
    expect(chainIn(waiting.when(answer('refused')).state)).toEqual([['Registry', null]]);
  });

  it('is never confirmed by its own side', () => {
    expect(waiting.refusalOf(answer('confirmed', { by: 'us-registry-2', party: US }))).toBe('own-late-entry');
  });

  it('gives way to what the party of the exhibit enters itself, so that the chain stays unbroken (I-34)', () => {
    const own = waiting.when(handOver('USA-1', 'Registry', 'Vault', { receivedAt: later }));
    expect([chainIn(own.state), endIn(own.state)]).toEqual([
      [
        ['Registry', null],
        ['Vault', null],
      ],
      ['replaced'],
    ]);
    expect(own.when(lapsed).recorded).toEqual([]);
    expect(own.refusalOf(answer('confirmed', { receivedAt: plusMillis(later, HOUR) }))).toBe('late-entry-answered');
  });

  it('does not stand where another that was entered has led the chain elsewhere by then (I-34)', () => {
    const two = waiting.when(entered(handOver('USA-1', 'Registry', 'Vault', registry), 'p2'), answer('confirmed'));
    const after = two.when({ type: 'ExpireDeadline', deadlineId: 'late-entry:p2' });
    expect(endIn(after.state)).toEqual(['counted', 'lapsed']);
    expect(chainIn(after.state).map(([to]) => to)).toEqual(['Registry', 'Laboratory']);
    expect(two.refusalOf(answer('confirmed', { entryId: 'p2' }))).toBe('custody-chain-broken');
    expect(taken.refusalOf(entered(handOver('USA-1', 'Archive', 'Vault', registry)))).toBe('custody-chain-broken');
  });
});
