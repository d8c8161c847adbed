import type { PersonCaller } from '@parley/access';
import { millisOf, type CaseId, type Instant, type PartyCode, type Role, type Tier } from '@parley/kernel';
import { quoteName, schemaOf } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import { chainOf, type ReadsChain } from './reads-chain';

/** Something that was handed out: a thing of the case, which part of it, and at which tier. */
export interface Handed {
  /** The thing, in the words of its service: `USA-1`, `panel`, `history`. */
  readonly subject: string;
  /** The part of it: `content`, `export`. */
  readonly what: string;
  readonly tier: Tier;
}

export interface ReadBy {
  readonly caller: PersonCaller;
  /** As the reader gave it; `null` when none was given. */
  readonly purpose: string | null;
  readonly at: Instant;
}

/** One read of non-public material, by whom and for what (I-40). */
export interface Read extends Handed {
  readonly readId: string;
  readonly personId: string;
  readonly party: string | null;
  readonly roles: readonly string[];
  readonly purpose: string | null;
  readonly at: Date;
}

export interface ReadsPage {
  /** One thing only; everything of the case when left out. */
  readonly subject?: string;
  /** Tiers whose reads are left out: that something was read there already tells too much. */
  readonly without?: readonly Tier[];
  /** Beginnings of the names of things whose reads are left out, because the reader of the log may not know of them. */
  readonly withoutSubjects?: readonly string[];
  /** Reads by people of this side, and of neither, such as experts; by everybody when left out. */
  readonly by?: PartyCode;
  /** For the desk of a side: what the other side reads of its own is left out, and the panel until it is done. */
  readonly forDesk?: { readonly party: PartyCode; readonly withoutPanel: boolean };
  readonly limit: number;
  /** The id of the last one of the page before; `null` for the first page. */
  readonly before: string | null;
}

/** Roles of the panel, and of those whom it hears: they are nobody's own people, whoever appointed them. */
export const OF_PANEL: readonly Role[] = ['panel', 'expert', 'third-party'];

/** A service's log of reads. It is written before anything is handed out, and only grows, read linked to read. */
export class ReadsLog {
  readonly #table: string;
  readonly #chain: ReadsChain;

  constructor(private readonly database: DataSource) {
    this.#table = `${quoteName(schemaOf(database.manager))}.reads`;
    this.#chain = chainOf(database);
  }

  async record(caseId: CaseId | null, handed: readonly Handed[], { caller, purpose, at }: ReadBy): Promise<void> {
    const { personId, party, roles } = caller;
    const by = { caseId: caseId?.toLowerCase() ?? null, personId, party, roles, purpose, at: millisOf(at) };
    await this.#chain.add(handed.map(({ subject, what, tier }) => ({ ...by, subject, what, tier })));
  }

  /** Reads in one case, newest first; for `null` those of no case, or of several. */
  page(
    caseId: CaseId | null,
    { subject, without = [], withoutSubjects = [], by, forDesk, limit, before }: ReadsPage,
  ): Promise<readonly Read[]> {
    return this.database.query(
      `SELECT read_id AS "readId", subject, what, tier, person_id AS "personId", party, roles, purpose, read_at AS at
         FROM ${this.#table}
       WHERE (case_id = $1 OR ($1::uuid IS NULL AND case_id IS NULL))
         AND ($2::text IS NULL OR subject = $2) AND tier <> ALL ($3::text[])
         AND ($4::bigint IS NULL OR read_id < $4)
         AND ($7::text IS NULL OR party IS NULL OR party = $7)
         AND ($8::text IS NULL OR party = $8 OR tier <> 'FILER') AND NOT ($9 AND roles && $10::text[])
         AND NOT EXISTS (SELECT FROM unnest($6::text[]) AS hidden WHERE starts_with(subject, hidden))
       ORDER BY read_id DESC LIMIT $5`,
      [
        ...[caseId, subject ?? null, without, before, limit, withoutSubjects, by ?? null],
        ...[forDesk?.party ?? null, forDesk?.withoutPanel ?? false, OF_PANEL],
      ],
    );
  }
}
