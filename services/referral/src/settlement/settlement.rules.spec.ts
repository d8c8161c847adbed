import { given } from '@parley/testing';
import { at, CN, digest, tell, US } from '../referral/referral-story.fixture';
import type { SettlementCommand } from './settlement-region.rules';
import {
  acceptOf,
  breakOff,
  decider,
  ended,
  expire,
  filed,
  findings,
  obligation,
  propose,
  registered,
  reopened,
  setAside,
  sign,
  table,
  text,
} from './settlement-story.fixture';

const nothing = given(decider);
const registeredCase = nothing.when(filed, registered);
const proposed = registeredCase.when(propose(US, '2025-03-03T10:00:00Z'));
const conciliation = proposed.when(acceptOf(CN, '2025-03-05T10:00:00Z'));
const tabled = conciliation.when(table(US, '2025-03-10T10:00:00Z'));
const signedOnce = tabled.when(sign(US, '2025-03-11T10:00:00Z'));
const window = registeredCase.when(findings);

describe('an act of settlement', () => {
  it.each<[string, SettlementCommand, typeof nothing]>([
    ['proposed', propose(US, '2025-03-03T10:00:00Z'), registeredCase],
    ['accepted', acceptOf(CN, '2025-03-05T10:00:00Z'), proposed],
    ['broken off', breakOff(CN, '2025-03-12T10:00:00Z'), conciliation],
    ['tabled', table(US, '2025-03-10T10:00:00Z'), conciliation],
    ['signed', sign(US, '2025-03-11T10:00:00Z'), tabled],
  ])('is a party’s: nothing is %s for anybody else', (_name, command, scenario) => {
    expect(scenario.refusalOf({ ...command, party: null } as SettlementCommand)).toBe('not-a-party');
    expect(scenario.decision(command).kind).toBe('accepted');
  });
});

describe('conciliation (S10)', () => {
  it('is proposed by either party from S4 on, and gives the other ten joint business days', () => {
    expect(proposed.recorded).toEqual(['ConciliationProposed']);
    expect(proposed.state).toMatchObject({
      region: 'idle',
      running: {
        'conciliation-answer:1': { clock: 'conciliation-answer', dueDate: '2025-03-17', awaits: `party:${CN}` },
      },
    });
    expect(registeredCase.when(propose(CN, '2025-03-03T10:00:00Z')).recorded).toEqual(['ConciliationProposed']);
  });

  it('gives the other 24 hours in an urgent case', () => {
    const urgent = registeredCase.when(tell({ kind: 'track-changed', track: 'urgent' }));
    expect(urgent.when(propose(US, '2025-03-03T10:00:00Z')).state).toMatchObject({
      running: { 'conciliation-answer:1': { dueAt: at('2025-03-04T10:00:00Z') } },
    });
  });

  it('begins when the other party accepts, and then no answer is awaited', () => {
    expect(conciliation.state).toMatchObject({ region: 'conciliation', running: {} });
  });

  it.each<[string, SettlementCommand, string]>([
    ['by who proposed it', acceptOf(US, '2025-03-05T10:00:00Z'), 'own-proposal'],
    ['at the instant of expiry', acceptOf(CN, '2025-03-17T16:00:00Z'), 'conciliation-over'],
    ['of a proposal that is not there', acceptOf(CN, '2025-03-05T10:00:00Z', 2), 'no-such-conciliation'],
  ])('is not accepted %s', (_name, command, code) => {
    expect(proposed.refusalOf(command)).toBe(code);
  });

  it('is accepted no more once the screening has ended', () => {
    const over = proposed.when(ended('withdrawn', '2025-03-04T10:00:00Z'));
    expect(over.refusalOf(acceptOf(CN, '2025-03-05T10:00:00Z'))).toBe('screening-ended');
  });

  it('is accepted a millisecond before the expiry, and not twice', () => {
    expect(proposed.when(acceptOf(CN, '2025-03-17T15:59:59.999Z')).recorded).toEqual(['ConciliationBegun']);
    expect(conciliation.refusalOf(acceptOf(CN, '2025-03-06T10:00:00Z'))).toBe('conciliation-begun');
  });

  it('that nobody answers is recorded so as of the expiry, once (I-18)', () => {
    const silent = proposed.when(expire('conciliation-answer:1'));
    expect(silent.events.at(-1)).toMatchObject({
      type: 'ConciliationUnanswered',
      occurredAt: '2025-03-17T16:00:00.000Z',
    });
    expect(silent.when(expire('conciliation-answer:1')).recorded).toEqual([]);
    expect(conciliation.when(expire('conciliation-answer:1')).recorded).toEqual([]);
  });

  it('is proposed anew once it is on record that the one before ran out, and cuts no acceptance off (I-19)', () => {
    const anew = propose(CN, '2025-03-17T16:00:01Z');
    expect(proposed.refusalOf(propose(CN, '2025-03-04T10:00:00Z'))).toBe('conciliation-open');
    expect(proposed.refusalOf(anew)).toBe('conciliation-open');
    expect(proposed.when(expire('conciliation-answer:1'), anew).recorded).toEqual(['ConciliationProposed']);
  });

  it('is broken off by either party, and what lay on the table binds nobody', () => {
    const broken = signedOnce.when(breakOff(CN, '2025-03-12T10:00:00Z'));
    expect(broken.state).toMatchObject({ region: 'idle' });
    expect(broken.refusalOf(sign(CN, '2025-03-12T11:00:00Z'))).toBe('no-conciliation-under-way');
    const again = broken.when(propose(CN, '2025-03-13T10:00:00Z'), acceptOf(US, '2025-03-13T11:00:00Z', 2));
    expect(again.refusalOf(sign(CN, '2025-03-14T10:00:00Z'))).toBe('settlement-text-replaced');
    expect(broken.refusalOf(breakOff(US, '2025-03-12T11:00:00Z'))).toBe('conciliation-over');
  });

  it.each([
    ['before registration', nothing.when(filed), '2025-02-05T10:00:00Z', 'not-registered'],
    ['at the instant of the long-stop', registeredCase, '2025-07-07T15:00:00Z', 'long-stop-passed'],
    [
      'after a withdrawal',
      registeredCase.when(ended('withdrawn', '2025-03-01T10:00:00Z')),
      '2025-03-01T10:00:00Z',
      'screening-ended',
    ],
    ['when the window is open', window, '2025-06-23T10:00:00Z', 'settlement-window-open'],
  ])('is not proposed %s', (_name, scenario, receivedAt, code) => {
    expect(scenario.refusalOf(propose(CN, receivedAt))).toBe(code);
  });

  it('stops with the screening, unless findings end it', () => {
    expect(conciliation.when(ended('withdrawn', '2025-03-20T10:00:00Z')).events.at(-1)).toMatchObject({
      type: 'ConciliationStopped',
      data: { n: 1, outcome: 'withdrawn' },
    });
    expect(conciliation.when(ended('findings-issued', '2025-06-20T10:00:00Z')).recorded).toEqual(['Told']);
  });
});

describe('a text on the table', () => {
  it('needs something under way', () => {
    expect(registeredCase.refusalOf(table(US, '2025-03-10T10:00:00Z'))).toBe('no-conciliation-under-way');
    expect(proposed.refusalOf(table(US, '2025-03-10T10:00:00Z'))).toBe('no-conciliation-under-way');
    expect(window.when(table(US, '2025-06-23T10:00:00Z')).recorded).toEqual(['SettlementTextTabled']);
  });

  it('is for the parties alone (I-45)', () => {
    expect(tabled.events.at(-1)).toMatchObject({ type: 'SettlementTextTabled', tier: 'PARTIES' });
    expect(signedOnce.events.at(-1)).toMatchObject({ type: 'SettlementTextSigned', tier: 'PARTIES' });
  });

  it.each([
    ['an obligation of nobody', [obligation('O1', 'XX' as never, '2025-09-30')], 'owner-not-a-party'],
    [
      'an obligation named twice',
      [obligation('O1', US, '2025-09-30'), obligation('O1', CN, '2025-09-30')],
      'obligation-named-twice',
    ],
    [
      'a date that is no later than the day of agreement',
      [obligation('O1', US, '2025-03-10')],
      'obligation-date-passed',
    ],
    ['a date that no calendar counts', [obligation('O1', US, '2099-01-01')], 'obligation-date-too-far'],
  ])('with %s is refused (I-47)', (_name, obligations, code) => {
    expect(conciliation.refusalOf(table(US, '2025-03-10T10:00:00Z', { obligations }))).toBe(code);
  });

  it('takes the place of the one before', () => {
    expect(signedOnce.when(table(CN, '2025-03-12T10:00:00Z')).refusalOf(sign(CN, '2025-03-13T10:00:00Z'))).toBe(
      'settlement-text-replaced',
    );
  });
});

describe('the signatures of both parties (I-47)', () => {
  const settled = signedOnce.when(sign(CN, '2025-03-12T10:00:00Z'));

  it('over one digest settle the case at the instant of the second', () => {
    expect(settled.recorded).toEqual(['SettlementTextSigned', 'SettlementSigned']);
    expect(settled.events.at(-1)).toMatchObject({
      occurredAt: '2025-03-12T10:00:00.000Z',
      tier: 'PUBLIC',
      data: {
        phase: 'conciliation',
        obligations: [
          { id: 'O1', owner: 'US', date: '2025-09-30' },
          { id: 'O2', owner: 'CN' },
        ],
        text: text(),
      },
    });
    expect(settled.state).toMatchObject({ region: 'settled', running: {} });
  });

  it('say in public nothing of a text that the parties keep to themselves', () => {
    const kept = conciliation.when(table(US, '2025-03-10T10:00:00Z', { publication: 'facts-only' }));
    const state = kept.state;
    const over = state.status === 'filed' ? state.texts[0]?.digest : undefined;
    const both = kept.when(sign(US, '2025-03-11T10:00:00Z', 1, over), sign(CN, '2025-03-12T10:00:00Z', 1, over));
    expect(JSON.stringify(both.events.at(-1))).not.toContain('schedule');
    expect(both.events.at(-1)).toMatchObject({
      data: { obligations: [{ id: 'O1', owner: 'US', date: '2025-09-30' }, { id: 'O2' }] },
    });
  });

  it.each<[string, SettlementCommand, string]>([
    ['over another digest', sign(CN, '2025-03-12T10:00:00Z', 1, digest('a')), 'settlement-digest-differs'],
    ['of one party twice', sign(US, '2025-03-12T10:00:00Z'), 'party-has-signed'],
    ['of a text that is not there', sign(CN, '2025-03-12T10:00:00Z', 7), 'no-such-text'],
    [
      'of one person for both',
      { ...sign(CN, '2025-03-12T10:00:00Z'), by: 'us-desk-1' } as SettlementCommand,
      'signs-for-both-sides',
    ],
    ['at the instant of the long-stop', sign(CN, '2025-07-07T15:00:00Z'), 'long-stop-passed'],
  ])('are refused %s', (_name, command, code) => {
    expect(signedOnce.refusalOf(command)).toBe(code);
  });

  it('come too late when an obligation could not be met any more', () => {
    const soon = conciliation.when(
      table(US, '2025-03-10T10:00:00Z', { obligations: [obligation('O1', US, '2025-03-12')] }),
    );
    const over = soon.state.status === 'filed' ? soon.state.texts[0]?.digest : undefined;
    expect(soon.refusalOf(sign(CN, '2025-03-12T10:00:00Z', 1, over))).toBe('obligation-date-passed');
  });

  it('end every act of settlement', () => {
    for (const command of [
      propose(CN, '2025-03-13T10:00:00Z'),
      table(CN, '2025-03-13T10:00:00Z'),
      sign(CN, '2025-03-13T10:00:00Z'),
    ]) {
      expect(settled.refusalOf(command)).toBe('already-settled');
    }
  });

  it('received before the lapse beat it, though it is heard of first (I-19)', () => {
    const lapsed = tabled.when(sign(US, '2025-07-07T14:00:00Z'));
    expect(lapsed.when(sign(CN, '2025-07-07T14:59:59.999Z')).recorded).toContain('SettlementSigned');
  });
});

describe('the settlement window', () => {
  it('opens with the findings for twenty joint business days, and takes the place of a conciliation', () => {
    expect(window.state).toMatchObject({ region: 'window', window: { dueDate: '2025-07-21' } });
    expect(signedOnce.when(findings).state).toMatchObject({
      region: 'window',
      conciliations: [{ end: { how: 'window-opened' } }],
      onTheTable: 1,
    });
  });

  it('takes the day of the expiry as its trigger day when findings went out by default', () => {
    const late = registeredCase.when(
      tell({ kind: 'findings-issued', issuedAt: '2025-06-20T15:00:00.000Z' as never, by: 'expiry' }),
    );
    expect(late.state).toMatchObject({ window: { trigger: { kind: 'expiry', date: '2025-06-20' } } });
  });

  it('opens also when findings are heard of before the registration', () => {
    expect(nothing.when(findings, filed, registered).recorded).toEqual(['Told', 'SettlementWindowOpened']);
  });

  it('settles the case too', () => {
    const settled = window.when(
      table(CN, '2025-06-23T10:00:00Z'),
      sign(US, '2025-06-24T10:00:00Z'),
      sign(CN, '2025-07-21T14:59:59.999Z'),
    );
    expect(settled.events.at(-1)).toMatchObject({ type: 'SettlementSigned', data: { phase: 'window' } });
  });

  it('lapses by itself as of its end, once, and is over at that instant', () => {
    const lapsed = window.when(expire('settlement-window'));
    expect(lapsed.events.at(-1)).toMatchObject({
      type: 'SettlementWindowLapsed',
      occurredAt: '2025-07-21T15:00:00.000Z',
    });
    expect(lapsed.when(expire('settlement-window')).recorded).toEqual([]);
    expect(window.refusalOf(table(CN, '2025-07-21T15:00:00Z'))).toBe('settlement-window-closed');
    expect(lapsed.refusalOf(table(CN, '2025-07-22T15:00:00Z'))).toBe('settlement-window-closed');
  });
});

describe('a suspended screening', () => {
  const suspended = registeredCase.when(tell({ kind: 'screening-suspended', at: at('2025-07-01T10:00:00Z') }));

  it('can be settled past the long-stop that stands still with it, and up to the new one once it goes on', () => {
    expect(suspended.when(propose(CN, '2025-09-08T10:00:00Z')).recorded).toEqual([
      'ConciliationProposed',
      'SuspensionNoted',
    ]);
    const still = { from: at('2025-07-01T10:00:00Z'), to: at('2025-10-01T10:00:00Z'), days: null };
    const longStop = at('2025-12-01T16:00:00Z');
    const resumed = suspended.when(tell({ kind: 'screening-resumed', longStop, still }));
    expect(resumed.when(propose(CN, '2025-12-01T15:59:59.999Z')).recorded).toEqual(['ConciliationProposed']);
    expect(resumed.refusalOf(propose(CN, '2025-12-01T16:00:00Z'))).toBe('long-stop-passed');
  });

  it(
    'lets nobody be silent on a proposal: the time for an answer stands still, and goes on with ' +
      'what was left of it (S11)',
    () => {
      const proposed = registeredCase.when(
        propose(CN, '2025-03-03T10:00:00Z'),
        tell({ kind: 'screening-suspended', at: at('2025-03-06T10:00:00Z') }),
      );
      expect(proposed.events.at(-1)).toMatchObject({
        type: 'SuspensionNoted',
        data: { closes: ['conciliation-answer:1'] },
      });
      expect(proposed.when(expire('conciliation-answer:1')).recorded).toEqual([]);
      expect(proposed.when(acceptOf(US, '2025-05-05T10:00:00Z')).recorded).toEqual(['ConciliationBegun']);
      expect(proposed.refusalOf(propose(CN, '2025-05-05T10:00:00Z'))).toBe('conciliation-open');
      const still = {
        from: at('2025-03-06T10:00:00Z'),
        to: at('2025-05-06T10:00:00Z'),
        days: { fromDay: '2025-03-06', toDay: '2025-05-06' } as never,
      };
      const resumed = proposed.when(tell({ kind: 'screening-resumed', still }));
      expect(resumed.recorded).toEqual(['Told', 'ResumptionNoted']);
      const [answer] = resumed.state.status === 'filed' ? Object.values(resumed.state.running) : [];
      expect(answer).toMatchObject({ changes: [{ kind: 'standstill' }] });
      expect((answer?.dueAt ?? '') > '2025-05-12').toBe(true);
      expect(resumed.when(expire('conciliation-answer:1')).events.at(-1)).toMatchObject({
        type: 'ConciliationUnanswered',
        occurredAt: answer?.dueAt,
      });
    },
  );
});

describe('a screening that goes on after all', () => {
  it('can be settled once its lapse is set aside', () => {
    expect(
      registeredCase
        .when(
          ended('lapsed', '2025-07-07T15:00:00Z'),
          setAside,
          tell({ kind: 'long-stop-moved', longStop: '2025-09-01T15:00:00.000Z' as never }),
        )
        .when(propose(CN, '2025-07-08T10:00:00Z')).recorded,
    ).toEqual(['ConciliationProposed']);
  });

  it('can be conciliated anew when both parties reopen it after the window', () => {
    const again = window.when(reopened);
    expect(again.recorded).toEqual(['Told', 'SettlementOpenedAgain']);
    expect(again.state).toMatchObject({ region: 'idle', running: {} });
    expect(again.when(propose(US, '2025-07-01T10:00:00Z')).recorded).toEqual(['ConciliationProposed']);
  });
});
