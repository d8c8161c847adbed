import type { Publishes } from '@parley/messaging';

/** The audit tells the other services nothing: what it has to say it says to everybody, on the docket. */
export const publishes: Publishes = () => [];
