import { Client } from 'pg';

const PASSWORD = 'for-tests-only';

/** Makes a role that may log in, unless it is there, and gives the database's address for it. */
export async function roleUrl(adminUrl: string, role: string): Promise<string> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    if (rowCount === 0)
      await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${PASSWORD}'`).catch(unlessMadeMeanwhile);
  } finally {
    await admin.end();
  }
  const url = new URL(adminUrl);
  [url.username, url.password] = [role, PASSWORD];
  return url.href;
}

function unlessMadeMeanwhile(error: { readonly code?: string }): void {
  if (error.code !== '42710' && error.code !== '23505') throw error as Error;
}
