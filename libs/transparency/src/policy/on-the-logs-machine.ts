/** The names that a machine has for itself (RFC 6761, RFC 1122, RFC 4291). */
const ITSELF = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Whether an address of a witness, as the log names it, is on the machine of the log. Whoever holds that machine holds
 * the key of the witness as well, so that its cosignature proves nothing.
 * @param url an address such as `https://witness.example/parley`
 */
export const isOnTheLogsMachine = (url: string): boolean => URL.canParse(url) && ITSELF.test(new URL(url).hostname);
