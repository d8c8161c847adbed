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
      run: `curl -fsS $parley/v1/keys > keys.json
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
const lines = readFileSync("history.jsonl", "utf8").trim().split("\\n").map((line) => JSON.parse(line));
const events = lines.filter(({ header }) => header !== undefined);
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
    {
      does: say(
        'Take the keys of the transparency log, to be kept, and the proof of an entry of the docket.',
        '取得透明日志的公钥（请自行保存）以及登记簿一个条目的证明。',
      ),
      run: `curl -fsS $parley/v1/log/policy > policy
curl -fsS $parley/v1/docket/log/1/proof > proof.json
cat policy`,
      shows: 'quorum both',
    },
    {
      does: say(
        'Check without a network that the entry stands in the log: compute the root, and verify the signature over it.',
        '无需网络即可查验该条目在日志中：由条目算出根，并查验根上的签名。',
      ),
      run: `node -e '
const { createHash, createPublicKey, verify } = require("node:crypto");
const read = (file) => require("node:fs").readFileSync(file, "utf8");
const sum = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest();
const { header, salt, proof } = JSON.parse(read("proof.json"));
const [, name, key] = /^log ([^+]+)\\+[0-9a-f]+\\+(.+)$/m.exec(read("policy"));
const [path, text, signatures] = proof.split("\\n\\n");
const [[, index, ...hashes], [origin, size, root]] = [path.split("\\n"), text.split("\\n")];
let [at, last] = [Number(index.slice(6)), Number(size) - 1];
let hash = sum(Buffer.of(0), sum(Buffer.from(salt, "hex"), sum(Buffer.from(header))));
for (const sibling of hashes.map((line) => Buffer.from(line, "base64"))) {
  const isRight = at % 2 === 1 || at === last;
  hash = isRight ? sum(Buffer.of(1), sibling, hash) : sum(Buffer.of(1), hash, sibling);
  while (isRight && at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)];
  [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
}
const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), Buffer.from(key, "base64").subarray(1)]);
const line = signatures.split("\\n").find((each) => each.split(" ")[1] === name);
const isSigned = verify(null, Buffer.from(text + "\\n"), createPublicKey({ key: der, format: "der", type: "spki" }),
  Buffer.from(line.split(" ")[2], "base64").subarray(4));
console.log("in the log:", isSigned && origin === name && last === 0 && hash.toString("base64") === root);'`,
      shows: 'in the log: true',
    },
  ],
};
