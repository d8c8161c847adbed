const DIGEST = /^[0-9a-f]{64}$/;
/** Whether something is a SHA-256 in lower-case hexadecimal. */
export const isDigest = (value: unknown): value is string => typeof value === 'string' && DIGEST.test(value);

/** An object from its JSON; nothing for anything else. */
export function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an object has these fields and no others. */
export const hasOnly = (object: object, names: readonly string[]): boolean =>
  Object.keys(object).length === names.length && names.every((name) => Object.hasOwn(object, name));
