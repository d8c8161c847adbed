import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { valueOf, WORKSPACE } from './deployed-file';

interface Realm {
  readonly realm: string;
  readonly accessTokenLifespan: number;
  readonly roles: { readonly realm: readonly { readonly name: string }[] };
  readonly users: readonly {
    readonly username: string;
    readonly realmRoles: readonly string[];
    readonly credentials: readonly { readonly value: string }[];
  }[];
  readonly clientScopes: readonly {
    readonly protocolMappers: readonly { readonly config: Readonly<Record<string, string>> }[];
  }[];
  readonly clients: readonly {
    readonly clientId: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
}

interface Person {
  readonly subject: string;
  readonly of: string;
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

const REALMS = ['us', 'cn', 'secretariat'] as const;
const realms = Object.fromEntries(
  REALMS.map((name) => [name, valueOf(`deploy/compose/keycloak/${name}-realm.json`) as Realm]),
) as Readonly<Record<(typeof REALMS)[number], Realm>>;
const people = demonstrationUsers();

describe.each(REALMS)("Keycloak's realm %s", (name) => {
  const realm = realms[name];
  const own = people.filter(({ of }) => of.toLowerCase() === name);
  const mappers = realm.clientScopes.flatMap(({ protocolMappers }) => protocolMappers);

  it('has the people of the demonstration for whom it vouches, with their roles, and is called as they expect', () => {
    const byName = (a: { readonly subject: string }, b: { readonly subject: string }) =>
      a.subject.localeCompare(b.subject);
    expect(realm.realm).toBe(name);
    expect(own.length).toBeGreaterThan(5);
    expect(
      realm.users.map(({ username, realmRoles }) => ({ subject: username, roles: realmRoles })).sort(byName),
    ).toEqual(own.map(({ subject, roles }) => ({ subject, roles })).sort(byName));
  });

  it('has the roles of its people, and no others', () => {
    expect(realm.roles.realm.map((role) => role.name).sort()).toEqual(
      [...new Set(own.flatMap(({ roles }) => roles))].sort(),
    );
  });

  it('puts into a token who somebody is, with which roles, for whom the token is, and for a side, which one', () => {
    const claims = mappers.flatMap(({ config }) => config['claim.name'] ?? []);
    expect(claims.sort()).toEqual(name === 'secretariat' ? ['roles', 'sub'] : ['party', 'roles', 'sub']);
    expect(mappers.flatMap(({ config }) => config['claim.value'] ?? [])).toEqual(
      name === 'secretariat' ? [] : [name.toUpperCase()],
    );
    expect(mappers.flatMap(({ config }) => config['included.custom.audience'] ?? [])).toEqual(['parley']);
    expect(mappers.every(({ config }) => config['access.token.claim'] === 'true')).toBe(true);
  });

  it('gives access tokens that are told apart from others, and live for 15 minutes at most', () => {
    expect(realm.accessTokenLifespan).toBeLessThanOrEqual(900);
    expect(realm.clients.map(({ attributes }) => attributes['access.token.header.type.rfc9068'])).toEqual(['true']);
  });

  it('keeps no password: it is put in when the realm is imported', () => {
    expect([...new Set(realm.users.flatMap(({ credentials }) => credentials.map(({ value }) => value)))]).toEqual([
      '${PARLEY_USERS_PASSWORD}',
    ]);
  });
});

describe("Keycloak's realms of the two sides", () => {
  it('differ in nothing but in whose they are', () => {
    const asOfNobody = (realm: Realm): string =>
      JSON.stringify(realm).replaceAll(/\b(?:us|cn|US|CN|United States|China)\b/g, 'side');
    expect(asOfNobody(realms.us)).toBe(asOfNobody(realms.cn));
  });
});
