import type { Bilingual, IsoDate, PartyCode } from '@parley/kernel';
import type { Annex, ConsultationProvision, CoveredAgreement, OpenForum } from './forums.rules';

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

const dates = (byParty: Record<string, string>): Readonly<Record<PartyCode, IsoDate>> =>
  byParty as Record<PartyCode, IsoDate>;

const covered = (
  code: string,
  annex: Annex,
  en: string,
  zh: string,
  parties?: Record<string, string>,
): CoveredAgreement => ({
  code,
  annex,
  name: say(en, zh),
  ...(parties ? { parties: dates(parties) } : {}),
});

const at = (agreement: string, ...provisions: readonly string[]): readonly ConsultationProvision[] =>
  provisions.map((provision) => ({ agreement, provision }));

/**
 * DSU Appendix 1, and the provision of each agreement under which consultations are requested (DSU 4, Appendix 2).
 * China's Protocol of Accession is an integral part of the WTO Agreement (its paragraph 1.2) and names no such
 * provision of its own.
 */
export const wto: OpenForum = {
  code: 'WTO',
  kind: 'open',
  name: say('World Trade Organization', '世界贸易组织'),
  whoFiles: say(
    'Only a Member files, so the dossier is for the complainant to submit.',
    '只有成员方可以提出请求，因此卷宗由申诉方自行提交。',
  ),
  members: dates({ US: '1995-01-01', CN: '2001-12-11' }),
  coveredAgreements: [
    covered('WTO', 'agreement', 'Agreement Establishing the World Trade Organization', '建立世界贸易组织协定'),
    covered(
      'CN-ACC',
      'agreement',
      'Protocol on the Accession of the People’s Republic of China',
      '中华人民共和国加入议定书',
    ),
    covered('GATT1994', '1A', 'General Agreement on Tariffs and Trade 1994', '1994年关税与贸易总协定'),
    covered('AG', '1A', 'Agreement on Agriculture', '农业协定'),
    covered(
      'SPS',
      '1A',
      'Agreement on the Application of Sanitary and Phytosanitary Measures',
      '实施卫生与植物卫生措施协定',
    ),
    covered('TBT', '1A', 'Agreement on Technical Barriers to Trade', '技术性贸易壁垒协定'),
    covered('TRIMS', '1A', 'Agreement on Trade-Related Investment Measures', '与贸易有关的投资措施协定'),
    covered(
      'ADA',
      '1A',
      'Agreement on Implementation of Article VI of GATT 1994',
      '关于实施1994年关税与贸易总协定第六条的协定',
    ),
    covered(
      'CVA',
      '1A',
      'Agreement on Implementation of Article VII of GATT 1994',
      '关于实施1994年关税与贸易总协定第七条的协定',
    ),
    covered('PSI', '1A', 'Agreement on Preshipment Inspection', '装运前检验协定'),
    covered('ROO', '1A', 'Agreement on Rules of Origin', '原产地规则协定'),
    covered('ILP', '1A', 'Agreement on Import Licensing Procedures', '进口许可程序协定'),
    covered('SCM', '1A', 'Agreement on Subsidies and Countervailing Measures', '补贴与反补贴措施协定'),
    covered('SG', '1A', 'Agreement on Safeguards', '保障措施协定'),
    covered('TFA', '1A', 'Agreement on Trade Facilitation', '贸易便利化协定'),
    covered('GATS', '1B', 'General Agreement on Trade in Services', '服务贸易总协定'),
    covered(
      'TRIPS',
      '1C',
      'Agreement on Trade-Related Aspects of Intellectual Property Rights',
      '与贸易有关的知识产权协定',
    ),
    covered(
      'DSU',
      '2',
      'Understanding on Rules and Procedures Governing the Settlement of Disputes',
      '关于争端解决规则与程序的谅解',
    ),
    covered('GPA', '4', 'Agreement on Government Procurement', '政府采购协定', { US: '1996-01-01' }),
    covered('TCA', '4', 'Agreement on Trade in Civil Aircraft', '民用航空器贸易协定', { US: '1980-01-01' }),
  ],
  consultationProvisions: [
    ...at('DSU', '4'),
    ...at('GATT1994', 'XXII:1', 'XXIII:1'),
    ...at('AG', '19'),
    ...at('SPS', '11.1'),
    ...at('TBT', '14.1'),
    ...at('TRIMS', '8'),
    ...at('ADA', '17.2', '17.3'),
    ...at('CVA', '19.2'),
    ...at('PSI', '7', '8'),
    ...at('ROO', '7', '8'),
    ...at('ILP', '6'),
    ...at('SCM', '4.1', '7.1', '30'),
    ...at('SG', '14'),
    ...at('TFA', '24.8'),
    ...at('GATS', 'XXII:1', 'XXIII:1'),
    ...at('TRIPS', '64.1'),
    ...at('GPA', 'XX'),
    ...at('TCA', '8.8'),
  ],
  // Prohibited subsidies (3) and their remedies (4); actionable subsidies (5, 6) and their remedies (7). Part V is
  // about duties, not about subsidies.
  statementsOfEvidence: [{ agreement: 'SCM', articles: ['3', '4', '5', '6', '7'], rule: 'SCM 4.2, 7.2' }],
  panelRequestAfterDays: 60,
  // `WT/DS633/1`, `WT/DS633/R/Add.1`, `G/SCM/D145/1`.
  symbols: '^(?:WT|G|S|IP)(?:/(?:[A-Z]+\\d*|\\d+|(?:Rev|Add|Corr|Suppl)\\.\\d+))+$',
  source: 'DSU Articles 1, 2, 4 and 6, Appendices 1 and 2; SCM Articles 4.2 and 7.2',
};
