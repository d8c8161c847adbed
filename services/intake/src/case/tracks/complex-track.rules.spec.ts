import { given } from '@parley/testing';
import { decider, expire, registered } from '../case-story.fixture';
import { complexTrack, propose, sign, suspension } from '../consent/consent-story.fixture';

const story = given(decider).when(...registered);
const complex = story.when(propose(complexTrack, '2025-02-10T10:00:00Z'), sign(complexTrack, '2025-02-11T10:00:00Z'));

describe('the complex track', () => {
  it('counts the long-stop anew from registration, 210 days, and moves nothing that is as long on it', () => {
    expect(complex.events.at(-1)).toMatchObject({
      type: 'TrackChanged',
      tier: 'PUBLIC',
      data: { from: 'standard', track: 'complex', by: 'consent', clocks: 'recount' },
    });
    expect(complex.state).toMatchObject({
      track: 'complex',
      registration: { longStop: '2025-09-04T15:00:00.000Z' },
      running: {
        'long-stop': { firstDate: '2025-07-07', dueDate: '2025-09-04', track: 'complex' },
        reply: { changes: [] },
      },
    });
  });

  it('starts the clocks that follow as it has them', () => {
    expect(complex.when(expire('reply')).state).toMatchObject({ running: { consultations: { track: 'complex' } } });
  });

  it('is taken once, and not by a case that stands still or is not registered', () => {
    expect(complex.refusalOf(propose(complexTrack, '2025-02-12T10:00:00Z'))).toBe('not-on-the-standard-track');
    const still = story.when(propose(suspension(), '2025-02-10T10:00:00Z'), sign(suspension(), '2025-02-10T11:00:00Z'));
    expect(still.refusalOf(propose(complexTrack, '2025-02-12T10:00:00Z'))).toBe('screening-suspended');
    expect(given(decider).when(registered[0]!).refusalOf(propose(complexTrack, '2025-02-05T10:00:00Z'))).toBe(
      'not-registered',
    );
  });
});
