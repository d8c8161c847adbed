import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openDirectoryBlobStore } from '@parley/blobs/directory';
import { LateClaims } from '@parley/http';
import {
  plusMillis,
  type Actor,
  type CommandId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import type { CaseCommand, FiledCase } from '../../services/intake/src/case/case-commands.rules';
import {
  at,
  decider,
  enteredLate,
  expire,
  registered,
  reply,
  respondent,
} from '../../services/intake/src/case/case-story.fixture';
import { extension, propose, sign } from '../../services/intake/src/case/consent/consent-story.fixture';
import {
  ask,
  decider as referrals,
  exit,
  filed,
  registered as caseRegistered,
  served,
} from '../../services/referral/src/referral/referral-story.fixture';
import type { Paper } from '../../services/panel-review/src/experts/papers.rules';
import {
  answered,
  entered,
  expire as expirePanel,
  member,
  opened,
  openedPanel,
  reviewing,
  text,
  type Said,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel } from '../../services/panel-review/src/panel/told-panel.fixture';
import { decider as agreements, settled } from '../../services/referral/src/compliance/agreement-story.fixture';
import { holdsInEveryHistory } from './holds';
import { nobodySpeaksForTheOtherSide } from './rules/i-67-nobody-speaks-for-the-other-side.rule';
import {
  answeredReports,
  earlierDates,
  unansweredReports,
  unsignedAgreements,
} from './rules/i-67-repudiated-about-agreements';
import { paperOfNeitherSide } from './rules/i-67-paper-of-neither-side.rule';
import { othersActsStand } from './rules/nothing-won-back.rule';
import { undoingGivesNoTime } from './rules/i-67-undone-settlements.rule';
import { sentence } from './sentences';

const MINUTE = 60_000;
/** February 2025 at the seat, an hour before UTC: weekends, and the seventeenth, on which the United States rests. */
const RESTS = (day: Date): boolean => [0, 6].includes(day.getUTCDay()) || day.getUTCDate() === 17;

/** The end of the working day behind the one on which something came, by a count of its own. */
function endOfNextWorkingDay(instant: string): number {
  const seat = new Date(Date.parse(instant) + 60 * MINUTE);
  const day = new Date(Date.UTC(seat.getUTCFullYear(), seat.getUTCMonth(), seat.getUTCDate()));
  const next = (): void => void day.setUTCDate(day.getUTCDate() + 1);
  // What comes after five, or on a day of rest, comes on the next working day.
  if (seat.getUTCHours() >= 17) next();
  while (RESTS(day)) next();
  do next();
  while (RESTS(day));
  return day.getTime() + 16 * 60 * MINUTE;
}

/** Of 6 February: the seventh, then the tenth to the thirteenth. */
const endOfFifthWorkingDay = Date.parse('2025-02-13T16:00:00Z');

const accepts = { position: 'accepts', objections: [], reservation: [], counterStatements: [] } as const;
const story = given(decider).when(...registered);
const claim = (cameAt: Instant, enteredAt: Instant, more: object = {}): CaseCommand => ({
  ...enteredLate({ type: 'FileReply', ...respondent(cameAt), reply: accepts }, enteredAt),
  outages: [],
  ...more,
});
const OTHER = { by: 'cn-registry', party: 'CN' as PartyCode };
const answer = (receivedAt: Instant, more: object = {}) =>
  ({
    ...{ type: 'AnswerLateEntry', ...OTHER, receivedAt, entryId: 'e1', verdict: 'confirmed', reason: [] },
    ...{ original: 'ab'.repeat(32), ...more },
  }) as unknown as CaseCommand;
const repliesIn = (state: unknown) => (state as { exchange: { reply?: unknown } }).exchange.reply;

describe(sentence('I-67'), () => {
  it('is made by the end of the working day after it came, or after the outage that covers it', () => {
    const minutes = fc.integer({ min: 0, max: 12 * 24 * 60 });
    fc.assert(
      fc.property(minutes, minutes, fc.option(fc.integer({ min: -600, max: 3_000 })), (came, wait, outage) => {
        const cameAt = plusMillis(at('2025-02-06T09:00:00Z'), came * MINUTE);
        const enteredAt = plusMillis(cameAt, wait * MINUTE);
        const to = plusMillis(cameAt, (outage ?? 0) * MINUTE);
        const from = plusMillis(cameAt, Math.min(0, outage ?? 0) * MINUTE - MINUTE);
        const covers = outage !== null && to >= cameAt;
        const end = endOfNextWorkingDay(covers ? to : cameAt);
        const said = story.decision(claim(cameAt, enteredAt, { outages: outage === null ? [] : [{ from, to }] }));
        const inTime = Date.parse(enteredAt) < end;
        expect([cameAt, enteredAt, to, said.kind]).toEqual([cameAt, enteredAt, to, inTime ? 'accepted' : 'refused']);
        if (said.kind === 'accepted')
          expect(said.events[0]?.type).toBe(covers ? 'LateEntryCounted' : 'LateEntryClaimed');
      }),
      { numRuns: 400 },
    );
  });

  it('it is no reply until the other side’s registry confirms it, and is none when that does not', () => {
    const [cameAt, enteredAt] = [at('2025-02-21T15:00:00Z'), at('2025-02-24T10:00:00Z')];
    const claimed = story.when(expire('reply'), claim(cameAt, enteredAt));
    expect(repliesIn(claimed.state)).toBe('unanswered');
    const later = plusMillis(enteredAt, 60 * MINUTE);
    expect(repliesIn(claimed.when(answer(later)).state)).toMatchObject({ position: 'accepts' });
    for (const not of [answer(later, { verdict: 'refused' }), expire('late-entry:e1')])
      expect(repliesIn(claimed.when(not).state)).toBe('unanswered');
    const own = { by: 'us-registry', party: 'US' };
    expect(claimed.refusalOf(answer(later, own))).toBe('own-late-entry');
    expect(claimed.refusalOf(answer(later, { original: 'cd'.repeat(32) }))).toBe('late-entry-original-differs');
    expect(story.refusalOf(claim(cameAt, enteredAt, { party: 'CN', act: { ...OTHER, ...actOf(cameAt) } }))).toBe(
      'not-the-respondent',
    );
    const { dueAt } = (claimed.state as FiledCase).running['late-entry:e1'] ?? { dueAt: '' };
    expect(dueAt).toBe('2025-02-26T16:00:00.000Z');
    expect(claimed.refusalOf(answer(dueAt as Instant))).toBe('late-entry-answer-late');
  });

  it('rests on what its own side has uploaded, and tells it nothing of what the other has', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-originals-'));
    const blobs = await openDirectoryBlobStore(folder);
    const late = new LateClaims(blobs, 'lateentries', () => Promise.resolve([]));
    const put = await blobs.put(Readable.from([Buffer.from('A note')]), { limitBytes: 100, keeper: 'uploadscn' });
    const original = put.kind === 'stored' ? put.blob.digest : ('' as Sha256);
    const refusalTo = async (party: string, digest: Sha256) => {
      const actor = { kind: 'person', personId: `${party}-desk`, role: 'desk', party } as unknown as Actor;
      const came = { channel: 'A note', cameAt: at('2025-02-21T15:00:00Z'), original: digest };
      const context = { commandId: 'ab'.repeat(32) as CommandId, actor };
      return late.entering(came, context).then(
        () => 'taken',
        (refused: unknown) => (refused as { problem: object }).problem,
      );
    };
    expect(await refusalTo('CN', original)).toBe('taken');
    expect(await refusalTo('US', original)).not.toBe('taken');
    expect(await refusalTo('US', original)).toEqual(await refusalTo('US', 'cd'.repeat(32) as Sha256));
    await rm(folder, { recursive: true });
  });

  it('is repudiated by its head within five working days, and then counts as not done, with no time regained', () => {
    const replied = story.when(reply('2025-02-06T10:00:00+01:00'));
    const after = fc.integer({ min: 0, max: 9 * 24 * 60 });
    fc.assert(
      fc.property(after, fc.boolean(), fc.constantFrom('US', 'CN'), (minutes, isHead, party) => {
        const receivedAt = plusMillis(at('2025-02-06T09:00:00Z'), minutes * MINUTE);
        const by = { by: `${party.toLowerCase()}-head`, party } as unknown as typeof OTHER;
        const command = { type: 'RepudiateAct', ...by, receivedAt, act: 'reply', isHead } as CaseCommand;
        const said = replied.decision(command);
        const mayBe = isHead && party === 'US' && Date.parse(receivedAt) < endOfFifthWorkingDay;
        expect([receivedAt, isHead, party, said.kind]).toEqual([
          receivedAt,
          isHead,
          party,
          mayBe ? 'accepted' : 'refused',
        ]);
        if (!mayBe) return;
        const repudiated = replied.when(command);
        expect(repliesIn(repudiated.state)).toBe('unanswered');
        expect((repudiated.state as FiledCase).running).toEqual((replied.state as FiledCase).running);
        expect(repudiated.decision(reply(plusMillis(receivedAt, MINUTE))).kind).toBe('refused');
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the other side five working days for what a consent put off, and its own side none', () => {
    const consented = story.when(
      propose(extension('reply', 5), '2025-02-18T09:00:00Z'),
      sign(extension('reply', 5), '2025-02-19T09:00:00Z'),
    );
    const dueAfter = (party: PartyCode, receivedAt: Instant) => {
      const repudiated = { type: 'RepudiateAct', by: 'head', party, receivedAt, act: 'proposal:1', isHead: true };
      return (consented.when(repudiated as unknown as CaseCommand).state as FiledCase).running['reply']?.dueAt;
    };
    const [early, late] = [at('2025-02-20T10:00:00Z'), at('2025-02-24T10:00:00Z')];
    expect(dueAfter('CN' as PartyCode, early)).toBe('2025-02-27T16:00:00.000Z');
    expect(dueAfter('US' as PartyCode, early)).toBe('2025-02-21T16:00:00.000Z');
    expect(dueAfter('US' as PartyCode, late)).toBe(late);
  });

  it('leaves the other side five working days for what fell due while a settlement stood, and its own none', () => {
    const settled = story.when({ type: 'NoteSettlement', at: at('2025-02-20T10:00:00Z'), eventId: 'settlement' });
    const dueAfter = (party: string, receivedAt: Instant) => {
      const repudiated = { at: receivedAt, party: party as PartyCode };
      const { state } = settled.when({ type: 'NoteSettlementUndone', repudiated, eventId: 'repudiation' });
      return (state as FiledCase).running['reply']?.dueAt;
    };
    // The reply was due on the twenty-first.
    const [early, late] = [at('2025-02-21T10:00:00Z'), at('2025-02-24T10:00:00Z')];
    expect(dueAfter('CN', late)).toBe('2025-03-03T16:00:00.000Z');
    expect(dueAfter('US', late)).toBe(late);
    expect(dueAfter('US', early)).toBe('2025-02-21T16:00:00.000Z');
  });

  it('gives no limit of the panel back to the side whose signature of a settlement falls, the other five days', () => {
    // Nominations were due on the twenty-fourth.
    const [endedAt, back] = [at('2025-02-19T10:00:00Z'), at('2025-02-26T10:00:00Z')];
    for (const [party, other] of [
      ['US', 'CN'],
      ['CN', 'US'],
    ] as const) {
      const { state } = givenPanel().when(
        ...opened,
        { told: 'screening-ended', outcome: 'settled', at: endedAt },
        { told: 'lapse-set-aside', repudiated: { party: party as PartyCode, endedAt }, at: back },
      );
      const { running } = openedPanel(state);
      expect(running[`nomination:${party}:1`]?.dueAt).toBe(back);
      expect(running[`nomination:${other}:1`]?.dueAt).toBe('2025-03-05T16:00:00.000Z');
    }
  });

  it('owes nothing of a settlement any more whose signature falls', () => {
    const owed = given(agreements).when(settled());
    const opens = owed.events.flatMap(({ data }) => ('opens' in data ? data.opens.map(({ id }) => id) : []));
    const undone = owed.when({
      type: 'UndoSettlement',
      at: at('2025-03-13T10:00:00Z'),
      party: OTHER.party,
      becauseOf: 'e',
    });
    expect(undone.state.status).toBe('undone');
    expect(undone.events.at(-1)).toMatchObject({ rule: 'I-67', tier: 'PUBLIC', data: { closes: opens } });
  });

  it('binds nobody by a signature of the register that its head repudiates', unsignedAgreements);
  it('has nothing fulfilled by an answer that its head repudiates, and no time for another', unansweredReports);
  it('lets no owner repudiate a report that is answered', answeredReports);
  it('lets the date before stand where a consent to a later one is repudiated', earlierDates);

  it('lets no dossier go out on an exit notice that its side had not given, by the word of its head alone', () => {
    const asked = given(referrals).when(
      ...[filed, caseRegistered, served, exit('2025-02-06T09:00:00Z'), ask('2025-02-06T10:00:00Z')],
    );
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 9 * 24 * 60 }), fc.boolean(), fc.constantFrom('US', 'CN'), (...drawn) => {
        const [minutes, isHead, side] = drawn;
        const receivedAt = plusMillis(at('2025-02-06T09:00:00Z'), minutes * MINUTE);
        const by = { by: `${side.toLowerCase()}-head` as PersonId, party: side as PartyCode };
        const command = { type: 'RepudiateAct', ...by, receivedAt, act: 'exit-notice', isHead } as const;
        const mayBe = isHead && side === 'CN' && Date.parse(receivedAt) < endOfFifthWorkingDay;
        expect([drawn, asked.decision(command).kind]).toEqual([drawn, mayBe ? 'accepted' : 'refused']);
        if (!mayBe) return;
        expect(asked.when(command).state).toMatchObject({
          dossiers: [{ isBaseless: true }],
          deeds: [{ isRepudiated: true }],
        });
        expect(asked.when(command, exit(plusMillis(receivedAt, MINUTE))).state).toMatchObject({
          exitNotices: { CN: plusMillis(receivedAt, MINUTE) },
        });
      }),
      { numRuns: 200 },
    );
  });

  it('lets nobody of one side speak for who is of neither: the panel hears it when the other side has answered', () => {
    const importer = 'importer' as PersonId;
    const words = { type: 'FileThirdPartyNote', thirdPartyId: 'third-party:1', text: text('We pay.') } as const;
    const by = { by: 'us-registry', party: 'US', receivedAt: at('2025-03-24T10:00:00Z') } as unknown as typeof OTHER;
    const note = { ...words, ...by } as unknown as Paper;
    const admitted = givenPanel().when(...reviewing, {
      ...{ type: 'AdmitThirdParty', ...member('us-2', '2025-03-20T10:00:00Z') },
      ...{ name: text('Importers'), personId: importer },
    });
    const heardAfter = (...said: readonly Said[]) =>
      openedPanel(admitted.when(entered(note), ...said).state).materials.map(({ paper }) => paper?.standing);
    const said = (verdict: 'confirmed' | 'refused') => answered(entered(note), verdict);
    expect(heardAfter()).toEqual([]);
    expect(heardAfter(said('confirmed'))).toEqual(['confirmed']);
    expect(heardAfter(said('refused'))).toEqual([]);
    expect(heardAfter(expirePanel('late-entry:p1'))).toEqual(['unconfirmed']);
    const inPerson = { by: importer, party: null, receivedAt: at('2025-03-25T10:00:00Z') };
    const itself: Said = { ...words, ...inPerson, as: 'third-party', replaces: 'p1' };
    expect(heardAfter(itself, expirePanel('late-entry:p1'))).toEqual([undefined]);
    expect(admitted.when(entered(note), said('refused')).decision(entered(note, 'p2')).kind).toBe('refused');
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(nobodySpeaksForTheOtherSide));
  it('holds of all paper in them', () => holdsInEveryHistory(paperOfNeitherSide));

  it('holds where a side plays to win', () => holdsInEveryHistory(othersActsStand, { runs: 24, toWin: true }));
  it('holds of each settlement that is undone', () => holdsInEveryHistory(undoingGivesNoTime));
});

const actOf = (receivedAt: Instant) => ({ type: 'FileReply', receivedAt, reply: accepts });
