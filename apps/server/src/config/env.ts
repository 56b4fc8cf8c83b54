import { join, resolve } from 'node:path';
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

const POSTGRES_ADDRESS = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address such as postgres://user:password@host:5432/database',
});
/** Not repeated in a fault: an address may hold a password. */
const postgresAddresses = z.string().transform((text, context) => {
  const urls = text.split(',').map((url) => url.trim());
  for (const [at, url] of urls.entries()) {
    const [issue] = POSTGRES_ADDRESS.safeParse(url).error?.issues ?? [];
    if (issue !== undefined)
      context.addIssue(`address ${at + 1} ${issue.message}; commas part several`);
    else if (urls.indexOf(url) < at)
      context.addIssue(`address ${at + 1} stands there twice: name each replica once`);
  }
  return urls;
});

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
  DATABASE_URL: POSTGRES_ADDRESS.optional(),
  DATABASE_REPLICA_URLS: postgresAddresses.optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 90).default(10),
  HOT_BYTES: wholeNumber(0, 2 ** 31).default(32 * 2 ** 20),
  SESSION_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  SESSION_IDLE_MINUTES: wholeNumber(1, 10_080).default(240),
  SESSION_HOURS: wholeNumber(1, 720).default(12),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  OIDC_ISSUER: z
    .url({
      protocol: /^https?$/,
      error: 'must be an address such as https://login.example.org/realms/town',
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  EMAIL_SIGN_IN: yesOrNo.optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must be an address such as smtps://user:password@mail.example.org',
    })
    .optional(),
  MAIL_FROM: z.email('must be an e-mail address such as lernschleife@example.org').optional(),
  DEMONSTRATION_SIGN_IN: yesOrNo.optional(),
  DEMONSTRATION_SIGN_IN_IN_PRODUCTION: z
    .literal('yes-i-know', 'must be yes-i-know, or left out')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOAD_DEMONSTRATION: yesOrNo.optional(),
});

/** The names of all settings, for what checks the files that set them. */
export const SETTING_NAMES: readonly string[] = Object.keys(SETTINGS.shape);

type Settings = z.output<typeof SETTINGS>;

/** How people sign in. */
export type SignInSettings = {
  /** The OpenID provider; null for none. */
  readonly provider: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
  } | null;
  /** Whether links by e-mail are sent to those who ask for one. */
  readonly email: boolean;
  /** Whether anyone may choose to be any person. */
  readonly demonstration: boolean;
};

/** How mail leaves; `folder` takes the mails where there is no server for them, and a page then shows them. */
export type MailSettings = {
  readonly from: string;
  readonly way: { readonly smtpUrl: string } | { readonly folder: string };
};

export type Env = {
  readonly production: boolean;
  /** Whether tools for developers are served, such as GraphiQL. */
  readonly development: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Base of every absolute address, without a slash at its end; null means http://localhost and the port. */
  readonly publicOrigin: string | null;
  /** Absolute folder of the embedded database. */
  readonly dataFolder: string;
  /** Null means the embedded database. */
  readonly databaseUrl: string | null;
  /** Standbys of that PostgreSQL, which answer what anyone may read. */
  readonly replicaUrls: readonly string[];
  /** Connections to the database, and to each replica. */
  readonly poolSize: number;
  /** Bytes of the answers to anonymous readers that are kept in memory; 0 keeps none. */
  readonly hotBytes: number;
  readonly sessions: {
    /** Signs the cookies; null means one of the data folder's own. */
    readonly secret: string | null;
    /** A session ends after so long without a request … */
    readonly idleMs: number;
    /** … and so long after its sign-in. */
    readonly absoluteMs: number;
  };
  /** Reverse proxies before the server, whose word on a client's address is taken. */
  readonly trustedProxies: number;
  readonly signIn: SignInSettings;
  /** Null where no mail can be sent. */
  readonly mail: MailSettings | null;
  readonly logLevel: string;
  /** Whether an empty database gets the demonstration programme. */
  readonly loadDemonstration: boolean;
};

/** What can't be said of one setting alone, each as `SETTING: what is wrong`. */
function faultsBetween(settings: Settings): string[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, SMTP_URL, MAIL_FROM } = settings;
  const production = settings.NODE_ENV === 'production';
  const faults: string[] = [];
  if (settings.DATABASE_REPLICA_URLS !== undefined && settings.DATABASE_URL === undefined)
    faults.push(
      'DATABASE_REPLICA_URLS: needs DATABASE_URL; the embedded database has no replicas, so leave it out there',
    );
  if (settings.DATABASE_REPLICA_URLS?.some((url) => url === settings.DATABASE_URL) === true)
    faults.push(
      'DATABASE_REPLICA_URLS: holds the address of DATABASE_URL; name the replicas alone',
    );
  const given = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  if (Object.values(given).some((value) => value !== undefined))
    for (const [name, value] of Object.entries(given))
      if (value === undefined)
        faults.push(`${name}: is missing; a provider needs ${Object.keys(given).join(', ')}`);
  if (production && OIDC_ISSUER?.startsWith('http:') === true)
    faults.push('OIDC_ISSUER: must begin with https:// when NODE_ENV is production');
  if (SMTP_URL !== undefined && MAIL_FROM === undefined)
    faults.push('MAIL_FROM: is missing; mail needs the address that it comes from');
  if (production && settings.EMAIL_SIGN_IN === true && SMTP_URL === undefined)
    faults.push('SMTP_URL: is missing; EMAIL_SIGN_IN=true needs it when NODE_ENV is production');
  if (
    production &&
    settings.DEMONSTRATION_SIGN_IN === true &&
    settings.DEMONSTRATION_SIGN_IN_IN_PRODUCTION === undefined
  )
    faults.push(
      'DEMONSTRATION_SIGN_IN: lets anyone be anyone, so it is refused when NODE_ENV is production; ' +
        'leave it out, or set DEMONSTRATION_SIGN_IN_IN_PRODUCTION=yes-i-know as well',
    );
  return faults;
}

function signInOf(settings: Settings, loadDemonstration: boolean): SignInSettings {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = settings;
  const production = settings.NODE_ENV === 'production';
  const provider =
    OIDC_ISSUER !== undefined && OIDC_CLIENT_ID !== undefined && OIDC_CLIENT_SECRET !== undefined
      ? { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET }
      : null;
  return {
    provider,
    // A provider may ask for more than a mailbox, so links don't open a way around it unless told to.
    email:
      settings.EMAIL_SIGN_IN ??
      (provider === null && (settings.SMTP_URL !== undefined || !production)),
    demonstration: settings.DEMONSTRATION_SIGN_IN ?? (loadDemonstration && !production),
  };
}

function mailOf({ SMTP_URL, MAIL_FROM, NODE_ENV, DATA_DIR }: Settings): MailSettings | null {
  const from = MAIL_FROM ?? 'lernschleife@localhost';
  if (SMTP_URL !== undefined) return { from, way: { smtpUrl: SMTP_URL } };
  return NODE_ENV === 'production' ? null : { from, way: { folder: join(DATA_DIR, 'mails') } };
}

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
      ? faultsBetween(parsed.data)
      : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)),
  ];
  if (!parsed.success || faults.length > 0) throw new EnvError(faults.join('\n'));
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  const loadDemonstration = settings.LOAD_DEMONSTRATION ?? settings.DATABASE_URL === undefined;
  return {
    production,
    development: settings.NODE_ENV === 'development',
    host: settings.HOST,
    port: settings.PORT,
    publicOrigin: settings.PUBLIC_ORIGIN ?? null,
    dataFolder: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL ?? null,
    replicaUrls: settings.DATABASE_REPLICA_URLS ?? [],
    poolSize: settings.DATABASE_POOL_SIZE,
    hotBytes: settings.HOT_BYTES,
    sessions: {
      secret: settings.SESSION_SECRET ?? null,
      idleMs: settings.SESSION_IDLE_MINUTES * 60_000,
      absoluteMs: settings.SESSION_HOURS * 3_600_000,
    },
    trustedProxies: settings.TRUSTED_PROXIES,
    signIn: signInOf(settings, loadDemonstration),
    mail: mailOf(settings),
    logLevel: settings.LOG_LEVEL,
    loadDemonstration,
  };
}
