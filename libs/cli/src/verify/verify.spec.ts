import { readFileSync, rmSync } from 'node:fs';
import { ServedRecord } from '../served-record.fixture';
import { sideKey, signatureBy, streamOfActs, type ActMade, type SideKeyMade } from '../signed-record.fixture';
import { asked, historyOf, registryOf, said, SmallRecord, streamOf, witnessLine } from '../small-record.fixture';

describe('parley verify', () => {
  let record: SmallRecord;
  let other: SmallRecord;
  const textIn = (file: string): string => readFileSync(record.at(file), 'utf8');

  beforeAll(async () => {
    record = await SmallRecord.of(['one', 'two', 'three']);
    other = await SmallRecord.of(['one', 'two', 'four'], 'other.example/log');
  });
  afterAll(() => {
    record.remove();
    other.remove();
  });

  const refused = async (words: readonly string[], code: string, about = /./) => {
    const answer = await asked('verify', ...words);
    expect(answer).toMatchObject({ exit: 1, holds: false, code });
    expect(answer.because?.en).toMatch(about);
  };
  /** What was given to check by is none: that says nothing of what was to be checked. */
  const unusable = async (words: readonly string[], code: string, about = /./) => {
    const answer = await asked('verify', ...words);
    expect(answer).toMatchObject({ exit: 2, holds: null, code });
    expect(answer.because?.en).toMatch(about);
  };
  const policy = () => ['--policy', record.at('policy')];

  describe('a checkpoint', () => {
    it('holds by the signature of its log, and says what that leaves open', async () => {
      const answer = await asked('verify', 'checkpoint', record.at('log/checkpoint'), ...policy());
      expect(answer).toMatchObject({ exit: 0, holds: true, code: null, because: null });
      expect(answer.found).toMatchObject({ origin: 'parley.example/log', size: 19, witnesses: [] });
      expect(answer.unchecked.map(({ en }) => en)).toEqual([
        expect.stringMatching(/asks for no witness/),
        expect.stringMatching(/root is that of the entries/),
      ]);
    });

    it('of another log, or by another key of that name, is refused', async () => {
      await refused(['checkpoint', other.at('log/checkpoint'), ...policy()], 'log-unknown', /other\.example\/log/);
      const forged = await SmallRecord.of(['one'], 'parley.example/log', 'stolen name');
      await refused(['checkpoint', forged.at('log/checkpoint'), ...policy()], 'signature-missing');
      forged.remove();
    });

    it('under a policy that asks for the sides is refused, since no side cosigned it', async () => {
      const [log = ''] = textIn('policy').split('\n');
      const sides = [await witnessLine('east'), await witnessLine('west'), 'group both all east west', 'quorum both\n'];
      const strict = record.put('strict', [log, ...sides].join('\n'));
      await refused(['checkpoint', record.at('log/checkpoint'), '--policy', strict], 'quorum-missing', /both/);
      const cut = record.put('cut', [log, ...sides.filter((line) => !line.startsWith('witness west'))].join('\n'));
      await unusable(['checkpoint', record.at('log/checkpoint'), '--policy', cut], 'policy-malformed', /line 3/);
    });
  });

  describe('a checkpoint that both sides cosigned', () => {
    let served: ServedRecord;
    let strict: string;
    beforeAll(async () => {
      served = await ServedRecord.of(record);
      const [log = ''] = textIn('policy').split('\n');
      const sides = [await witnessLine('east'), `${await witnessLine('west')} http://127.0.0.1:3200`];
      strict = record.put('both', [log, ...sides, 'group both all east west', 'quorum both\n'].join('\n'));
    });
    afterAll(() => served.stop());

    it('is asked for where the policy asks for both, and is said to be jointly attested', async () => {
      const words = (what: string) => [what, '--url', served.url, '--policy', strict];
      await record.cosigned('east');
      await refused(words('checkpoint'), 'quorum-missing', /both/);
      await record.cosigned('east', 'west');
      for (const what of ['checkpoint', 'log', 'docket']) {
        const answer = await asked('verify', ...words(what));
        expect(answer).toMatchObject({ exit: 0, found: { jointlyAttested: true, witnesses: ['east', 'west'] } });
        expect(answer.checked.map(({ en }) => en)).toContainEqual(
          expect.stringMatching(/^It is jointly attested: east and west have each cosigned it/),
        );
        expect(answer.unchecked[0]?.en).toMatch(/on the machine of the log, where it proves nothing/);
      }
      const oneSide = record.put(
        'one-side',
        textIn('both').replace('quorum both', 'quorum anybody').replace('both all', 'anybody any'),
      );
      const { exit, unchecked } = await asked('verify', 'checkpoint', '--url', served.url, '--policy', oneSide);
      expect([exit, unchecked[0]?.en]).toEqual([
        0,
        expect.stringMatching(/^Whether both sides have cosigned it: .* asks for anybody,/),
      ]);
      rmSync(record.at('log/attested'));
      await refused(words('log'), 'quorum-missing');
    });
  });

  describe('a whole log', () => {
    it('holds from its entries up to the root that is signed', async () => {
      expect(await asked('verify', 'log', record.folder, ...policy())).toMatchObject({ exit: 0, found: { size: 19 } });
    });

    it('says of keys that a mirror took on its first use that this was its trust', async () => {
      const { unchecked } = await asked('verify', 'log', record.folder);
      expect(unchecked[0]?.en).toMatch(/trust on first use/);
    });

    it('extends an earlier checkpoint of its own, and none of another past', async () => {
      const [earlier, fork] = [await SmallRecord.of(['one']), await SmallRecord.of(['another'])];
      const words = ['log', record.folder, ...policy(), '--since'];
      await refused([...words, fork.at('log/checkpoint')], 'consistency-fails', /17 to 19/);
      await refused([...words, other.at('log/checkpoint')], 'log-unknown');
      await unusable([...words, record.put('none', 'parley.example/log\n19\n')], 'note-malformed');
      expect(await asked('verify', ...words, earlier.at('log/checkpoint'))).toMatchObject({
        exit: 0,
        found: { since: 17 },
      });
      earlier.remove();
      fork.remove();
    });

    it('is refused when a tile is cut short, altered or gone', async () => {
      const [tile, bundle] = ['log/tile/0/000.p/19', 'log/tile/entries/000.p/19'];
      for (const [file, change, code] of [
        [tile, (bytes: Buffer) => bytes.subarray(0, -1), 'tile-cut'],
        [bundle, (bytes: Buffer) => bytes.subarray(0, -1), 'bundle-cut'],
        [bundle, (bytes: Buffer) => bytes.fill(7, 2, 34), 'tile-differs'],
      ] as const) {
        const kept = readFileSync(record.at(file));
        record.put(file, change(Buffer.from(kept)));
        await refused(['log', record.folder, ...policy()], code);
        record.put(file, kept);
      }
      const copy = await SmallRecord.of(['one', 'two', 'three']);
      copy.put('log/checkpoint', textIn('log/checkpoint').replace('\n19\n', '\n20\n'));
      await refused(['log', copy.folder, ...policy()], 'signature-invalid');
      copy.remove();
      record.put('empty/kept', '');
      await refused(['log', record.at('empty'), ...policy()], 'file-missing', /checkpoint/);
    });
  });

  describe('a proof of an event', () => {
    it('holds, and says which event it is and that its content was not looked at', async () => {
      const answer = await asked('verify', 'proof', record.at('proof-1.json'), ...policy());
      expect(answer).toMatchObject({ exit: 0, found: { index: 17, revision: 1, stream: 'audit.docket-public' } });
      expect(answer.unchecked.at(-1)?.en).toMatch(/What the event says: .*[0-9a-f]{64}/);
      expect(answer.checked.at(-1)?.en).toMatch(
        /^It records what the process docket .* 2025-02-05T.* the rule I-55\.$/,
      );
    });

    it('for another entry, at another place or of another log is refused', async () => {
      const [proof, next] = ['proof-1.json', 'proof-2.json'].map((file) => JSON.parse(textIn(file)) as object);
      const mixed = (changed: object) => ['proof', record.put('mixed.json', JSON.stringify(changed)), ...policy()];
      await refused(mixed({ ...proof, proof: Reflect.get(next ?? {}, 'proof') as unknown }), 'inclusion-fails');
      await refused(mixed({ ...proof, index: 2 }), 'index-differs', /2, 17/);
      await refused(mixed({ ...proof, salt: 'a'.repeat(64) }), 'inclusion-fails');
      await refused(mixed({ ...proof, header: '{}' }), 'header-altered');
      await refused(mixed({ ...proof, more: 1 }), 'proof-malformed');
      expect(await asked('verify', ...mixed({ ...proof, attested: false }))).toMatchObject({ exit: 0 });
      await refused(['proof', other.at('proof-1.json'), ...policy()], 'log-unknown');
    });
  });

  describe('an export of the docket', () => {
    it('holds when each entry stands in the log', async () => {
      for (const words of [[record.folder], [record.at('docket.ndjson'), '--log', record.folder]])
        expect(await asked('verify', 'docket', ...words, ...policy())).toMatchObject({
          exit: 0,
          found: { serials: 3 },
        });
    });

    it('is refused when an entry is left out, added, changed or of another log', async () => {
      const [first = '', second = '', third = ''] = textIn('docket.ndjson').split('\n');
      const docket = (...lines: readonly string[]) => [
        'docket',
        record.put('changed.ndjson', lines.map((line) => `${line}\n`).join('')),
        '--log',
        record.folder,
        ...policy(),
      ];
      await refused(docket(first, third), 'serial-missing', /2/);
      await refused(docket(second, first), 'serial-missing', /1/);
      await refused(docket(), 'nothing-to-check');
      await refused(docket(first, second, third.slice(0, -9)), 'event-malformed', /line 3/);
      const [added] = streamOf('audit.docket-public', ['one', 'two', 'three', 'never']).slice(3);
      await refused(docket(first, second, third, record.docketLine(added!).trim()), 'not-in-the-log', /serial 4/);
      const [foreign] = streamOf('intake.case-1', ['one']);
      await refused(docket(record.docketLine(foreign!).trim()), 'not-of-the-docket', /intake/);
      await refused(['docket', other.at('docket.ndjson'), '--log', record.folder, ...policy()], 'not-in-the-log', /3/);
    });
  });

  describe('signatures in an export of a history', () => {
    const [EARLY, LATER] = ['2025-02-05T08:00:00.000Z', '2025-02-06T08:00:00.000Z'];
    const caseId = '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11';
    const act = (once: string) => ({ act: `POST /v1/cases/${caseId}/calls`, case: caseId, once });
    let [first, second, stranger]: SideKeyMade[] = [];

    beforeAll(async () => {
      first = await sideKey('US', EARLY, { endsAt: LATER });
      second = await sideKey('US', LATER, {}, 'ES256');
      const { key, authority } = second.shown;
      const registration = { act: 'POST /v1/parties/US/keys', case: null, once: 'second' };
      const signature = await signatureBy(first, registration, { key, authority });
      second = { ...second, shown: { ...second.shown, signature } };
      stranger = await sideKey('CN', EARLY);
    });

    const keys = (...shown: readonly object[]) =>
      record.put('party-keys.json', JSON.stringify({ items: shown.length > 0 ? shown : shownKeys() }));
    const shownKeys = () => [first!.shown, second!.shown, stranger!.shown];
    const exported = (...acts: readonly ActMade[]) => {
      const events = streamOfActs(`intake.case-${caseId}`, acts);
      return record.put('acts.ndjson', historyOf(events).join('\n'));
    };
    const body = { proposedFor: LATER };
    const made = async (key: SideKeyMade, at: string, more: Partial<ActMade> = {}): Promise<ActMade> => ({
      ...{ party: 'US', body, at, signature: await signatureBy(key, act(at), body) },
      ...more,
    });

    it('are counted by their keys, as of their instants, and what is not signed is told as that', async () => {
      const file = exported(
        await made(first!, EARLY),
        await made(second!, LATER),
        await made(second!, EARLY, { recordedAt: '2025-02-07T08:00:00.000Z' }),
        { party: 'CN', body, at: '2025-02-07T08:00:00.000Z' },
      );
      const answer = await asked('verify', 'export', file, '--party-keys', keys());
      expect(answer).toMatchObject({
        ...{ exit: 0, holds: true },
        found: {
          ...{ events: 4, signed: 3, unsigned: 1 },
          keys: { [`US ${first!.shown.thumbprint}`]: 1, [`US ${second!.shown.thumbprint}`]: 2 },
        },
      });
      const left = answer.unchecked.map(({ en }) => en).join();
      expect(left).toMatch(`: US ${first!.shown.thumbprint}, CN ${stranger!.shown.thumbprint}. Compare them`);
    });

    it('are left unchecked, and said to be, where no keys are given', async () => {
      const answer = await asked('verify', 'export', exported(await made(first!, EARLY)));
      expect(answer).toMatchObject({ exit: 0, found: { signed: 1, unsigned: 0 } });
      expect(answer.unchecked[0]?.en).toMatch(/^The signatures with which 1 act came/);
      expect(answer.checked.map(({ en }) => en).join()).not.toMatch(/signed by/);
    });

    it('are refused by a key that was over, not yet there, or of the other side', async () => {
      for (const [wrong, code] of [
        [await made(first!, LATER), 'signature-key-not-in-force'],
        [await made(second!, EARLY), 'signature-key-not-in-force'],
        [await made(stranger!, EARLY), 'signature-key-unknown'],
        [await made(first!, EARLY, { party: 'CN' }), 'signature-key-unknown'],
      ] as const)
        await refused(['export', exported(wrong), '--party-keys', keys()], code, /^An act is signed by/);
    });

    it('are refused over another body, act or case, and when another key made them', async () => {
      const right = await made(first!, EARLY);
      const changed = (more: object) => ({ ...right, signature: { ...right.signature!, ...more } });
      const forged = await signatureBy({ ...stranger!, shown: first!.shown }, act(EARLY), body);
      const elsewhere = { ...act(EARLY), case: '00000000-0000-8000-8000-000000000000' };
      for (const [wrong, code] of [
        [{ ...right, body: { proposedFor: EARLY } }, 'signature-of-another-act'],
        [changed({ act: 'POST /v1/cases' }), 'signature-of-another-act'],
        [changed({ once: 'again' }), 'signature-of-another-act'],
        [{ ...right, signature: await signatureBy(first!, elsewhere, body) }, 'signature-of-another-act'],
        [{ ...right, signature: forged }, 'signature-forged'],
        [changed({ jws: `${right.signature!.jws}=` }), 'signature-forged'],
      ] as const)
        await refused(['export', exported(wrong), '--party-keys', keys()], code);
    });

    it('rest on keys of which each was signed by the one before', async () => {
      const file = exported(await made(first!, EARLY));
      const given = (...shown: readonly object[]) => ['export', file, '--party-keys', keys(...shown)];
      await refused(given(second!.shown), 'signature-key-unknown');
      await refused(given(first!.shown, { ...second!.shown, authority: 'Another' }), 'signature-of-another-act');
      await refused(given({ ...first!.shown, key: stranger!.shown.key }), 'party-keys-malformed');
      await refused(given({ ...first!.shown, signature: 'none' }), 'party-keys-malformed');
    });
  });

  describe('a receipt', () => {
    const registry = registryOf('registry');
    const digest = 'b4ec9d0c09e0ae48f1e6ac2ad9bb8ba0c1f09a4ec3a4f1a2d26a4eb0f1a4aa01';
    const signed = { receipt: 'r-1', case: 'c-1', receivedAt: '2025-02-05T08:00:00.000Z', digest };
    const jws = registry.sign(signed);
    const keys = () => ['--keys', record.put('keys.json', JSON.stringify({ keys: [registry.jwk] }))];
    const receipt = (content: unknown) => [
      'receipt',
      record.put('receipt.json', typeof content === 'string' ? content : JSON.stringify(content)),
      ...keys(),
    ];

    it.each([
      ['as the bare signature', jws],
      ['as a receipt', { number: 'r-1', digest, jws, warnings: [] }],
      ['as the answer to a filing', { id: 'c-1', receipt: { number: 'r-1', digest, jws } }],
    ])('holds %s', async (_, content) => {
      expect(await asked('verify', ...receipt(content))).toMatchObject({ exit: 0, found: signed });
    });

    it('that was forged, or is not what it says, is refused', async () => {
      await refused(receipt({ number: 'r-2', digest, jws }), 'receipt-differs', /r-2/);
      await refused(receipt(registryOf('stranger').sign(signed)), 'key-unknown', /stranger/);
      const forged = jws.replace(/\.[^.]+\./, `.${registry.sign({ ...signed, case: 'c-2' }).split('.')[1] ?? ''}.`);
      await refused(receipt(forged), 'receipt-forged');
      await refused(receipt('nothing.of.it'), 'receipt-malformed');
      await refused(receipt({ receipt: null }), 'receipt-malformed');
      await refused(receipt(registry.sign({ of: 'another kind' })), 'receipt-malformed');
      const grievance = record.put('grievance.json', '{"facts":[]}');
      await refused([...receipt(jws), '--grievance', grievance], 'grievance-differs');
    });

    it('is not looked at by keys that are none', async () => {
      for (const none of ['{"keys":[{"kty":"EC"}]}', 'keys', ''])
        await unusable(
          ['receipt', record.put('r.jws', jws), '--keys', record.put('none.json', none)],
          'keys-malformed',
        );
    });
  });

  describe('says', () => {
    it('in English and in Chinese what holds, what does not, and by which code', async () => {
      const words = ['verify', 'proof', record.at('proof-1.json'), ...policy()];
      const english = await said(...words);
      expect(english.out).toMatch(/^It holds\.\nChecked:\n {2}- The header of the event[^]*\nNot checked:\n {2}- /);
      const chinese = await said(...words, '--lang', 'zh-Hans');
      expect(chinese.out).toMatch(/^成立。\n已查验：\n {2}- 该事件的标头[^]*\n未查验：\n {2}- /);
      const wrong = await said('verify', 'proof', other.at('proof-1.json'), ...policy(), '--lang=zh-Hans');
      expect(wrong).toMatchObject({ exit: 1, err: '' });
      expect(wrong.out).toMatch(
        /^不成立： 策略文件中没有这份日志。（other\.example\/log） \[log-unknown\]\n此前成立的内容：/,
      );
    });

    it('nothing to a terminal but text', async () => {
      const answer = await said(
        'verify',
        'receipt',
        record.put('bad.json', '{"number":"\\u001b[2J","digest":"","jws":"x"}'),
        '--keys',
        record.at('keys.json'),
      );
      expect(answer.exit).toBe(1);
      expect(answer.out).not.toContain('\u001b');
    });

    it.each([
      ['usage', ['verify', 'log']],
      ['usage', ['verify', 'checkpoint', '--url', 'nonsense']],
      ['file-unreadable', ['verify', 'proof', 'no-such-file']],
      ['file-unreadable', ['verify', 'log', 'no-such-folder']],
      ['not-reachable', ['verify', 'checkpoint', '--url', 'http://127.0.0.1:1']],
    ])('that it could not be asked (%s), and exits with 2', async (code, words) => {
      expect(await asked(...words)).toMatchObject({ exit: 2, holds: null, code });
      expect(await said(...words)).toMatchObject({ exit: 2, out: '', err: expect.stringContaining(`[${code}]`) });
    });

    it.each([
      [['verify', 'proof']],
      [['verify', 'nothing']],
      [['verify', 'log', '--no-such-option']],
      [['--lang', 'xx', 'verify']],
    ])('what is wrong with a command line: %s', async (words) => {
      const { exit, out } = await said(...words);
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
    });
  });
});
