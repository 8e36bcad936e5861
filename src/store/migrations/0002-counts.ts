import type { Kysely } from 'kysely';
import type { Document, Extraction } from '../../model/index.ts';
import { decodeRecord } from '../codec.ts';

/** What this migration touches, as it is once its columns are there. */
type Tables = {
  readonly documents: { case_id: string; id: string; problems: number; record: string };
  readonly extractions: { case_id: string; document_id: string; mentions: number; claims: number; record: string };
};

/** Numbers of problems, mentions and claims beside the records, so that `clew status` need not open each of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const counted = ['documents.problems', 'extractions.mentions', 'extractions.claims'] as const;
  for (const name of counted) {
    const [table = '', column = ''] = name.split('.');
    await db.schema
      .alterTable(table)
      .addColumn(column, 'bigint', (definition) => definition.notNull().defaultTo(0))
      .execute();
  }
  const tables = db.withTables<Tables>();
  await countProblems(tables);
  await countFound(tables);
}

async function countProblems(db: Kysely<Tables>): Promise<void> {
  const keys = await db.selectFrom('documents').select(['case_id', 'id']).execute();
  for (const { case_id, id } of keys) {
    const row = db.selectFrom('documents').select('record').where('case_id', '=', case_id).where('id', '=', id);
    const { record } = await row.executeTakeFirstOrThrow();
    const problems = decodeRecord<Document>(record).problems.length;
    await db.updateTable('documents').set({ problems }).where('case_id', '=', case_id).where('id', '=', id).execute();
  }
}

async function countFound(db: Kysely<Tables>): Promise<void> {
  const keys = await db.selectFrom('extractions').select(['case_id', 'document_id']).execute();
  for (const { case_id, document_id } of keys) {
    const { record } = await db
      .selectFrom('extractions')
      .select('record')
      .where('case_id', '=', case_id)
      .where('document_id', '=', document_id)
      .executeTakeFirstOrThrow();
    const { mentions, claims } = decodeRecord<Extraction>(record);
    await db
      .updateTable('extractions')
      .set({ mentions: mentions.length, claims: claims.length })
      .where('case_id', '=', case_id)
      .where('document_id', '=', document_id)
      .execute();
  }
}
