import type { Command } from 'commander';
import type { Bilingual } from '@parley/kernel';
import { answer } from '../report/answer';
import { NotAsked } from '../report/not-asked';
import type { Told } from '../report/told';
import { identityOf, SURROUNDINGS, type GivenIdentity } from '../signed-in/identity';
import { listKeys, newKey, registerKey, revokeKey, type KeyToRegister } from '../signed-in/keys-of-side';
import type { Invocation } from './invocation';
import { addIdentity } from './signed-in.command';

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

const SAID = {
  keys: say('The keys by which the sides sign.', '双方用以签名的密钥。'),
  url: say('address of the installation', '系统的地址'),
  list: say('Say which keys both sides have and had.', '列出双方现有和曾有的密钥。'),
  new: say('Make a key in a new file that its owner alone may read.', '在新文件中生成密钥，仅其所有者可读。'),
  file: say('the file of the key, JWK', '密钥文件，JWK'),
  register: say(
    'Register a key of your side or of one person, as the head of its delegation. The side’s key in force signs this.',
    '以代表团负责人的身份登记贵方或某一人员的密钥。由贵方的有效密钥签署。',
  ),
  authority: say('the instrument behind it, with its date', '其依据的文书及日期'),
  required: say(
    'your side’s acts are refused unsigned while it is in force',
    '该密钥有效期间，贵方未签名的行为不予受理',
  ),
  signWith: say('the file of the key in force', '有效密钥的文件'),
  person: say(
    'the one person who signs by it; the file may then hold the public key alone, or a passkey as a browser gave it',
    '仅供其签名的人员；此时文件可只含公钥，或含浏览器所给的通行密钥',
  ),
  revoke: say('Revoke a key of your side, such as one that is lost.', '吊销贵方的密钥，例如遗失的密钥。'),
  thumbprint: say('its thumbprint (RFC 7638)', '其指纹（RFC 7638）'),
} as const;

type Global = GivenIdentity & { readonly json?: boolean };

/** Adds `keys` with `list`, `new`, `register` and `revoke`. */
export function addKeys(program: Command, { lang, output, end }: Invocation): void {
  const keys = program.command('keys').description(SAID.keys[lang]);
  const add = (name: 'list' | 'new' | 'register' | 'revoke'): Command =>
    keys.command(name).description(SAID[name][lang]);
  const act = async (command: Command, check: (told: Told) => Promise<void>): Promise<void> => {
    const { json = false } = command.optsWithGlobals<Global>();
    end(await answer(`keys ${command.name()}`, { lang, json, act: true }, output, check));
  };
  const list = add('list').option('--url <url>', `${SAID.url[lang]} (${SURROUNDINGS.url})`);
  list.action(() =>
    act(list, async (told) => {
      const url = list.opts<GivenIdentity>().url ?? output.env[SURROUNDINGS.url];
      if (!url)
        throw new NotAsked('usage', say(`give --url, ${SURROUNDINGS.url}`, `请给出 --url, ${SURROUNDINGS.url}`));
      await listKeys(url, told);
    }),
  );
  const made = add('new').argument('<file>', SAID.file[lang]);
  made.action((file: string) => act(made, (told) => newKey(file, told)));
  const register = add('register')
    .argument('<file>', SAID.file[lang])
    .requiredOption('--authority <text>', SAID.authority[lang])
    .option('--required', SAID.required[lang])
    .option('--sign-with <file>', SAID.signWith[lang])
    .option('--person <id>', SAID.person[lang]);
  register.action((file: string) => {
    const given = register.optsWithGlobals<Global & KeyToRegister>();
    return act(register, (told) => registerKey(file, given, identityOf(given, output.env), told));
  });
  const revoke = add('revoke').argument('<thumbprint>', SAID.thumbprint[lang]);
  for (const command of [register, revoke]) addIdentity(command, ['url', 'issuer', 'user'], lang);
  revoke.action((thumbprint: string) => {
    const given = revoke.optsWithGlobals<Global>();
    return act(revoke, (told) => revokeKey(thumbprint, identityOf(given, output.env), told));
  });
}
