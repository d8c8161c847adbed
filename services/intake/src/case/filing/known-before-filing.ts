import { plusMillis, together, type CaseId, type Instant, type PartyCode, type Sha256 } from '@parley/kernel';
import { quoteName, schemaOf } from '@parley/messaging';
import { measureKeys } from '@parley/procedure';
import type { DataSource } from 'typeorm';
import type { Grievance } from './file-grievance.rules';
import type { KnownText, UnheardTexts } from './unheard-texts';
import type { BeforeFiling } from './warnings.rules';

/** Who files what, and when. */
export interface AskedFiling {
  readonly grievance: Grievance;
  /** SHA-256 of the canonical grievance. */
  readonly digest: Sha256;
  readonly party: PartyCode | null;
  readonly at: Instant;
  /** The case that the grievance is or is to be. */
  readonly caseId: CaseId;
}

/** What the tables say about a filing. */
export interface KnownBefore extends BeforeFiling {
  /** Cases whose panels reached their interim text on one of its measures. */
  readonly reviewed: readonly CaseId[];
}

interface Answers {
  readonly reviewed: readonly { readonly id: CaseId; readonly measures: readonly string[] }[];
  readonly texts: readonly KnownText[];
  readonly names: BeforeFiling['names'];
}

/** Within so much time a second filing of the same text is taken for a likely slip. It decides nothing. */
const A_DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Asks the tables once for all that a filing must be held against, and once for all filings that come together.
 *
 * The tables are as good as what they had heard: a name that was accepted a moment ago may not count yet. Texts are
 * looked for in the record as well, as far as the list of cases has not heard it, so one that was filed a moment ago is
 * known. Only warnings are made of names and texts.
 */
export class KnownBeforeFiling {
  readonly #ask = together((asked: readonly AskedFiling[]) => this.#answersTo(asked));

  constructor(
    private readonly database: DataSource,
    private readonly unheardTexts: UnheardTexts,
  ) {}

  of(asked: AskedFiling): Promise<KnownBefore> {
    return this.#ask(asked);
  }

  async #answersTo(asked: readonly AskedFiling[]): Promise<readonly KnownBefore[]> {
    const { manager } = this.database;
    // It is called before the list is asked, so no text falls between both.
    const unheard = this.unheardTexts.now();
    const own = quoteName(schemaOf(manager));
    const keys = asked.map(({ grievance }) => grievance.measures.flatMap(measureKeys));
    const since = asked.map(({ at }) => plusMillis(at, -A_DAY_MS)).toSorted()[0];
    const heard = manager.query<Answers[]>(
      `SELECT
         (SELECT coalesce(json_agg(json_build_object('id', case_id, 'measures', measures) ORDER BY filed_at, case_id), '[]')
          FROM ${own}.cases WHERE reviewed AND measures ?| $1::text[]) AS reviewed,
         (SELECT coalesce(json_agg(json_build_object('id', case_id, 'party', complainant, 'digest', text_digest,
            'at', extract(epoch FROM text_at) * 1000) ORDER BY text_at DESC, case_id), '[]')
          FROM ${own}.cases WHERE text_digest = ANY($2::text[]) AND text_at > $3) AS texts,
         (SELECT coalesce(json_object_agg(party, names), '{}') FROM ${own}.roster_names) AS names`,
      [[...new Set(keys.flat())], asked.map(({ digest }) => digest), since],
    );
    const [[rows], newer] = await Promise.all([heard, unheard]);
    const { reviewed = [], texts: older = [], names = {} } = rows ?? {};
    const texts = [...newer.values(), ...older.filter(({ id }) => !newer.has(id))];
    return asked.map(({ digest, party, at, caseId }, index) => ({
      reviewed: reviewed
        .filter(({ id, measures }) => id !== caseId && measures.some((key) => keys[index]?.includes(key)))
        .map(({ id }) => id),
      sameText: texts
        .filter((text) => text.id !== caseId && text.digest === digest && text.party === party)
        .filter((text) => text.at > Date.parse(at) - A_DAY_MS)
        .map(({ id }) => id),
      names,
    }));
  }
}
