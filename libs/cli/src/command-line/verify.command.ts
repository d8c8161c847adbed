import type { Command } from 'commander';
import type { Bilingual } from '@parley/kernel';
import { answer } from '../report/answer';
import type { Told } from '../report/told';
import { verifyCheckpoint } from '../verify/verify-checkpoint';
import { verifyDocket } from '../verify/verify-docket';
import { verifyDossier } from '../verify/verify-dossier';
import { verifyEventProof } from '../verify/verify-event-proof';
import { verifyHistoryExport } from '../verify/verify-history-export';
import { verifyReceipt } from '../verify/verify-receipt';
import { verifySplit } from '../verify/verify-split';
import { verifyWholeLog } from '../verify/verify-whole-log';
import type { Invocation } from './invocation';

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

const OPTIONS = {
  policy: [
    '--policy <file>',
    say('the keys of the log, kept from earlier or had from somebody else', '日志的公钥：早先保存的或从他人处取得的'),
  ],
  url: [
    '--url <address>',
    say(
      'where to take what is not given as a file. Keys from there are believed because they come from there ' +
        '(trust on first use)',
      '未以文件给出的内容从何处取得。由此取得的公钥因其来源而予信任（首次使用即信任）',
    ),
  ],
  log: ['--log <folder>', say('the mirror that has the log', '存有日志的镜像文件夹')],
  since: ['--since <file>', say('an earlier checkpoint, which the log must extend', '较早的检查点，日志须为其延伸')],
  keys: ['--keys <file>', say('the keys of the registry (/v1/keys), kept', '登记处的公钥（/v1/keys），已保存')],
  grievance: ['--grievance <file>', say('the grievance that was filed', '所提交的申诉')],
  manifest: [
    '--manifest <digest>',
    say('the SHA-256 of its manifest, as the case shows it', '其清单的 SHA-256 摘要值，如案件所示'),
  ],
  partyKeys: [
    '--party-keys <file>',
    say('the keys of both sides (/v1/parties/keys), kept', '双方的密钥（/v1/parties/keys），已保存'),
  ],
  proofs: [
    '--proofs <folder>',
    say(
      'what parley proofs wrote: that the dossier stands in the log',
      'parley proofs 所写入的文件夹：卷宗载于日志的证明',
    ),
  ],
  proof: ['--proof <file...>', say('proofs of the log, of events in the export', '日志证明，所证事件须在导出文件中')],
} as const satisfies Record<string, readonly [string, Bilingual]>;

type OptionName = keyof typeof OPTIONS;

/** What was given on the command line. */
interface Given {
  readonly file: string | undefined;
  readonly policy?: string;
  readonly url?: string;
  readonly log?: string;
  readonly since?: string;
  readonly keys?: string;
  readonly grievance?: string;
  readonly manifest?: string;
  readonly proofs?: string;
  readonly partyKeys?: string;
  readonly proof?: readonly string[];
}

interface Verifier {
  readonly name: string;
  readonly argument: readonly [string, Bilingual];
  readonly says: Bilingual;
  readonly options: readonly OptionName[];
  readonly check: (given: Given, told: Told) => Promise<void>;
}

const VERIFIERS: readonly Verifier[] = [
  {
    name: 'checkpoint',
    argument: [
      '[file]',
      say('a checkpoint; the newest one of the server when left out', '检查点；省略时取服务器上最新的'),
    ],
    says: say('Who signed a checkpoint of the log', '检查点由谁签署'),
    options: ['policy', 'url'],
    check: ({ file, ...place }, told) => verifyCheckpoint(file, place, told),
  },
  {
    name: 'log',
    argument: ['[folder]', say('a mirror; the log of the server when left out', '镜像文件夹；省略时取服务器上的日志')],
    says: say('The whole log, from its entries to the root that was signed', '整份日志，由条目直至所签署的根'),
    options: ['policy', 'url', 'since'],
    check: ({ file, ...place }, told) => verifyWholeLog({ ...place, folder: file }, told),
  },
  {
    name: 'proof',
    argument: ['<file>', say('what …/proof of an event answers', '事件的 …/proof 所答复的内容')],
    says: say('That an event stands in the log', '事件载于日志'),
    options: ['policy', 'url'],
    check: ({ file = '', ...place }, told) => verifyEventProof(file, place, told),
  },
  {
    name: 'docket',
    argument: [
      '[file]',
      say(
        'an export of the docket (/v1/docket/log/export), or a mirror; that of the server when left out',
        '登记簿的导出文件（/v1/docket/log/export）或镜像文件夹；省略时取服务器上的',
      ),
    ],
    says: say('That every entry of the docket stands in the log', '登记簿的每个条目均载于日志'),
    options: ['policy', 'url', 'log'],
    check: ({ file, log, ...place }, told) => verifyDocket(file, { ...place, folder: log }, told),
  },
  {
    name: 'receipt',
    argument: ['<file>', say('a receipt, the answer to a filing, or a JWS', '收据、提交申诉的答复或 JWS')],
    says: say('That the registry signed a receipt', '收据由登记处签署'),
    options: ['keys', 'url', 'grievance'],
    check: ({ file = '', ...given }, told) => verifyReceipt(file, given, told),
  },
  {
    name: 'export',
    argument: ['<file>', say('what …/history/export of a case answers', '案件的 …/history/export 所答复的内容')],
    says: say('That no event in the export of a case was changed', '案件导出文件中的事件均未被更改'),
    options: ['proof', 'partyKeys', 'policy', 'url'],
    check: ({ file = '', ...given }, told) => verifyHistoryExport(file, given, told),
  },
  {
    name: 'dossier',
    argument: [
      '<file>',
      say('the .zip of a dossier, or the folder that was in it', '卷宗的 .zip 文件，或解包后的文件夹'),
    ],
    says: say('That a dossier is whole, and no file of it was changed', '卷宗完整，其文件均未被更改'),
    options: ['proofs', 'policy', 'keys', 'partyKeys', 'manifest'],
    check: ({ file = '', ...given }, told) => verifyDossier(file, given, told),
  },
  {
    name: 'split',
    argument: ['<file>', say('the proof that a mirror or a witness keeps', '镜像或见证方所保存的证明')],
    says: say('That the log has shown two pasts', '日志显示过两种过去'),
    options: ['policy', 'url'],
    check: ({ file = '', ...place }, told) => verifySplit(file, place, told),
  },
];

/** Adds `parley verify …`. */
export function addVerify(program: Command, { lang, output, end }: Invocation): void {
  const verify = program
    .command('verify')
    .helpCommand(false)
    .description(
      say(
        'Check something. What was checked and what was not is said each time.',
        '查验某项内容。每次均说明已查验和未查验的部分。',
      )[lang],
    );
  for (const { name, argument, says, options, check } of VERIFIERS) {
    const command = verify.command(name).description(says[lang]).argument(argument[0], argument[1][lang]);
    for (const option of options) command.option(OPTIONS[option][0], OPTIONS[option][1][lang]);
    command.action(async (file: string | undefined) => {
      const { json, ...given } = command.optsWithGlobals<Given & { readonly json?: boolean }>();
      end(await answer(name, { lang, json: json ?? false }, output, (told) => check({ ...given, file }, told)));
    });
  }
}
