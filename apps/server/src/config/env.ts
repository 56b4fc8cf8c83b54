import { resolve } from 'node:path';
import { z } from 'zod';

const yesOrNo = z
  .enum(['true', 'false'], 'must be true or false')
  .transform((text) => text === 'true');
const wholeNumber = (from: number, to: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine(
      (value) => value >= from && value <= to,
      `must be a whole number from ${from} to ${to}`,
    );

/** Every setting; docs/operations.md tells what each does. Names that begin with LERNSCHLEIFE_ or stand here are ours. */
const SETTINGS = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  PUBLIC_ORIGIN: z
    .url({
      protocol: /^https?$/,
      error: 'must be an address such as https://erfolge.example.org',
      abort: true,
    })
    .refine((url) => new URL(url).pathname === '/' && !new URL(url).search, 'must have no path')
    .transform((url) => new URL(url).origin)
    .optional(),
  DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .transform((folder) => resolve(folder)),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be an address such as postgres://user:password@host:5432/database',
    })
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 90).default(10),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOAD_DEMONSTRATION: yesOrNo.optional(),
});

export type Env = {
  readonly production: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Base of every absolute address, without a slash at its end; null means http://localhost and the port. */
  readonly publicOrigin: string | null;
  /** Absolute folder of the embedded database. */
  readonly dataFolder: string;
  /** Null means the embedded database. */
  readonly databaseUrl: string | null;
  readonly poolSize: number;
  readonly logLevel: string;
  /** Whether an empty database gets the demonstration programme. */
  readonly loadDemonstration: boolean;
};

/** Thrown with every fault of the environment, one a line. */
export class EnvError extends Error {}

/** Reads the settings once. Empty ones count as not set. Throws EnvError with all faults at once. */
export function readEnv(environment: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const unknown = Object.keys(given).filter((name) => name.startsWith('LERNSCHLEIFE_'));
  const parsed = SETTINGS.safeParse(given);
  const faults = [
    ...unknown.map(
      (name) => `${name}: is not a setting of Lernschleife (docs/operations.md lists them)`,
    ),
    ...(parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)),
  ];
  if (!parsed.success || faults.length > 0) throw new EnvError(faults.join('\n'));
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  return {
    production,
    host: settings.HOST,
    port: settings.PORT,
    publicOrigin: settings.PUBLIC_ORIGIN ?? null,
    dataFolder: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL ?? null,
    poolSize: settings.DATABASE_POOL_SIZE,
    logLevel: settings.LOG_LEVEL,
    loadDemonstration: settings.LOAD_DEMONSTRATION ?? settings.DATABASE_URL === undefined,
  };
}
