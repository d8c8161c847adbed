import { randomUUID } from 'node:crypto';
import { words } from '../../support/cases-under-review';
import { Client, type Answer } from '../../support/client';
import { clientsOf } from '../../support/clients-of';
import { aboutAnother, CONTACT, constructedGrievance } from '../../support/constructed';
import { fileGrievance } from '../../support/file-grievance';
import { ownKey, ownPasskey, type OwnKey, type OwnPasskey } from '../../support/own-keys';
import { ParleyProcess } from '../../support/parley-process';
import { recordSnapshot } from '../../support/record-snapshot';
import { refused } from '../../support/refused';
import { wtoCase } from '../../support/wto-case';

const AUTHORITY = 'Letter of the Trade Representative of 3 February 2025';
const KEYS = '/v1/parties/US/keys';
const GRIEVANCE = constructedGrievance(wtoCase(489));

/**
 * The attacks of a lawyer who holds one good signature or one good key, his own or another's, and would have it serve
 * for what it was not made for. Each is refused with its code, in both languages, and leaves nothing.
 */
describe('a signature that is made to serve for more', () => {
  let parley: ParleyProcess;
  let as: Awaited<ReturnType<typeof people>>;
  /** Two cases of the side whose keys these are. */
  let first: string;
  let second: string;
  let [side, ofDesk, ofCoHead]: [OwnKey, OwnPasskey, OwnPasskey] = [] as never;

  const people = (url: string) => clientsOf(url, 'us-desk', 'us-cohead', 'us-registry', 'cn-desk', 'cn-cohead');
  /** Everything on record, with what follows from it, and the keys of both sides. */
  const record = async () => {
    const shown = await Client.public(parley.url).get('/v1/docket/log', { prefer: 'wait=5' });
    expect(shown.status).toBe(200);
    const keys = await Client.public(parley.url).read('/v1/parties/keys');
    return [...(await recordSnapshot(parley.url)), JSON.stringify(keys)];
  };
  const letter = (text: string) => ({ addressing: 'registry', subject: 'About the case', text: words(text) });
  /** An act as its author signs it. */
  const letterTo = (id: string, text: string, once = randomUUID()) => ({
    ...{ act: `POST /v1/cases/${id}/letters`, case: id, once, body: letter(text) },
  });
  type Act = Omit<ReturnType<typeof letterTo>, 'case' | 'body'> & {
    readonly case: string | null;
    readonly body: object;
  };
  const send = (who: Client, { act, once, body }: Act, signature?: string): Promise<Answer> =>
    who.post(act.slice('POST '.length), body, {
      ...{ key: once, headers: signature === undefined ? {} : { 'parley-signature': signature } },
    });
  /** That an attempt is refused by this code, and everything is as it was. */
  const isRefused = async (attempt: () => Promise<Answer>, code: string, status = 400): Promise<void> => {
    const before = await record();
    refused(await attempt(), { status, code });
    expect(await record()).toEqual(before);
  };
  const registration = (key: OwnKey | OwnPasskey, more: object = {}): Act => {
    const passkey = 'credentialId' in key ? { credentialId: key.credentialId } : {};
    const body = { key: key.jwk, authority: AUTHORITY, ...passkey, ...more };
    return { act: `POST ${KEYS}`, case: null, once: randomUUID(), body };
  };
  const registers = async (act: Act, by?: OwnKey): Promise<void> => {
    expect((await send(as['us-desk'], act, by?.sign(act))).status).toBe(201);
  };

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: '2025-02-05T09:00:00+01:00' });
    as = await people(parley.url);
    for (const user of ['us-cohead', 'us-registry'] as const)
      await as[user].act('/v1/parties/US/delegations/head', { personId: 'us-desk', authority: AUTHORITY });
    const filed = async (n: number): Promise<string> =>
      ((await fileGrievance(as['us-desk'], aboutAnother(GRIEVANCE, n))).body as { id: string }).id;
    [first, second] = [await filed(1), await filed(2)];
    [side, ofDesk, ofCoHead] = [ownKey(), ownPasskey(parley.url), ownPasskey(parley.url)];
    await registers(registration(side));
    await registers(registration(ofDesk, { personId: 'us-desk' }), side);
    await registers(registration(ofCoHead, { personId: 'us-cohead' }), side);
  });
  afterAll(() => parley.stop());

  it('another act of the same case, another case, or another text is not what was signed', async () => {
    const signed = letterTo(first, 'We are ready to consult.');
    const call: Act = {
      ...signed,
      act: `POST /v1/cases/${first}/calls`,
      body: { proposedFor: '2025-02-06T09:00:00Z' },
    };
    for (const by of [side, ofDesk])
      for (const other of [
        call,
        { ...signed, act: `POST /v1/cases/${second}/letters`, case: second },
        { ...signed, body: letter('We withdraw.') },
      ])
        await isRefused(() => send(as['us-desk'], other, by.sign(signed)), 'signature-of-another-act');
  });

  it('sent again as another act it is refused, and sent again as the same it does nothing again', async () => {
    const act = letterTo(first, 'Sent once.');
    const signature = side.sign(act);
    const done = await send(as['us-desk'], act, signature);
    expect(done.status).toBe(200);
    await isRefused(() => send(as['us-desk'], { ...act, once: randomUUID() }, signature), 'signature-of-another-act');
    const before = await record();
    const again = await send(as['us-desk'], act, signature);
    expect([again.status, again.body]).toEqual([done.status, done.body]);
    expect(await record()).toEqual(before);
  });

  it('is put under no act that was done unsigned, although the act is sent again with it', async () => {
    const act = letterTo(first, 'Done without a signature.');
    expect((await send(as['us-desk'], act)).status).toBe(200);
    await isRefused(() => send(as['us-desk'], act, side.sign(act)), 'idempotency-key-reused', 409);
  });

  it('the key of another person, or of the other side, signs nothing', async () => {
    const act = letterTo(first, 'In the name of the co-head.');
    await isRefused(() => send(as['us-desk'], act, ofCoHead.sign(act)), 'signature-of-another-person');
    const call: Act = { act: 'POST /v1/hotline', case: null, once: randomUUID(), body: ASKED };
    for (const by of [side, ofDesk])
      await isRefused(() => send(as['cn-desk'], call, by.sign(call)), 'signature-key-unknown');
  });

  it('a key signs nothing before it is registered', async () => {
    const [later, act] = [ownKey(), letterTo(second, 'Signed by a key of tomorrow.')];
    await isRefused(() => send(as['us-desk'], act, later.sign(act)), 'signature-key-unknown');
    await registers(registration(later, { personId: 'us-desk' }), side);
    expect((await send(as['us-desk'], act, later.sign(act))).status).toBe(200);
  });

  it('a passkey that was asked on another page, or without its user verified, signs nothing', async () => {
    const act = letterTo(first, 'What a page of ours had me touch.');
    for (const origin of ['https://parley.example', parley.url.replace('http:', 'https:')])
      await isRefused(() => send(as['us-desk'], act, ofDesk.sign(act, { origin })), 'signature-from-elsewhere');
    await isRefused(
      () => send(as['us-desk'], act, ofDesk.sign(act, { verified: false })),
      'signature-user-not-verified',
    );
  });

  it('a signature with one letter of it changed, or of another key under this one’s name, is forged', async () => {
    const act = letterTo(first, 'As if signed.');
    const [head, digest, made = ''] = side.sign(act).split('.');
    const [, , ofOther] = ownKey().sign(act).split('.');
    const changed = `${made.startsWith('A') ? 'B' : 'A'}${made.slice(1)}`;
    for (const end of [changed, ofOther])
      await isRefused(() => send(as['us-desk'], act, [head, digest, end].join('.')), 'signature-forged');
  });

  it('nobody but the head registers or revokes a key of a side, nor the head without the key before', async () => {
    const [own, end] = [ownKey(), { thumbprint: side.thumbprint }];
    const attempt = registration(own);
    for (const [who, code] of [
      ['us-cohead', 'role-required'],
      ['us-registry', 'role-required'],
      ['cn-desk', 'not-own-register'],
    ] as const) {
      await isRefused(() => send(as[who], attempt), code, 403);
      await isRefused(() => as[who].post(`${KEYS}/revocations`, end), code, 403);
    }
    const before = 'not-signed-by-the-key-before';
    await isRefused(() => send(as['us-desk'], attempt), before, 409);
    await isRefused(() => send(as['us-desk'], attempt, ofDesk.sign(attempt)), before, 409);
    await isRefused(() => send(as['us-desk'], attempt, own.sign(attempt)), 'signature-key-unknown');
  });

  describe('where a side requires signatures of itself', () => {
    let required: OwnKey;
    const filing = async (n: number): Promise<Act> => {
      const asked = { grievance: aboutAnother(GRIEVANCE, n), contact: CONTACT };
      const { body } = await as['us-desk'].act<{ digest: string }>('/v1/grievances/checks', asked);
      const certified = { ...asked, certification: { digest: body.digest } };
      return { act: 'POST /v1/cases', case: null, once: randomUUID(), body: certified };
    };

    beforeAll(async () => {
      required = ownKey();
      await registers(registration(required, { required: true }), side);
    });

    it('what was replaced signs no more, and names until when it did', async () => {
      const act = letterTo(first, 'By the key of yesterday.');
      const before = await record();
      const answer = await send(as['us-desk'], act, side.sign(act));
      refused(answer, { status: 400, code: 'signature-key-not-in-force' });
      expect(JSON.stringify(answer.body)).toMatch(/It was in force from \S+Z to \S+Z\./);
      expect(await record()).toEqual(before);
    });

    it('an unsigned act is refused, and the requirement is not removed by a key that requires none', async () => {
      const act = await filing(3);
      await isRefused(() => send(as['us-desk'], act), 'signature-required');
      const lax = registration(ownKey());
      await isRefused(() => send(as['us-desk'], lax), 'not-signed-by-the-key-before', 409);
      await isRefused(() => send(as['us-desk'], lax, ofDesk.sign(lax)), 'not-signed-by-the-key-before', 409);
      await isRefused(() => send(as['us-desk'], lax, side.sign(lax)), 'signature-key-not-in-force');
      const mixed = registration(ownKey(), { personId: 'us-desk', required: true });
      await isRefused(() => send(as['us-desk'], mixed, required.sign(mixed)), 'key-of-two-kinds', 422);
      expect((await send(as['us-desk'], act, ofDesk.sign(act))).status).toBe(201);
    });

    it('who revokes the key of a person ends what that one signs, and not the requirement', async () => {
      const act = await filing(4);
      const revoked = await as['us-desk'].post(`${KEYS}/revocations`, { thumbprint: ofDesk.thumbprint });
      expect(revoked.status).toBe(200);
      await isRefused(() => send(as['us-desk'], act, ofDesk.sign(act)), 'signature-key-not-in-force');
      await isRefused(() => send(as['us-desk'], act), 'signature-required');
      await isRefused(
        () => as['us-desk'].post(`${KEYS}/revocations`, { thumbprint: ofDesk.thumbprint }),
        'no-such-key-in-force',
        404,
      );
    });

    it('its head alone lifts it, by revoking the side’s key, and everybody reads that', async () => {
      const act = await filing(5);
      await isRefused(() => send(as['us-desk'], act), 'signature-required');
      const ended = await as['us-desk'].act<{ endsAt: string }>(`${KEYS}/revocations`, {
        thumbprint: required.thumbprint,
      });
      expect((await send(as['us-desk'], act)).status).toBe(201);
      const { items } = await Client.public(parley.url).read<{ items: object[] }>('/v1/parties/keys');
      expect(items).toContainEqual(
        expect.objectContaining({ thumbprint: required.thumbprint, required: true, endsAt: ended.body.endsAt }),
      );
    });
  });
});

const ASKED = { grade: 'routine', subject: [{ kind: 'original', lang: 'en', text: 'Fees at a port' }] };
