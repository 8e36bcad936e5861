import type { Kysely } from 'kysely';

/** Documents, occurrences, extractions, decisions and the journal, each led by the case it belongs to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cases')
    .addColumn('case_id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('documents')
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.case_id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('documents_key', ['case_id', 'id'])
    .execute();
  await db.schema
    .createTable('occurrences')
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('document_id', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('occurrences_key', ['case_id', 'id'])
    .addForeignKeyConstraint('occurrences_document', ['case_id', 'document_id'], 'documents', ['case_id', 'id'])
    .execute();
  await db.schema
    .createIndex('occurrences_by_document')
    .on('occurrences')
    .columns(['case_id', 'document_id'])
    .execute();
  await db.schema.createIndex('occurrences_by_path').on('occurrences').columns(['case_id', 'path']).execute();
  await db.schema
    .createTable('extractions')
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('document_id', 'text', (column) => column.notNull())
    .addColumn('engine', 'text', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('extractions_key', ['case_id', 'document_id'])
    .addForeignKeyConstraint('extractions_document', ['case_id', 'document_id'], 'documents', ['case_id', 'id'])
    .execute();
  await db.schema
    .createTable('decisions')
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.case_id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('decisions_key', ['case_id', 'id'])
    .addUniqueConstraint('decisions_order', ['case_id', 'n'])
    .execute();
  await db.schema
    .createTable('journal')
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.case_id'))
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_key', ['case_id', 'n'])
    .execute();
}
