/** What the connected database is called in a model: its real name differs between development, CI and production. */
export const mainSchema = "main";

/** The name of a database in a model. */
export function toSchemaName(database: string, connected: string): string {
  return database === connected ? mainSchema : database;
}

/** The database that a name of a model stands for. */
export function toDatabaseName(schema: string, connected: string): string {
  return schema === mainSchema ? connected : schema;
}
