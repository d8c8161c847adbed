import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openDirectoryBlobStore } from '@parley/blobs/directory';
import { LateClaims } from '@parley/http';
import { plusMillis, type Actor, type CommandId, type Instant, type PartyCode, type Sha256 } from '@parley/kernel';
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
import { holdsInEveryHistory } from './holds';
import { nobodySpeaksForTheOtherSide } from './rules/i-67-nobody-speaks-for-the-other-side.rule';
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

  it('holds in every history of random parties', () => holdsInEveryHistory(nobodySpeaksForTheOtherSide));
});

const actOf = (receivedAt: Instant) => ({ type: 'FileReply', receivedAt, reply: accepts });
