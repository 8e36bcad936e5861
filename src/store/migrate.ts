import type { Kysely } from 'kysely';
import { MIGRATIONS } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/** Newest schema this clew knows; `case.json` and the database carry the one they are in. */
export const SCHEMA_VERSION: number = MIGRATIONS.length;

/** Which migrations a database has had. The only table that belongs to the database and not to a case. */
type Versions = { readonly schema_versions: { version: number; name: string } };

/** The schema a database is in; 0 when it is none of ours. */
export async function schemaVersionOf(db: Kysely<Schema>): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'schema_versions')) return 0;
  const newest = db.withTables<Versions>().selectFrom('schema_versions').select('version').orderBy('version', 'desc');
  return Number((await newest.limit(1).executeTakeFirst())?.version ?? 0);
}

/**
 * Brings a database to `target`, all steps in one transaction: a migration that is cut off leaves the old schema whole.
 * Returns the schema it was in before.
 */
export async function migrate(db: Kysely<Schema>, target: number = SCHEMA_VERSION): Promise<number> {
  const present = await schemaVersionOf(db);
  if (present >= target) return present;
  await db.transaction().execute(async (transaction) => {
    const versions = transaction.withTables<Versions>();
    await versions.schema
      .createTable('schema_versions')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .execute();
    for (const { version, name, up } of MIGRATIONS) {
      if (version <= present || version > target) continue;
      await up(transaction as unknown as Kysely<unknown>);
      await versions.insertInto('schema_versions').values({ version, name }).execute();
    }
  });
  return present;
}
