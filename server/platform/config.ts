/**
 * The configuration, read from the environment once and checked at start. What is unsafe in production is refused, by name
 * (trust-D48). A secret may come from a file: `MASTER_KEY_FILE` in place of `MASTER_KEY`.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { OutboundRules } from './outbound.ts'
import type { TraceTarget } from './trace-export.ts'
import { MASTER_KEY_BYTES } from './seal.ts'

export type DatabaseAddress = { connectionString: string; ssl: false | { rejectUnauthorized: true } }

export type Config = {
  isProduction: boolean
  host: string
  port: number
  publicUrl: string
  dataFolder: string
  screensFolder: string
  /** Null: the built-in one. */
  database: { owner: DatabaseAddress; app: DatabaseAddress } | null
  databaseConnections: number | null
  masterKey: Buffer | null
  trustedProxies: readonly string[]
  fileMaxBytes: number
  /** Null: no metrics listener. */
  metricsPort: number | null
  /** Null where nobody could read them: neither a collector nor the listener of figures. */
  traces: TraceConfig | null
  /** Fill an empty installation with the demonstration clinic. */
  demonstration: boolean
  /** Whether this process works on jobs and channels, or only answers. */
  work: boolean
  /** Minutes until an answer that nobody read in portal or chat also goes by mail (desk-D45). */
  continuityMinutes: number
  /** `tls`: certificate and key in PEM; without them the listener speaks plain text and stays on loopback. */
  smtpIn: { host: string; port: number; tls: { cert: string; key: string } | null } | null
  smtpOut: { url: string } | null
  /** Who is told of an emergency that cannot be stored; without a slug for every organization that has no contact of its own. */
  dutyContacts: readonly { slug: string | null; address: string }[]
  /** Mailboxes read over IMAP (server/channels/email/imap-account.ts reads each address). */
  imap: { urls: readonly string[] } | null
  /** Where clamd listens, `host:port` or `unix:/path`. Null: files are checked by their structure alone, and the screen says so. */
  antivirus: string | null
  /** What may be connected to beside the public internet. */
  outbound: OutboundRules
  /** Null: none, and everything goes without one (understanding-D76). */
  llm: LlmConfig | null
  /** Null: none, and everything goes without one (decision 0247). */
  translation: TranslationConfig | null
  /** Whether the second stage of intents may be asked (understanding-D13). */
  embeddings: boolean
  ice: IceConfig
}

/** By which servers browsers in a visit room find a way to each other; without one they do within one network only (decision 0261). */
export type IceConfig = { urls: readonly string[]; turnSecret: string | null }
export const NO_ICE: IceConfig = { urls: [], turnSecret: null }

/** `share`: of requests and jobs that are recorded, 0 to 1. `target`: the collector, beside the listener of figures. */
export type TraceConfig = { share: number; target: TraceTarget | null }

export type LlmConfig = {
  provider: 'anthropic' | 'openai-compatible'
  /** Null: the provider's own address. */
  baseUrl: string | null
  model: string
  apiKey: string
  /** An agreement covers what is sent there; else texts go without what could name a person (understanding-D48). */
  isUnderAgreement: boolean
  /** Tokens in one day of UTC, for each organization. */
  dailyBudget: number
}

export type TranslationConfig = {
  /** Of a server that speaks as LibreTranslate does. */
  baseUrl: string
  /** Null: it wants none. */
  apiKey: string | null
  /** An agreement covers what is sent there; else texts go without what could name a person (understanding-D48). */
  isUnderAgreement: boolean
}

export class UnsafeConfig extends Error {}

const flag = z.enum(['on', 'off'])
const port = z.coerce.number().int().min(0).max(65_535)
const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.string().optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).optional(),
  MASTER_KEY: z.string().optional(),
  TRUSTED_PROXIES: z.string().default(''),
  FILE_MAX_BYTES: z.coerce.number().int().min(1_000).max(100_000_000).default(25_000_000),
  METRICS_PORT: z.union([z.literal('off'), port]).default('off'),
  // As OpenTelemetry names them.
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.literal('http/json').optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(0.1),
  DEMO: flag.default('on'),
  WORK: flag.default('on'),
  CONTINUITY_MINUTES: z.coerce.number().min(0.05).max(1_440).default(5),
  SMTP_IN: z.string().default('127.0.0.1:2525'),
  SMTP_OUT_URL: z.string().optional(),
  DUTY_CONTACT: z.string().default(''),
  SMTP_IN_TLS_CERT: z.string().optional(),
  SMTP_IN_TLS_KEY: z.string().optional(),
  IMAP_URL: z.string().optional(),
  CLAMD: z
    .string()
    .regex(/^(unix:\/.+|.+:\d{1,5})$/, 'write host:port or unix:/path')
    .optional(),
  OUTBOUND_LOCAL: z.string().optional(),
  EMBEDDINGS: flag.default('on'),
  LLM_PROVIDER: z.enum(['none', 'anthropic', 'openai-compatible']).optional(),
  LLM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  // It stands in the journal, where a code may stand and words may not.
  LLM_MODEL: z
    .string()
    .regex(/^[\w.:+@/-]{1,80}$/, 'write the name as the provider does')
    .optional(),
  LLM_API_KEY: z.string().min(1).optional(),
  LLM_UNDER_AGREEMENT: z.enum(['yes', 'no']).default('no'),
  LLM_DAILY_BUDGET: z.coerce.number().int().min(0).max(1_000_000_000).optional(),
  TRANSLATION_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRANSLATION_API_KEY: z.string().min(1).optional(),
  TRANSLATION_UNDER_AGREEMENT: z.enum(['yes', 'no']).optional(),
  ICE_URLS: z.string().default(''),
  TURN_SECRET: z.string().min(16, 'it is the secret of a relay, at least 16 characters').optional(),
})

/** Reads `environment`; throws `UnsafeConfig` with one line that says what to change. */
export function readConfig(environment: Record<string, string | undefined>, root: string = process.cwd()): Config {
  const parsed = Environment.safeParse(withFiles(environment))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new UnsafeConfig(
      `${issue?.path.join('.') ?? 'The environment'} is not usable: ${issue?.message ?? 'see docs'}`,
    )
  }
  const env = parsed.data
  const isProduction = env.NODE_ENV === 'production'
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`
  const isPublic = !['127.0.0.1', 'localhost', '::1'].includes(env.HOST)
  if (isPublic && !env.PUBLIC_URL)
    throw new UnsafeConfig('HOST opens the product to others, so PUBLIC_URL must say its https address.')
  if (isPublic && !publicUrl.startsWith('https:'))
    throw new UnsafeConfig('PUBLIC_URL must begin with https: when HOST is not loopback.')
  if (isProduction && !env.MASTER_KEY)
    throw new UnsafeConfig('MASTER_KEY is missing: 32 random bytes in base64, or MASTER_KEY_FILE with its path.')
  if (isProduction && env.DEMO === 'on' && environment.DEMO === 'on') {
    throw new UnsafeConfig('DEMO=on fills the database with invented people; it is refused with NODE_ENV=production.')
  }
  // Development and tests speak to servers of their own; an installation names its inner relays one by one (trust-D58).
  const local = listOf(env.OUTBOUND_LOCAL ?? (isProduction ? '' : 'localhost:*'))
  const smtp = /^(.+):(\d+)$/.exec(env.SMTP_IN)
  const dataFolder = env.DATA_DIR ?? join(root, 'data')
  return {
    isProduction,
    host: env.HOST,
    port: env.PORT,
    publicUrl,
    dataFolder,
    screensFolder: join(root, 'dist', 'web'),
    database: readDatabases(env.DATABASE_URL, env.DATABASE_OWNER_URL),
    databaseConnections: env.DATABASE_CONNECTIONS ?? null,
    masterKey: env.MASTER_KEY ? readMasterKey(env.MASTER_KEY) : null,
    trustedProxies: listOf(env.TRUSTED_PROXIES),
    fileMaxBytes: env.FILE_MAX_BYTES,
    metricsPort: env.METRICS_PORT === 'off' ? null : env.METRICS_PORT,
    traces: readTraces(env, local),
    demonstration: !isProduction && env.DEMO === 'on',
    work: env.WORK === 'on',
    continuityMinutes: env.CONTINUITY_MINUTES,
    smtpIn: smtp?.[1] && smtp[2] ? { host: smtp[1], port: Number(smtp[2]), tls: tlsOf(env, smtp[1]) } : null,
    dutyContacts: listOf(env.DUTY_CONTACT).map(readDutyContact),
    smtpOut: env.SMTP_OUT_URL ? { url: env.SMTP_OUT_URL } : null,
    imap: env.IMAP_URL ? { urls: env.IMAP_URL.split(/\s+/).filter(Boolean) } : null,
    antivirus: env.CLAMD ?? null,
    outbound: { local },
    llm: readLlm(env, local),
    translation: readTranslation(env, local),
    embeddings: env.EMBEDDINGS === 'on',
    ice: readIce(env),
  }
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

/** `duty@clinic.example`, or `slug=duty@clinic.example` for one organization. */
function readDutyContact(text: string): { slug: string | null; address: string } {
  const [, slug, address] = /^(?:([a-z0-9-]{1,60})=)?([^\s@<>"=]{1,64}@[^\s@<>"=]{1,250})$/.exec(text) ?? []
  if (!address)
    throw new UnsafeConfig(
      `DUTY_CONTACT: ${text} is no mail address. Write duty@clinic.example, or slug=duty@clinic.example.`,
    )
  return { slug: slug ?? null, address }
}

/** A day's tokens of an organization where nothing else is said: some hundred answers. */
const LLM_DAILY_BUDGET = 500_000

/** Half a configuration is none, and looks like one: it is refused, by the name of what is missing. */
function readLlm(env: z.infer<typeof Environment>, local: readonly string[]): LlmConfig | null {
  const { LLM_PROVIDER: provider, LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = env
  if (provider === 'none') return null
  if (!provider) {
    const given = (['LLM_BASE_URL', 'LLM_MODEL', 'LLM_API_KEY', 'LLM_DAILY_BUDGET'] as const).find(
      (name) => env[name] !== undefined,
    )
    if (given) throw new UnsafeConfig(`LLM_PROVIDER is missing: ${given} says nothing without it, or write none.`)
    return null
  }
  if (!model) throw new UnsafeConfig(`LLM_MODEL is missing: LLM_PROVIDER=${provider} needs the name of a model.`)
  if (!apiKey) throw new UnsafeConfig('LLM_API_KEY is missing, or LLM_API_KEY_FILE with its path.')
  if (!baseUrl && provider === 'openai-compatible')
    throw new UnsafeConfig('LLM_BASE_URL is missing: where LLM_PROVIDER=openai-compatible listens.')
  assertPrivate('LLM_BASE_URL', baseUrl, local)
  return {
    provider,
    model,
    apiKey,
    baseUrl: baseUrl?.replace(/\/+$/, '') ?? null,
    isUnderAgreement: env.LLM_UNDER_AGREEMENT === 'yes',
    dailyBudget: env.LLM_DAILY_BUDGET ?? LLM_DAILY_BUDGET,
  }
}

function readTranslation(env: z.infer<typeof Environment>, local: readonly string[]): TranslationConfig | null {
  const { TRANSLATION_URL: url, TRANSLATION_API_KEY: apiKey, TRANSLATION_UNDER_AGREEMENT: agreement } = env
  if (!url) {
    if (apiKey ?? agreement)
      throw new UnsafeConfig('TRANSLATION_URL is missing: its key or agreement says nothing without it.')
    return null
  }
  assertPrivate('TRANSLATION_URL', url, local)
  return { baseUrl: url.replace(/\/+$/, ''), apiKey: apiKey ?? null, isUnderAgreement: agreement === 'yes' }
}

/** As browsers take them: `stun:host:port`, `turn:host:port?transport=udp`, `turns:…`. A relay is of use with its secret alone. */
const ICE_URL = /^(?:stuns?:[\w.:[\]-]+|turns?:[\w.:[\]-]+(?:\?transport=(?:udp|tcp))?)$/
const ICE_URLS_MAX = 8

function readIce({ ICE_URLS, TURN_SECRET }: z.infer<typeof Environment>): IceConfig {
  const urls = listOf(ICE_URLS)
  const turnSecret = TURN_SECRET ?? null
  const wrong = urls.find((url) => !ICE_URL.test(url))
  if (wrong) throw new UnsafeConfig(`ICE_URLS: ${wrong} is none. Write stun:host:port or turn:host:port.`)
  if (urls.length > ICE_URLS_MAX) throw new UnsafeConfig(`ICE_URLS names more than ${ICE_URLS_MAX} servers.`)
  const hasRelay = urls.some((url) => url.startsWith('turn'))
  if (hasRelay && turnSecret === null)
    throw new UnsafeConfig('TURN_SECRET is missing, or TURN_SECRET_FILE with its path: ICE_URLS names a relay.')
  if (turnSecret !== null && !hasRelay) throw new UnsafeConfig('TURN_SECRET says nothing: ICE_URLS names no relay.')
  return { urls, turnSecret }
}

/** Traces are kept for the listener of figures, for a collector, or not at all. */
function readTraces(env: z.infer<typeof Environment>, local: readonly string[]): TraceConfig | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_HEADERS: headers, OTEL_TRACES_SAMPLER_ARG: share } = env
  if (headers && !url) throw new UnsafeConfig('OTEL_EXPORTER_OTLP_ENDPOINT is missing: headers say nothing without it.')
  assertPrivate('OTEL_EXPORTER_OTLP_ENDPOINT', url, local)
  if (share === 0 || (!url && env.METRICS_PORT === 'off')) return null
  return { share, target: url ? { url, headers: readHeaders(headers ?? '') } : null }
}

/** `name=value,name=value`, with the value as it stands in an address; no control character, which no header may hold. */
function readHeaders(text: string): Record<string, string> {
  return Object.fromEntries(
    listOf(text).map((part) => {
      const [, name, value] = /^([\w-]+)=((?:[\w.~+/=: -]|%(?!7f)[2-7][\da-f])*)$/i.exec(part) ?? []
      if (!name || value === undefined)
        throw new UnsafeConfig('OTEL_EXPORTER_OTLP_HEADERS is not usable: write name=value,name=value.')
      return [name.toLowerCase(), decodeURIComponent(value)]
    }),
  )
}

/** What leaves the machine unsealed leaves to a host of the own network only. */
function assertPrivate(name: string, url: string | undefined, local: readonly string[]): void {
  if (url?.startsWith('http:') && !isLocal(new URL(url), local))
    throw new UnsafeConfig(
      `${name} must begin with https:, or name a host and port of your own network that OUTBOUND_LOCAL names too.`,
    )
}

const isLocal = ({ hostname, port }: URL, local: readonly string[]): boolean =>
  local.includes(`${hostname}:${port || '80'}`) ||
  (local.includes('localhost:*') && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))

/** Strangers' mail comes over TLS only, so a listener that others reach needs a certificate (trust-D47, desk-D47). */
function tlsOf(
  { SMTP_IN_TLS_CERT: cert, SMTP_IN_TLS_KEY: key }: { SMTP_IN_TLS_CERT?: string; SMTP_IN_TLS_KEY?: string },
  host: string,
): { cert: string; key: string } | null {
  if (cert && key) return { cert, key }
  if (cert || key) throw new UnsafeConfig('SMTP_IN_TLS_CERT and SMTP_IN_TLS_KEY belong together; one is missing.')
  if (['127.0.0.1', 'localhost', '[::1]', '::1'].includes(host)) return null
  throw new UnsafeConfig(
    'SMTP_IN opens the mail door to others, so SMTP_IN_TLS_CERT_FILE and SMTP_IN_TLS_KEY_FILE must name a certificate.',
  )
}

/** Of an address of a database, what may be said of its TLS: who the server is, and who we are. */
const TLS_PARAMETERS = ['sslrootcert', 'sslcert', 'sslkey']

/** A database elsewhere is spoken to over verified TLS only, whatever its address asks for (trust-D47). */
function readDatabase(name: string, url: string): DatabaseAddress {
  const { hostname, searchParams } = new URL(url)
  const host = searchParams.get('host') || hostname
  // Beginning with a slash: the folder of a socket.
  const isHere = host === '' || host.startsWith('/') || ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host)
  if (isHere) return { connectionString: url, ssl: false }
  for (const [parameter, value] of searchParams) {
    const weakens = /ssl|libpq/i.test(parameter) && !TLS_PARAMETERS.includes(parameter)
    if (weakens && `${parameter}=${value}` !== 'sslmode=verify-full')
      throw new UnsafeConfig(
        `${name} may not say ${parameter}=${value}: a database elsewhere is spoken to over verified TLS only.`,
      )
  }
  return { connectionString: url, ssl: { rejectUnauthorized: true } }
}

function readDatabases(url: string | undefined, ownerUrl: string | undefined): Config['database'] {
  if (!url) return null
  const app = readDatabase('DATABASE_URL', url)
  return { app, owner: ownerUrl ? readDatabase('DATABASE_OWNER_URL', ownerUrl) : app }
}

const SAMPLES = /^(changeme|secret|password|example|test|0+|a+)/i

function readMasterKey(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (SAMPLES.test(text) || new Set(key).size < 8)
    throw new UnsafeConfig('MASTER_KEY is a sample, not a secret. Make one: openssl rand -base64 32')
  if (key.length !== MASTER_KEY_BYTES)
    throw new UnsafeConfig(`MASTER_KEY must be ${MASTER_KEY_BYTES} bytes in base64. Make one: openssl rand -base64 32`)
  return key
}

/** `X_FILE` gives `X` its content; the file must be readable by its owner only. */
function withFiles(environment: Record<string, string | undefined>): Record<string, string | undefined> {
  const read = { ...environment }
  for (const [name, path] of Object.entries(environment)) {
    if (!name.endsWith('_FILE') || !path || !(name.slice(0, -5) in Environment.shape)) continue
    if ((statSync(path).mode & 0o077) !== 0)
      throw new UnsafeConfig(`${name}: others can read ${path}. Run: chmod 600 ${path}`)
    read[name.slice(0, -5)] = readFileSync(path, 'utf8').trim()
  }
  return read
}
