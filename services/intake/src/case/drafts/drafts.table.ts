import { derivedUuid } from '@parley/event-store';
import type { CommandId, PartyCode, Sha256 } from '@parley/kernel';
import { Column, Entity, PrimaryColumn, type DataSource } from 'typeorm';
import { writtenBefore, type NotWritten, type Writing } from '../../written-rows';

/** A draft, private to its party's desk. It is a row that can be deleted, never an event. */
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

  /** The command that wrote it last, and the digest of its body. The same command sent again writes nothing. */
  @Column({ name: 'written_by', type: 'uuid' })
  writtenBy: CommandId;

  @Column({ name: 'body_digest', type: 'text' })
  bodyDigest: Sha256;
}

/** The most drafts that a party keeps at once. More would be a second archive beside the record. */
export const MOST_DRAFTS = 200;

export type Saved =
  | { readonly kind: 'saved'; readonly draft: DraftRow }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'not-found' }
  | NotWritten;

/** What a desk writes into a draft, and under which command. */
export interface DraftWriting extends Writing {
  readonly party: PartyCode;
  readonly grievance: object;
}

/** Drafts of a party's desk. They are rows that can be deleted, and the record knows nothing of them (S0). */
export class Drafts {
  constructor(private readonly database: DataSource) {}

  /**
   * Keeps a new draft. The same command sent again keeps no second one. A draft that does not exist yet has no
   * revision, so any given revision is stale.
   */
  async begin(writing: DraftWriting, ifRevision?: number): Promise<Saved> {
    const { commandId, party } = writing;
    const draftId = derivedUuid('draft', commandId);
    const { manager } = this.database;
    if (!(await this.find(draftId, party))) {
      if (ifRevision !== undefined) return { kind: 'stale', revision: -1 };
      if ((await manager.countBy(DraftRow, { party })) >= MOST_DRAFTS) return { kind: 'too-many' };
      await manager
        .createQueryBuilder()
        .insert()
        .into(DraftRow)
        .values({ draftId, party, revision: 0, ...written(writing) })
        .orIgnore()
        .execute();
    }
    const kept = await this.find(draftId, party);
    if (!kept) return { kind: 'not-found' };
    return answeredBefore(kept, writing) ?? { kind: 'saved', draft: kept };
  }

  /** Overwrites a draft. If a revision is given, the draft must be at that revision. */
  async change(draftId: string, writing: DraftWriting, ifRevision?: number): Promise<Saved> {
    const { party } = writing;
    const found = await this.find(draftId, party);
    if (!found) return { kind: 'not-found' };
    const before = answeredBefore(found, writing);
    if (before) return before;
    const expected = ifRevision ?? found.revision;
    const changed = { revision: expected + 1, ...written(writing) };
    const { affected } = await this.database.manager.update(DraftRow, { draftId, party, revision: expected }, changed);
    return affected === 1
      ? { kind: 'saved', draft: { draftId, party, ...changed } }
      : { kind: 'stale', revision: found.revision };
  }

  find(draftId: string, party: PartyCode): Promise<DraftRow | null> {
    return this.database.manager.findOneBy(DraftRow, { draftId, party });
  }

  list(party: PartyCode): Promise<DraftRow[]> {
    return this.database.manager.find(DraftRow, {
      where: { party },
      order: { changedAt: 'DESC', draftId: 'DESC' },
      take: MOST_DRAFTS,
    });
  }

  async discard(draftId: string, party: PartyCode): Promise<void> {
    await this.database.manager.delete(DraftRow, { draftId, party });
  }
}

const written = ({ commandId, bodyDigest, grievance, now }: DraftWriting) => ({
  grievance,
  changedAt: new Date(now),
  writtenBy: commandId,
  bodyDigest,
});

/** The answer to the command that wrote a draft last, when it comes again; `undefined` for any other command. */
function answeredBefore(draft: DraftRow, writing: DraftWriting): Saved | undefined {
  const before = writtenBefore(draft, writing);
  return before === 'written' ? { kind: 'saved', draft } : before && { kind: before };
}
