import { memoryPartyKey } from '@parley/auth';
import { memoryPasskey } from '@parley/event-store';
import type { PartyCode, PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import { at, person } from '../../case/case-story.fixture';
import type { DelegationScope, RegisterCommand } from '../delegations/delegations.rules';
import { delegationDecider } from '../delegations/delegations-acts.rules';
import type { KeySignature, RegisterKey } from './party-keys.rules';

const US = 'US' as PartyCode;
const by = (id: string, receivedAt: string) => ({
  by: person(id),
  party: US,
  register: US,
  receivedAt: at(receivedAt),
});
const [side, other, hers] = [memoryPartyKey(), memoryPartyKey(), memoryPasskey('https://parley.example')];

const names = (office: 'cohead' | 'registry', more: object = {}): RegisterCommand => ({
  ...{ type: 'NameHead', ...by(office, '2025-02-03T10:00:00Z'), office, personId: person('head'), authority: 'Letter' },
  ids: { head: 'd-head', cohead: 'd-cohead', registry: 'd-registry' },
  ...more,
});
const records = (personId: string, more: object = {}): RegisterCommand => ({
  ...{ type: 'RecordDelegation', ...by('head', '2025-02-03T11:00:00Z'), delegationId: `d-${personId}` },
  ...{ personId: person(personId), scope: 'desk' as DelegationScope, authority: 'Letter', ...more },
});
const signedBy = (key: string): KeySignature => ({ act: 'x', case: null, key, once: 'x', jws: 'x' });
const registers = (
  { jwk: key, thumbprint }: Pick<typeof side, 'jwk' | 'thumbprint'>,
  more: Partial<RegisterKey> = {},
): RegisterCommand => ({
  ...{ type: 'RegisterKey', ...by('head', '2025-02-04T10:00:00Z'), thumbprint, key, authority: 'Letter' },
  ...{ signature: null, required: false, personId: null, credentialId: null, ...more },
});
const passkeyOf = (personId: PersonId, more: Partial<RegisterKey> = {}) =>
  registers(hers, { personId, credentialId: hers.credentialId, ...more });
const ends = (delegationId: string, when = '2025-02-05T10:00:00Z'): RegisterCommand => ({
  ...{ type: 'EndDelegation', ...by('head', when), delegationId },
});

const headed = given(delegationDecider).when(names('registry'), names('cohead'), records('wei'));
const wei = person('wei');
const withHers = headed.when(passkeyOf(wei));
const keysNow = ({ state }: typeof headed) => state.keys.map(({ thumbprint, endsAt }) => [thumbprint, endsAt]);

describe('a key of one person', () => {
  it('rests on the authority of the head where no key of the side is in force, and else on that key', () => {
    expect(withHers.events.at(-1)).toMatchObject({
      type: 'KeyRegistered',
      data: { personId: 'wei', credentialId: hers.credentialId, signature: null, signedBy: null },
    });
    const sided = headed.when(registers(side));
    expect(sided.refusalOf(passkeyOf(wei))).toBe('not-signed-by-the-key-before');
    expect(sided.refusalOf(passkeyOf(wei, { signature: signedBy(other.thumbprint) }))).toBe(
      'not-signed-by-the-key-before',
    );
    const both = sided.when(passkeyOf(wei, { signature: signedBy(side.thumbprint) }));
    expect(both.events.at(-1)).toMatchObject({ data: { signedBy: side.thumbprint } });
  });

  it('ends no key of the side, and is ended by none', () => {
    const signature = signedBy(side.thumbprint);
    const all = headed.when(registers(side)).when(passkeyOf(wei, { signature })).when(registers(other, { signature }));
    expect(keysNow(all)).toEqual([
      [side.thumbprint, at('2025-02-04T10:00:00Z')],
      [hers.thumbprint, null],
      [other.thumbprint, null],
    ]);
  });

  it('signs no registration: neither the side’s next key nor that of a person', () => {
    const signature = signedBy(hers.thumbprint);
    expect(withHers.when(registers(side, { signature })).events.at(-1)).toMatchObject({ data: { signature: null } });
    expect(withHers.when(registers(side)).refusalOf(registers(other, { signature }))).toBe(
      'not-signed-by-the-key-before',
    );
  });

  it('is registered by the head alone, for whom the side has recorded, and is a whole', () => {
    expect(headed.refusalOf(passkeyOf(wei, by('wei', '2025-02-04T10:00:00Z')))).toBe('not-the-head');
    expect(headed.refusalOf(passkeyOf(person('nobody')))).toBe('person-not-delegated');
    expect(headed.when(ends('d-wei', '2025-02-04T09:00:00Z')).refusalOf(passkeyOf(wei))).toBe('person-not-delegated');
    expect(headed.refusalOf(registers(hers, { credentialId: 'x' }))).toBe('key-of-two-kinds');
    expect(headed.refusalOf(passkeyOf(wei, { required: true }))).toBe('key-of-two-kinds');
    expect(withHers.refusalOf(passkeyOf(wei))).toBe('key-registered-already');
    expect(withHers.refusalOf(registers(hers))).toBe('key-registered-already');
  });

  it('is no key that the other side has registered, whose signatures could be sent again as one’s own', () => {
    expect(headed.refusalOf(registers(side, { isOfOtherSide: true }))).toBe('key-registered-already');
    expect(headed.refusalOf(passkeyOf(wei, { isOfOtherSide: true }))).toBe('key-registered-already');
  });

  it('is revoked by the head, and counts no more', () => {
    const revokes = { type: 'RevokeKey', ...by('head', '2025-02-05T10:00:00Z'), thumbprint: hers.thumbprint } as const;
    expect(withHers.refusalOf({ ...revokes, by: wei })).toBe('not-the-head');
    const revoked = withHers.when(revokes);
    expect(revoked.events.at(-1)).toMatchObject({
      type: 'KeyEnded',
      data: { status: 'revoked', personId: 'wei', credentialId: hers.credentialId },
    });
    expect(keysNow(revoked)).toEqual([[hers.thumbprint, at('2025-02-05T10:00:00Z')]]);
  });

  it('ends with the delegation of its person, whoever ends that', () => {
    const left = { type: 'KeyEnded', data: { thumbprint: hers.thumbprint, status: 'left', personId: 'wei' } };
    expect(withHers.when(ends('d-wei')).events.at(-1)).toMatchObject(left);
    const repudiated = { type: 'EndRepudiatedDelegation', ...by('head', '2025-02-05T10:00:00Z') } as const;
    const when = { personId: wei, doneAt: at('2025-02-04T12:00:00Z') };
    expect(withHers.when({ ...repudiated, ...when }).events.at(-1)).toMatchObject(left);
    const ofHead = headed.when(passkeyOf(person('head')));
    const lost = { replaces: 'd-head', personId: person('next'), ids: { head: 'd-2', cohead: 'x', registry: 'y' } };
    const named = (office: 'cohead' | 'registry') => names(office, { ...lost, ...by(office, '2025-02-06T10:00:00Z') });
    expect(ofHead.when(named('cohead'), named('registry')).events.at(-1)).toMatchObject({
      data: { status: 'left', personId: 'head', endsAt: at('2025-02-06T10:00:00Z') },
    });
  });

  it('ends when the delegation does, also later, unless it is revoked before', () => {
    const from = at('2025-02-10T00:00:00Z');
    const replaced = withHers.when(records('anna', { from, replaces: 'd-wei', ...by('head', '2025-02-05T10:00:00Z') }));
    expect(keysNow(replaced)).toEqual([[hers.thumbprint, from]]);
    const revokes = { type: 'RevokeKey', ...by('head', '2025-02-06T10:00:00Z'), thumbprint: hers.thumbprint } as const;
    expect(keysNow(replaced.when(revokes))).toEqual([[hers.thumbprint, at('2025-02-06T10:00:00Z')]]);
    expect(replaced.refusalOf({ ...revokes, receivedAt: from })).toBe('no-such-key-in-force');
  });

  it('goes on where the same person is delegated otherwise, and others leave', () => {
    const same = records('wei', { delegationId: 'd-2', scope: 'cohead', replaces: 'd-wei' });
    const replaced = withHers.when({ ...same, ...by('head', '2025-02-05T10:00:00Z') });
    expect(keysNow(replaced)).toEqual([[hers.thumbprint, null]]);
    const others = withHers.when(records('anna', by('head', '2025-02-05T10:00:00Z'))).when(ends('d-anna'));
    expect(keysNow(others)).toEqual([[hers.thumbprint, null]]);
  });

  it('does not come back with a delegation that was ended by mistake', () => {
    const again = withHers
      .when(ends('d-wei'))
      .when(records('wei', { delegationId: 'd-3', ...by('head', '2025-02-05T11:00:00Z') }));
    expect(keysNow(again)).toEqual([[hers.thumbprint, at('2025-02-05T10:00:00Z')]]);
    expect(again.refusalOf(passkeyOf(wei, by('head', '2025-02-05T12:00:00Z')))).toBe('key-registered-already');
  });
});
