import { fold, type PersonId } from '@parley/kernel';
import {
  chinese,
  decider,
  exhibit,
  filed,
  handOver,
  longStop,
  nothing,
  parties,
  publicVersion,
  registered,
  now,
} from '../casefile/evidence-story.fixture';

const registration = {
  told: 'registered',
  parties,
  docketNumber: 'US-2025-0001',
  ruleSetVersion: '2026-1',
  longStop,
} as const;
const [ann, bo] = ['ann', 'bo'] as PersonId[] as [PersonId, PersonId];

describe('what is known of a case', () => {
  it('is no event here: it is what acts are decided on', () => {
    expect(registered.events).toEqual([]);
    expect(nothing.refusalOf(exhibit('u1'))).toBe('not-found');
    expect(filed.when(exhibit('u1')).recorded).toEqual(['ExhibitAccepted']);
  });

  it('comes with its registration when the filing was never told', () => {
    expect(nothing.when(registration).state).toMatchObject({ status: 'open', parties, registration: { longStop } });
  });

  it('may have a panel before the case itself is known of, and keeps it', () => {
    const early = nothing.when({ told: 'panel', members: [bo, ann] }, { told: 'filed', parties });
    expect(early.state).toMatchObject({ status: 'open', panel: [ann, bo] });
  });

  it('follows who joins the panel and who leaves it', () => {
    const joined = filed.when(
      { told: 'panel-change', person: ann, change: 'joined' },
      { told: 'panel-change', person: ann, change: 'joined' },
      { told: 'panel-change', person: bo, change: 'joined' },
    );
    expect(joined.state).toMatchObject({ panel: [ann, bo] });
    expect(joined.when({ told: 'panel-change', person: ann, change: 'left' }).state).toMatchObject({ panel: [bo] });
  });

  it('is not made up: an end of a case never heard of opens none', () => {
    expect(nothing.when({ told: 'screening-ended', at: now }, { told: 'claims', claims: ['C1'] }).state.status).toBe(
      'unknown',
    );
  });

  it('leaves what was recorded as it is, and so does an event of a later version of this service', () => {
    const story = registered.when(
      exhibit('u1'),
      chinese('u2'),
      publicVersion('USA-1'),
      handOver('USA-1', 'Registry', 'Vault'),
    );
    expect(story.when({ told: 'claims', claims: [] }).own).toEqual(story.own);
    const unknown = { type: 'ExhibitSung', data: {}, occurredAt: now, rule: 'I-33', tier: 'PUBLIC' };
    const own = fold(decider, story.events);
    expect(decider.evolve(own, unknown as never)).toBe(own);
  });
});
