import type { Reference } from './reference';

/** Symbol of a WTO document: the series, then its parts: `WT/DS543/R`, `WT/DS437/RW/Add.1`, `G/SCM/Q3/CHN/12`. */
export const WTO_SYMBOL = /^(?:WT|G|S|IP|TN|GPA|TCA|PLURI|TPR)(?:\/[A-Za-z0-9][A-Za-z0-9.()-]{0,19}){1,8}$/;

/** A document of the WTO as a reference; its link finds it in the WTO's own archive. */
export const documentReference = (symbol: string): Reference => ({
  kind: 'document',
  text: symbol,
  edition: '',
  link:
    'https://docs.wto.org/dol2fe/Pages/FE_Search/FE_S_S006.aspx' +
    `?Query=${encodeURIComponent(`@Symbol=${symbol}`)}&Language=ENGLISH`,
});
