import type { PersonId } from '@parley/kernel';
import {
  chinese,
  decider,
  exhibit,
  filed,
  filedAt,
  handOver,
  longStop,
  nothing,
  now,
  parties,
  publicVersion,
  registered,
  registeredAt,
} from '../evidence-story.fixture';
import type { NoteRegistration } from '../exhibit-commands';

const registration: NoteRegistration = {
  type: 'NoteRegistration',
  parties,
  docketNumber: 'US-2025-0001',
  registeredAt,
  ruleSetVersion: '2026-1',
  longStop,
};
const [ann, bo] = ['ann', 'bo'] as PersonId[] as [PersonId, PersonId];

describe('what is known of a case', () => {
  it('is recorded once, however often it is told', () => {
    expect(filed.when({ type: 'OpenCase', parties, filedAt }).recorded).toEqual([]);
    expect(registered.when(registration).recorded).toEqual([]);
  });

  it('opens with its registration when the filing was never told', () => {
    expect(nothing.when(registration).recorded).toEqual(['CaseOpened', 'RegistrationNoted']);
  });

  it('may have a panel before the case itself is known of, and keeps it', () => {
    const early = nothing.when(
      { type: 'NotePanel', members: [bo, ann], at: now },
      { type: 'OpenCase', parties, filedAt },
    );
    expect(early.state).toMatchObject({ status: 'open', panel: [ann, bo] });
  });

  it('follows who joins the panel and who leaves it', () => {
    const joined = filed.when(
      { type: 'NotePanelChange', person: ann, change: 'joined', at: now },
      { type: 'NotePanelChange', person: ann, change: 'joined', at: now },
      { type: 'NotePanelChange', person: bo, change: 'joined', at: now },
    );
    expect(joined.when({ type: 'NotePanelChange', person: ann, change: 'left', at: now }).state).toMatchObject({
      panel: [bo],
    });
    expect(joined.when({ type: 'NotePanelChange', person: ann, change: 'joined', at: now }).recorded).toEqual([]);
  });

  it('is not made up: an end or claims of a case never heard of are refused', () => {
    expect(nothing.refusalOf({ type: 'NoteScreeningEnd', outcome: 'lapsed', endedAt: now })).toBe('not-found');
    expect(nothing.refusalOf({ type: 'NoteClaims', claims: ['C1'], at: now })).toBe('not-found');
  });

  it('stays what it is under an event of a later version of this service', () => {
    const story = registered.when(
      exhibit('u1'),
      chinese('u2'),
      publicVersion('USA-1'),
      handOver('USA-1', 'Registry', 'Vault'),
    );
    const unknown = { type: 'ExhibitSung', data: {}, occurredAt: now, rule: 'I-33', tier: 'PUBLIC' };
    expect(decider.evolve(story.state, unknown as never)).toBe(story.state);
  });
});
