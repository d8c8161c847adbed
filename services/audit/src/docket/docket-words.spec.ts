import { EVENT_TYPE, intake, panelReview } from '@parley/contracts';
import { caseIdOf, nameOf, storyOf, tells } from './docket-story.fixture';
import { heardFrom } from './docket.hears';

const said = storyOf(caseIdOf(1), 'CN-2025-0001').flatMap((event) => heardFrom(event, nameOf)?.fact ?? []);
const AT = '2025-03-20T10:00:00Z';
const ended = (outcome: string, reason: string) =>
  heardFrom(tells(intake.ScreeningEndedSchema, AT, { caseId: caseIdOf(1), outcome, reason }), nameOf)?.fact?.texts;
const panelFact = (kind: string) =>
  heardFrom(tells(panelReview.PanelFactSchema, AT, { caseId: caseIdOf(1), kind, side: 'CN', personId: 'cn-1' }), nameOf)
    ?.fact?.texts;
const of = (kind: string) => said.find((fact) => fact.kind === kind)?.texts;

describe('the words of the docket', () => {
  it('are there in both languages for every kind of a story (I-57)', () => {
    for (const { texts } of said) {
      expect(texts.en).toMatch(/^[A-Z].*\.$/);
      expect(texts['zh-Hans']).toMatch(/^[\p{Script=Han}].*。$/u);
    }
  });

  it('come with the name that the event has everywhere, also where the entry tells a part of it', () => {
    const named = new Map(said.map(({ kind, event }) => [kind, event]));
    expect(['case-registered', 'reply-lapsed', 'hotline-answered'].map((kind) => named.get(kind))).toEqual([
      ...['CaseRegistered', 'ReplyLapsed', 'HotlineAcknowledged'],
    ]);
    expect([...named.values()].filter((event) => event && !EVENT_TYPE.values.includes(event))).toEqual([]);
    const eventOf = (kind: string) =>
      heardFrom(tells(panelReview.PanelFactSchema, AT, { caseId: caseIdOf(1), kind }), nameOf)?.fact?.event;
    expect(['challenge-upheld', 'seats-opened'].map(eventOf)).toEqual(['ChallengeDecided', 'TrackTaken']);
    const moved = tells(panelReview.LimitsMovedSchema, AT, { caseId: caseIdOf(1) });
    expect(heardFrom(moved, nameOf)?.fact?.event).toBeNull();
  });

  it('name the parties in the language of the sentence', () => {
    expect(of('case-registered')).toEqual({
      en: 'Registered as CN-2025-0001: a grievance of China against the United States.',
      'zh-Hans': '登记为 CN-2025-0001 号：中国对美国提出的申诉。',
    });
  });

  it('say that a call was not answered', () => {
    expect(of('call-unanswered')?.en).toBe('Call 1, offered by China for 2025-03-03 09:00 UTC, was not answered.');
  });

  it('say what the draw of a crisis team rests on, and whose nonce and which secret it is held without (I-72)', () => {
    expect(of('crisis-draws-opened')?.en).toBe(
      'The hashes of the secrets by which a crisis team may be drawn were published, and both duty rosters frozen.',
    );
    expect(of('hotline-nonce-left-out')?.en).toBe(
      'The United States did not lay its nonce for a crisis team open in time; the team is drawn without it.',
    );
    expect(of('hotline-draw-secret-missing')?.['zh-Hans']).toMatch(/^秘书处未公开/);
  });

  it('count findings by outcome and name a missing certification', () => {
    expect(of('findings-issued')?.en).toBe(
      'The findings are issued. Claims substantiated: 1; not substantiated: 1; not agreed: 1; not screened: 0. ' +
        'Reasons of the majority: none adopted in time for C3. Objections: time – not sustained. ' +
        'Certification is missing from: the United States.',
    );
  });

  it('say how much of the published reasons was left out, why and on whose mark (I-75)', () => {
    expect(of('reasons-published')).toEqual({
      en:
        'The reasons and separate statements of the findings are public. Left out as confidential: 17 of 90 ' +
        'characters of the reasons on C1 in English (business information; on the mark of the United States).',
      'zh-Hans': expect.stringMatching(/略去：C1 的理由英文文本 90 字中的 17 字（商业信息；应美国标记）。$/) as string,
    });
  });

  it(
    'name in the language of the sentence what a code stands for, and no reason that the ' +
      'outcome says already (I-57)',
    () => {
      expect(of('findings-issued')?.['zh-Hans']).toMatch(/缺少以下一方的核证：美国。$/);
      for (const reason of ['findings', 'long-stop', 'roster-exhausted', 'cure', 'cure-rounds', '']) {
        expect(ended('lapsed', reason)?.['zh-Hans']).not.toMatch(/[a-z]/);
      }
      expect(ended('findings-issued', 'findings')?.en).toBe('The screening ended: findings issued.');
    },
  );

  it(
    'give the true reason for which a member is off the panel: no disclosure in time, ' + 'or a panel composed anew',
    () => {
      const off = (kind: string) => panelFact(kind)?.en;
      expect(off('member-removed')).toMatch(/no disclosure was made in time\.$/);
      expect(off('member-left')).toMatch(/it is composed anew\.$/);
    },
  );

  it('never say that somebody violated an agreement (I-52)', () => {
    expect(said.map(({ texts }) => `${texts.en} ${texts['zh-Hans']}`).join('\n')).not.toMatch(/violat|breach|违反/);
  });

  it('name a kind of a later day by its code', () => {
    expect(panelFact('stay-granted')).toEqual({
      en: 'On record: stay granted.',
      'zh-Hans': '记录在案：StayGranted。',
    });
  });
});
