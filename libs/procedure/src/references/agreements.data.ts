/**
 * How an agreement numbers its provisions: `X:3(a)`, or `3.1(a)`, or as China’s protocol of accession does, `I.11.3`,
 * with the paragraphs of the report of its working party as `WPR 162`.
 */
export type ProvisionForm = 'roman' | 'arabic' | 'accession';

export interface ListedAgreement {
  readonly form: ProvisionForm;
  /** Its text, as the WTO publishes it. */
  readonly link: string;
}

/** Edition of the list below. Agreements are added with a new one; none is taken away. */
export const AGREEMENTS_EDITION = '2026-1';

const legal = (form: ProvisionForm, page: string): ListedAgreement => ({
  form,
  link: `https://www.wto.org/english/docs_e/legal_e/${page}_e.htm`,
});

/**
 * Agreements by the code under which claims name them. Sources: the WTO's page of legal texts; for what the two parties
 * agreed between themselves, the Economic and Trade Agreement of 15 January 2020, as the USTR publishes it.
 */
export const AGREEMENTS: Readonly<Record<string, ListedAgreement>> = {
  WTO: legal('roman', '04-wto'),
  'CN-ACC': { form: 'accession', link: 'https://www.wto.org/english/thewto_e/acc_e/completeacc_e.htm' },
  GATT1994: legal('roman', 'gatt47_01'),
  AG: legal('arabic', '14-ag_01'),
  SPS: legal('arabic', '15sps_01'),
  TBT: legal('arabic', '17-tbt'),
  TRIMS: legal('arabic', '18-trims'),
  ADA: legal('arabic', '19-adp_01'),
  CVA: legal('arabic', '20-val_01'),
  PSI: legal('arabic', '21-psi'),
  ROO: legal('arabic', '22-roo'),
  ILP: legal('arabic', '23-lic'),
  SCM: legal('arabic', '24-scm_01'),
  SG: legal('arabic', '25-safeg'),
  TFA: legal('arabic', 'tfa-nov14'),
  GATS: legal('roman', '26-gats_01'),
  TRIPS: legal('arabic', '27-trips_01'),
  DSU: legal('arabic', '28-dsu'),
  GPA: legal('roman', 'rev-gpr-94_01'),
  TCA: legal('arabic', 'air-79'),
  'ETA-2020': {
    form: 'arabic',
    link: 'https://ustr.gov/sites/default/files/files/agreements/phase%20one%20agreement/Economic_And_Trade_Agreement_Between_The_United_States_And_China_Text.pdf',
  },
};
