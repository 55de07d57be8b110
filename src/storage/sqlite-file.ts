import { DatabaseSync } from 'node:sqlite';

/** How long a writer waits for another connection that holds the database, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;
/** Memory for pages of the database, in KiB: what some hundred conversations at once are read from. */
const CACHE_KIB = 16 * 1024;
/** Pages that the log may have before they are brought into the database: those written again meanwhile are once. */
const LOG_PAGES = 4_000;

/** A connection to an embedded database, as every one of the service is set up. @throws when it cannot be opened */
export function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: BUSY_TIMEOUT_MS });
  try {
    // FULL makes every commit reach the disk before it is acknowledged: not even a power cut loses anything.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    db.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA wal_autocheckpoint = ${LOG_PAGES};`);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}
