import { sha256 } from '@parley/event-store';
import { canonicalJson, type Text } from '@parley/kernel';
import { settlementDigest } from '../../../services/referral/src/settlement/settlement-region.rules';
import { ofEachCase } from './rule';

const inBoth = (texts: readonly Text[]): boolean =>
  ['en', 'zh-Hans'].every((lang) => texts.some((text) => text.lang === lang && text.text !== ''));

/**
 * A settlement was signed by a person of each side over the digest of one text in both languages, with owner, date and
 * check.
 */
export const settledByBoth = ofEachCase('I-47', ({ caseId, settlement, parties }) =>
  settlement.flatMap(({ event, after }) => {
    if (event.type !== 'SettlementSigned') return [];
    const { n } = event.data;
    const text = after.texts.find((tabled) => tabled.n === n);
    if (!text) return [`settled by text ${String(n)}, which was never tabled`];
    const signers = new Set(text.signatures.map(({ party }) => party));
    const both =
      signers.has(parties.complainant) &&
      signers.has(parties.respondent) &&
      new Set(text.signatures.map(({ by }) => by)).size === text.signatures.length;
    const same = text.digest === settlementDigest(caseId, text.text);
    const obliged =
      text.text.obligations.length > 0 &&
      text.text.obligations.every(
        ({ owner, date, check, what }) =>
          Object.values(parties).includes(owner) && date !== '' && inBoth(check) && inBoth(what),
      );
    return [
      ...(both ? [] : ['settled without the signatures of both parties']),
      ...(same && inBoth(text.text.text) ? [] : ['settled over another text, or in one language']),
      ...(obliged ? [] : ['settled with an obligation that has no owner, date or check']),
    ];
  }),
);

/** Each signature names the digest of the very text on the table, counted from its words by a stranger. */
export const signedOverOneText = ofEachCase('I-47', ({ caseId, settlement }) =>
  settlement.flatMap(({ event, before }) => {
    if (event.type !== 'SettlementTextSigned') return [];
    const { n, digest, party } = event.data;
    const text = before.texts.find((tabled) => tabled.n === n)?.text;
    return before.onTheTable === n && digest === sha256(canonicalJson({ caseId, ...text }))
      ? []
      : [`${party} signed text ${String(n)} over a digest that is not that of the text on the table`];
  }),
);
