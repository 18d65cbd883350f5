/**
 * The cursor as a tablet keeps it. One behind which more is waiting is marked, so that a tablet that was cut off in the
 * middle knows that it has not got everything. What the server gives never begins with this sign.
 */
const MORE = '~';

export const keptCursor = (cursor: string, more: boolean): string => (more ? `${MORE}${cursor}` : cursor);

/** As the server gave it. */
export const cursorToSend = (kept: string | null): string | null =>
  kept !== null && kept.startsWith(MORE) ? kept.slice(MORE.length) : kept;

/** Whether everything the server had was fetched at least once. */
export const isFetchedWhole = (kept: string | null): boolean => kept !== null && !kept.startsWith(MORE);
