/** How an agreement numbers its provisions: `X:3(a)`, or `3.1(a)`. */
export type ProvisionForm = 'roman' | 'arabic';

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

/** Agreements by the code under which claims name them. Source: the WTO's page of legal texts. */
export const AGREEMENTS: Readonly<Record<string, ListedAgreement>> = {
  WTO: legal('roman', '04-wto'),
  'CN-ACC': { form: 'arabic', link: 'https://www.wto.org/english/thewto_e/acc_e/completeacc_e.htm' },
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
};
