/** How long every version is kept, in milliseconds; of those older, the last of each hour stays. */
const ALL_KEPT_MS = 86_400_000;
/** Length of an ISO 8601 time down to its hour: `2026-11-21T17`. */
const HOUR_OF_ISO = 13;

/** Before when versions are thinned out (ISO 8601), at a time of writing. */
export function thinnedBefore(at: string): string {
  return new Date(Date.parse(at) - ALL_KEPT_MS).toISOString();
}

/**
 * Whether a version begins another hour than the one before it. The versions of a document are thinned out then, and not
 * at each writing: most write several times in an hour, and little becomes old meanwhile.
 * @param before when the one before was written (ISO 8601); undefined where there is none
 */
export function beginsHour(at: string, before: string | undefined): boolean {
  return before?.slice(0, HOUR_OF_ISO) !== at.slice(0, HOUR_OF_ISO);
}

/**
 * The statement that thins out the versions of one document, the same in every SQL database.
 * @param given how its three values are called there, in order: collection, key, and the time of `thinnedBefore`
 */
export function thinning([collection, key, before]: readonly [string, string, string]): string {
  return `DELETE FROM versions
    WHERE collection = ${collection} AND key = ${key} AND at < ${before} AND EXISTS (
      SELECT 1 FROM versions AS later
      WHERE later.collection = ${collection} AND later.key = ${key} AND later.revision > versions.revision
        AND substr(later.at, 1, ${HOUR_OF_ISO}) = substr(versions.at, 1, ${HOUR_OF_ISO}))`;
}
