import type { Command } from 'commander';
import type { Bilingual } from '@parley/kernel';
import { answer, withoutControls, type ExitCode } from '../report/answer';
import type { Told } from '../report/told';
import { fileGrievance, type GrievanceToFile } from '../signed-in/file-grievance';
import { followEvents } from '../signed-in/follow';
import { readHistory, type HistoryEntry } from '../signed-in/history';
import { showCase, type MirroredEvent } from '../mirror/show-case';
import { named, NotAsked } from '../report/not-asked';
import { called } from '../signed-in/called';
import { takeProofs } from '../signed-in/take-proofs';
import { identityOf, SURROUNDINGS, tokensOf, type GivenIdentity } from '../signed-in/identity';
import type { Invocation } from './invocation';

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

const SAID = {
  url: say('address of the installation', '系统的地址'),
  issuer: say(
    'who vouches for the user: the code of a party, or secretariat',
    '为用户担保者：一方的代码或 secretariat',
  ),
  user: say('the user', '用户'),
  purpose: say('what is read for; it stands in the log of reads', '读取目的；载入读取日志'),
  secret: say(
    'The secret of the user is in PARLEY_SECRET; a command line is seen by everybody on the machine.',
    '用户的密码由 PARLEY_SECRET 给出；命令行对本机所有人可见。',
  ),
  token: say('Ask the issuer for a token, and write it.', '向签发方取得令牌并输出。'),
  history: say('Read the history of a case, as far as it is yours to read.', '读取案件经过中您有权读取的部分。'),
  case: say('id or docket number of the case', '案件的标识或登记编号'),
  export: say(
    'write the export of the history there, for parley verify export',
    '将案件经过导出至此文件，供 parley verify export 查验',
  ),
  mirror: say(
    'show it from this mirror alone, and ask no server (parley mirror --cases)',
    '仅由此镜像显示，不询问服务器（parley mirror --cases）',
  ),
  follow: say(
    'Say of each event of your cases that it was recorded, until it is stopped.',
    '逐一告知您的案件所记录的事件，直至停止。',
  ),
  after: say('the last id that you have', '您已有的最后一个 id'),
  count: say('stop after so many events', '达到此数目的事件后停止'),
  file: say('Have a grievance checked; file it once you certify it by its digest.', '检查申诉；以摘要值确认后提交。'),
  grievance: say('the grievance, JSON', '申诉，JSON'),
  proofs: say(
    'Take the proofs of an issued dossier from the log, and verify it by them, for parley verify dossier --proofs.',
    '从日志取得已签发卷宗的证明并据此查验，供 parley verify dossier --proofs 使用。',
  ),
  dossier: say('the .zip of the dossier', '卷宗的 .zip 文件'),
  folder: say('where they are written; made when it is not there', '写入的文件夹；不存在时新建'),
  contact: say('whom the registry may call, JSON: name and reach', '登记处的联系人，JSON：name 和 reach'),
  certify: say('the digest that the check showed: it is filed', '检查所示的摘要值：据此提交'),
  key: say('the key of an attempt that was not answered', '未获答复的前次尝试的键'),
  signWith: say('sign it by the key in this file', '以此文件中的密钥签名'),
  answer: say(
    'write the answer with the receipt there, for parley verify receipt',
    '将答复及收据写入此文件，供 parley verify receipt 查验',
  ),
} as const;

/** Adds the options by which somebody signs in. */
export function addIdentity(
  command: Command,
  parts: readonly ('url' | 'issuer' | 'user' | 'purpose')[],
  lang: Invocation['lang'],
): void {
  command.addHelpText('after', `\n${SAID.secret[lang]}`);
  for (const part of parts) command.option(`--${part} <${part}>`, `${SAID[part][lang]} (${SURROUNDINGS[part]})`);
}

type Global = GivenIdentity & { readonly json?: boolean };

/** Adds the commands of somebody who signs in: `token`, `history`, `follow`, `file`. */
export function addSignedIn(program: Command, { lang, output, end }: Invocation): void {
  const add = (name: string, says: Bilingual): Command => {
    const command = program.command(name).description(says[lang]);
    addIdentity(command, ['url', 'issuer', 'user', 'purpose'], lang);
    return command;
  };
  const act = (command: Command, check: (told: Told) => Promise<void>): Promise<ExitCode> => {
    const { json = false } = command.optsWithGlobals<Global>();
    return answer(command.name(), { lang, json, act: true }, output, check);
  };

  const mirrored = async (folder: string, of: string, json: boolean): Promise<ExitCode> => {
    let events: readonly MirroredEvent[] = [];
    const code = await answer('history', { lang, json }, output, async (told) => {
      events = await showCase(folder, of, told);
    });
    if (code === 0 && !json)
      for (const { recordedAt, stream, revision, type } of events)
        output.out(`${withoutControls(`${recordedAt}  ${type}  (${stream}, ${String(revision)})`)}\n`);
    return code;
  };

  const PLAIN = { lang, json: false, act: true, plain: true };

  const token = add('token', SAID.token);
  token.action(async () => {
    end(
      await answer('token', PLAIN, output, async () => {
        output.out(`${await called(tokensOf(identityOf(token.opts(), output.env)))}\n`);
      }),
    );
  });

  const history = add('history', SAID.history)
    .argument('<case>', SAID.case[lang])
    .option('--export <file>', SAID.export[lang])
    .option('--mirror <folder>', SAID.mirror[lang]);
  history.action(async (of: string) => {
    const given = history.optsWithGlobals<Global & { readonly export?: string; readonly mirror?: string }>();
    if (given.mirror !== undefined) return end(await mirrored(given.mirror, of, given.json ?? false));
    let entries: readonly HistoryEntry[] = [];
    const code = await act(history, async (told) => {
      entries = await readHistory({ case: of, export: given.export }, identityOf(given, output.env), told);
    });
    if (code === 0 && given.json !== true)
      for (const { occurredAt, sentence } of entries)
        output.out(`${withoutControls(`${occurredAt}  ${sentence[lang]}`)}\n`);
    end(code);
  });

  const proofs = add('proofs', SAID.proofs)
    .argument('<dossier>', SAID.dossier[lang])
    .argument('<folder>', SAID.folder[lang]);
  proofs.action(async (dossier: string, folder: string) => {
    const given = proofs.optsWithGlobals<Global>();
    end(await act(proofs, (told) => takeProofs(dossier, folder, identityOf(given, output.env), told)));
  });

  const follow = add('follow', SAID.follow)
    .option('--after <id>', SAID.after[lang])
    .option('--count <number>', SAID.count[lang]);
  follow.action(async () => {
    const given = follow.optsWithGlobals<Global & { readonly after?: string; readonly count?: string }>();
    let left = given.count === undefined ? Infinity : Number(given.count);
    end(
      await answer('follow', PLAIN, output, async () => {
        if (!(left >= 1)) throw new NotAsked('usage', named(`--count ${String(given.count)}`));
        for await (const { id, event } of followEvents(identityOf(given, output.env), given.after)) {
          const { occurredAt, docketNumber, caseId, type, link } = event;
          const words = [occurredAt, docketNumber ?? caseId, type, link].map(withoutControls).join('  ');
          output.out(given.json === true ? `${JSON.stringify({ id, ...event })}\n` : `${words}\n`);
          if ((left -= 1) <= 0) return;
        }
      }),
    );
  });

  const file = add('file', SAID.file)
    .argument('<grievance>', SAID.grievance[lang])
    .requiredOption('--contact <file>', SAID.contact[lang])
    .option('--certify <digest>', SAID.certify[lang])
    .option('--key <key>', SAID.key[lang])
    .option('--sign-with <file>', SAID.signWith[lang])
    .option('--answer <file>', SAID.answer[lang]);
  file.action(async (grievance: string) => {
    const given = file.optsWithGlobals<Global & GrievanceToFile>();
    end(await act(file, (told) => fileGrievance(grievance, given, identityOf(given, output.env), told)));
  });
}
