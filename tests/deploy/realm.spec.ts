import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { valueOf, WORKSPACE } from './deployed-file';

interface Realm {
  readonly roles: { readonly realm: readonly { readonly name: string }[] };
  readonly groups: readonly { readonly name: string; readonly attributes: { readonly party: readonly string[] } }[];
  readonly users: readonly {
    readonly username: string;
    readonly realmRoles: readonly string[];
    readonly groups?: readonly string[];
    readonly credentials: readonly { readonly value: string }[];
  }[];
  readonly clientScopes: readonly {
    readonly protocolMappers: readonly { readonly config: Readonly<Record<string, string>> }[];
  }[];
  readonly clients: readonly {
    readonly clientId: string;
    readonly defaultClientScopes: readonly string[];
    readonly redirectUris: readonly string[];
  }[];
}

interface Person {
  readonly id: string;
  readonly party?: string;
  readonly roles: readonly string[];
}

/** The users of the demonstration, as the build gives them in a process of its own. */
const demonstrationUsers = (): readonly Person[] => {
  const script = `const { parties } = require('@parley/hosting/installation');
    const { demonstrationUsers } = require('@parley/identity');
    process.stdout.write(JSON.stringify(demonstrationUsers(parties)))`;
  return JSON.parse(
    execFileSync(process.execPath, ['-e', script], { cwd: join(WORKSPACE, 'services/gateway'), encoding: 'utf8' }),
  ) as Person[];
};

describe("Keycloak's realm", () => {
  const realm = valueOf('deploy/compose/keycloak/parley-realm.json') as Realm;
  const people = demonstrationUsers();
  const partyOf = (groups: readonly string[] = []) =>
    realm.groups.find(({ name }) => groups.includes(`/${name}`))?.attributes.party[0];

  it('has the people of the demonstration, with their roles and sides', () => {
    const byName = (a: { readonly id: string }, b: { readonly id: string }) => a.id.localeCompare(b.id);
    const inRealm = realm.users.map(({ username, realmRoles, groups }) => ({
      id: username,
      roles: realmRoles,
      party: partyOf(groups),
    }));
    expect(people.length).toBeGreaterThan(20);
    expect(inRealm.sort(byName)).toEqual(people.map(({ id, roles, party }) => ({ id, roles, party })).sort(byName));
  });

  it('has the roles that the system knows, and no others', () => {
    expect(realm.roles.realm.map(({ name }) => name).sort()).toEqual(
      [...new Set(people.flatMap(({ roles }) => roles))].sort(),
    );
  });

  it('puts into a token who somebody is, for which side, with which roles, and for whom the token is', () => {
    const mappers = realm.clientScopes.flatMap(({ protocolMappers }) => protocolMappers.map(({ config }) => config));
    expect(mappers.flatMap((config) => config['claim.name'] ?? []).sort()).toEqual(['party', 'roles', 'sub']);
    expect(mappers.flatMap((config) => config['included.custom.audience'] ?? [])).toEqual(['parley']);
    expect(mappers.every((config) => config['access.token.claim'] === 'true')).toBe(true);
  });

  it('takes the side from a group, which nobody can change of themselves', () => {
    expect(realm.groups.map(({ name, attributes }) => [name, attributes.party])).toEqual([
      ['US', ['US']],
      ['CN', ['CN']],
    ]);
    expect(realm.users.some((user) => 'attributes' in user)).toBe(false);
  });

  it('keeps no password: it is put in when the realm is imported', () => {
    expect([...new Set(realm.users.flatMap(({ credentials }) => credentials.map(({ value }) => value)))]).toEqual([
      '${PARLEY_USERS_PASSWORD}',
    ]);
  });
});
