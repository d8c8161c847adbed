import type { ClosedForum } from './forum-rules';

/** What the World Bank does hear is not a complaint of a state: the record of a screening has no door there. */
export const worldBank: ClosedForum = {
  code: 'WORLD_BANK',
  kind: 'closed',
  name: { en: 'World Bank Group', 'zh-Hans': '世界银行集团' },
  whoFiles: {
    en: 'It hears no complaint of one state against another: a Request for Inspection comes from affected people, two or more, or an Executive Director; a Grievance Redress Service or CAO complaint from people whom a project affects.',
    'zh-Hans': '该机构不受理一国针对另一国的申诉：检查请求须由两名或以上受影响者或执行董事提出；申诉处理服务或合规顾问监察员的申诉须由受项目影响的人提出。',
  },
  symbols: '^[A-Z0-9][A-Za-z0-9./-]{1,59}$',
  source: 'Resolutions IBRD 2020-0004 and IDA 2020-0003 (Inspection Panel); IFC/MIGA Independent Accountability Mechanism (CAO) Policy',
};
