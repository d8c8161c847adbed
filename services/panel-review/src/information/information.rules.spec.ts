import { interimDigest } from '../review/review.rules';
import {
  at,
  caseId,
  CN,
  confirmed,
  desk,
  entered,
  expire,
  exhibit,
  member,
  openedPanel,
  person,
  reviewing,
  text,
  US,
  type Said,
} from '../panel/panel-story.fixture';
import type { FileThirdPartyNote } from '../panel/panel-commands.rules';
import { givenPanel } from '../panel/told-panel.fixture';

/** The co-chairs of the story are `cn-2` and `us-2`. */
const ask = (by: string, of: string, when = '2025-03-20T10:00:00Z'): Said => ({
  type: 'RequestInformation',
  ...member(by, when),
  askedOf: of,
  questions: text('Which products?'),
  jointly: false,
  withdrawals: [],
});
const answer = (
  party: typeof US,
  when: string,
  exhibits: readonly string[] = ['CHN-1'],
  requestId = 'request:1',
): Said => ({
  type: 'AnswerRequest',
  ...desk(party, when),
  requestId,
  text: text('Heading 7208.'),
  exhibits,
});
const comment = (party: typeof US, on: string, when: string): Said => ({
  type: 'CommentOnMaterial',
  ...desk(party, when),
  materialId: on,
  comment: text('Not all of it.'),
});
const asked = givenPanel().when(...reviewing, ask('cn-2', US));
const due = openedPanel(asked.state).running['information-request:US:1']!.dueAt;
const justBefore = new Date(Date.parse(due) - 1).toISOString();

describe('a request for information', () => {
  it('is made by either co-chair in the review, to a party of the case', () => {
    expect(asked.recorded).toEqual(['InformationRequested']);
    expect(openedPanel(asked.state).running['information-request:US:1']).toMatchObject({
      clock: 'information-request',
      dueDate: '2025-04-03',
    });
    expect(
      givenPanel()
        .when(...reviewing)
        .refusalOf(ask('us-1', US)),
    ).toBe('not-a-co-chair');
    expect(
      givenPanel()
        .when(...reviewing)
        .refusalOf(ask('us-2', 'FR')),
    ).toBe('no-such-party');
    expect(
      givenPanel()
        .when(...reviewing, expire('review'))
        .refusalOf(ask('us-2', CN, '2025-04-24T10:00:00Z')),
    ).toBe('not-in-review');
  });

  it('is one of forty at most', () => {
    const forty = asked.when(...Array.from({ length: 39 }, () => ask('us-2', CN)));
    expect(forty.recorded).toEqual(['InformationRequested']);
    expect(forty.refusalOf(ask('us-2', CN))).toBe('too-many-information-requests');
  });

  it('is answered by the party that was asked, once, up to the last millisecond', () => {
    expect(asked.refusalOf(answer(CN, '2025-03-21T10:00:00Z'))).toBe('not-asked');
    expect(asked.refusalOf({ ...answer(US, '2025-03-21T10:00:00Z'), party: null } as Said)).toBe('not-a-party');
    expect(asked.refusalOf(answer(US, '2025-03-21T10:00:00Z', [], 'request:9'))).toBe('unknown-request');
    expect(asked.refusalOf(answer(US, due))).toBe('answer-out-of-time');
    const told = asked.when(answer(US, justBefore));
    expect(told.recorded).toEqual(['InformationAnswered']);
    expect(told.refusalOf(answer(US, justBefore))).toBe('request-answered');
    expect(told.when(expire('information-request:US:1')).recorded).toEqual([]);
    const ended = asked.when({ told: 'screening-ended', outcome: 'withdrawn', at: at('2025-03-21T09:00:00Z') });
    expect(ended.refusalOf(answer(US, '2025-03-21T10:00:00Z'))).toBe('screening-ended');
  });

  it('rests on exhibits of which both sides have a version only (I-65)', () => {
    expect(asked.refusalOf(answer(US, '2025-03-21T10:00:00Z', ['CHN-1', 'USA-9']))).toBe('unknown-exhibit');
    expect(exhibit).toMatchObject({ exhibit: 'CHN-1' });
  });

  it('that nobody answers is on record as not answered, as of its end, and the panel goes on', () => {
    const silent = asked.when(expire('information-request:US:1'));
    expect(silent.events.at(-1)).toMatchObject({ type: 'InformationNotGiven', tier: 'PUBLIC', occurredAt: due });
    expect(openedPanel(silent.state)).toMatchObject({
      stage: { name: 'reviewing' },
      requests: [{ outcome: 'not-given' }],
    });
    expect(silent.when(expire('information-request:US:1')).recorded).toEqual([]);
  });

  it('that ends with another is decided with it, in the order of the requests and not of the countries (I-07)', () => {
    const both = givenPanel().when(...reviewing, ask('cn-2', US), ask('us-2', CN));
    const told = both.when(expire('information-request:CN:2'));
    expect(told.events.slice(-2).map(({ data }) => ('requestId' in data ? data.requestId : ''))).toEqual([
      'request:1',
      'request:2',
    ]);
    expect(told.when(expire('information-request:US:1')).recorded).toEqual([]);
  });

  it('can be answered after a review that ended sooner, while its own time runs', () => {
    const late = givenPanel().when(...reviewing, ask('cn-2', US, '2025-03-24T10:00:00Z'), {
      type: 'RecordInterim',
      at: at('2025-04-01T10:00:00Z'),
      text: text('So far.'),
      exhibits: [],
      digest: interimDigest(caseId, text('So far.'), []),
    });
    expect(late.when(answer(US, '2025-04-07T10:00:00Z')).recorded).toEqual(['InformationAnswered']);
  });
});

describe('an answer', () => {
  const answered = asked.when(answer(US, '2025-03-24T10:00:00Z'));

  it('is for the other party to comment on, once (I-65)', () => {
    const told = answered.when(comment(CN, 'answer:1', '2025-03-25T10:00:00Z'));
    expect(openedPanel(told.state).materials).toMatchObject([{ id: 'answer:1', party: US, comments: [{ party: CN }] }]);
    expect(told.refusalOf(comment(CN, 'answer:1', '2025-03-25T10:00:00Z'))).toBe('material-commented');
    expect(answered.refusalOf(comment(US, 'answer:1', '2025-03-25T10:00:00Z'))).toBe('own-material');
    expect(answered.refusalOf(comment(CN, 'answer:2', '2025-03-25T10:00:00Z'))).toBe('unknown-material');
    const ofNobody = { ...comment(CN, 'answer:1', '2025-03-25T10:00:00Z'), party: null } as Said;
    expect(answered.refusalOf(ofNobody)).toBe('not-a-party');
  });

  it('is open to comments until the findings are being made', () => {
    expect(answered.when(expire('review')).refusalOf(comment(CN, 'answer:1', '2025-04-24T10:00:00Z'))).toBe(
      'material-comment-out-of-time',
    );
  });
});

describe('a third party', () => {
  const admit: Said = {
    type: 'AdmitThirdParty',
    ...member('us-2', '2025-03-20T10:00:00Z'),
    name: text('Importers'),
  };
  const file = (when: string, thirdPartyId = 'third-party:1', by = 'us-registry'): FileThirdPartyNote => ({
    type: 'FileThirdPartyNote',
    by: person(by),
    party: US,
    receivedAt: new Date(when).toISOString() as never,
    thirdPartyId,
    text: text('We pay it.'),
  });
  const note = (...said: Parameters<typeof file>) => entered(file(...said));
  const admitted = givenPanel().when(...reviewing, admit);

  it('is admitted by a co-chair, and heard through the registry', () => {
    expect(
      givenPanel()
        .when(...reviewing)
        .refusalOf(note('2025-03-21T10:00:00Z')),
    ).toBe('unknown-third-party');
    expect(
      givenPanel()
        .when(...reviewing)
        .refusalOf({ ...admit, by: person('us-1') }),
    ).toBe('not-a-co-chair');
    const told = admitted.when(...confirmed(file('2025-03-21T10:00:00Z')));
    expect(openedPanel(told.state).materials).toMatchObject([{ id: 'note:1', kind: 'third-party-note', party: null }]);
    expect(told.events.at(-1)?.tier).toBe('PANEL');
  });

  it('may write in person, where the co-chair named who does, and for itself alone', () => {
    const self = person('third-party');
    const named = givenPanel().when(...reviewing, { ...admit, personId: self });
    const writes = (by = self): Said => ({ ...file('2025-03-21T10:00:00Z'), as: 'third-party', by, party: null });
    expect(named.when(writes()).events.at(-1)).toMatchObject({
      type: 'ThirdPartyNoteFiled',
      tier: 'PANEL',
      data: { as: 'third-party', by: 'third-party' },
    });
    expect(named.refusalOf(writes(person('another')))).toBe('unknown-third-party');
    expect(admitted.refusalOf(writes())).toBe('unknown-third-party');
    expect(
      givenPanel()
        .when(...reviewing)
        .refusalOf({ ...admit, personId: person('us-desk') }),
    ).toBe('otherwise-engaged-in-the-case');
  });

  it('has its note put on record by nobody who has another capacity in the case (I-05)', () => {
    expect(admitted.refusalOf(note('2025-03-21T10:00:00Z', 'third-party:1', 'cn-desk'))).toBe('two-capacities-in-case');
  });

  it('is one of twenty at most, and their notes are forty', () => {
    const twenty = admitted.when(...Array.from({ length: 19 }, () => admit));
    expect(twenty.recorded).toEqual(['ThirdPartyAdmitted']);
    expect(twenty.refusalOf(admit)).toBe('too-many-third-parties');
    const noted = admitted.when(
      ...Array.from({ length: 40 }, (_, n) => confirmed(file('2025-03-21T10:00:00Z'), `p${String(n)}`)).flat(),
    );
    expect(noted.recorded).toEqual(['LateEntryCounted', 'ThirdPartyNoteFiled']);
    expect(noted.refusalOf(note('2025-03-21T10:00:00Z'))).toBe('too-many-notes');
  });

  it('is heard no more when the review is over', () => {
    expect(admitted.when(expire('review')).refusalOf(note('2025-04-24T10:00:00Z'))).toBe('not-in-review');
    expect(admitted.refusalOf(note('2025-04-24T10:00:00Z'))).toBe('review-over');
  });

  it('leaves a note on which both parties comment', () => {
    const told = admitted.when(
      ...confirmed(file('2025-03-21T10:00:00Z')),
      comment(US, 'note:1', '2025-03-24T10:00:00Z'),
      comment(CN, 'note:1', '2025-03-24T11:00:00Z'),
    );
    expect(openedPanel(told.state).materials[0]?.comments.map(({ party }) => party)).toEqual([US, CN]);
  });
});
