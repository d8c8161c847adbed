import * as fc from 'fast-check';
import { evidence, intake, knownFrom, panelReview } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import { takingOfAudit } from '../docket/docket.hears';
import { caseIdOf, filed, instant, registered, storyOf, tells } from '../docket/docket-story.fixture';

const caseId = caseIdOf(1);
const known = (told: readonly PublicEvent[], asOf?: string) =>
  knownFrom(takingOfAudit, told, asOf === undefined ? undefined : instant(asOf));
const ofPanel = (kind: string, personId: string, at: string) =>
  tells(panelReview.PanelFactSchema, at, { caseId, kind, personId, at });
const seated = tells(panelReview.PanelConvenedSchema, '2025-03-07T10:00:00Z', {
  caseId,
  convenedAt: '2025-03-07T10:00:00.000Z',
  members: ['a', 'b'].map((personId) => ({ personId, nominatedBy: 'CN' })),
});
const challenged = ofPanel('challenge-made', 'a', '2025-03-10T10:00:00Z');
const dismissed = ofPanel('challenge-dismissed', 'a', '2025-03-11T10:00:00Z');
const left = ofPanel('member-left', 'a', '2025-03-12T10:00:00Z');

describe('the file of a case', () => {
  it('knows the parties from the filing on, and the number from the registration on', () => {
    const told = [filed(caseId), registered(caseId, 'CN-2025-0001')];
    expect(known(told, '2025-02-03T00:00:00Z').view.parties).toBeNull();
    expect(known(told, '2025-02-05T00:00:00Z').view).toMatchObject({
      parties: { complainant: 'CN', respondent: 'US' },
      docketNumber: null,
    });
    expect(known(told).view.docketNumber).toBe('CN-2025-0001');
  });

  it('knows a challenged member from a seated one until the challenge is settled (I-09)', () => {
    expect([...known([seated, challenged]).view.challenged]).toEqual(['a']);
    expect([...known([seated, challenged, dismissed]).view.challenged]).toEqual([]);
  });

  it('forgets a member who left', () => {
    const { nominated, seated: still } = known([seated, left]).view;
    expect([[...nominated], [...still]]).toEqual([['b'], ['b']]);
  });

  it('is the same in whatever order it is heard, and however often', () => {
    const told = [...storyOf(caseId, 'CN-2025-0001'), filed(caseId), seated, challenged, dismissed, left];
    const heard = fc.shuffledSubarray(told, { minLength: told.length });
    fc.assert(
      fc.property(heard, fc.subarray(told), (once, again) => {
        expect(known([...again, ...once])).toEqual(known(told));
      }),
    );
  });

  it('gives the docket the registration to rest on, and nothing that only says who reads', () => {
    const registration = registered(caseId, 'CN-2025-0001');
    const accepted = tells(evidence.ExhibitAcceptedSchema, '2025-02-07T10:00:00Z', { caseId, exhibitNumber: 'CHN-1' });
    expect(known([filed(caseId), registration, seated, accepted]).facts).toEqual([registration.id]);
    expect(known([filed(caseId)]).facts).toEqual([]);
  });

  it('takes nothing from a message that says neither who reads nor the number', () => {
    const lapsed = tells(intake.ReplyLapsedSchema, '2025-02-21T16:00:00Z', { caseId });
    expect(takingOfAudit.take(lapsed)).toEqual([]);
  });
});
