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
  // Values are long. In a table WITHOUT ROWID they stand in the tree of the keys, and whoever looks for a key reads all of
  // each row that it is compared with; here they stand apart from it, and the time before the value, so that nothing of
  // a value is read to tell its version.
  `
  CREATE TABLE documents_apart (
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    at TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (collection, key)
  ) STRICT;
  INSERT INTO documents_apart (collection, key, revision, at, value)
    SELECT collection, key, revision, at, value FROM documents;
  DROP TABLE documents;
  ALTER TABLE documents_apart RENAME TO documents;

  CREATE TABLE versions_apart (
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    revision INTEGER NOT NULL,
    at TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (collection, key, revision)
  ) STRICT;
  INSERT INTO versions_apart (collection, key, revision, at, value)
    SELECT collection, key, revision, at, value FROM versions;
  DROP TABLE versions;
  ALTER TABLE versions_apart RENAME TO versions;
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
