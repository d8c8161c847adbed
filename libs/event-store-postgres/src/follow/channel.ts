/** The channel on which appenders wake the followers of other processes. */
export const CHANNEL = 'event_store_appended';
