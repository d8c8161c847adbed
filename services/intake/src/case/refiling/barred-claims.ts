import { together, type Bilingual, type CaseId, type Instant, type PartyCode } from '@parley/kernel';
import { quoteName, schemaOf } from '@parley/messaging';
import { measureKeys, seatDate, type ClocksOf } from '@parley/procedure';
import type { DataSource } from 'typeorm';
import type { Cases } from '../../repositories';
import type { Grievance } from '../filing/file-grievance.rules';
import { barredClaims, barredIn, type BarredClaim } from './refiling.rules';

/** Who files what, and when. */
interface Asking {
  readonly grievance: Grievance;
  readonly party: PartyCode | null;
  readonly at: Instant;
  /** The case that the grievance is or is to be. */
  readonly caseId?: CaseId;
}

/**
 * Finds the claims that a party may not file again. The list of cases says where the same measure came before a panel
 * that reached its interim text, and each of these cases is then read as it stands.
 */
export class BarredClaims {
  readonly #reviewed = together((asked: readonly (readonly string[])[]) => this.#reviewedOf(asked));

  constructor(
    private readonly database: DataSource,
    private readonly cases: Cases,
    private readonly clocksOf: ClocksOf,
  ) {}

  /** The barred claims of other cases that a grievance makes again. */
  async against({ grievance, party, at, caseId }: Asking): Promise<readonly BarredClaim[]> {
    if (party === null || grievance.measures.length === 0) return [];
    const reviewed = await this.#reviewed(grievance.measures.flatMap(measureKeys));
    const barred: BarredClaim[] = [];
    for (const id of reviewed.filter((other) => other !== caseId))
      barred.push(...barredClaims((await this.cases.read(id)).state, party, at, this.clocksOf));
    return barredIn(grievance, barred).map(({ bar }) => bar);
  }

  /** @returns for each list of keys the cases whose panels reached their interim text on one of these measures */
  async #reviewedOf(asked: readonly (readonly string[])[]): Promise<readonly (readonly CaseId[])[]> {
    const { manager } = this.database;
    const rows: readonly { case_id: CaseId; measures: readonly string[] }[] = await manager.query(
      `SELECT case_id, measures FROM ${quoteName(schemaOf(manager))}.cases
       WHERE reviewed AND measures ?| $1::text[] ORDER BY filed_at, case_id`,
      [[...new Set(asked.flat())]],
    );
    return asked.map((keys) =>
      rows.filter(({ measures }) => measures.some((key) => keys.includes(key))).map(({ case_id: id }) => id),
    );
  }

  /** What the check before filing says of a barred claim: where it stands, and from which day on it is free. */
  wordsOf({ claim, docketNumber, until }: BarredClaim, at: Instant): Bilingual {
    if (until === null)
      return {
        en:
          `It is claim ${claim.id} of ${docketNumber}, whose panel has reached its interim text: it is not filed again ` +
          'meanwhile, unless the respondent consents in that case.',
        'zh-Hans': `该主张即 ${docketNumber} 的主张 ${claim.id}，其专家组已完成中期文本：在此期间不得重新提交，但被申诉方在该案中同意的除外。`,
      };
    const day = seatDate(until, this.clocksOf.at(at).ruleSet.seat);
    return {
      en:
        `It is claim ${claim.id} of ${docketNumber}, which was withdrawn after the review or found on: it is filed ` +
        `again after ${day}, unless the respondent consents before in that case.`,
      'zh-Hans': `该主张即 ${docketNumber} 的主张 ${claim.id}，已在审查后撤回或已有结论：${day} 之后方可重新提交，但被申诉方在该案中先行同意的除外。`,
    };
  }
}
