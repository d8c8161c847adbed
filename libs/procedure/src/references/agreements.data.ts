/**
 * How an agreement numbers its provisions: `X:3(a)`, or `3.1(a)`, or as China’s protocol of accession does, `I.11.3`,
 * with the paragraphs of the report of its working party as `WPR 162`.
 */
export type ProvisionForm = 'roman' | 'arabic' | 'accession';

export interface ListedAgreement {
  readonly form: ProvisionForm;
  /** Its text, as the WTO publishes it. */
  readonly link: string;
  /** What it is also called, by which its code is found for whoever writes that. */
  readonly alsoCalled?: readonly string[];
}

/** Edition of the list below. Agreements are added with a new one; none is taken away. */
export const AGREEMENTS_EDITION = '2026-1';

const legal = (form: ProvisionForm, page: string, ...alsoCalled: readonly string[]): ListedAgreement => ({
  ...{ form, alsoCalled },
  link: `https://www.wto.org/english/docs_e/legal_e/${page}_e.htm`,
});

/**
 * Agreements by the code under which claims name them. Sources: the WTO's page of legal texts; for what the two parties
 * agreed between themselves, the Economic and Trade Agreement of 15 January 2020, as the USTR publishes it.
 */
export const AGREEMENTS: Readonly<Record<string, ListedAgreement>> = {
  WTO: legal('roman', '04-wto', 'Marrakesh'),
  'CN-ACC': {
    form: 'accession',
    alsoCalled: ['Accession Protocol'],
    link: 'https://www.wto.org/english/thewto_e/acc_e/completeacc_e.htm',
  },
  GATT1994: legal('roman', 'gatt47_01', 'GATT', 'GATT 1947'),
  AG: legal('arabic', '14-ag_01', 'AoA', 'Agriculture'),
  SPS: legal('arabic', '15sps_01', 'Sanitary'),
  TBT: legal('arabic', '17-tbt', 'Technical Barriers'),
  TRIMS: legal('arabic', '18-trims'),
  ADA: legal('arabic', '19-adp_01', 'AD', 'ADP', 'Anti-Dumping'),
  CVA: legal('arabic', '20-val_01', 'Valuation'),
  PSI: legal('arabic', '21-psi'),
  ROO: legal('arabic', '22-roo', 'Rules of Origin'),
  ILP: legal('arabic', '23-lic', 'Licensing'),
  SCM: legal('arabic', '24-scm_01', 'ASCM', 'CVD', 'Subsidies'),
  SG: legal('arabic', '25-safeg', 'SGA', 'Safeguards'),
  TFA: legal('arabic', 'tfa-nov14', 'Trade Facilitation'),
  GATS: legal('roman', '26-gats_01', 'Services'),
  TRIPS: legal('arabic', '27-trips_01'),
  DSU: legal('arabic', '28-dsu'),
  GPA: legal('roman', 'rev-gpr-94_01', 'Procurement'),
  TCA: legal('arabic', 'air-79', 'Civil Aircraft'),
  'ETA-2020': {
    ...{ form: 'arabic', alsoCalled: ['Phase One'] },
    link: 'https://ustr.gov/sites/default/files/files/agreements/phase%20one%20agreement/Economic_And_Trade_Agreement_Between_The_United_States_And_China_Text.pdf',
  },
};
