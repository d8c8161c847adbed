import type { DossierContext } from '../dossier-context';
import { entries, heading, paragraph, say, type Page } from '../page';

/** How to check this bag without trusting anybody: digests, receipt, and where the keys are. */
export function verificationPage({ file, keys }: DossierContext): Page {
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
    ],
    data: {
      keys,
      receipt: { number: receiptNumber, digest, jws: receiptJws },
      signedFile: 'manifest-sha256.txt',
      signatures: 'signatures.json',
    },
  };
}
