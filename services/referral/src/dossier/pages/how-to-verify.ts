import type { DossierCheckpoint } from '@parley/contracts';
import type { DossierContext } from '../dossier-context';
import { CHECKPOINT_FILES } from '../recorded-checkpoint';
import { entries, heading, paragraph, say, type Block, type Page } from './page';

/** How to check this bag without trusting anybody: digests, receipt, and where the keys are. */
export function verificationPage({ file, keys, checkpoint }: DossierContext): Page {
  const { digest, receiptNumber, receiptJws } = file.served;
  return {
    name: '11-verification',
    title: [
      { lang: 'en', text: 'How to verify this dossier' },
      { lang: 'zh-Hans', text: '如何核验本卷宗' },
    ],
    blocks: [
      heading(say('1. The files', '一、文件')),
      paragraph(
        say(
          'This is a BagIt 1.0 bag (RFC 8493). Unpack it and run any BagIt validator over it, or compare ' +
            'each file by hand: `sha256sum -c manifest-sha256.txt`, then `sha256sum -c ' +
            'tagmanifest-sha256.txt`.',
          '本卷宗为 BagIt 1.0 包（RFC 8493）。解包后可用任何 BagIt 校验工具校验，或逐一比对：先运行 `sha256sum -c ' +
            'manifest-sha256.txt`，再运行 `sha256sum -c tagmanifest-sha256.txt`。',
        ),
      ),
      heading(say('2. What the co-heads signed', '二、共同负责人所签署的内容')),
      paragraph(
        say(
          'Each co-head signed the SHA-256 of the file manifest-sha256.txt, which names every file of ' +
            'the dossier. Compute it and compare it with signatures.json. A signature that is missing is ' +
            'named there too; the dossier issued at the end of its time all the same.',
          '每位共同负责人签署的是 manifest-sha256.txt 文件的 SHA-256 摘要值，该文件列明卷宗的全部文件。请自行计算并与 signatures.json ' +
            '比对。缺少的签署亦在其中载明；期限届满时卷宗仍予签发。',
        ),
      ),
      heading(say('3. The receipt of the grievance', '三、申诉回执')),
      paragraph(
        say(
          'The receipt is a JWS (EdDSA) over canonical JSON (RFC 8785), by a key of ' +
            'data/verification/registry-keys.json.',
          '回执是对规范化 JSON（RFC 8785）的 JWS（EdDSA）签名，其公钥载于 data/verification/registry-keys.json。',
        ),
      ),
      entries(
        [say('Receipt', '回执编号'), receiptNumber],
        [say('SHA-256 of the grievance', '申诉的 SHA-256 摘要值'), digest],
        [say('JWS', 'JWS 签名'), receiptJws],
      ),
      heading(say('4. The record', '四、记录')),
      paragraph(
        say(
          'data/record/events.jsonl holds every public event on which this dossier rests, one on each ' +
            'line: its attributes, its bytes as base64, and the SHA-256 of those bytes. ' +
            'data/record/inputs.json lists all inputs by digest: the same inputs give the same files.',
          'data/record/events.jsonl 每行载有本卷宗所依据的一项公开事件：其属性、base64 编码的字节内容及其 SHA-256 ' +
            '摘要值。data/record/inputs.json 以摘要值列明全部输入：相同的输入产生相同的文件。',
        ),
      ),
      ...(checkpoint === undefined ? [] : ofTheLog(checkpoint)),
    ],
    data: {
      keys,
      receipt: { number: receiptNumber, digest, jws: receiptJws },
      signedFile: 'manifest-sha256.txt',
      signatures: 'signatures.json',
      ...(checkpoint === undefined
        ? {}
        : { log: checkpoint && { ...CHECKPOINT_FILES, attested: checkpoint.attested } }),
    },
  };
}

const ofTheLog = (checkpoint: DossierCheckpoint | null): readonly Block[] => [
  heading(say('5. The log', '五、日志')),
  paragraph(checkpoint ? inTheDossier(checkpoint) : NO_CHECKPOINT),
  paragraph(BESIDE_IT),
];

const inTheDossier = ({ attested }: DossierCheckpoint) =>
  attested
    ? say(
        'Every event of the record is an entry of a log that anybody can read. data/verification/checkpoint is the ' +
          'checkpoint of the log that covers what was recorded up to the request of this dossier, cosigned by the ' +
          'witness of each party; data/verification/policy names the keys of the log and of the witnesses. The ' +
          'manifest names both files, so whoever holds this dossier can be shown no other past of the record.',
        '记录中的每一事件均为一份任何人可读的日志的条目。data/verification/checkpoint ' +
          '为该日志的检查点，涵盖截至请求本卷宗时所记录的内容，并经每一当事方的见证方副署；data/verification/policy ' +
          '载明日志及见证方的公钥。两份文件均列于清单，故不能向持有本卷宗者显示记录的另一历史。',
      )
    : say(
        'Every event of the record is an entry of a log that anybody can read. data/verification/checkpoint is the ' +
          'checkpoint of the log that covers what was recorded up to the request of this dossier. The log alone ' +
          'signed it: none was cosigned by a witness of each party in time. data/verification/policy names the ' +
          'keys of the log. The manifest names both files, so whoever holds this dossier can be shown no other ' +
          'past of the record.',
        '记录中的每一事件均为一份任何人可读的日志的条目。data/verification/checkpoint ' +
          '为该日志的检查点，涵盖截至请求本卷宗时所记录的内容。该检查点仅由日志签署：未及时取得经每一当事方的见证方副署的检查点。' +
          'data/verification/policy 载明日志的公钥。两份文件均列于清单，故不能向持有本卷宗者显示记录的另一历史。',
      );

const NO_CHECKPOINT = say(
  'Every event of the record is an entry of a log that anybody can read. No checkpoint of it that covers the request ' +
    'was to be had within seconds when this dossier was put together, so it holds none. A dossier does not wait for ' +
    'the log.',
  '记录中的每一事件均为一份任何人可读的日志的条目。制作本卷宗时，数秒内未能取得涵盖该请求的检查点，' +
    '故本卷宗不含检查点。卷宗的制作不等待日志。',
);

const BESIDE_IT = say(
  'The proofs that its events and this dossier itself stand in the log lie beside it, not in it: what became of it ' +
    'is proved only once it is issued. Whoever may read the case takes them with `parley proofs DOSSIER.zip FOLDER`. ' +
    'Anybody then checks them without a network, with `parley verify dossier DOSSIER.zip --proofs FOLDER --policy ' +
    'POLICY`, where POLICY is the policy of the log that you kept or had from somebody else; or with the verifiers ' +
    'that lie in the folder, `node verify.mjs DOSSIER.zip` and the page verify.html.',
  '证明其事件及本卷宗本身载于日志的各项证明附于卷宗之旁，而不在卷宗之内：卷宗签发之后，方能证明其签发。有权阅读本案者以 ' +
    '`parley proofs DOSSIER.zip FOLDER` 取得证明。此后任何人均可在无网络的情况下核验：' +
    '`parley verify dossier DOSSIER.zip --proofs FOLDER --policy POLICY`，' +
    '其中 POLICY 为您保存的或从他人处取得的日志策略文件；或使用该文件夹中的核验程序：' +
    '`node verify.mjs DOSSIER.zip` 及网页 verify.html。',
);
