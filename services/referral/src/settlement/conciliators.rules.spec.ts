import type { PartyCode, PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import { at, CN, tell, US } from '../referral/referral-story.fixture';
import { showConciliators } from './conciliators.response';
import { appointedConciliators, conciliatorsDigest } from './conciliators-state.rules';
import type { FiledSettlement, SettlementCommand } from './settlement-region.rules';
import {
  acceptOf,
  both,
  breakOff,
  caseId,
  decider,
  expire,
  filed,
  findings,
  propose,
  registered,
  sign,
  table,
} from './settlement-story.fixture';

const [ANNA, BO] = ['anna' as PersonId, 'bo' as PersonId];
const TEXT = both('Half of each.', '各退一半。');
const DUE = '2025-03-13T16:00:00.000Z';
const act = (by: PersonId, receivedAt: string) => ({ by, party: null, receivedAt: at(receivedAt) });
const desk = { [US]: 'us-desk', [CN]: 'cn-desk' } as Readonly<Record<string, string>>;

const pick = (party: PartyCode, person: PersonId, receivedAt = '2025-03-06T10:00:00Z'): SettlementCommand => ({
  type: 'PickConciliator',
  ...act(desk[party] as PersonId, receivedAt),
  party,
  person,
});
const accepts = (by: PersonId, of: PartyCode, receivedAt = '2025-03-07T10:00:00Z'): SettlementCommand => ({
  type: 'AcceptAsConciliator',
  ...act(by, receivedAt),
  of,
});
const withdraws = (by: PersonId): SettlementCommand => ({
  type: 'WithdrawAsConciliator',
  ...act(by, '2025-03-10T10:00:00Z'),
});
const signs = (by: PersonId, text = TEXT, receivedAt = '2025-03-10T10:00:00Z'): SettlementCommand => ({
  type: 'SignConciliatorsProposal',
  ...act(by, receivedAt),
  caseId,
  text,
});

const idle = given(decider).when(filed, registered);
const conciliation = idle.when(propose(US, '2025-03-03T10:00:00Z'), acceptOf(CN, '2025-03-05T10:00:00Z'));
const picked = conciliation.when(pick(US, ANNA), pick(CN, BO));
const appointed = picked.when(accepts(ANNA, US), accepts(BO, CN));
const readersOf = ({ state }: typeof appointed) => appointedConciliators((state as FiledSettlement).conciliators);

describe('conciliators (S10)', () => {
  it('are picked while a settlement is under way, and the first pick gives both five joint business days', () => {
    expect(idle.refusalOf(pick(US, ANNA))).toBe('no-conciliation-under-way');
    expect(conciliation.when(pick(US, ANNA)).state).toMatchObject({
      running: { 'conciliators:1': { clock: 'conciliators', dueAt: DUE } },
    });
    expect(picked.events.at(-1)).toMatchObject({ data: { opens: [] } });
    const urgent = conciliation.when(tell({ kind: 'track-changed', track: 'urgent' }));
    expect(urgent.when(pick(US, ANNA)).state).toMatchObject({
      running: { 'conciliators:1': { dueAt: at('2025-03-07T10:00:00Z') } },
    });
  });

  it('are both who accept by themselves, or none: one alone reads nothing', () => {
    const one = picked.when(accepts(ANNA, US));
    expect(one.recorded).toEqual(['ConciliatorAccepted']);
    expect(readersOf(one)).toEqual([]);
    expect(one.when(accepts(BO, CN)).recorded).toEqual(['ConciliatorAccepted', 'ConciliatorsAppointed']);
    expect(readersOf(appointed)).toEqual([ANNA, BO]);
    expect(appointed.state).toMatchObject({ running: {} });
  });

  it('are none once the time is over without both, and the parties conciliate alone', () => {
    const lacking = picked.when(accepts(ANNA, US), expire('conciliators:1'));
    expect(lacking.events.at(-1)).toMatchObject({
      type: 'ConciliatorsLacking',
      occurredAt: DUE,
      tier: 'PUBLIC',
      data: { missing: [CN] },
    });
    expect(lacking.state).toMatchObject({ region: 'conciliation', running: {} });
    expect(lacking.when(expire('conciliators:1')).recorded).toEqual([]);
    expect(appointed.when(expire('conciliators:1')).recorded).toEqual([]);
    expect(lacking.when(table(US, '2025-03-14T10:00:00Z')).recorded).toEqual(['SettlementTextTabled']);
    expect(lacking.when(pick(CN, BO, '2025-03-14T10:00:00Z')).events.at(-1)).toMatchObject({ data: { n: 2 } });
  });

  it('are shown to nobody whose side has picked somebody else since', () => {
    const reads = ({ state }: typeof picked, person: PersonId) =>
      showConciliators(caseId, state as FiledSettlement, { readsProposals: false, person }).tries;
    expect(reads(picked, ANNA)).toHaveLength(1);
    expect(reads(picked.when(pick(US, 'cleo' as PersonId)), ANNA)).toEqual([]);
  });

  it('are found lacking first where a side breaks off behind their time, before its default was decided', () => {
    const broken = picked.when(accepts(ANNA, US), breakOff(CN, '2025-03-14T10:00:00Z'));
    expect(broken.recorded).toEqual(['ConciliatorsLacking', 'ConciliationBrokenOff']);
    expect(broken.events.at(-2)).toMatchObject({ occurredAt: DUE, data: { missing: [CN] } });
    expect(broken.events.at(-1)).toMatchObject({ data: { closes: [] } });
  });

  it('are picked and accept until the expiry, and not at it', () => {
    const before = new Date(Date.parse(DUE) - 1).toISOString();
    expect(picked.when(accepts(ANNA, US, before)).recorded).toEqual(['ConciliatorAccepted']);
    expect(picked.refusalOf(accepts(ANNA, US, DUE))).toBe('conciliators-late');
    expect(picked.refusalOf(pick(US, 'carl' as PersonId, DUE))).toBe('conciliators-late');
  });

  it.each<[string, SettlementCommand, string, typeof picked]>([
    ['picked by nobody of the parties', { ...pick(US, ANNA), party: null } as SettlementCommand, 'not-a-party', picked],
    ['the officer who picks', pick(US, 'us-desk' as PersonId), 'conciliator-engaged-in-the-case', conciliation],
    ['picked twice', pick(US, ANNA), 'conciliator-picked', picked],
    ['changed once one accepted', pick(US, BO), 'conciliator-has-accepted', picked.when(accepts(ANNA, US))],
    ['changed once both accepted', pick(US, BO), 'conciliators-appointed', appointed],
    ['the other side’s', pick(CN, ANNA), 'conciliator-of-the-other-side', picked.when(accepts(ANNA, US))],
    ['accepted by nobody picked', accepts('carl' as PersonId, US), 'conciliator-not-picked', picked],
    ['accepted for the other side', accepts(ANNA, CN), 'conciliator-not-picked', picked],
    ['accepted twice', accepts(ANNA, US), 'conciliator-has-accepted', appointed],
    [
      'accepted after another was picked',
      accepts(ANNA, US),
      'conciliator-not-picked',
      picked.when(pick(US, 'd' as PersonId)),
    ],
  ])('are not %s', (_name, command, code, scenario) => {
    expect(scenario.refusalOf(command)).toBe(code);
  });

  it('are not somebody of the panel, and one person is not both (I-05)', () => {
    const members = ['m1', 'm2'] as PersonId[];
    const withPanel = conciliation.when(tell({ kind: 'panel-convened', members }));
    expect(withPanel.refusalOf(pick(US, members[0]!))).toBe('conciliator-engaged-in-the-case');
    const same = conciliation.when(pick(US, ANNA), pick(CN, ANNA), accepts(ANNA, US));
    expect(same.refusalOf(accepts(ANNA, CN))).toBe('conciliator-of-the-other-side');
  });

  it('are not picked without end', () => {
    const often = conciliation.when(...Array.from({ length: 10 }, (_, n) => pick(US, `p${String(n)}` as PersonId)));
    expect(often.refusalOf(pick(US, ANNA))).toBe('conciliators-picked-too-often');
    expect(often.when(pick(CN, BO)).recorded).toEqual(['ConciliatorPicked']);
  });

  it('are none once one withdraws, and while the other is awaited a side picks anew', () => {
    const left = appointed.when(withdraws(BO));
    expect(left.recorded).toEqual(['ConciliatorWithdrew']);
    expect(readersOf(left)).toEqual([]);
    expect(left.refusalOf(withdraws(ANNA))).toBe('not-a-conciliator');
    expect(left.refusalOf(signs(ANNA))).toBe('not-a-conciliator');
    const early = picked.when(accepts(ANNA, US), withdraws(ANNA));
    expect(early.refusalOf(accepts(ANNA, US))).toBe('conciliator-not-picked');
    const anew = early.when(pick(US, 'd' as PersonId), accepts('d' as PersonId, US), accepts(BO, CN));
    expect(readersOf(anew)).toEqual([BO, 'd']);
    expect(picked.refusalOf(withdraws(ANNA))).toBe('not-a-conciliator');
  });

  it('put what both sign to both sides at the instant of the second signature', () => {
    const once = appointed.when(signs(ANNA));
    expect(once.recorded).toEqual(['ConciliatorsProposalSigned']);
    expect(once.refusalOf(signs(ANNA))).toBe('conciliator-has-signed');
    expect(once.refusalOf(signs(BO, both('All.', '全部。')))).toBe('conciliators-differ');
    expect(picked.when(accepts(ANNA, US)).refusalOf(signs(ANNA))).toBe('conciliators-awaited');
    const put = once.when(signs(BO));
    expect(put.recorded).toEqual([
      'ConciliatorsProposalSigned',
      'ConciliatorsProposalPut',
      'ConciliatorsProposalServed',
    ]);
    expect(put.events.at(-1)).toMatchObject({
      tier: 'DESKS',
      data: { text: TEXT, digest: conciliatorsDigest(caseId, 1, TEXT) },
    });
    expect(put.when(signs(ANNA)).recorded).toEqual(['ConciliatorsProposalSigned']);
    const often = appointed.when(
      ...Array.from({ length: 20 }, (_, n) => signs(ANNA, both(`Text ${String(n)}.`, '文本。'))),
    );
    expect(often.refusalOf(signs(ANNA))).toBe('conciliators-signed-too-often');
  });

  it('go on in the window if both are appointed, and read nothing after a settlement or the end of it', () => {
    expect(readersOf(appointed.when(findings))).toEqual([ANNA, BO]);
    expect(picked.when(findings).refusalOf(accepts(ANNA, US, '2025-06-21T10:00:00Z'))).toBe('conciliator-not-picked');
    expect(picked.when(findings).state).toMatchObject({ running: { 'settlement-window': {} } });
    expect(readersOf(appointed.when(findings, expire('settlement-window')))).toEqual([]);
    const late = idle.when(findings, pick(US, ANNA, '2025-07-18T10:00:00Z'), expire('settlement-window'));
    expect(late.state).toMatchObject({ region: 'lapsed', running: {} });
    const settled = appointed.when(
      table(US, '2025-03-10T10:00:00Z'),
      sign(US, '2025-03-11T10:00:00Z'),
      sign(CN, '2025-03-12T10:00:00Z'),
    );
    expect(settled.state).toMatchObject({ region: 'settled' });
    expect(readersOf(settled)).toEqual([]);
    expect(settled.refusalOf(signs(ANNA, TEXT, '2025-03-13T10:00:00Z'))).toBe('already-settled');
    expect(readersOf(appointed.when(breakOff(CN, '2025-03-12T10:00:00Z')))).toEqual([]);
  });

  it('have their time stand still with a suspension, and go on with what was left', () => {
    const suspended = picked.when(tell({ kind: 'screening-suspended', at: at('2025-03-10T10:00:00Z') }));
    expect(suspended.recorded).toContain('SuspensionNoted');
    expect(suspended.when(expire('conciliators:1')).recorded).toEqual([]);
    expect(suspended.when(accepts(ANNA, US, '2025-04-01T10:00:00Z')).recorded).toEqual(['ConciliatorAccepted']);
    const still = { from: at('2025-03-10T10:00:00Z'), to: at('2025-04-10T10:00:00Z'), days: null };
    const resumed = suspended.when(tell({ kind: 'screening-resumed', still }));
    expect(resumed.recorded).toContain('ResumptionNoted');
    expect(resumed.events.at(-1)).toMatchObject({ data: { opens: [{ id: 'conciliators:1' }] } });
    expect(resumed.when(expire('conciliators:1')).recorded).toEqual(['ConciliatorsLacking']);
  });
});
