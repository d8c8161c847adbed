import type { Bilingual, IsoDate, PartyCode } from '@parley/kernel';
import { agreementName } from '@parley/procedure';
import type { Annex, ConsultationProvision, CoveredAgreement, OpenForum } from './forums.rules';

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

const dates = (byParty: Record<string, string>): Readonly<Record<PartyCode, IsoDate>> =>
  byParty as Record<PartyCode, IsoDate>;

const covered = (code: string, annex: Annex, parties?: Record<string, string>): CoveredAgreement => ({
  code,
  annex,
  name: agreementName(code),
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
    covered('WTO', 'agreement'),
    covered('CN-ACC', 'agreement'),
    covered('GATT1994', '1A'),
    covered('AG', '1A'),
    covered('SPS', '1A'),
    covered('TBT', '1A'),
    covered('TRIMS', '1A'),
    covered('ADA', '1A'),
    covered('CVA', '1A'),
    covered('PSI', '1A'),
    covered('ROO', '1A'),
    covered('ILP', '1A'),
    covered('SCM', '1A'),
    covered('SG', '1A'),
    covered('TFA', '1A'),
    covered('GATS', '1B'),
    covered('TRIPS', '1C'),
    covered('DSU', '2'),
    covered('GPA', '4', { US: '1996-01-01' }),
    covered('TCA', '4', { US: '1980-01-01' }),
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
