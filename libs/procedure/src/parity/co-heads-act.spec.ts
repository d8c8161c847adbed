import type { Instant, PartyCode, Sha256 } from '@parley/kernel';
import { coHeadsAct, type CoHeadSignature } from './co-heads-act';

const parties = ['US' as PartyCode, 'CN' as PartyCode] as const;
const digest = 'a'.repeat(64) as Sha256;
const at = (hour: number): Instant => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant;
const due = at(16);
const signed = (coHead: string, party: string, hour: number, over: Sha256 = digest): CoHeadSignature => ({
  coHead,
  party: party as PartyCode,
  digest: over,
  receivedAt: at(hour),
});
const act = (now: number, ...signatures: CoHeadSignature[]) =>
  coHeadsAct(signatures, [...parties], digest, due, at(now));

describe('an act of the co-heads (I-04)', () => {
  it('is in effect with both signatures, from the later of them', () => {
    expect(act(12, signed('h1', 'US', 9), signed('h2', 'CN', 11))).toEqual({
      status: 'in-effect',
      by: 'both-signatures',
      at: at(11),
    });
  });

  it('is the same in whatever order they came', () => {
    expect(act(17, signed('h2', 'CN', 11), signed('h1', 'US', 9))).toEqual(
      act(12, signed('h1', 'US', 9), signed('h2', 'CN', 11)),
    );
  });

  it('waits for the one who has not signed', () =>
    expect(act(12, signed('h1', 'US', 9))).toEqual({ status: 'pending', missing: ['CN'] }));

  it('takes effect by the default when its time has passed, and says who was silent', () => {
    expect(act(16, signed('h1', 'US', 9))).toEqual({ status: 'in-effect', by: 'default', at: due, missing: ['CN'] });
    expect(act(17)).toEqual({ status: 'in-effect', by: 'default', at: due, missing: ['US', 'CN'] });
  });

  it.each<[string, CoHeadSignature]>([
    ['over another digest', signed('h2', 'CN', 10, 'b'.repeat(64) as Sha256)],
    ['of the same side', signed('h3', 'US', 10)],
    ['of one person for both sides', signed('h1', 'CN', 10)],
    ['that has not come yet', signed('h2', 'CN', 13)],
  ])('is not completed by a signature %s', (_, second) =>
    expect(act(12, signed('h1', 'US', 9), second).status).toBe('pending'),
  );

  it('is not completed by a signature at the instant at which its time ends', () => {
    expect(act(17, signed('h1', 'US', 9), signed('h2', 'CN', 16))).toMatchObject({ by: 'default' });
  });
});
