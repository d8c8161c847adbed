import type { Bilingual } from '@parley/kernel';

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

export const DOCS_WORDS = {
  lead: say(
    'Every operation of the interface, and how to do what one comes for. Made from the document of this system.',
    '接口的全部操作以及常见任务的做法，均由本系统的接口文档生成。',
  ),
  wanted: say('What do you want to do?', '您想做什么？'),
  search: say('Search', '搜索'),
  found: say('Found', '搜索结果'),
  nothing: say('Nothing here says all of these words.', '没有同时包含这些词语的内容。'),
  guides: say('How do I …', '如何……'),
  begin: say('Before you begin', '开始之前'),
  beginLead: say(
    'All examples use these lines in bash. The first names this system. `token` gets a token of a user of a ' +
      'demonstration; elsewhere the provider of your side issues it. `as` sends a request as somebody, under a key ' +
      'that names the act. Some guides need time to pass: `PARLEY_DEMO_CLOCK=2026-03-02T09:00:00+01:00 npm start` ' +
      'starts a demonstration whose clock can be moved.',
    '所有示例均在 bash 中使用以下各行。首行指明本系统；`token` 取得演示用户的令牌，其他系统的令牌由各方的身份提供方签发；`as` 以某人的身份、用标明该行为的键发送请求。' +
      '部分指南需要时间经过：以 `PARLEY_DEMO_CLOCK=2026-03-02T09:00:00+01:00 npm start` 启动的演示系统可调快时钟。',
  ),
  also: say('What else there is', '其他资料'),
  places: [
    [
      '/openapi.json',
      say(
        'The same as data (OpenAPI 3.1), for generators of clients.',
        '同一内容的数据形式（OpenAPI 3.1），供生成客户端之用。',
      ),
    ],
    ['/asyncapi.json', say('What the services tell each other.', '各服务之间的通知。')],
    ['/event-types.json', say('What each event of a history says.', '案件历史中各类事件的内容。')],
    [
      '/verify.html',
      say(
        'A page that verifies a dossier in your browser, without a network.',
        '在浏览器中核验卷宗的网页，不使用网络。',
      ),
    ],
    ['/rules', say('What each rule says, and why.', '每条规则的内容和理由。')],
    ['/problems', say('What each refusal means.', '每项拒绝的含义。')],
    ['/glossary', say('The words of the procedure.', '程序用语。')],
  ],
  client: say(
    'The typed client for TypeScript and JavaScript stands in the repository.',
    '供 TypeScript 和 JavaScript 使用的类型化客户端载于代码库。',
  ),
  about: say('What holds for every request', '适用于所有请求的事项'),
  chapters: say('Chapters', '章节'),
  operations: say('Operations', '操作'),
  schemas: say('Schemas', '数据结构'),
  inEnglish: say(
    'The reference is in English; refusals are in both languages. For its examples:',
    '参考部分为英文，拒绝事由为中英双语。关于示例：',
  ),
  tested: say(
    'Each line is run by a test against a running system, in this order, after those of the guides before.',
    '每行均由测试按此顺序在运行中的系统上执行，且在前面各指南之后执行。',
  ),
  shows: say('The answer holds', '答复包含'),
} as const satisfies Readonly<Record<string, Bilingual | readonly (readonly [string, Bilingual])[]>>;
