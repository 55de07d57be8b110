import type { PoolClient } from 'pg';

/** Each entry takes the database one version up; entries are only ever added at the end. */
const MIGRATIONS = [
  // Keys in the order of their bytes, whatever language the server sorts in. Values are text, not jsonb: they come back
  // exactly as they were written.
  `
  CREATE TABLE documents (
    collection text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    revision integer NOT NULL CHECK (revision > 0),
    value text NOT NULL,
    at text NOT NULL,
    PRIMARY KEY (collection, key)
  );

  CREATE TABLE versions (
    collection text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    revision integer NOT NULL,
    value text NOT NULL,
    at text NOT NULL,
    PRIMARY KEY (collection, key, revision)
  );

  CREATE TABLE entries (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    value text NOT NULL,
    at text NOT NULL,
    UNIQUE (stream, key)
  );
  CREATE INDEX entries_in_order ON entries (stream, position);
  `,
];

/** Any number that no other program on the server uses: replicas that start together migrate one after the other. */
const MIGRATING = 8_020_250_101;

/**
 * Brings the database up to this version of the service, in one transaction.
 * @throws when the database was written by a newer version.
 */
export async function migrate(client: PoolClient): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATING]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (version integer PRIMARY KEY, at text NOT NULL)',
    );
    const { rows } = await client.query<{ version: number }>(
      'SELECT coalesce(max(version), 0) AS version FROM migrations',
    );
    const version = rows[0]?.version ?? 0;
    if (version > MIGRATIONS.length)
      throw new Error(
        `the database is at version ${version} and this service knows up to ${MIGRATIONS.length}: ` +
          'run the newer version of the service or restore an older copy of the database',
      );
    for (const [index, migration] of MIGRATIONS.entries()) {
      if (index < version) continue;
      await client.query(migration);
      await client.query('INSERT INTO migrations (version, at) VALUES ($1, $2)', [
        index + 1,
        new Date().toISOString(),
      ]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
