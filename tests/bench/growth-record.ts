import { streamName, type EventStore, type Link } from '@parley/event-store';
import { Client, escapeIdentifier, type ClientBase } from 'pg';
import { CaseCopies, DOCKET_LOG, type PlayedCase, type ToldFact } from './case-copies';
import { copyIn, type CopyRows } from './copy-in';

/** Names of the unique keys of the record; they are made anew after a load, which is quicker than maintaining them. */
const KEYS: readonly (readonly [name: string, definition: string])[] = [
  ['events_pkey', 'PRIMARY KEY (position)'],
  ['events_event_id_key', 'UNIQUE (event_id)'],
  ['events_stream_revision_key', 'UNIQUE (stream, revision)'],
];
const PROGRESS_EVERY = 1_000_000;

interface FactRow {
  readonly message_id: string;
  readonly subject: string;
  readonly source: string;
  readonly type: string;
  readonly tier: string;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly sequence: string;
  readonly data: Buffer;
}

/** The first events of the case that the record holds, with the facts that the audit was told of it until then. */
export async function playedCase(store: EventStore, admin: ClientBase, mostEvents: number): Promise<PlayedCase> {
  const { events } = await store.readAll({ limit: 10_000 });
  const id = events.find(({ type }) => type === 'GrievanceFiled')?.stream.replace('intake.case-', '') ?? '';
  const {
    rows: [line],
  } = await admin.query<{ docket_number: string }>('SELECT docket_number FROM audit.docket_line');
  const docketNumber = line?.docket_number ?? '';
  const docket = streamName('intake.docket', docketNumber.slice(0, docketNumber.lastIndexOf('-')));
  const ofCase = events.filter(({ stream }) => stream.endsWith(id) || stream === docket || stream === DOCKET_LOG);
  const first = ofCase.slice(0, mostEvents);
  const { rows } = await admin.query<FactRow>('SELECT * FROM audit.facts WHERE subject = $1 AND recorded_at <= $2', [
    id,
    first.at(-1)?.recordedAt,
  ]);
  return { id, docketNumber, events: first, facts: rows.map(factOf) };
}

const factOf = (row: FactRow): ToldFact => ({
  messageId: row.message_id,
  subject: row.subject,
  source: row.source,
  type: row.type,
  tier: row.tier,
  happenedAt: row.happened_at,
  recordedAt: row.recorded_at,
  sequence: Number(row.sequence),
  data: row.data,
});

/**
 * Loads so many copies of a case after the end of the record, and tells every follower that it has handled them.
 * @param admin connection of a superuser
 * @param progress called from time to time with the present step
 */
export async function loadCopies(
  admin: ClientBase,
  store: EventStore,
  played: PlayedCase,
  copies: number,
  progress: (step: string) => void,
): Promise<CaseCopies> {
  const logged = (await store.read(DOCKET_LOG)).at(-1) ?? null;
  const made = new CaseCopies(played, logged);
  const before = BigInt(await store.head());
  for (const [name] of KEYS) await admin.query(`ALTER TABLE event_store.events DROP CONSTRAINT ${name}`);
  let position = before;
  const all = copies * played.events.length;
  await copyIn(admin, `event_store.events (${EVENT_COLUMNS.join(', ')})`, made.links(copies), (rows, link) => {
    position += 1n;
    writeEvent(rows, link, position);
    const done = Number(position - before);
    if (done % PROGRESS_EVERY === 0) progress(`${String(done)} of ${String(all)} events`);
  });
  for (const [name, definition] of KEYS) {
    progress(`the key ${name}`);
    await admin.query(`ALTER TABLE event_store.events ADD CONSTRAINT ${name} ${definition}`);
  }
  progress('what the audit was told of each case');
  await copyIn(admin, `audit.facts (${FACT_COLUMNS.join(', ')})`, made.facts(copies), writeFact);
  await admin.query('VACUUM ANALYZE event_store.events, audit.facts');
  await passOver(admin, String(position));
  return made;
}

const EVENT_COLUMNS = [
  'position',
  'stream',
  'revision',
  'event_id',
  'category',
  'type',
  'commitment',
  'header',
  'payload',
  'traceparent',
];

function writeEvent(rows: CopyRows, { event, header }: Link, position: bigint): void {
  rows.row(EVENT_COLUMNS.length);
  rows.int8(position);
  rows.text(event.stream);
  rows.int8(BigInt(event.revision));
  rows.uuid(event.eventId);
  rows.text(event.stream.slice(0, event.stream.indexOf('-')));
  rows.text(event.type);
  rows.hex(event.commitment);
  rows.text(header);
  rows.bytes(event.payload);
  rows.nothing();
}

const FACT_COLUMNS = [
  'message_id',
  'subject',
  'source',
  'type',
  'tier',
  'happened_at',
  'recorded_at',
  'sequence',
  'data',
  'traceparent',
  'known',
];

function writeFact(rows: CopyRows, fact: ToldFact): void {
  rows.row(FACT_COLUMNS.length);
  for (const text of [fact.messageId, fact.subject, fact.source, fact.type, fact.tier]) rows.text(text);
  rows.timestamptz(fact.happenedAt);
  rows.timestamptz(fact.recordedAt);
  rows.int8(BigInt(fact.sequence));
  rows.bytes(fact.data);
  rows.nothing();
  rows.boolean(true);
}

/** Lets the loaded events count as handled by every follower. The docket is then built anew from them. */
async function passOver(admin: ClientBase, position: string): Promise<void> {
  const { rows } = await admin.query<{ schema: string }>(
    `SELECT table_schema AS schema FROM information_schema.tables WHERE table_name = 'checkpoint'`,
  );
  for (const { schema } of rows)
    await admin.query(`UPDATE ${escapeIdentifier(schema)}.checkpoint SET position = $1`, [position]);
}

/** Connects as the superuser of the bench's server, to one of its databases. */
export async function adminOf(url: string): Promise<Client> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  return admin;
}
