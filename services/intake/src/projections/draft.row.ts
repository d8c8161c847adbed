import type { CommandId, PartyCode, Sha256 } from '@parley/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A draft, private to its party's desk. A row that can be deleted, never an event. */
@Entity('drafts')
export class DraftRow {
  @PrimaryColumn({ name: 'draft_id', type: 'uuid' })
  draftId: string;

  @Column({ type: 'text' })
  party: PartyCode;

  @Column({ type: 'jsonb' })
  grievance: object;

  /** Raised by each change, for `If-Match`. */
  @Column({ type: 'integer' })
  revision: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;

  /** The command that wrote it last, and the digest of what that sent: the same one sent again writes nothing. */
  @Column({ name: 'written_by', type: 'uuid' })
  writtenBy: CommandId;

  @Column({ name: 'body_digest', type: 'text' })
  bodyDigest: Sha256;
}
