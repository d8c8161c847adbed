import { given } from '@parley/testing';
import { act, vote, type Act } from '../deliberation/deliberation-story.fixture';
import { seatedMembers } from '../composition/draw-seat.rules';
import { reasonsDigest } from '../deliberation/reasons.rules';
import type { DeliberationAct } from '../deliberation/votes.rules';
import {
  at,
  caseId,
  deciding,
  expire,
  member,
  openedPanel,
  person,
  reviewing,
  text,
  US,
  type Said,
  deliberation,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import { citable } from './evidence-time.rules';
import { interimDigest } from './review.rules';

const silent = given(deliberation);
const words = text('The rate was twenty per cent.');
const struck: Said = { told: 'exhibit-struck', exhibit: 'CHN-1', at: at('2025-04-01T10:00:00Z') };

describe('an exhibit that was withdrawn', () => {
  const panel = openedPanel(givenPanel().when(...reviewing).state);
  const without = openedPanel(givenPanel().when(...reviewing, struck).state);
  const draft = (inPanel: typeof panel): DeliberationAct => ({
    type: 'DraftInterim',
    ...member('us-1', '2025-04-01T11:00:00Z'),
    panel: inPanel,
    text: words,
    exhibits: ['CHN-1'],
  });
  const saying = (type: 'GiveReasons' | 'GiveStatement', inPanel: typeof panel) =>
    act('us-1', { type, claimId: 'C1', supports: 'substantiated', text: words, exhibits: ['CHN-1'] } as Act, inPanel);

  it('is under no draft, and a draft that rests on it is not signed', () => {
    const digest = interimDigest(caseId, words, ['CHN-1']);
    const sign = { type: 'SignInterim', ...member('us-2', '2025-04-02T10:00:00Z'), panel: without, digest } as const;
    expect(silent.decision(draft(without))).toMatchObject({
      reason: { code: 'exhibit-struck', rule: 'I-70' },
      path: '/exhibits/0',
    });
    expect(silent.when(draft(panel)).decision(sign)).toMatchObject({
      reason: { code: 'exhibit-struck' },
      path: '/digest',
    });
  });

  it('is under no reasons or statement, and those that rested on it hold up an early close alone', () => {
    const making = openedPanel(givenPanel().when(...deciding).state);
    const later = openedPanel(givenPanel().when(...deciding, struck).state);
    const votes = ['C1', 'C2'].flatMap((claim) =>
      ['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => vote(id, claim, 'substantiated')),
    );
    for (const type of ['GiveReasons', 'GiveStatement'] as const) {
      expect(silent.refusalOf(saying(type, later))).toBe('exhibit-struck');
      const said = silent.when(saying(type, making), ...votes);
      const digest = reasonsDigest(caseId, {
        claimId: 'C1',
        supports: 'substantiated',
        text: words,
        exhibits: ['CHN-1'],
      });
      if (type === 'GiveReasons')
        expect(said.refusalOf(act('cn-1', { type: 'AdoptReasons', digest } as Act, later))).toBe('exhibit-struck');
      expect(said.when(act('us-2', { type: 'AskClosing' }, making)).recorded).toEqual(['ClosingAsked']);
      expect(said.refusalOf(act('us-2', { type: 'AskClosing' }, later))).toBe('exhibit-struck');
    }
  });

  it('is not what findings rest on: a text on it is left out, and one beside it stays', () => {
    const told = givenPanel().when(...deciding, struck, expire('findings'));
    const seated = seatedMembers(openedPanel(told.state));
    const adoptedBy = seated.map((seat) => person(seat.member));
    const reasons = (claimId: string, exhibits: readonly string[]) =>
      ({
        ...{ claimId, member: person('us-1'), supports: 'substantiated' as const, text: words, exhibits, adoptedBy },
        digest: reasonsDigest(caseId, { claimId, supports: 'substantiated', text: words, exhibits }),
      }) as const;
    const decided = told.when({
      type: 'RecordFindings',
      closedAt: at('2025-05-14T17:00:00+02:00'),
      closedBy: 'time',
      seats: 4,
      seated,
      votes: ['C1', 'C2'].flatMap((claimId) =>
        adoptedBy.map((voter) => ({ claimId, member: voter, on: 'substantiated' as const, attributed: false })),
      ),
      objectionVotes: [],
      reasons: [reasons('C1', ['CHN-1']), reasons('C2', [])],
      statements: [],
      salt: 'ab'.repeat(32),
    });
    expect(decided.events.at(-1)).toMatchObject({
      type: 'FindingsWritten',
      data: {
        findings: [
          { claimId: 'C1', outcome: 'substantiated', reasons: null },
          { claimId: 'C2', outcome: 'substantiated', reasons: { exhibits: [] } },
        ],
      },
    });
  });
});

describe('an exhibit that came after the close of evidence', () => {
  const closed = givenPanel().when(...reviewing, expire('evidence'));
  const cited = (answers: string): readonly string[] => {
    const about = { party: US, isPublic: false, at: at('2025-04-10T10:00:00Z'), answers };
    const came: Said = { told: 'exhibit', exhibit: 'USA-1', ...about };
    return citable(openedPanel(closed.when(came).state));
  };

  it('is under no text, unless it answers what came last', () => {
    expect(cited('')).toEqual(['CHN-1']);
    expect(cited('CHN-1')).toEqual(['CHN-1', 'USA-1']);
  });
});
