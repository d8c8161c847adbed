import type { Instant, IsoDate, Sha256, Text } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { AgreementOrigin, Signatories } from './agreement';
import type { AgreementEntered } from './agreement-events';
import { obligationDeadline, owed } from './agreement-state';
import { publicTermsOf, type ObligationTerms, type Publication } from './obligation-terms';
import { cycleClocks, reviewDate } from './review-cycle';

/** Everything that an agreement in force begins with. */
export interface Entry {
  readonly origin: AgreementOrigin;
  readonly parties: Signatories;
  readonly digest: Sha256;
  readonly agreedAt: Instant;
  readonly title: readonly Text[];
  readonly obligations: readonly ObligationTerms[];
  readonly publication: Publication;
  /** One review interval after the agreement when left out. */
  readonly firstReview?: IsoDate;
}

/**
 * I-54: owner and date of each obligation are public from here on, the words where both agreed so; every limit that
 * follows starts.
 */
export function enterAgreement(entry: Entry, clocks: Clocks): AgreementEntered {
  const { origin, parties, digest, agreedAt, title, obligations, publication } = entry;
  const agreedOn = clocks.arrivalDay(agreedAt);
  const firstReview = entry.firstReview ?? reviewDate(agreedOn, 2, clocks);
  const owing = parties.filter((party) => obligations.some(({ owner }) => owner === party));
  const event = 'AgreementEntered';
  const dates = obligations.map(({ id, date, owner }) =>
    owed(clocks.startOn('obligation', { event, date }, obligationDeadline(id)), owner),
  );
  const isOpen = publication === 'text';
  return {
    type: event,
    occurredAt: agreedAt,
    rule: 'S13',
    tier: 'PUBLIC',
    data: {
      origin,
      parties,
      digest,
      agreedAt,
      agreedOn,
      ruleSetVersion: clocks.ruleSet.version,
      publication,
      title: isOpen ? title : [],
      obligations: isOpen ? obligations : obligations.map(publicTermsOf),
      firstReview,
      opens: [...dates, ...cycleClocks(1, firstReview, event, owing, clocks)],
      closes: [],
    },
  };
}
