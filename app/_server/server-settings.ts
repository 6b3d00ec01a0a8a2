import { z } from 'zod';
import { isDay } from '@/lib/time/instant';
import { lifetimes } from '@/lib/time/lifetimes';

const text = z.string().optional();

const Settings = z
  .object({
    DATABASE_URL: text,
    CANDOUR_TODAY: z.string().refine(isDay, 'CANDOUR_TODAY must be a day such as 2018-08-17.').optional(),
    CANDOUR_PROXIES: z
      .string()
      .regex(/^\d$/, 'CANDOUR_PROXIES must be the number of proxies of your own in front of this server, such as 1.')
      .optional(),
    CANDOUR_IDLE_HOURS: z
      .string()
      .regex(/^([1-9]|1[0-2])$/, 'CANDOUR_IDLE_HOURS must be a whole number of hours from 1 to 12.')
      .optional(),
    // Read where the record is connected to: db/connection/pool.ts.
    CANDOUR_PATIENCE: z
      .string()
      .regex(/^([3-9]|[1-5]\d|60)$/, 'CANDOUR_PATIENCE must be a whole number of seconds from 3 to 60.')
      .optional(),
    CANDOUR_HSTS: z
      .string()
      .regex(/^\d{1,9}$/, 'CANDOUR_HSTS must be a number of seconds, such as 31536000 for a year.')
      .optional(),
    CANDOUR_METRICS_PORT: z
      .string()
      .refine(isPort, 'CANDOUR_METRICS_PORT must be a whole number from 1 to 65535, such as 9464.')
      .optional(),
    CANDOUR_METRICS_HOST: text,
    AUTH_SECRET: z
      .string()
      .min(32, 'AUTH_SECRET must have at least 32 characters: openssl rand -base64 33.')
      .optional(),
    CANDOUR_PAGE_KEY: z
      .string()
      .min(32, 'CANDOUR_PAGE_KEY must have at least 32 characters: openssl rand -base64 33.')
      .optional(),
    CANDOUR_HEADS_FILE: z
      .string()
      .startsWith('/', 'CANDOUR_HEADS_FILE must be a whole path, such as /mnt/away/heads.')
      .optional(),
    CANDOUR_HEADS_URL: z
      .string()
      .refine(
        isSafeAddress,
        'CANDOUR_HEADS_URL must be an https address without a name or password in it; http only to localhost.',
      )
      .optional(),
    CANDOUR_HEADS_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'CANDOUR_HEADS_TOKEN must be one word.')
      .optional(),
    AUTH_URL: z
      .string()
      .refine(isOrigin, 'AUTH_URL must be the address that people type, such as https://performance.council.gov.uk.')
      .optional(),
    AUTH_OIDC_ISSUER: z.url('AUTH_OIDC_ISSUER must be the address of your single sign-on provider.').optional(),
    AUTH_OIDC_ID: text,
    AUTH_OIDC_SECRET: text,
    AUTH_OIDC_NAME: text,
    CANDOUR_SPECIMEN: text,
    CANDOUR_PAPERS: z.enum(['ready', 'asked'], 'CANDOUR_PAPERS can be ready, asked, or left out.').optional(),
    CANDOUR_READY_PAGES: z.enum(['on', 'off'], 'CANDOUR_READY_PAGES can be on, off, or left out.').optional(),
    CANDOUR_PROOFREAD: z.enum(['on', 'off'], 'CANDOUR_PROOFREAD can be on, off, or left out.').optional(),
  })
  .superRefine((parsedSettings, { addIssue }) => {
    const missing = (sentence: string) => addIssue({ code: 'custom', message: sentence });
    if (parsedSettings.DATABASE_URL || parsedSettings.AUTH_OIDC_ISSUER) {
      const why = parsedSettings.DATABASE_URL ? 'DATABASE_URL' : 'AUTH_OIDC_ISSUER';
      if (!parsedSettings.AUTH_SECRET)
        missing(
          `With ${why} set, AUTH_SECRET is needed as well: a secret of at least 32 characters (openssl rand -base64 33).`,
        );
      if (!parsedSettings.AUTH_URL)
        missing(
          `With ${why} set, AUTH_URL is needed as well: the address that people type, such as https://performance.council.gov.uk.`,
        );
    }
    if (parsedSettings.CANDOUR_HSTS && !parsedSettings.AUTH_URL?.startsWith('https:'))
      missing('CANDOUR_HSTS binds browsers to https, so that AUTH_URL must be an https address.');
    const oidc = [parsedSettings.AUTH_OIDC_ISSUER, parsedSettings.AUTH_OIDC_ID, parsedSettings.AUTH_OIDC_SECRET];
    if (oidc.some(Boolean) && !oidc.every(Boolean))
      missing('Single sign-on needs AUTH_OIDC_ISSUER, AUTH_OIDC_ID and AUTH_OIDC_SECRET together.');
  });

function isPort(port: string): boolean {
  return /^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535;
}

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) && address.replace(/\/$/, '') === origin;
}

function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const isHere = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || isHere) && !username && !password;
}

/** A provider of single sign-on (OpenID Connect), and what its button says. */
export type SingleSignOn = { issuer: string; id: string; secret: string; name: string };

type Known = {
  today: string | null;
  /** The origin that people type, or null where any that leads here will do (the demonstration on one's own machine). */
  origin: string | null;
  /** Whether people come by https, so that cookies may be bound to it. */
  secure: boolean;
  secret: string;
  /** What rendered pages are kept under; it never stands in the database. */
  pageKey: string;
  /** How many proxies of our own stand in front, each adding one entry to X-Forwarded-For; null where the setting is missing. */
  proxies: number | null;
  /** Where the heads of the record are taken each day, so that they are kept off this machine. */
  heads: { file: string | null; url: string | null; token: string | null };
  singleSignOn: SingleSignOn | null;
  /** After how many hours a session that nobody uses is over. */
  idleHours: number;
  /** Whether the page that shows every part of the pages is served. */
  specimen: boolean;
  /** Whether committee papers are made as soon as there is an edition, or when the first reader asks for one. */
  papers: 'ready' | 'asked';
  /** Whether anybody may have a report read against its own figures. */
  proofread: boolean;
};

let parsed: Known | undefined;

/** What the environment says, parsed once; throws with a sentence for each setting that is wrong. */
export function settings(): Known {
  parsed ??= parse(process.env);
  return parsed;
}

/** What an environment says; an empty setting is one that is not there. */
export function parse(env: Record<string, string | undefined>): Known {
  const present = Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, env[name] || undefined]));
  const result = Settings.safeParse(present);
  if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join('\n'));
  const parsedSettings = result.data;
  const { AUTH_OIDC_ISSUER: issuer, AUTH_OIDC_ID: id, AUTH_OIDC_SECRET: secret } = parsedSettings;
  const origin = parsedSettings.AUTH_URL ? new URL(parsedSettings.AUTH_URL).origin : null;
  return {
    today: parsedSettings.CANDOUR_TODAY ?? null,
    origin,
    secure: origin?.startsWith('https:') ?? false,
    pageKey: parsedSettings.CANDOUR_PAGE_KEY ?? crypto.randomUUID() + crypto.randomUUID(),
    secret: parsedSettings.AUTH_SECRET ?? crypto.randomUUID() + crypto.randomUUID(),
    heads: {
      file: parsedSettings.CANDOUR_HEADS_FILE ?? null,
      url: parsedSettings.CANDOUR_HEADS_URL ?? null,
      token: parsedSettings.CANDOUR_HEADS_TOKEN ?? null,
    },
    proxies: parsedSettings.CANDOUR_PROXIES ? Number(parsedSettings.CANDOUR_PROXIES) : null,
    idleHours: parsedSettings.CANDOUR_IDLE_HOURS ? Number(parsedSettings.CANDOUR_IDLE_HOURS) : lifetimes.idle,
    papers: parsedSettings.CANDOUR_PAPERS ?? 'ready',
    proofread: parsedSettings.CANDOUR_PROOFREAD === 'on',
    specimen: env.NODE_ENV === 'development' || parsedSettings.CANDOUR_SPECIMEN === '1',
    singleSignOn:
      issuer && id && secret ? { issuer, id, secret, name: parsedSettings.AUTH_OIDC_NAME ?? 'single sign-on' } : null,
  };
}
