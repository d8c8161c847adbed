/** A primitive that carries its meaning in its type, so that a case id cannot be passed where a person id is wanted. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
