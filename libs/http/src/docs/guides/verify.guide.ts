import { say, type Guide } from './guide';

/** How one checks the record without trusting who keeps it. */
export const verifyGuide: Guide = {
  name: 'verify',
  title: say('Verify the record', '验证记录'),
  lead: say(
    'Check by your own means that a receipt is the registry’s, and that no event of a case was changed.',
    '以自己的方式查验收据确由登记处签发，且案件的事件均未被更改。',
  ),
  steps: [
    {
      does: say(
        'Check the signature on the receipt of the filing with the public key of the registry.',
        '以登记处的公钥查验提交收据上的签名。',
      ),
      run: `curl -s $parley/v1/keys > keys.json
node -e '
const { readFileSync } = require("node:fs");
const { createPublicKey, verify } = require("node:crypto");
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const [head, text, signature] = read("case.json").receipt.jws.split(".");
const { kid } = JSON.parse(Buffer.from(head, "base64url"));
const key = createPublicKey({ key: read("keys.json").keys.find((each) => each.kid === kid), format: "jwk" });
console.log("signed:", verify(null, Buffer.from(head + "." + text), key, Buffer.from(signature, "base64url")));'`,
      shows: 'signed: true',
    },
    {
      does: say(
        'Export the history, and compute the commitment of each event again.',
        '导出案件经过，重新计算每个事件的承诺值。',
      ),
      run: `as us-auditor export-1 $parley/v1/cases/$case/history/export > history.jsonl
node -e '
const { readFileSync } = require("node:fs");
const { createHash } = require("node:crypto");
const sum = (bytes) => createHash("sha256").update(bytes).digest("hex");
const events = readFileSync("history.jsonl", "utf8").trim().split("\\n").map((line) => JSON.parse(line));
const isAsCommitted = ({ header, payload, commitment }) =>
  sum(header) === commitment && sum(Buffer.from(payload, "base64")) === JSON.parse(header).payloadDigest;
console.log("as committed:", events.length > 0 && events.every(isAsCommitted));'`,
      shows: 'as committed: true',
    },
    {
      does: say(
        'Let the system follow the chain of every stream from its first event to its head.',
        '由系统对每一数据流自首个事件至末端逐一核对哈希链。',
      ),
      run: `as us-auditor chain-1 $parley/v1/cases/$case/history/check`,
      shows: '"intact":true',
    },
  ],
};
