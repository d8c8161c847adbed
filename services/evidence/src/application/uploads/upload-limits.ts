/** Bytes of one upload. */
export const MOST_UPLOAD_BYTES = 100 * 1024 * 1024;

/** Uploads of one party that no exhibit uses, at a time: what a desk forgets must not fill the disk. */
export const MOST_OPEN_UPLOADS = 200;

/**
 * Hours that an upload is kept for an act to refer to it. A lease, so it counts real time: a demonstration clock that
 * jumps takes nobody's upload away.
 */
export const KEPT_HOURS = 24;

/**
 * Hours for which an upload is kept at least once an act refers to it, far longer than any act takes to be recorded.
 */
export const CLAIMED_HOURS = 1;

/** Under this name the bytes of uploads and exhibits are kept apart from what other contexts keep. */
export const KEEPER = 'evidence';
