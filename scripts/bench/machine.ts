import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { Client } from 'pg';

/** What the figures of a command were measured on, and how busy that was before. */
export async function describeMachine(postgresUrl: string, command = 'bench'): Promise<string[]> {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  await client.end();
  const args = process.argv.slice(2).filter((argument) => argument !== '--write');
  const load = loadavg()[0] ?? 0;
  return [
    `- Command: \`npm run ${command}${args.length === 0 ? '' : ` -- ${args.join(' ')}`}\``,
    `- Machine: ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory; client, servers and PostgreSQL share it`,
    `- Node ${process.versions.node}, PostgreSQL ${rows[0]?.version ?? 'of unknown version'}`,
    `- Load of the machine over the minute before: ${load.toFixed(1)}`,
  ];
}
