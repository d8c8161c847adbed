import { say, type Guide } from './guide';

/** How a side registers keys, and signs by them what is done in its name. */
export const signGuide: Guide = {
  name: 'sign',
  title: say('Sign acts by your own keys', '以自己的密钥签署行为'),
  lead: say(
    'Register a key of your side and a passkey of one person, and sign acts so that nobody can deny or invent them.',
    '登记贵方的密钥和某一人员的通行密钥，并以其签署行为，使任何人均不能否认或捏造。',
  ),
  steps: [
    {
      does: say(
        'Name the head of your delegation, by your co-head and your officer of the registry together.',
        '由贵方共同负责人与贵方派驻登记处的官员共同指定代表团负责人。',
      ),
      run: `letter='Letter of 3 February 2025'
for who in us-cohead us-registry; do
  as $who head-$who $parley/v1/parties/US/delegations/head -d "{ \\"personId\\": \\"us-desk\\", \\"authority\\": \\"$letter\\" }"
done`,
      shows: '"scope":"head"',
    },
    {
      does: say(
        'Make a key that stays with your side, and register it. It is public from then on.',
        '生成由贵方保管的密钥并予登记。此后该密钥即为公开。',
      ),
      run: `node -e '
const { generateKeyPairSync } = require("node:crypto");
const key = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
require("node:fs").writeFileSync("side.json", JSON.stringify(key), { mode: 0o600 });
const { crv, kty, x } = key;
console.log(JSON.stringify({ authority: process.argv[1], key: { crv, kty, x } }));' "$letter" > key.json
as us-desk key-1 $parley/v1/parties/US/keys -d @key.json`,
      shows: '"personId":null',
    },
    {
      does: say(
        'Sign an act: the digest of method and path, case, key, idempotency key and content. The body is written in ' +
          'canonical JSON (RFC 8785) here, so that its digest is that of what is sent.',
        '签署一项行为：即方法和路径、案件、密钥、幂等键和内容的摘要。此处正文以规范 JSON（RFC 8785）书写，其摘要即所发送内容的摘要。',
      ),
      run: `cat > sign.js <<'END'
const { createHash, createPrivateKey, sign } = require('node:crypto');
const [, , act, once, body] = process.argv;
const sum = (text) => createHash('sha256').update(text);
const key = JSON.parse(require('node:fs').readFileSync('side.json'));
const kid = sum(JSON.stringify({ crv: key.crv, kty: key.kty, x: key.x })).digest('base64url');
const text = JSON.stringify({ act, case: null, key: kid, once, shown: sum(body).digest('hex') });
const parts = [JSON.stringify({ alg: 'EdDSA', kid }), sum(text).digest('hex')];
const input = parts.map((part) => Buffer.from(part).toString('base64url')).join('.');
const signature = sign(null, Buffer.from(input), createPrivateKey({ key, format: 'jwk' }));
console.log(input + '.' + signature.toString('base64url'));
END
asks='{"grade":"routine","subject":[{"kind":"original","lang":"en","text":"Fees at a port"}]}'
signature=$(node sign.js 'POST /v1/hotline' call-1 "$asks")
as us-desk call-1 $parley/v1/hotline -H "parley-signature: $signature" -d "$asks"`,
      shows: '"grade":"routine"',
    },
    {
      does: say(
        'The same signature serves for nothing else: under another idempotency key it is refused.',
        '同一签名不能用于任何其他事项：以另一幂等键发送的，予以拒绝。',
      ),
      run: `as us-desk call-2 $parley/v1/hotline -H "parley-signature: $signature" -d "$asks"`,
      shows: '"code":"signature-of-another-act"',
    },
    {
      does: say(
        'Register a passkey of one person, signed by the side’s key. In a browser makePasskey of the client ' +
          '(libs/client) makes it, on a page at this address, and gives key and credentialId. Here a program stands ' +
          'in for the device.',
        '登记某一人员的通行密钥，由贵方的密钥签署。在浏览器中，由客户端（libs/client）的 makePasskey 在本地址的网页上生成，' +
          '并给出 key 和 credentialId。此处以程序代替设备。',
      ),
      run: `node -e '
const { generateKeyPairSync } = require("node:crypto");
const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
require("node:fs").writeFileSync("device.json", JSON.stringify(key), { mode: 0o600 });
const { crv, kty, x, y } = key;
const said = { authority: process.argv[1], credentialId: "AAAA", key: { crv, kty, x, y }, personId: "us-desk" };
process.stdout.write(JSON.stringify(said));' "$letter" > passkey.json
signature=$(node sign.js 'POST /v1/parties/US/keys' key-2 "$(cat passkey.json)")
as us-desk key-2 $parley/v1/parties/US/keys -H "parley-signature: $signature" -d @passkey.json`,
      shows: '"personId":"us-desk"',
    },
    {
      does: say(
        'Sign by the passkey: the digest is the challenge, and the device verifies its user. In a browser ' +
          'signByPasskey of the client does all of this; the header says which key, and what the browser answered.',
        '以通行密钥签署：摘要即挑战值，由设备验证其使用者。在浏览器中，以上均由客户端的 signByPasskey 完成；标头载明所用密钥以及浏览器的答复。',
      ),
      run: `cat > device.js <<'END'
const { createHash, createPrivateKey, sign } = require('node:crypto');
const [, , origin, act, once, body] = process.argv;
const sum = (data) => createHash('sha256').update(data).digest();
const device = JSON.parse(require('node:fs').readFileSync('device.json'));
const { crv, kty, x, y } = device;
const key = sum(JSON.stringify({ crv, kty, x, y })).toString('base64url');
const digest = sum(JSON.stringify({ act, case: null, key, once, shown: sum(body).toString('hex') }));
const client = { type: 'webauthn.get', challenge: digest.toString('base64url'), origin, crossOrigin: false };
const clientData = Buffer.from(JSON.stringify(client));
const present = 0x01, verified = 0x04;
const data = Buffer.concat([sum(new URL(origin).hostname), Buffer.of(present | verified, 0, 0, 0, 0)]);
const signed = Buffer.concat([data, sum(clientData)]);
const signature = sign('sha256', signed, createPrivateKey({ key: device, format: 'jwk' }));
console.log('webauthn ' + [key, ...[data, clientData, signature].map((part) => part.toString('base64url'))].join('.'));
END
asks='{"grade":"routine","subject":[{"kind":"original","lang":"en","text":"Fees at another port"}]}'
signature=$(node device.js $parley 'POST /v1/hotline' call-3 "$asks")
as us-desk call-3 $parley/v1/hotline -H "parley-signature: $signature" -d "$asks"`,
      shows: '"text":"Fees at another port"',
    },
    {
      does: say(
        'See both sides’ keys. A lost one is revoked by the head of delegation, at …/keys/revocations.',
        '查看双方的密钥。遗失的密钥由代表团负责人予以吊销，地址为 …/keys/revocations。',
      ),
      run: 'curl -sS $parley/v1/parties/keys',
      shows: '"credentialId":"AAAA"',
    },
  ],
};
