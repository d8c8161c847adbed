import type { Command } from 'commander';
import { docketInWords, showDocket, type DocketAsked } from '../docket/show-docket';
import { mirror, type MirrorFrom } from '../mirror/mirror';
import { mirrorCases } from '../mirror/mirror-cases';
import { answer, withoutControls } from '../report/answer';
import { identityOf, type GivenIdentity } from '../signed-in/identity';
import { SideCases } from '../signed-in/side-cases';
import type { Invocation } from './invocation';
import { addIdentity } from './signed-in.command';

const SAID = {
  en: {
    mirror:
      'Keep a copy of the log and of the docket in a folder, and bring it level. What the copy has is never given up ' +
      'for another past: a log that does not extend it is refused, and both checkpoints are kept.',
    folder: 'the folder of the copy, made when it is not there',
    url: 'address of the installation',
    policy: 'the keys of the log; else those that the copy has, at first those of the server (trust on first use)',
    cases: 'keep the histories of your cases as well, signed in: events, stubs and proofs',
    docket: 'Show the public docket, built from a mirror alone, after every entry was found in its log.',
    of: 'docket number of one case',
    mirrored: 'the folder of a mirror',
  },
  'zh-Hans': {
    mirror:
      '在文件夹中保存日志和登记簿的副本，并使之与服务器一致。副本已有的内容绝不因另一种过去而放弃：不延伸该副本的日志被拒绝，两份检查点均予保存。',
    folder: '副本的文件夹；不存在时新建',
    url: '系统的地址',
    policy: '日志的公钥；省略时用副本已存的，初次则用服务器的（首次使用即信任）',
    cases: '登录后同时保存您各案件的经过：事件、存根和证明',
    docket: '在镜像日志中逐一找到登记簿条目之后，仅由该镜像构建并显示公开案件登记簿。',
    of: '某一案件的登记编号',
    mirrored: '镜像文件夹',
  },
} as const;

/** Adds `parley mirror` and `parley docket`. */
export function addMirror(program: Command, { lang, output, end }: Invocation): void {
  const said = SAID[lang];
  const mirroring = program.command('mirror').description(said.mirror).argument('<folder>', said.folder);
  mirroring
    .requiredOption('--url <address>', said.url)
    .option('--policy <file>', said.policy)
    .option('--cases', said.cases);
  addIdentity(mirroring, ['issuer', 'user', 'purpose'], lang);
  mirroring.action(async (folder: string) => {
    type Given = MirrorFrom & GivenIdentity & { readonly cases?: true; readonly json?: boolean };
    const { json = false, cases = false, url, policy, ...who } = mirroring.optsWithGlobals<Given>();
    end(
      await answer('mirror', { lang, json }, output, async (told) => {
        const identity = cases ? identityOf({ ...who, url }, output.env) : undefined;
        await mirror(folder, { url, policy }, told);
        if (identity) await mirrorCases(folder, new SideCases(identity), url, told);
      }),
    );
  });
  const docket = program.command('docket').description(said.docket).argument('<folder>', said.mirrored);
  docket
    .option('--of <number>', said.of)
    .option('--policy <file>', said.policy)
    .action(async (folder: string) => {
      const { json = false, ...asked } = docket.optsWithGlobals<DocketAsked & { json?: boolean }>();
      let shown: readonly string[] = [];
      const code = await answer('docket', { lang, json }, output, async (told) => {
        shown = docketInWords(await showDocket(folder, asked, told), lang);
      });
      if (shown.length > 0 && !json && code === 0) output.out(`\n${shown.map(withoutControls).join('\n')}\n`);
      end(code);
    });
}
