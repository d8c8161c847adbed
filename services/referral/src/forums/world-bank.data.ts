import type { Bilingual } from '@parley/kernel';
import type { Channel, ChannelsForum } from './forums.rules';

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

/** The World Bank hears no complaint of a state. People file, or an Executive Director does. */
const channels = (inspectionSource: string, monthsAfterClosing: number): readonly Channel[] => [
  {
    code: 'inspection-panel',
    name: say('Request for Inspection (Inspection Panel)', '检查请求（检查小组）'),
    institutions: ['IBRD', 'IDA'],
    fewestPeople: 2,
    executiveDirector: true,
    monthsAfterClosing,
    afterManagement: true,
    source: inspectionSource,
  },
  {
    code: 'grievance-redress-service',
    name: say('Complaint to the Grievance Redress Service', '向申诉处理服务提出的申诉'),
    institutions: ['IBRD', 'IDA'],
    fewestPeople: 1,
    executiveDirector: false,
    monthsAfterClosing,
    afterManagement: false,
    source: 'World Bank Grievance Redress Service, Directive and Procedure',
  },
  {
    code: 'cao',
    name: say('Complaint to the Compliance Advisor Ombudsman', '向合规顾问监察员提出的申诉'),
    institutions: ['IFC', 'MIGA'],
    fewestPeople: 1,
    executiveDirector: false,
    monthsAfterClosing: null,
    afterManagement: false,
    source: 'IFC/MIGA Independent Accountability Mechanism (CAO) Policy',
  },
];

const worldBankUnder = (inspectionSource: string, monthsAfterClosing: number): ChannelsForum => ({
  code: 'WORLD_BANK',
  kind: 'channels',
  name: say('World Bank Group', '世界银行集团'),
  whoFiles: say(
    'It hears no complaint of one state against another: a Request for Inspection comes from affected ' +
      'people, two or more, or an Executive Director; a Grievance Redress Service or CAO complaint from ' +
      'people whom a project affects.',
    '该机构不受理一国针对另一国的申诉：检查请求须由两名或以上受影响者或执行董事提出；申诉处理服务或合规顾问监察员的申诉须由受项目影响的人提出。',
  ),
  channels: channels(inspectionSource, monthsAfterClosing),
  symbols: '^[A-Z0-9][A-Za-z0-9./-]{1,59}$',
  source: inspectionSource,
});

/** Under these resolutions a request could be filed until the project was closed. */
export const worldBank1993 = worldBankUnder('Resolutions IBRD 93-10 and IDA 93-6 (Inspection Panel)', 0);

/** The time to file was extended to fifteen months after the closing of a project. */
export const worldBank2020 = worldBankUnder(
  'Resolutions IBRD 2020-0004 and IDA 2020-0003 (Inspection Panel), of 8 September 2020',
  15,
);

/** One resolution on the Panel and the Dispute Resolution Service replaced those of 2020. */
export const worldBank2025 = worldBankUnder(
  'Resolution on the World Bank Accountability Mechanism: Inspection Panel and Dispute Resolution ' +
    'Service, of 7 March 2025',
  15,
);
