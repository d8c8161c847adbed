import { given } from '@parley/testing';
import type { CaseCommand } from '../case-commands.rules';
import { at, decider, registered, expire } from '../case-story.fixture';
import { amend, claim, first, withClaims } from './amendments-story.fixture';
import { propose } from '../consent/consent-story.fixture';
import type { Matter } from '../consent/proposal.rules';

const INTERIM = '2025-03-20T10:00:00.000Z';
const BEFORE = '2025-03-20T09:59:59.999Z';
const second = claim('C2', 'II');
const interim: CaseCommand = { type: 'NotePanelOutcome', outcome: 'interim', at: at(INTERIM), eventId: 'interim' };
const story = given(decider).when(...registered, expire('reply'), expire('consultations'), interim);

describe('a grievance of which the panel has reached its interim text (I-68)', () => {
  it.each([
    ['replaced', amend('replacement', withClaims({ ...first, provision: 'III' }), INTERIM)],
    ['supplemented', amend('supplement', withClaims(first, second), INTERIM)],
  ])('is not %s any more', (_how, amendment) => {
    expect(story.refusalOf(amendment)).toBe('amended-after-interim');
    expect(story.when({ ...amendment, receivedAt: at(BEFORE) }).recorded).toContain('GrievanceAmended');
  });

  it('is not supplemented by both parties either', () => {
    const { grievance, certification, receipt } = amend('supplement', withClaims(first, second), INTERIM);
    const matter: Matter = { kind: 'supplement', grievance, certification, receipt };
    expect(story.refusalOf(propose(matter, INTERIM))).toBe('amended-after-interim');
  });
});
