import pg from "pg";

/** Whether a PostgreSQL server comes with an extension, which can then be created. */
export async function hasExtension(url: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("select 1 from pg_available_extensions where name = $1", [name]);
    return rows.length > 0;
  } finally {
    await client.end();
  }
}
