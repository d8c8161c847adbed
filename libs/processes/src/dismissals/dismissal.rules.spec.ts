import type { Instant, Sha256 } from '@parley/kernel';
import { dismissalDecider, dismissMessage, type DismissMessage, type FoundParked } from './dismissal.rules';

const digest = 'd'.repeat(64) as Sha256;
const found: FoundParked = { key: 'case', failure: 'TypeError', digest, about: 'intake.Later', tier: 'PARTIES' };
const dismissal: DismissMessage = {
  type: 'DismissMessage',
  work: 'hearing',
  id: 'm1',
  digest,
  reason: [{ lang: 'en', text: 'It can never be read.', kind: 'original' }],
  at: '2025-02-05T08:00:00.000Z' as Instant,
  found,
};

describe('a dismissal', () => {
  const decided = dismissMessage(dismissal, []);

  it('is of what failed by itself, by who names what it is', () => {
    expect(decided).toMatchObject({
      kind: 'accepted',
      events: [{ type: 'MessageDismissed', tier: 'PARTIES', data: { work: 'hearing', id: 'm1', digest } }],
    });
  });

  it.each([
    ['what is not parked', { found: undefined }, 'parked-message-not-found'],
    ['other bytes than were shown', { digest: 'e'.repeat(64) as Sha256 }, 'parked-message-digest-differs'],
    ['what only waits behind another', { found: { ...found, failure: null } }, 'parked-message-only-waits'],
  ])('is not of %s', (_, more, code) => {
    expect(dismissMessage({ ...dismissal, ...more }, [])).toMatchObject({ kind: 'refused', reason: { code } });
  });

  it('is done once for each work and message', () => {
    const events = decided.kind === 'accepted' ? decided.events : [];
    const dismissed = events.reduce(dismissalDecider.evolve, dismissalDecider.initial);
    expect(dismissMessage(dismissal, dismissed)).toMatchObject({
      kind: 'refused',
      reason: { code: 'parked-message-dismissed' },
    });
    expect(dismissMessage({ ...dismissal, work: 'serving' }, dismissed).kind).toBe('accepted');
  });
});
