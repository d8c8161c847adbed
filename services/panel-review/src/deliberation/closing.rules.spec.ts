import { given } from '@parley/testing';
import { at, deciding, deliberation, member, openedPanel, reviewing, text, US } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import { act, objecting, vote, voteOnObjection, when, type Act } from './deliberation-story.fixture';
import type { DeliberationAct } from './votes.rules';

const start = givenPanel();
const silent = given(deliberation);
const words = text('The duty applies to goods of China alone.');

describe('the closing of a deliberation', () => {
  const members = ['cn-1', 'cn-2', 'us-1', 'us-2'];
  const voted = silent.when(...['C1', 'C2'].flatMap((claim) => members.map((id) => vote(id, claim, 'substantiated'))));
  const close = (id: string): DeliberationAct => act(id, { type: 'AskClosing' });

  it('needs both co-chairs, and the vote of every member on every claim and every objection', () => {
    expect(silent.refusalOf(close('us-2'))).toBe('not-all-voted');
    const objected = openedPanel(givenPanel().when(...deciding, objecting).state);
    expect(voted.refusalOf({ ...close('us-2'), panel: objected })).toBe('not-all-voted');
    const disposed = voted.when(
      ...['objection:1', 'objection:2'].flatMap((each) =>
        members.map((id) => voteOnObjection(id, 'abstain', objected, each)),
      ),
    );
    expect(disposed.when({ ...close('us-2'), panel: objected }).recorded).toEqual(['ClosingAsked']);
    expect(voted.refusalOf(close('us-1'))).toBe('not-a-co-chair');
    expect(voted.when(close('us-2')).recorded).toEqual(['ClosingAsked']);
    expect(voted.when(close('us-2')).refusalOf(close('us-2'))).toBe('closing-already-asked');
    expect(voted.when(close('us-2'), close('cn-2')).recorded).toEqual(['ClosingAsked', 'DeliberationClosed']);
  });

  it('is asked for by a whole panel (I-02), while findings are made', () => {
    const broken = start.when(...deciding, { type: 'RecuseMember', ...member('cn-1', when), reason: [] });
    expect(voted.refusalOf({ ...close('us-2'), panel: openedPanel(broken.state) })).toBe('parity-broken');
    const early = openedPanel(start.when(...reviewing).state);
    expect(voted.refusalOf({ ...close('us-2'), panel: early })).toBe('not-making-findings');
    expect(voted.refusalOf({ ...close('us-2'), receivedAt: at('2025-05-14T17:00:00+02:00') })).toBe('voting-over');
  });

  it('is asked for anew after a vote was changed', () => {
    expect(voted.when(close('us-2'), vote('cn-1', 'C1', 'abstain'), close('cn-2')).recorded).toEqual(['ClosingAsked']);
  });

  it('is asked for while all that was said still fits into findings', () => {
    const long = (id: string, claimId: string) =>
      act(id, { type: 'GiveStatement', claimId, text: text('x'.repeat(299_000)), exhibits: [] } as Act);
    const said = silent.when(long('us-1', 'C1'), long('cn-1', 'C1'));
    expect(said.refusalOf(long('us-1', 'C2'))).toBe('findings-too-long');
  });

  it('follows statements of seated members, each for the side of its member (I-13)', () => {
    const state = (id: string) => act(id, { type: 'GiveStatement', claimId: 'C1', text: words, exhibits: [] } as Act);
    expect(silent.refusalOf(state('us-3'))).toBe('not-seated');
    expect(silent.when(state('cn-1')).events.at(-1)).toMatchObject({ data: { side: 'complainant', by: 'cn-1' } });
  });

  it('waits for the time to comment on each exhibit on which a text rests (I-65)', () => {
    const about = { party: US, isPublic: false, answers: 'CHN-1' };
    const answering = start.when(...deciding, {
      ...{ told: 'exhibit', exhibit: 'USA-1', at: at('2025-04-22T10:00:00Z') },
      ...about,
    });
    const panel = openedPanel(answering.state);
    const resting = { claimId: 'C1', supports: 'substantiated', text: words, exhibits: ['USA-1'] };
    for (const type of ['GiveReasons', 'GiveStatement'] as const) {
      const said = voted.when(act('us-1', { type, ...resting }, panel));
      const closing = (receivedAt: string) =>
        ({ ...close('us-2'), panel, receivedAt: at(receivedAt) }) as DeliberationAct;
      expect(said.decision(closing('2025-04-29T16:59:59.999+02:00'))).toMatchObject({
        reason: { code: 'comments-run', rule: 'I-65' },
      });
      expect(said.when(closing('2025-04-29T17:00:00+02:00')).recorded).toEqual(['ClosingAsked']);
    }
    expect(voted.when({ ...close('us-2'), panel }).recorded).toEqual(['ClosingAsked']);
  });

  it('rests on exhibits that both sides have (I-65)', () => {
    const reasons = act('us-1', {
      type: 'GiveReasons',
      claimId: 'C1',
      supports: 'substantiated',
      text: words,
      exhibits: ['USA-7'],
    } as Act);
    expect(silent.decision(reasons)).toMatchObject({
      kind: 'refused',
      reason: { code: 'unknown-exhibit' },
      path: '/exhibits/0',
    });
  });
});
