import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import { at, CN, complainant, respondent, US } from '../referral/referral-story.fixture';
import { attemptsUntil } from '../settlement/note-screening.rules';
import type { FiledSettlement } from '../settlement/settlement-region.rules';
import {
  acceptOf,
  breakOff,
  decider,
  ended,
  filed,
  findings,
  propose,
  registered,
  sign,
  table,
} from '../settlement/settlement-story.fixture';
import type { RepudiateAct } from './repudiation.rules';

const head = (party: PartyCode, receivedAt: string, changes: Partial<RepudiateAct> = {}): RepudiateAct => ({
  type: 'RepudiateAct',
  ...(party === CN ? complainant(receivedAt) : respondent(receivedAt)),
  act: 'text:1',
  isHead: true,
  ...changes,
});
const signed = given(decider).when(
  filed,
  registered,
  propose(US, '2025-03-03T10:00:00Z'),
  acceptOf(CN, '2025-03-05T10:00:00Z'),
  table(US, '2025-03-10T10:00:00Z'),
  sign(US, '2025-03-11T10:00:00Z'),
);
const settled = signed.when(sign(CN, '2025-03-12T10:00:00Z'), ended('settled', '2025-03-12T10:00:00Z'));
const inWindow = given(decider).when(filed, registered, findings, table(US, '2025-06-23T10:00:00Z'));
const SOON = '2025-03-13T10:00:00Z';

describe('the repudiation of a signature of a settlement', () => {
  it('undoes what rested on it: the conciliation goes on, and the text awaits that signature alone', () => {
    const undone = settled.when(head(US, SOON));
    expect(undone.events.at(-1)).toMatchObject({
      type: 'ActRepudiated',
      rule: 'I-67',
      tier: 'PUBLIC',
      data: { act: 'text:1', kind: 'settlement-signature', party: US, doneBy: 'us-desk-1', undoes: true },
    });
    expect(undone.state).toMatchObject({
      region: 'conciliation',
      onTheTable: 1,
      texts: [{ signatures: [{ party: CN }] }],
    });
    expect(undone.state).not.toHaveProperty('settled');
    expect(undone.when(sign(US, '2025-03-14T10:00:00Z')).recorded).toEqual([
      'SettlementTextSigned',
      'SettlementSigned',
    ]);
    expect(undone.when(breakOff(CN, '2025-03-14T10:00:00Z')).state).toMatchObject({ region: 'idle' });
  });

  it('takes away one that stands alone, and leaves the text on the table', () => {
    const undone = signed.when(head(US, SOON));
    expect(undone.events.at(-1)).toMatchObject({ data: { undoes: false } });
    expect(undone.state).toMatchObject({ region: 'conciliation', onTheTable: 1, texts: [{ signatures: [] }] });
    expect(undone.when(sign(CN, '2025-03-14T10:00:00Z')).recorded).toEqual(['SettlementTextSigned']);
  });

  it('leaves the window its end, and the other side no less than 5 joint business days of it', () => {
    const windowOf = (state: unknown) => (state as FiledSettlement).running['settlement-window']?.dueAt;
    const early = inWindow.when(sign(CN, '2025-06-24T10:00:00Z'), sign(US, '2025-06-25T10:00:00Z'));
    const undoneEarly = early.when(head(US, '2025-06-26T10:00:00Z'));
    expect([undoneEarly.state, windowOf(undoneEarly.state)]).toMatchObject([
      { region: 'window' },
      windowOf(inWindow.state),
    ]);
    // The window would have ended on the twenty-first of July.
    const late = inWindow.when(sign(CN, '2025-07-18T10:00:00Z'), sign(US, '2025-07-21T10:00:00Z'));
    expect(windowOf(late.when(head(US, '2025-07-23T10:00:00Z')).state)).toBe(at('2025-07-30T15:00:00Z'));
  });

  it('opens the window that findings have opened meanwhile', () => {
    const issued = settled.when(findings);
    expect(issued.state).toMatchObject({ region: 'settled' });
    const later = signed.when(sign(CN, '2025-06-19T10:00:00Z'), findings);
    expect(later.when(head(CN, '2025-06-23T10:00:00Z')).recorded).toEqual(['ActRepudiated', 'SettlementWindowOpened']);
  });

  it('takes nothing from the record: that both had signed stays a fact, and so does its end', () => {
    const { state } = settled.when(head(US, SOON));
    const kinds = (until: string) => attemptsUntil(state as FiledSettlement, at(until)).map(({ kind }) => kind);
    expect(kinds('2025-03-12T12:00:00Z')).toEqual(['proposed', 'begun', 'settled']);
    expect(kinds('2025-03-14T12:00:00Z')).toEqual(['proposed', 'begun', 'settled', 'undone']);
  });

  it.each<[string, RepudiateAct, string]>([
    [
      'by an officer who does not head the delegation',
      head(US, SOON, { isHead: false }),
      'repudiated-by-its-head-alone',
    ],
    ['by nobody’s party', head(US, SOON, { party: null }), 'not-a-party'],
    ['of a text that is not there', head(US, SOON, { act: 'text:2' }), 'unknown-act-to-repudiate'],
    ['when its time is over', head(US, '2025-03-18T16:00:00.000Z'), 'repudiation-out-of-time'],
  ])('is refused %s', (_, command, code) => {
    expect(settled.refusalOf(command)).toBe(code);
  });

  it('is each side’s of its own, until the last millisecond, and once', () => {
    expect(signed.refusalOf(head(CN, SOON))).toBe('act-of-the-other-side');
    const undone = settled.when(head(US, '2025-03-18T15:59:59.999Z'));
    expect(undone.refusalOf(head(US, '2025-03-18T15:59:59.999Z'))).toBe('repudiated-already');
    const anew = undone.when(sign(US, '2025-03-19T10:00:00Z'));
    expect(anew.when(head(US, '2025-03-20T10:00:00Z')).recorded).toEqual(['ActRepudiated']);
  });
});
