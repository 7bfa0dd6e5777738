import { sql } from 'kysely';
import type { CodedEntity } from '#coder';
import type { Connection } from './connection.ts';

/** Writes whom a document speaks of, in place of what stood there. An entity that no document speaks of any more goes. */
export function writeEntities(
  connection: Connection,
  document: number,
  entities: readonly CodedEntity[],
): void {
  const former = connection.all(
    sql<{
      entity: number;
    }>`select distinct entity from document_entities where document = ${document}`,
  );
  if (former.length > 0) {
    connection.run('delete from document_entities where document = ?', document);
  }
  for (const [position, { key, name, country, sector, mentions }] of entities.entries()) {
    connection.run(
      `insert into entities (name, country, sector, folded) values (?, ?, ?, ?) on conflict do nothing`,
      name,
      country,
      sector,
      foldName(name),
    );
    connection.run(
      `insert into document_entities (document, position, key, entity, mentions)
       select ?, ?, ?, number, ? from entities
       where name = ? and coalesce(country, '') = ? and coalesce(sector, '') = ?`,
      document,
      position,
      key,
      mentions.length,
      name,
      country ?? '',
      sector ?? '',
    );
  }
  for (const { entity } of former) {
    connection.run(
      `delete from entities where number = ?
       and not exists (select 1 from document_entities where entity = entities.number)`,
      entity,
    );
  }
}

/** Lower case without accents: what a name is searched by. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
