import { canonicalHeader, linkEvents, sha256, verifyChain, type Link } from '@parley/event-store';
import { sampleEvents, someCommand, someStream } from '@parley/event-store/contract';
import { plusMillis } from '@parley/kernel';
import { Client } from 'pg';
import { createPostgresSubject, realClock, type PostgresSubject } from './testing/postgres-subject';

/** An event as a writer hands it to the append functions, who need not be our own code. */
interface Handed {
  readonly event: Link['event'];
  readonly header: string;
  readonly expected: number | null;
}

let subject: PostgresSubject;
let writer: Client;

beforeAll(async () => {
  subject = await createPostgresSubject();
  writer = new Client({ connectionString: subject.url });
  await writer.connect();
});
afterAll(async () => {
  await writer.end();
  await subject.close();
});

/** The checks of the append functions, each as it is declared, to be planted with a fault. */
const [DESCRIBES, LINKS, IS_TIMELY] = [
  `describes(p_header jsonb, p_stream text, p_revision bigint, p_event_id uuid, p_type text, p_payload bytea)
     RETURNS boolean LANGUAGE sql IMMUTABLE`,
  'links(p_header jsonb, p_revision bigint, p_previous bytea) RETURNS boolean LANGUAGE sql IMMUTABLE',
  'is_timely(p_header jsonb, p_stream text, p_now tstzrange) RETURNS boolean LANGUAGE sql STABLE',
];

const links = (count = 1): readonly Handed[] =>
  linkEvents(someStream(), null, sampleEvents(someCommand(), count), realClock.now()).map((link, index) => ({
    ...link,
    expected: index === 0 ? -1 : null,
  }));

const parametersOf = (handed: readonly Handed[]): readonly unknown[] => [
  handed.map(({ event }) => event.stream),
  handed.map(({ event }) => event.revision),
  handed.map(({ event }) => event.eventId),
  handed.map(({ event }) => event.type),
  handed.map(({ header }) => header),
  handed.map(({ event }) => Buffer.from(event.payload)),
  handed.map(() => null),
  handed.map(({ expected }) => expected),
  handed.map(() => null),
];

/** Tries all ways in. @returns what the way that can tell says of the faulty item */
async function appendEveryWay(handed: readonly Handed[]): Promise<unknown> {
  const many = parametersOf(handed);
  const placeholders = 'SELECT * FROM event_store.$ ($1, $2, $3, $4, $5, $6, $7, $8, $9)';
  const call = async (name: string, parameters: readonly unknown[]) =>
    (await writer.query<Record<string, unknown>>(placeholders.replace('$', name), [...parameters])).rows[0];
  if (handed.length === 1) {
    const one = await call(
      'append_event',
      many.map((each) => (each as unknown[])[0]),
    ).catch(() => undefined);
    expect(one?.['append_event'] ?? null).toBeNull();
  }
  await expect(call('append_events', many)).rejects.toThrow(/does not fit|invalid input|Unicode|out of range/);
  return (await call('append_one_by_one', many))?.['refusals'];
}

const withHeader = (header: string | ((of: string) => string)): readonly Handed[] =>
  links().map((link) => ({ ...link, header: typeof header === 'string' ? header : header(link.header) }));
const saying = (change: (event: Link['event']) => Partial<Link['event']>): readonly Handed[] =>
  links().map((link) => ({ ...link, header: canonicalHeader({ ...link.event, ...change(link.event) }) }));
const faulty = (fault: string) => [{ item: 1, kind: 'faulty', fault }];

describe('an event that the store could not stand for', () => {
  it.each<[string, readonly Handed[], string]>([
    ['a header that is no JSON', withHeader('not JSON'), 'header'],
    ['a header that is cut off', withHeader((header) => header.slice(0, -1)), 'header'],
    ['a header that is no object', withHeader('[1]'), 'header'],
    ['a header that lacks a field', withHeader((header) => header.replace('"sealing":null,', '')), 'header'],
    ['the header of another stream', saying(() => ({ stream: someStream() })), 'header'],
    ['the header of another revision', saying(() => ({ revision: 1 })), 'header'],
    ['the header of another event', saying(() => ({ eventId: sampleEvents(someCommand())[0]!.eventId })), 'header'],
    ['the header of another type', saying(() => ({ type: 'CallAnswered' })), 'header'],
    ['a digest of another payload', saying(() => ({ payload: Uint8Array.of(1) })), 'header'],
    ['a link where there is nothing before', saying(() => ({ previous: sha256('before') })), 'link'],
    ['an instant of an hour ago', saying(() => ({ recordedAt: plusMillis(realClock.now(), -3_600_000) })), 'time'],
    ['an instant of 10 s ago', saying(() => ({ recordedAt: plusMillis(realClock.now(), -10_000) })), 'time'],
    ['an instant 10 s to come', saying(() => ({ recordedAt: plusMillis(realClock.now(), 10_000) })), 'time'],
    ['an instant to come', saying(() => ({ recordedAt: plusMillis(realClock.now(), 60_000) })), 'time'],
    ['an instant that is none', withHeader((of) => of.replace(/(?<="recordedAt":")[^"]*/, 'soon')), 'header'],
  ])('is refused: %s', async (_name, handed, fault) => {
    const { event } = handed[0]!;
    expect(await appendEveryWay(handed)).toEqual(faulty(fault));
    expect(await writer.query('SELECT FROM event_store.events WHERE stream = $1', [event.stream])).toMatchObject({
      rowCount: 0,
    });
  });

  it.each<[string, string, readonly Handed[]]>([
    ['describes', DESCRIBES, saying(() => ({ type: 'CallAnswered' }))],
    ['links', LINKS, saying(() => ({ previous: sha256('before') }))],
    ['is_timely', IS_TIMELY, saying(() => ({ recordedAt: plusMillis(realClock.now(), -3_600_000) }))],
  ])('would be written, every way, where the check were left out: %s', async (_name, signature, handed) => {
    const admin = new Client({ connectionString: subject.adminUrl });
    await admin.connect();
    const parameters = parametersOf(handed);
    const ways = [
      ['append_event', parameters.map((each) => (each as unknown[])[0])],
      ['append_events', parameters],
      ['append_one_by_one', parameters],
    ] as const;
    for (const [way, given] of ways) {
      await admin.query('BEGIN');
      await admin.query(`CREATE OR REPLACE FUNCTION event_store.${signature} RETURN true`);
      await admin.query('SET LOCAL SESSION AUTHORIZATION contract_writer');
      await admin.query(`SELECT * FROM event_store.${way} ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, [...given]);
      const { rowCount } = await admin.query('SELECT FROM event_store.events WHERE event_id = $1', [
        handed[0]!.event.eventId,
      ]);
      await admin.query('ROLLBACK');
      expect([way, rowCount]).toEqual([way, 1]);
    }
    await admin.end();
  });

  it('takes its whole item with it, and no other item of its batch', async () => {
    const [first, second, third] = links(3);
    const sound = links(2);
    const refused = async (...item: readonly (Handed | undefined)[]) =>
      appendEveryWay(item.filter((each) => each !== undefined));
    expect(await refused(first, { ...second!, header: 'not JSON' }, third)).toEqual(faulty('header'));
    expect(await refused(first, third)).toEqual(faulty('link'));
    expect(await refused(first, { ...links()[0]!, expected: null })).toEqual(faulty('link'));
    expect(await refused(...sound, first, { ...second!, header: third!.header })).toEqual([
      { ...faulty('header')[0], item: 2 },
    ]);
    expect(await subject.store.read(first!.event.stream as never)).toEqual([]);
    const kept = sound[0]!.event.stream;
    expect(verifyChain(kept, await subject.store.read(kept as never))).toMatchObject({
      kind: 'intact',
      events: 2,
    });
  });
});
