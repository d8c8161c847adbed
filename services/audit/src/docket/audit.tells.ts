import type { Publishes } from '@parley/messaging';

/** The audit tells the other services nothing. It publishes on the docket, for everybody. */
export const publishes: Publishes = () => [];
