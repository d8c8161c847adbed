import { memoryPasskey, sha256, type WrongAnswer } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { CASE, provedDossier, type ProvedDossier } from './proved-dossier.fixture';
import { sideKey, signatureBy, type ActMade } from './signed-record.fixture';

const AT = '2025-02-05T08:00:00.000Z';

/** A dossier whose acts a side, its Ed25519 key and its ES256 key, and a person by a passkey have signed. */
export interface SignedDossier {
  readonly dossier: ProvedDossier;
  /** What /v1/parties/keys answers. */
  readonly keys: { readonly items: readonly (object & { readonly thumbprint: string })[] };
}

export interface SignedDossierMade {
  /** What the passkey answers otherwise. */
  readonly wrong?: WrongAnswer;
  /** What is otherwise in the act that the Ed25519 key signed. */
  readonly first?: Partial<ActMade>;
  /** Fields of the keys that are otherwise. */
  readonly keys?: object;
}

export async function signedDossier({ wrong, first, keys: more }: SignedDossierMade = {}): Promise<SignedDossier> {
  const [plain, curve] = [await sideKey('CN', AT), await sideKey('US', AT, {}, 'ES256')];
  const passkey = memoryPasskey('https://parley.example');
  const { jwk: key, thumbprint, credentialId } = passkey;
  const whose = { key, thumbprint, personId: 'us-wei', credentialId };
  const body = { offered: 'a call' };
  const said = (once: string) => ({ act: `POST /v1/cases/${CASE}/calls`, case: CASE, once });
  const asserted = {
    ...{ ...said('three'), key: thumbprint },
    assertion: passkey.signAct({ ...said('three'), shown: sha256(canonicalJson(body)) }, wrong),
  };
  const acts: readonly ActMade[] = [
    { party: 'CN', body, at: AT, signature: await signatureBy(plain, said('one'), body), ...first },
    { party: 'US', body, at: AT, signature: await signatureBy(curve, said('two'), body) },
    { party: 'US', body, at: AT, signature: asserted, personId: 'us-wei' },
    { party: 'US', body, at: AT },
  ];
  const items = [plain.shown, curve.shown, { ...curve.shown, ...whose }].map((each) => ({ ...each, ...more }));
  return { dossier: await provedDossier({ acts }), keys: { items } };
}
