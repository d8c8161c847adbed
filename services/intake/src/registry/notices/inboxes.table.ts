import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PartyCode } from '@parley/kernel';
import { upsertRows, type Projection } from '@parley/projections';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { SERVICE_CATEGORY } from '../../streams';
import type { NoticeSources } from './notice-sources';
import { verificationCode, type Notice } from './notices.rules';
import type { NoticesServed, ServiceEvent } from './service.rules';

interface Line {
  readonly notice_id: string;
  readonly party: string;
  readonly case_id: string;
  readonly notice: string;
  readonly digest: string;
  readonly code: string;
  readonly sent_at: string;
  readonly delivered_at: string;
  readonly not_delivered_at: string | null;
  readonly retrieved_at: string | null;
  readonly retrieved_by: string | null;
  readonly not_retrieved_at: string | null;
  readonly again_at: string;
}

const COLUMNS = {
  notice_id: 'uuid',
  party: 'text',
  case_id: 'uuid',
  notice: 'jsonb',
  digest: 'text',
  code: 'text',
  sent_at: 'timestamptz',
  delivered_at: 'timestamptz',
  not_delivered_at: 'timestamptz',
  retrieved_at: 'timestamptz',
  retrieved_by: 'text',
  not_retrieved_at: 'timestamptz',
  again_at: 'jsonb',
} as const;

/** The inboxes of both parties: a line for each notice and recipient. Both lines are written in one transaction. */
export const inboxesProjection = (sources: NoticeSources): Projection => ({
  name: 'inboxes',
  categories: [SERVICE_CATEGORY],
  tables: ['served_notices'],
  async apply(manager, events, tables) {
    const table = tables('served_notices');
    const lines = await linesOf(manager, table, events);
    const served = await sources.servedBy(events);
    for (const recorded of events)
      apply(
        lines,
        domainEventOf(recorded) as ServiceEvent,
        served.get(recorded.eventId) ?? [],
        streamIdOf(recorded.stream),
      );
    await upsertRows<Line>(manager, { table, key: ['notice_id', 'party'], columns: COLUMNS }, [...lines.values()]);
  },
});

const keyOf = (noticeId: string, party: string): string => `${noticeId} ${party}`;

async function linesOf(
  manager: EntityManager,
  table: string,
  events: readonly RecordedEvent[],
): Promise<Map<string, Line>> {
  const ids = events.flatMap((recorded) => noticesIn(domainEventOf(recorded) as ServiceEvent));
  const rows: Line[] = await manager.query(
    `SELECT notice_id, party, case_id, notice::text, digest, code, sent_at::text, delivered_at::text,
       not_delivered_at::text, retrieved_at::text,
       retrieved_by, not_retrieved_at::text, again_at::text
     FROM ${table} WHERE notice_id = ANY($1)`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [keyOf(row.notice_id, row.party), row]));
}

/** Notices that stand in the inboxes already. A new one needs no looking up. */
function noticesIn({ type, data }: ServiceEvent): readonly string[] {
  if (type === 'NoticesNotRetrieved') return data.by.flatMap(({ notices }) => notices);
  return 'noticeId' in data ? [data.noticeId] : [];
}

function apply(lines: Map<string, Line>, event: ServiceEvent, served: readonly Notice[], caseId: string): void {
  const at = event.occurredAt;
  const change = (parties: readonly string[], noticeId: string, changed: (line: Line) => Partial<Line>): void => {
    for (const party of parties) {
      const line = lines.get(keyOf(noticeId, party));
      if (line) lines.set(keyOf(noticeId, party), { ...line, ...changed(line) });
    }
  };
  switch (event.type) {
    case 'NoticesServed':
      for (const notice of served)
        for (const party of event.data.to)
          lines.set(keyOf(notice.noticeId, party), lineOf(notice, event.data, party, caseId, at));
      return;
    case 'ServiceTimesMoved':
    case 'ServiceTimesRecounted':
      return;
    case 'NoticeServedAgain':
      return change(event.data.to, event.data.noticeId, (line) => ({
        again_at: JSON.stringify([...(JSON.parse(line.again_at) as string[]), at]),
      }));
    case 'NoticeRetrieved':
      return change([event.data.party], event.data.noticeId, () => ({ retrieved_at: at, retrieved_by: event.data.by }));
    case 'NoticesNotRetrieved':
      for (const { party, notices } of event.data.by)
        for (const noticeId of notices) change([party], noticeId, () => ({ not_retrieved_at: at }));
      return;
    default:
      return unknownEvent(event);
  }
}

const unknownEvent = (_event: never): void => undefined;

function lineOf(
  notice: Notice,
  { notices, deliveredAt, notDeliveredAt }: NoticesServed['data'],
  party: PartyCode,
  caseId: string,
  sentAt: string,
): Line {
  const digest = notices.find(({ noticeId }) => noticeId === notice.noticeId)?.digest;
  if (!digest) throw new TypeError(`notice ${notice.noticeId} was served without a digest`);
  return {
    notice_id: notice.noticeId,
    party,
    case_id: caseId,
    notice: JSON.stringify(notice),
    digest,
    code: verificationCode(notice.noticeId, party, digest),
    sent_at: sentAt,
    delivered_at: deliveredAt,
    not_delivered_at: notDeliveredAt,
    retrieved_at: null,
    retrieved_by: null,
    not_retrieved_at: null,
    again_at: '[]',
  };
}

/** The inboxes of both parties. */
export class IntakeService1738542000100 implements MigrationInterface {
  readonly name = 'IntakeService1738542000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.served_notices (
      notice_id uuid NOT NULL,
      party text NOT NULL,
      case_id uuid NOT NULL,
      notice jsonb NOT NULL,
      digest text NOT NULL,
      code text NOT NULL UNIQUE,
      sent_at timestamptz NOT NULL,
      delivered_at timestamptz NOT NULL,
      not_delivered_at timestamptz,
      retrieved_at timestamptz,
      retrieved_by text,
      not_retrieved_at timestamptz,
      again_at jsonb NOT NULL,
      PRIMARY KEY (notice_id, party)
    )`);
    await runner.query(
      'CREATE INDEX served_notices_newest ON intake.served_notices (party, sent_at DESC, notice_id DESC)',
    );
    await runner.query(
      'CREATE INDEX served_notices_of_case ON intake.served_notices (case_id, party, sent_at DESC, notice_id DESC)',
    );
    await runner.query(
      'CREATE INDEX served_notices_unretrieved ON intake.served_notices (party) WHERE retrieved_at IS NULL',
    );
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('served_notices')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'served_notices'");
    await runner.query('DROP TABLE intake.served_notices');
  }
}

/** An inbox can be asked for what tells of an event, or brings a document. */
export class IntakeInboxKinds1738543200100 implements MigrationInterface {
  readonly name = 'IntakeInboxKinds1738543200100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX served_notices_of_event ON intake.served_notices
         (party, (notice -> 'of' ->> 'event'), sent_at DESC, notice_id DESC)`,
    );
    await runner.query(
      `CREATE INDEX served_notices_with_document ON intake.served_notices
         (party, (notice -> 'document' ->> 'kind'), sent_at DESC, notice_id DESC)
         WHERE notice -> 'document' ->> 'kind' IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX intake.served_notices_of_event, intake.served_notices_with_document');
  }
}
