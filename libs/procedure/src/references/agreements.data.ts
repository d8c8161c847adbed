import type { Bilingual } from '@parley/kernel';

/**
 * How an agreement numbers its provisions: `X:3(a)`, or `3.1(a)`, or as China’s protocol of accession does, `I.11.3`,
 * with the paragraphs of the report of its working party as `WPR 162`.
 */
export type ProvisionForm = 'roman' | 'arabic' | 'accession';

export interface ListedAgreement {
  /** What it is called in full. */
  readonly name: Bilingual;
  readonly form: ProvisionForm;
  /** Its text, as the WTO publishes it. */
  readonly link: string;
  /** What it is also called, by which its code is found for whoever writes that. */
  readonly alsoCalled?: readonly string[];
}

/** Edition of the list below. Agreements are added with a new one; none is taken away. */
export const AGREEMENTS_EDITION = '2026-1';

const legal = (
  en: string,
  zh: string,
  form: ProvisionForm,
  page: string,
  ...alsoCalled: readonly string[]
): ListedAgreement => ({
  ...{ name: { en, 'zh-Hans': zh }, form, alsoCalled },
  link: `https://www.wto.org/english/docs_e/legal_e/${page}_e.htm`,
});

/**
 * Agreements by the code under which claims name them. Sources: the WTO's page of legal texts; for what the two parties
 * agreed between themselves, the Economic and Trade Agreement of 15 January 2020, as the USTR publishes it.
 */
export const AGREEMENTS: Readonly<Record<string, ListedAgreement>> = {
  WTO: legal(
    'Agreement Establishing the World Trade Organization',
    '建立世界贸易组织协定',
    'roman',
    '04-wto',
    'Marrakesh',
  ),
  'CN-ACC': {
    name: { en: 'Protocol on the Accession of the People’s Republic of China', 'zh-Hans': '中华人民共和国加入议定书' },
    form: 'accession',
    alsoCalled: ['Accession Protocol'],
    link: 'https://www.wto.org/english/thewto_e/acc_e/completeacc_e.htm',
  },
  GATT1994: legal(
    'General Agreement on Tariffs and Trade 1994',
    '1994年关税与贸易总协定',
    'roman',
    'gatt47_01',
    'GATT',
    'GATT 1947',
  ),
  AG: legal('Agreement on Agriculture', '农业协定', 'arabic', '14-ag_01', 'AoA', 'Agriculture'),
  SPS: legal(
    'Agreement on the Application of Sanitary and Phytosanitary Measures',
    '实施卫生与植物卫生措施协定',
    'arabic',
    '15sps_01',
    'Sanitary',
  ),
  TBT: legal(
    'Agreement on Technical Barriers to Trade',
    '技术性贸易壁垒协定',
    'arabic',
    '17-tbt',
    'Technical Barriers',
  ),
  TRIMS: legal('Agreement on Trade-Related Investment Measures', '与贸易有关的投资措施协定', 'arabic', '18-trims'),
  ADA: legal(
    'Agreement on Implementation of Article VI of GATT 1994',
    '关于实施1994年关税与贸易总协定第六条的协定',
    'arabic',
    '19-adp_01',
    'AD',
    'ADP',
    'Anti-Dumping',
  ),
  CVA: legal(
    'Agreement on Implementation of Article VII of GATT 1994',
    '关于实施1994年关税与贸易总协定第七条的协定',
    'arabic',
    '20-val_01',
    'Valuation',
  ),
  PSI: legal('Agreement on Preshipment Inspection', '装运前检验协定', 'arabic', '21-psi'),
  ROO: legal('Agreement on Rules of Origin', '原产地规则协定', 'arabic', '22-roo', 'Rules of Origin'),
  ILP: legal('Agreement on Import Licensing Procedures', '进口许可程序协定', 'arabic', '23-lic', 'Licensing'),
  SCM: legal(
    'Agreement on Subsidies and Countervailing Measures',
    '补贴与反补贴措施协定',
    'arabic',
    '24-scm_01',
    'ASCM',
    'CVD',
    'Subsidies',
  ),
  SG: legal('Agreement on Safeguards', '保障措施协定', 'arabic', '25-safeg', 'SGA', 'Safeguards'),
  TFA: legal('Agreement on Trade Facilitation', '贸易便利化协定', 'arabic', 'tfa-nov14', 'Trade Facilitation'),
  GATS: legal('General Agreement on Trade in Services', '服务贸易总协定', 'roman', '26-gats_01', 'Services'),
  TRIPS: legal(
    'Agreement on Trade-Related Aspects of Intellectual Property Rights',
    '与贸易有关的知识产权协定',
    'arabic',
    '27-trips_01',
  ),
  DSU: legal(
    'Understanding on Rules and Procedures Governing the Settlement of Disputes',
    '关于争端解决规则与程序的谅解',
    'arabic',
    '28-dsu',
  ),
  GPA: legal('Agreement on Government Procurement', '政府采购协定', 'roman', 'rev-gpr-94_01', 'Procurement'),
  TCA: legal('Agreement on Trade in Civil Aircraft', '民用航空器贸易协定', 'arabic', 'air-79', 'Civil Aircraft'),
  'ETA-2020': {
    name: { en: 'Economic and Trade Agreement of 15 January 2020', 'zh-Hans': '2020年1月15日经济贸易协议' },
    ...{ form: 'arabic', alsoCalled: ['Phase One'] },
    link: 'https://ustr.gov/sites/default/files/files/agreements/phase%20one%20agreement/Economic_And_Trade_Agreement_Between_The_United_States_And_China_Text.pdf',
  },
};

/** What an agreement is called in full; its code where the list does not have it. */
export const agreementName = (code: string): Bilingual => AGREEMENTS[code]?.name ?? { en: code, 'zh-Hans': code };
