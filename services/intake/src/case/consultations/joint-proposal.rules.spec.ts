import type { Bilingual, PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import type { Act, CaseCommand, RegisteredCase } from '../case-commands.rules';
import { at, complainant, decider, expire, filing, person, registered, reply, respondent } from '../case-story.fixture';
import { propose, sign as signProposal, suspension } from '../consent/consent-story.fixture';

const TEXT: Bilingual = { en: 'Both measures are phased out.', 'zh-Hans': '两项措施逐步取消。' };
const OTHER: Bilingual = { ...TEXT, 'zh-Hans': '两项措施立即取消。' };
const END = '2025-03-13T16:00:00Z';
const DUE = '2025-03-20T16:00:00Z';

const coHead = (party: 'CN' | 'US', receivedAt: string): Act => ({
  by: person(`${party}-cohead`),
  party: party as PartyCode,
  receivedAt: at(receivedAt),
});
const signs = (act: Act, text = TEXT): CaseCommand => ({ type: 'SignJointProposal', ...act, text });
const us = (receivedAt: string, text = TEXT) => signs(coHead('US', receivedAt), text);
const cn = (receivedAt: string, text = TEXT) => signs(coHead('CN', receivedAt), text);

const consulting = given(decider).when(...registered, reply('2025-02-20T10:00:00Z'));
const escalated = consulting.when(expire('officials'), expire('consultations'));
const running = ({ state }: typeof escalated) => (state as RegisteredCase).running;

describe('a joint proposal of the co-heads', () => {
  it('has five joint business days from the end of S5, of which the co-heads’ agenda knows', () => {
    expect(running(escalated)['joint-proposal']).toMatchObject({
      dueAt: at(DUE),
      trigger: { event: 'ConsultationsClosed', instant: at(END), kind: 'expiry' },
    });
  });

  it('is put to both sides at the instant of the second signature, and the text to the two desks alone', () => {
    const first = escalated.when(us('2025-03-17T09:00:00Z'));
    expect(first.recorded).toEqual(['JointProposalSigned']);
    expect(JSON.stringify(first.events.at(-1))).not.toContain(TEXT.en);
    const put = first.when(cn('2025-03-18T09:00:00Z'));
    expect(put.events.slice(-3)).toMatchObject([
      { type: 'JointProposalSigned', tier: 'PARTIES', rule: 'I-04', data: { party: 'CN' } },
      { type: 'JointProposalPut', tier: 'PUBLIC', data: { closes: ['joint-proposal'] } },
      { type: 'JointProposalServed', tier: 'DESKS', occurredAt: at('2025-03-18T09:00:00Z'), data: { text: TEXT } },
    ]);
    expect(put.when(expire('joint-proposal')).recorded).toEqual([]);
    expect(put.refusalOf(us('2025-03-18T10:00:00Z', OTHER))).toBe('joint-proposal-put');
  });

  it('is none by its time alone, whoever signed, and that is public', () => {
    for (const story of [escalated, escalated.when(us('2025-03-17T09:00:00Z'))]) {
      const none = story.when(expire('joint-proposal'));
      expect(none.events.at(-1)).toMatchObject({ type: 'NoJointProposal', tier: 'PUBLIC', occurredAt: at(DUE) });
      expect(none.refusalOf(cn('2025-03-20T17:00:00Z'))).toBe('joint-proposal-late');
    }
  });

  it('is late in the millisecond in which its time ends', () => {
    expect(escalated.when(cn('2025-03-20T15:59:59.999Z')).recorded).toEqual(['JointProposalSigned']);
    expect(escalated.refusalOf(cn(DUE))).toBe('joint-proposal-late');
  });

  it('moves no other clock, and ends nothing', () => {
    const put = escalated.when(us('2025-03-17T09:00:00Z'), cn('2025-03-18T09:00:00Z'));
    const { 'joint-proposal': _, ...others } = running(escalated);
    expect(running(put)).toEqual(others);
    expect(put.state).toMatchObject({ status: 'registered', exchange: { stage: 'closed' } });
  });

  it('is for what has come to the co-heads, and not before', () => {
    expect(consulting.refusalOf(us('2025-02-26T09:00:00Z'))).toBe('joint-proposal-not-asked');
    const deputies = consulting.when({ type: 'EscalateConsultations', ...complainant('2025-02-26T09:00:00Z') });
    expect(deputies.refusalOf(us('2025-02-26T10:00:00Z'))).toBe('joint-proposal-not-asked');
    expect(consulting.refusalOf(us('2025-03-17T09:00:00Z'))).toBe('default-pending');
  });

  it('may come while they consult at their level, and then no time for it begins', () => {
    const risen = consulting.when(
      { type: 'EscalateConsultations', ...complainant('2025-02-26T09:00:00Z') },
      { type: 'EscalateConsultations', ...respondent('2025-02-27T09:00:00Z') },
    );
    expect(running(risen)).not.toHaveProperty('joint-proposal');
    const put = risen.when(us('2025-02-28T09:00:00Z'), cn('2025-02-28T10:00:00Z'));
    expect(put.recorded).toContain('JointProposalServed');
    expect(running(put.when(expire('consultations')))).not.toHaveProperty('joint-proposal');
    expect(running(risen.when(expire('consultations')))).toHaveProperty('joint-proposal');
  });

  it('is not awaited where both parties concluded the consultations', () => {
    const concluded = consulting.when(
      { type: 'ConcludeConsultations', ...complainant('2025-02-26T09:00:00Z') },
      { type: 'ConcludeConsultations', ...respondent('2025-02-26T10:00:00Z') },
    );
    expect(running(concluded)).not.toHaveProperty('joint-proposal');
    expect(concluded.refusalOf(us('2025-02-27T09:00:00Z'))).toBe('joint-proposal-not-asked');
  });

  it('takes two persons, one of each side, and the same letters in both languages', () => {
    const first = escalated.when(us('2025-03-17T09:00:00Z'));
    expect(first.refusalOf(us('2025-03-17T10:00:00Z'))).toBe('signed-already');
    expect(first.refusalOf(signs({ ...coHead('CN', '2025-03-17T10:00:00Z'), by: person('US-cohead') }))).toBe(
      'signs-for-both',
    );
    expect(first.decision(cn('2025-03-17T10:00:00Z', OTHER))).toMatchObject({
      reason: { code: 'joint-proposal-differs' },
      path: '/text',
    });
    expect(first.refusalOf(signs({ ...coHead('CN', '2025-03-17T10:00:00Z'), party: null }))).toBe('not-a-party');
  });

  it('may be changed by who signed first, and the other signs the later text', () => {
    const changed = escalated.when(us('2025-03-17T09:00:00Z'), us('2025-03-17T10:00:00Z', OTHER));
    expect(changed.refusalOf(cn('2025-03-17T11:00:00Z'))).toBe('joint-proposal-differs');
    expect(changed.when(cn('2025-03-17T11:00:00Z', OTHER)).events.at(-1)).toMatchObject({ data: { text: OTHER } });
    const often = escalated.when(
      ...Array.from({ length: 20 }, (_, n) => us('2025-03-17T09:00:00Z', { ...TEXT, en: `Text ${String(n)}` })),
    );
    expect(often.refusalOf(us('2025-03-17T10:00:00Z'))).toBe('joint-proposal-signed-too-often');
  });

  it('stands still with the screening, and ends with it', () => {
    const still = escalated.when(
      propose(suspension(), '2025-03-17T09:00:00Z'),
      signProposal(suspension(), '2025-03-17T10:00:00Z'),
    );
    expect(running(still)).not.toHaveProperty('joint-proposal');
    expect(still.refusalOf(us('2025-03-18T09:00:00Z'))).toBe('screening-suspended');
    const ended = escalated.when({ type: 'WithdrawGrievance', ...complainant('2025-03-17T09:00:00Z') });
    expect(ended.refusalOf(us('2025-03-18T09:00:00Z'))).toBe('screening-ended');
  });

  it('has 24 hours on the urgent track', () => {
    const claim = {
      ground: 'safety' as const,
      reasons: [{ lang: 'en' as const, text: 'Now.', kind: 'original' as const }],
    };
    const urgent = given(decider).when(
      { ...filing('2025-02-05T12:00:00+01:00'), urgency: claim },
      ...registered.slice(1),
      expire('urgency-refusal'),
      reply('2025-02-07T10:00:00Z'),
      expire('first-call'),
      expire('consultations'),
    );
    const { dueAt, trigger } = running(urgent)['joint-proposal']!;
    expect(Date.parse(dueAt) - Date.parse(trigger.instant!)).toBe(24 * 3_600_000);
  });
});
