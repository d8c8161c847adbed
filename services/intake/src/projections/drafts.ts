import type { CommandId, Instant, PartyCode } from '@parley/kernel';
import { derivedUuid } from '@parley/event-store';
import type { DataSource } from 'typeorm';
import { DraftRow } from './draft.row';

/** So many drafts a party keeps at once; more would be a second archive beside the record. */
export const MOST_DRAFTS = 200;

export type Saved = { readonly kind: 'saved'; readonly draft: DraftRow } | { readonly kind: 'too-many' } | { readonly kind: 'not-found' } | { readonly kind: 'stale'; readonly revision: number };

/** Drafts of a party's desk: rows that can be deleted, of which the record knows nothing (S0). */
export class Drafts {
  constructor(private readonly database: DataSource) {}

  /** Keeps a new draft; the same command keeps one. */
  async begin(commandId: CommandId, party: PartyCode, grievance: object, now: Instant): Promise<Saved> {
    const draftId = derivedUuid('draft', commandId);
    const { manager } = this.database;
    const known = await manager.findOneBy(DraftRow, { draftId, party });
    if (known) return { kind: 'saved', draft: known };
    if ((await manager.countBy(DraftRow, { party })) >= MOST_DRAFTS) return { kind: 'too-many' };
    const draft = { draftId, party, grievance, revision: 0, changedAt: new Date(now) };
    await manager.createQueryBuilder().insert().into(DraftRow).values(draft).orIgnore().execute();
    return { kind: 'saved', draft };
  }

  /** Writes a draft anew, at the revision given when there is one. */
  async change(draftId: string, party: PartyCode, grievance: object, now: Instant, ifRevision?: number): Promise<Saved> {
    const { manager } = this.database;
    const found = await manager.findOneBy(DraftRow, { draftId, party });
    if (!found) return { kind: 'not-found' };
    const expected = ifRevision ?? found.revision;
    const changed = { grievance, revision: expected + 1, changedAt: new Date(now) };
    const { affected } = await manager.update(DraftRow, { draftId, party, revision: expected }, changed);
    return affected === 1 ? { kind: 'saved', draft: { draftId, party, ...changed } } : { kind: 'stale', revision: found.revision };
  }

  find(draftId: string, party: PartyCode): Promise<DraftRow | null> {
    return this.database.manager.findOneBy(DraftRow, { draftId, party });
  }

  list(party: PartyCode): Promise<DraftRow[]> {
    return this.database.manager.find(DraftRow, { where: { party }, order: { changedAt: 'DESC', draftId: 'DESC' }, take: MOST_DRAFTS });
  }

  async discard(draftId: string, party: PartyCode): Promise<void> {
    await this.database.manager.delete(DraftRow, { draftId, party });
  }
}
