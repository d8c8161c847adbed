/** Why a witness does not do what it is asked to, in a sentence for the person who runs it. */
export class WitnessRefused extends Error {
  override readonly name = 'WitnessRefused';
}
