import type { IsoDate } from '@parley/kernel';
import {
  at,
  caseId,
  claims,
  CN,
  desk,
  disclose,
  exhibit,
  expire,
  member,
  nominate,
  openedPanel,
  opening,
  person,
  reviewing,
  text,
  type Said,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import { interimDigest } from './review.rules';

const panel = givenPanel().when(...reviewing);
const LAST_DAY = at('2025-04-09T17:00:00+02:00');
const interim = (when: string): Said => ({
  type: 'RecordInterim',
  at: at(when),
  text: text('So far.'),
  exhibits: [],
  digest: interimDigest(caseId, text('So far.'), []),
});
const ask = (when: string, by = 'cn-2'): Said => ({
  type: 'RequestInformation',
  ...member(by, when),
  askedOf: 'US',
  questions: text('Which rate applied?'),
  jointly: false,
  withdrawals: [],
});
/** An urgent panel whose members are nominated and disclose in a day, and whom nobody challenges. */
const urgentPanel: readonly Said[] = [
  opening({ track: 'urgent', longStop: at('2025-03-12T17:00:00+01:00') }),
  claims,
  exhibit,
  ...['cn-1', 'us-1'].flatMap((id) => [
    nominate(id, '2025-02-11T10:00:00Z', true),
    disclose(id, '2025-02-11T12:00:00Z'),
  ]),
  expire('challenge:CN:1'),
];
const runningOf = ({ state }: { readonly state: Parameters<typeof openedPanel>[0] }) => openedPanel(state).running;

describe('the time for evidence', () => {
  it('ends on day 15 of the review, and that to answer what came last on day 20', () => {
    expect(runningOf(panel)['evidence']).toMatchObject({ clock: 'evidence', stage: 'S7', dueAt: LAST_DAY });
    const closed = panel.when(expire('evidence'));
    expect(closed.recorded).toEqual(['EvidenceClosed']);
    expect(closed.events.at(-1)).toMatchObject({ occurredAt: LAST_DAY, rule: 'I-70', tier: 'PUBLIC' });
    expect(runningOf(closed)['evidence']).toBeUndefined();
    expect(runningOf(closed)['evidence-answer']?.dueAt).toBe(at('2025-04-16T17:00:00+02:00'));
    expect(closed.when(expire('evidence-answer')).recorded).toEqual(['EvidenceAnswersClosed']);
    expect(closed.when(expire('evidence')).recorded).toEqual([]);
  });

  it('ends on day 30 on the complex track', () => {
    const complex = {
      told: 'track',
      track: 'complex',
      longStop: at('2025-09-08T17:00:00+02:00'),
      at: at('2025-03-20T10:00:00+01:00'),
    } as const;
    // The review begins anew with the third pair, on 31 March; 4 April and 1 to 5 May are closed in China.
    const third = ['cn-3', 'us-3'].flatMap((id) => [
      nominate(id, '2025-03-21T10:00:00Z'),
      disclose(id, '2025-03-24T10:00:00Z'),
    ]);
    const changed = panel.when(complex, ...third, expire('challenge:CN:3'));
    expect(runningOf(changed)['evidence']?.dueAt).toBe(at('2025-05-16T17:00:00+02:00'));
  });

  it('ends with the interim text where that comes sooner, so that nothing comes after it', () => {
    const issued = panel.when(interim('2025-04-01T10:00:00+02:00'));
    expect(issued.recorded).toEqual(['EvidenceClosed', 'InterimIssued']);
    expect(runningOf(issued)['evidence-answer']?.dueAt).toBe(at('2025-04-09T17:00:00+02:00'));
    expect(panel.when(expire('evidence'), interim('2025-04-14T10:00:00+02:00')).recorded).toEqual(['InterimIssued']);
  });

  it('ends on its last day also where that is only decided after the interim text', () => {
    const late = panel.when(interim('2025-04-14T10:00:00+02:00'));
    expect(late.recorded).toEqual(['InterimIssued']);
    expect(late.when(expire('evidence')).events.at(-1)).toMatchObject({
      type: 'EvidenceClosed',
      occurredAt: LAST_DAY,
    });
  });

  it('begins anew with a review that waits for more members', () => {
    const urgent = givenPanel().when(...urgentPanel);
    expect(runningOf(urgent)['evidence']?.dueAt).toBe(at('2025-02-20T17:00:00+01:00'));
    const refused = urgent.when({ type: 'RecordUrgency', verdict: 'refused', at: at('2025-02-13T10:00:00Z') });
    expect(runningOf(refused)['evidence']).toBeUndefined();
  });

  it('ends on day 10 on the urgent track, and that for answers 24 hours later', () => {
    const closed = givenPanel().when(...urgentPanel, expire('evidence'));
    expect(closed.events.at(-1)).toMatchObject({ occurredAt: at('2025-02-20T17:00:00+01:00') });
    expect(runningOf(closed)['evidence-answer']?.dueAt).toBe(at('2025-02-21T17:00:00+01:00'));
  });

  it('lasts 24 hours before an urgent panel that is whole only after that day', () => {
    const late = givenPanel().when(
      ...urgentPanel.slice(0, -1),
      { told: 'suspended', at: at('2025-02-11T13:00:00Z') },
      {
        told: 'resumed',
        longStop: at('2025-03-25T17:00:00+01:00'),
        still: {
          ...{ from: at('2025-02-11T13:00:00Z'), to: at('2025-02-24T10:00:00Z') },
          ...{ fromDay: '2025-02-12' as IsoDate, toDay: '2025-02-24' as IsoDate },
        },
        at: at('2025-02-24T10:00:00Z'),
      },
      expire('challenge:CN:1'),
    );
    const { wholeSince } = openedPanel(late.state).convening!;
    expect(runningOf(late)['evidence']).toMatchObject({ clock: 'late-evidence' });
    expect(Date.parse(runningOf(late)['evidence']!.dueAt) - Date.parse(wholeSince)).toBe(24 * 3_600_000);
    expect(late.refusalOf(ask('2025-02-25T14:00:00Z', 'cn-1'))).toBe('evidence-closed');
  });
});

describe('a question of one co-chair', () => {
  it('is to be answered in its own time, and by the last day for evidence', () => {
    const early = panel.when(ask('2025-03-19T10:00:00+01:00'));
    expect(runningOf(early)['information-request:US:1']).toMatchObject({
      clock: 'information-request',
      dueAt: at('2025-04-02T17:00:00+02:00'),
    });
    const late = panel.when(ask('2025-04-09T16:59:59.999+02:00'));
    expect(runningOf(late)['information-request:US:1']).toMatchObject({
      clock: 'last-request',
      awaits: 'party:US',
      dueAt: LAST_DAY,
    });
    expect(late.when(expire('information-request:US:1')).recorded).toEqual(['InformationNotGiven']);
  });

  it('is no way around the last day for evidence', () => {
    for (const told of [panel, panel.when(expire('evidence'))])
      expect(told.refusalOf(ask('2025-04-09T17:00:00.000+02:00'))).toBe('evidence-closed');
  });

  it('is not answered later by the consent of the parties, unless evidence is', () => {
    const asked = panel.when(ask('2025-03-25T10:00:00+01:00'));
    const longer = (deadline: string): Said => ({
      type: 'ProposeExtension',
      ...desk(CN, '2025-03-27T10:00:00+01:00'),
      signatories: 'parties',
      deadline,
      length: 5,
      reason: { en: 'More time.', 'zh-Hans': '延长。' },
    });
    expect(asked.refusalOf(longer('information-request:US:1'))).toBe('extension-past-evidence');
    expect(asked.when(longer('evidence')).recorded).toEqual(['ExtensionProposed']);
  });
});

describe('the note of a third party', () => {
  const admitted = panel.when({
    type: 'AdmitThirdParty',
    ...member('cn-2', '2025-04-09T10:00:00+02:00'),
    name: text('An association'),
    personId: person('association'),
  });
  const note = (when: string): Said => ({
    type: 'FileThirdPartyNote',
    as: 'third-party',
    by: person('association'),
    party: null,
    receivedAt: at(when),
    thirdPartyId: 'third-party:1',
    text: text('We buy these goods.'),
  });

  it('comes by the last day for evidence', () => {
    expect(admitted.when(note('2025-04-09T16:59:59.999+02:00')).recorded).toEqual(['ThirdPartyNoteFiled']);
    expect(admitted.refusalOf(note('2025-04-09T17:00:00+02:00'))).toBe('evidence-closed');
  });
});
