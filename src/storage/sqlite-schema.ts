import type { DatabaseSync } from 'node:sqlite';

/** Each entry takes the database one version up; entries are only ever added at the end. */
const MIGRATIONS = [
  `
  CREATE TABLE documents (
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    value TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (collection, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE versions (
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    revision INTEGER NOT NULL,
    value TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (collection, key, revision)
  ) STRICT, WITHOUT ROWID;

  -- AUTOINCREMENT never gives a position twice, not even after a stream was dropped.
  CREATE TABLE entries (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (stream, key)
  ) STRICT;
  CREATE INDEX entries_in_order ON entries (stream, position);
  `,
  // The time before the value: who asks which version there is need not go through all of a long value to what stands
  // behind it.
  `
  CREATE TABLE documents_with_time_first (
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    at TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (collection, key)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO documents_with_time_first (collection, key, revision, at, value)
    SELECT collection, key, revision, at, value FROM documents;
  DROP TABLE documents;
  ALTER TABLE documents_with_time_first RENAME TO documents;

  CREATE TABLE versions_with_time_first (
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    revision INTEGER NOT NULL,
    at TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (collection, key, revision)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO versions_with_time_first (collection, key, revision, at, value)
    SELECT collection, key, revision, at, value FROM versions;
  DROP TABLE versions;
  ALTER TABLE versions_with_time_first RENAME TO versions;
  `,
];

/**
 * Brings the database up to this version of the service, each migration in the one transaction.
 * @throws when the database was written by a newer version.
 */
export function migrate(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec('CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT');
    const row = db.prepare('SELECT coalesce(max(version), 0) AS version FROM migrations').get();
    const version = Number(row?.version);
    if (version > MIGRATIONS.length)
      throw new Error(
        `the database is at version ${version} and this service knows up to ${MIGRATIONS.length}: ` +
          'run the newer version of the service or restore an older copy of the database',
      );
    const record = db.prepare('INSERT INTO migrations (version, at) VALUES (?, ?)');
    for (const [index, migration] of MIGRATIONS.entries()) {
      if (index < version) continue;
      db.exec(migration);
      record.run(index + 1, new Date().toISOString());
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
