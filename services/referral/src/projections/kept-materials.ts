import { instantFromMillis, type CaseId, type Tier } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import type { CaseMaterials } from '../application/case-materials';

interface MaterialRow {
  readonly message_id: string;
  readonly case_id: string;
  readonly source: string;
  readonly type: string;
  readonly tier: Tier;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly data: Buffer;
}

/**
 * The materials in PostgreSQL. The message's id is the key, so a message that comes again changes nothing and needs no
 * inbox.
 */
export class KeptMaterials implements CaseMaterials {
  constructor(private readonly database: DataSource) {}

  async keep({ id, subject, source, type, tier, time, recordedat, data }: PublicEvent): Promise<void> {
    await this.database.query(
      `INSERT INTO referral.case_material (message_id, case_id, source, type, tier, happened_at, recorded_at, data)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (message_id) DO NOTHING`,
      [id, subject, source, type, tier, time, recordedat, Buffer.from(data)],
    );
  }

  async of(caseId: CaseId): Promise<readonly PublicEvent[]> {
    const rows: MaterialRow[] = await this.database.query(
      'SELECT * FROM referral.case_material WHERE case_id = $1 ORDER BY happened_at, message_id',
      [caseId],
    );
    return rows.map(eventOf);
  }
}

const eventOf = ({
  message_id,
  case_id,
  source,
  type,
  tier,
  happened_at,
  recorded_at,
  data,
}: MaterialRow): PublicEvent => ({
  id: message_id,
  source,
  type,
  subject: case_id,
  time: instantFromMillis(happened_at.getTime()),
  recordedat: instantFromMillis(recorded_at.getTime()),
  tier,
  datacontenttype: 'application/protobuf',
  data,
});
