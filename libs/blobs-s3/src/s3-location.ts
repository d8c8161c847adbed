/** Where blobs lie in an object storage, as an address says. */
export interface S3Location {
  readonly bucket: string;
  /** The beginning of every key. It ends with a slash unless it is empty. */
  readonly prefix: string;
  /** The address of a storage other than AWS's own. */
  readonly endpoint: string | undefined;
  readonly region: string;
  /** The bucket stands in the path, not in the host's name. */
  readonly pathStyle: boolean;
  /** Days for which nobody may delete what is stored; `undefined` for none. */
  readonly objectLockDays: number | undefined;
  /** The storage itself refuses to overwrite (If-None-Match). Without it the adapter looks first and then writes. */
  readonly conditional: boolean;
}

const PARAMETERS = ['endpoint', 'region', 'pathStyle', 'objectLockDays', 'conditional'];
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^([A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)?$/;
const MOST_LOCK_DAYS = 36_500;

/** Thrown inside, so that the first fault of an address is told. */
class WrongAddress extends Error {}

/**
 * Reads `s3://bucket/prefix?endpoint=…&region=…&pathStyle=true&objectLockDays=365&conditional=true`. When they are left
 * out, the region is AWS_REGION or `us-east-1`, the path style is that of AWS unless there is an endpoint, and nothing
 * is locked.
 * @returns what is wrong as the rest of a sentence; it repeats nothing that may be a secret
 */
export function readS3Location(
  text: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): S3Location | { readonly wrong: string } {
  try {
    return locationOf(text, env);
  } catch (error) {
    if (error instanceof WrongAddress) return { wrong: error.message };
    throw error;
  }
}

function locationOf(text: string, env: Readonly<Record<string, string | undefined>>): S3Location {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 's3:') throw new WrongAddress('must be an address such as s3://bucket/prefix');
  if (url.username || url.password)
    throw new WrongAddress('must hold no credentials: they are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  const stranger = [...url.searchParams.keys()].find((name) => !PARAMETERS.includes(name));
  if (stranger !== undefined) throw new WrongAddress(`must have no parameter but ${PARAMETERS.join(', ')}`);
  const given = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
  const endpoint = endpointOf(given('endpoint'));
  return {
    bucket: matching(
      url.hostname,
      BUCKET,
      'must name a bucket of 3 to 63 lower-case letters, digits, dots and hyphens',
    ),
    prefix: prefixOf(url.pathname),
    endpoint,
    region: matching(
      given('region') ?? (env['AWS_REGION'] || 'us-east-1'),
      /^[a-z0-9-]{1,40}$/,
      'must name a region such as us-east-1',
    ),
    pathStyle: switchOf('pathStyle', given('pathStyle'), endpoint !== undefined),
    objectLockDays: lockDaysOf(given('objectLockDays')),
    conditional: switchOf('conditional', given('conditional'), true),
  };
}

function matching(text: string, form: RegExp, otherwise: string): string {
  if (form.test(text)) return text;
  throw new WrongAddress(otherwise);
}

function prefixOf(pathname: string): string {
  const path = matching(
    pathname.replace(/^\/|\/$/g, ''),
    PREFIX,
    'must have a prefix of letters, digits, dots, hyphens and underscores between slashes',
  );
  return path === '' ? '' : `${path}/`;
}

function endpointOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password && !url.search;
  if (!plain) throw new WrongAddress('must have an endpoint such as https://storage.example, without credentials');
  return url.href.replace(/\/$/, '');
}

function switchOf(name: string, text: string | undefined, otherwise: boolean): boolean {
  if (text === undefined) return otherwise;
  return matching(text, /^(true|false)$/, `must have true or false for ${name}`) === 'true';
}

function lockDaysOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > MOST_LOCK_DAYS)
    throw new WrongAddress(`must have a whole number from 1 to ${MOST_LOCK_DAYS} for objectLockDays`);
  return days;
}
