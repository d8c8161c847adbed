import type { IsoDate, Text } from '@parley/kernel';
import { given } from '@parley/testing';
import { forumOf, forumRulesOf } from '../forums/forums.rules';
import {
  ask,
  assemble,
  decider,
  exit,
  expire,
  filed,
  findings,
  issue,
  registered,
  served,
} from '../referral/referral-story.fixture';
import type { ChannelRequest } from './dossier.rules';
import type { DossierRequest, PanelRequest } from './request-faults.rules';

const words = (text: string): readonly Text[] => [{ lang: 'en', text, kind: 'original' }];
const day = (text: string): IsoDate => text as IsoDate;
const withFindings = given(decider).when(filed, registered, served, findings);
const on = '2025-06-23T10:00:00Z';
const refusalOf = (changes: Partial<DossierRequest>, at = on): string => withFindings.refusalOf(ask(at, changes));
const accepts = (changes: Partial<DossierRequest>, at = on): readonly string[] =>
  withFindings.when(ask(at, changes)).recorded;

describe('a draft of a panel request (DSU 6.2)', () => {
  const panelRequest: PanelRequest = {
    consultations: { symbol: 'WT/DS633/1', requestedOn: day('2025-02-04'), heldOn: [day('2025-03-14')] },
    withoutConsultations: [],
    earlierBecause: [],
    summary: words('An advantage is withheld.'),
  };
  const changed = (changes: Partial<PanelRequest>): Partial<DossierRequest> => ({
    panelRequest: { ...panelRequest, ...changes },
  });
  const consultations = (changes: Partial<NonNullable<PanelRequest['consultations']>>) =>
    changed({ consultations: { symbol: 'WT/DS633/1', requestedOn: day('2025-02-04'), heldOn: [], ...changes } });

  it('says whether consultations were held, with symbol and dates, and needs no consultation provision', () => {
    expect(accepts({ panelRequest, consultationProvisions: [] })).toEqual(['DossierRequested']);
    expect(accepts(consultations({ heldOn: [] }))).toEqual(['DossierRequested']);
  });

  it.each<[string, Partial<DossierRequest>, string]>([
    ['no consultations, and no word why', changed({ consultations: null }), 'consultations-unexplained'],
    ['a symbol of no WTO document', consultations({ symbol: 'DS633' }), 'symbol-malformed'],
    ['consultations that are to be requested', consultations({ requestedOn: day('2025-06-24') }), 'forum-event-ahead'],
    [
      'a day before they were requested',
      consultations({ heldOn: [day('2025-02-03')] }),
      'consultations-held-out-of-time',
    ],
    ['a day that is none', consultations({ heldOn: [day('2025-02-31')] }), 'consultations-held-out-of-time'],
    [
      'a request before sixty days, and no word why',
      consultations({ requestedOn: day('2025-04-25') }),
      'panel-request-early',
    ],
    ['a memorandum in it', { ...changed({}), memorandum: { options: [] } }, 'part-of-another-forum'],
  ])('with %s is refused', (_name, changes, code) => expect(refusalOf(changes)).toBe(code));

  it(
    'comes on the sixtieth day, or earlier with its reason (DSU 4.7), or without ' + 'consultations where it says why',
    () => {
      expect(accepts(consultations({ requestedOn: day('2025-04-24') }))).toEqual(['DossierRequested']);
      expect(
        accepts({
          panelRequest: {
            ...panelRequest,
            consultations: { symbol: 'WT/DS633/1', requestedOn: day('2025-06-01'), heldOn: [] },
            earlierBecause: words('No answer in ten days.'),
          },
        }),
      ).toEqual(['DossierRequested']);
      expect(
        accepts(changed({ consultations: null, withoutConsultations: words('Both agreed to do without.') })),
      ).toEqual(['DossierRequested']);
    },
  );

  it('is asked for beside a request for consultations on the same basis, and as often as it is wanted', () => {
    const issued = withFindings.when(ask(on), assemble(), expire(), issue());
    const both = issued.when(ask('2025-07-23T10:00:00Z', { panelRequest }));
    expect(both.events.at(-1)).toMatchObject({ type: 'DossierRequested', data: { n: 2 } });
    const again = both.when(assemble({}, 2), expire(2), issue(2), ask('2025-08-23T10:00:00Z', { panelRequest }));
    expect(again.events.at(-1)).toMatchObject({ type: 'DossierRequested', data: { n: 3 } });
  });
});

describe('a draft of a request for consultations', () => {
  it('names the provision under which they are requested', () =>
    expect(refusalOf({ consultationProvisions: [] })).toBe('consultation-provision-missing'));
});

describe('a draft for the World Bank (I-49)', () => {
  const channel: ChannelRequest = {
    channel: 'inspection-panel',
    institution: 'IBRD',
    project: { id: 'P123456', name: 'Port rehabilitation' },
    requester: 'affected-people',
    people: 2,
    closedOn: null,
    raisedWithManagement: true,
    harm: words('The quay is closed to our boats.'),
  };
  const bank = (changes: Partial<ChannelRequest> = {}): Partial<DossierRequest> => ({
    forum: 'WORLD_BANK',
    consultationProvisions: [],
    channel: { ...channel, ...changes },
  });

  it('is for affected people, two or more, or for an Executive Director', () => {
    expect(accepts(bank())).toEqual(['DossierRequested']);
    expect(accepts(bank({ requester: 'executive-director', people: 0 }))).toEqual(['DossierRequested']);
    expect(accepts(bank({ channel: 'cao', institution: 'IFC', people: 1, raisedWithManagement: false }))).toEqual([
      'DossierRequested',
    ]);
    expect(accepts(bank({ channel: 'grievance-redress-service', people: 1, raisedWithManagement: false }))).toEqual([
      'DossierRequested',
    ]);
  });

  it.each<[string, Partial<DossierRequest>, string]>([
    ['for a state', { forum: 'WORLD_BANK' }, 'forum-hears-no-state'],
    ['for one person alone', bank({ people: 1 }), 'too-few-affected-people'],
    [
      'for an Executive Director through another channel',
      bank({ channel: 'cao', institution: 'MIGA', requester: 'executive-director' }),
      'executive-director-not-heard',
    ],
    ['about a project of another institution', bank({ institution: 'IFC' }), 'institution-of-another-channel'],
    ['about what management was not asked', bank({ raisedWithManagement: false }), 'not-raised-with-management'],
    ['about a project that was closed too long ago', bank({ closedOn: day('2024-03-22') }), 'project-closed-too-long'],
    [
      'with a part for the WTO',
      {
        ...bank(),
        panelRequest: {
          consultations: null,
          withoutConsultations: words('None.'),
          earlierBecause: [],
          summary: words('None.'),
        },
      },
      'part-of-another-forum',
    ],
  ])('is refused %s', (_name, changes, code) => expect(refusalOf(changes)).toBe(code));

  it('takes a project that was closed within fifteen months, since the rules of 2020', () => {
    expect(accepts(bank({ closedOn: day('2024-03-23') }))).toEqual(['DossierRequested']);
    const months = ['1995-1', '2020-1', '2026-1'].map((version) => {
      const forum = forumOf(forumRulesOf(version), 'WORLD_BANK');
      return forum.kind === 'channels' ? forum.channels[0]?.monthsAfterClosing : undefined;
    });
    expect(months).toEqual([0, 15, 15]);
  });
});

describe('a memorandum to the capitals', () => {
  const option = { title: words('A joint review'), text: words('Both sides review the schedule.') };
  const memorandum = (options: number): Partial<DossierRequest> => ({
    forum: 'CAPITALS',
    consultationProvisions: [],
    memorandum: { options: Array.from({ length: options }, () => option) },
  });

  it('lays at least two options before them', () => {
    expect(accepts(memorandum(2))).toEqual(['DossierRequested']);
    expect(refusalOf(memorandum(1))).toBe('memorandum-without-choice');
    expect(refusalOf({ forum: 'CAPITALS' })).toBe('memorandum-without-choice');
  });
});

describe('the version of the forum rules', () => {
  const early = given(decider).when(filed, registered, served, exit('2025-03-04T10:00:00Z'));

  it('is that of the day of the request, and stands in the dossier', () => {
    expect(early.when(ask('2025-03-06T23:59:59Z')).events.at(-1)).toMatchObject({ data: { forumRules: '2020-1' } });
    expect(early.when(ask('2025-03-07T00:00:00Z')).events.at(-1)).toMatchObject({ data: { forumRules: '2026-1' } });
  });
});
