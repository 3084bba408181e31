/** Brings all parts up in order, and down in the other. Used by server/main.ts and by tests that need the whole product. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEMO_DOMAIN, DEMO_SLUG } from '../../demo/clinic.ts'
import { understand } from '#engines/understanding/understand.ts'
import { factsOf } from '#server/modules/conversation/index.ts'
import type { Replay } from '#server/modules/desk/index.ts'
import { UnsafeConfig, type Config } from '#server/platform/config.ts'
import { openDatabase } from '#server/platform/database.ts'
import { fairTurns, TURNS } from '#server/platform/fair-turns.ts'
import { openFileStore } from '#server/platform/file-store.ts'
import { watchJournalPartitions } from '#server/platform/journal-partitions.ts'
import { openJournalSpool } from '#server/platform/journal-spool.ts'
import { openJobs, prepareJobs } from '#server/platform/jobs.ts'
import { code, type Log } from '#server/platform/log.ts'
import { migrate, refreshStatistics } from '#server/platform/migrate.ts'
import { openPostgres } from '#server/platform/open-postgres.ts'
import { openHub } from '#server/platform/realtime.ts'
import { openRateLimits } from '#server/platform/rate-limit.ts'
import { openTraceExport } from '#server/platform/trace-export.ts'
import { openTraces, type Traces } from '#server/platform/traces.ts'
import { tracedDatabase } from '#server/platform/traced-database.ts'
import { startSentenceVectors } from '#server/platform/sentence-vectors.ts'
import type { Services } from '#server/platform/route-context.ts'
import { MASTER_KEY_BYTES, openKeys } from '#server/platform/seal.ts'
import { openFileCheck } from '#server/platform/file-check.ts'
import { exchangeHttp } from '#server/platform/outbound.ts'
import { openLlm } from '#server/connections/llm/open-llm.ts'
import { openTranslator } from '#server/connections/translation/open-translator.ts'
import { countUnknown } from '#server/channels/email/mail-in.ts'
import { openMailOut } from '#server/channels/email/send-mail.ts'
import { buildApp } from './app.ts'
import { openEmergencies } from './emergency/emergencies.ts'
import { keeperOfPushed } from './emergency/keep-pushed.ts'
import { takingIn } from './emergency/take-in.ts'
import { registerCallOutSimulator } from './call-out-simulator.ts'
import { registerCallSimulator } from './call-simulator.ts'
import { registerCarrierSimulator } from './carrier-simulator.ts'
import { openDemonstration } from './demonstration.ts'
import { openDemoLine, receiveFirstCalls } from './demonstration-calls.ts'
import { openDemoNumber, phonesOnCall, receiveFirstTexts } from './demonstration-texts.ts'
import { registerDemonstrationDevices } from './demonstration-devices.ts'
import { registerDemonstrationPage } from './demonstration-page.ts'
import { openEmail } from './email.ts'
import { replayText } from '#server/channels/sms/replay-text.ts'
import { registerPhonePage, STRANGER } from './phone-page.ts'
import { openSms } from './sms.ts'
import { greet } from './greeting.ts'
import { listenMetrics, openMetrics } from './metrics.ts'
import { buildRouter } from './router.ts'
import {
  startCleaning,
  startCountingReports,
  startListeningForSilence,
  startLookingBack,
  startMovingWork,
  startSweeping,
  startWatchingClocks,
  startWork,
} from './work.ts'

export type RunningServer = { address: string; services: Services; greeting: string; stop(): Promise<void> }

/** Whom the demonstration clinic tells; its mails stay in the local outbox. */
const DEMO_DUTY = { slug: DEMO_SLUG, address: `duty@${DEMO_DOMAIN}` }
/** Database connections of one process: HTTP and jobs share them. */
const CONNECTIONS = 16
/** A call that has its turn holds a connection for a part of its time, and messages that leave together share one. */
const CALLS_A_CONNECTION = 2
/** Open requests get this long to end, in milliseconds. */
const DRAIN_MS = 5_000

export async function startServer(
  config: Config,
  log: Log,
  now: () => Date = () => new Date(),
): Promise<RunningServer> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).toReversed()) await each().catch(() => undefined)
  }
  try {
    const keys = openKeys(await masterKey(config))
    const publicUrl = config.publicUrl.replace(/\/$/, '')
    // Before the database: what a killed process kept is told also where the database is still away.
    const emergencies = openEmergencies({
      dataFolder: config.dataFolder,
      keys,
      log,
      now,
      publicUrl,
      contacts: [...config.dutyContacts, ...(config.demonstration ? [DEMO_DUTY] : [])],
      sendMail: openMailOut({
        url: config.smtpOut?.url ?? null,
        outboxFolder: join(config.dataFolder, 'outbox'),
        outbound: config.outbound,
      }),
    })
    stops.push(async () => emergencies.stop())
    await emergencies.tell()
    const postgres = await openPostgres(config, log)
    stops.push(() => postgres.stop())
    const { owner, app: connection } = postgres
    const applied = await migrate(owner, now())
    if (applied.length > 0) log.info('database.migrated', { migrations: applied.length })
    await prepareJobs(owner, connection.user ?? 'bedside_app')
    const journalMonths = watchJournalPartitions(owner, now, log)
    stops.push(async () => journalMonths.stop())

    const connections = config.databaseConnections ?? CONNECTIONS
    const tracing = openTracing(config, log, stops)
    const traces = tracing?.traces
    const pool = openDatabase(connection, connections)
    stops.push(() => pool.close())
    const db = traces ? tracedDatabase(pool) : pool
    const hub = await openHub(connection, db, factsOf, log)
    stops.push(() => hub.stop())
    const turns = fairTurns({ ...TURNS, atOnce: CALLS_A_CONNECTION * connections })
    const jobs = await openJobs(connection, log, turns, traces)
    stops.push(() => jobs.stop())
    const files = openFileStore(join(config.dataFolder, 'files'), keys)
    const rates = openRateLimits(db, keys, log)
    stops.push(() => rates.stop())
    const spool = openJournalSpool(join(config.dataFolder, 'journal-spool'), keys, log)
    const draining = spool.watch(db)
    stops.push(async () => draining.stop())
    const services: Services = { db, hub, jobs, log, now, keys, files, spool, rates, turns, publicUrl }

    const demonstration = await openDemonstration(services, config)
    if (applied.length > 0 || demonstration?.isNew) await refreshStatistics(owner)
    const greeting = await greet(services, demonstration)
    const fileCheck = openFileCheck(config.antivirus)
    const email = await openEmail(services, config, fileCheck, keeperOfPushed(services, emergencies).smtp)
    stops.push(() => email.stop())
    const llm = config.llm && openLlm(config.llm, { db, now, outbound: config.outbound })
    const translator = config.translation && openTranslator(config.translation, { now, outbound: config.outbound })
    const sms = openSms(services, config, fileCheck, email.carryNotice)
    if (config.work) {
      const carriers = { ...email.carriers, ...sms.carriers }
      const sentences = config.embeddings ? startSentenceVectors() : undefined
      stops.push(async () => sentences?.close())
      await startWork(services, {
        carriers,
        carryNotice: sms.carryNotice,
        scan: fileCheck.scan,
        checkSound: fileCheck.checkSound,
        outbound: config.outbound,
        continuityMinutes: config.continuityMinutes,
        llm,
        vectorOf: sentences?.vectorOf,
      })
      const stopCleaning = startCleaning(services)
      stops.push(async () => stopCleaning())
      const stopLooking = startLookingBack({ services, receiveSms: sms.receive, outbound: config.outbound })
      stops.push(async () => stopLooking())
      const stopListening = startListeningForSilence(services)
      stops.push(async () => stopListening())
      const stopSweeping = startSweeping(services)
      stops.push(async () => stopSweeping())
      const stopWatching = startWatchingClocks(services)
      stops.push(async () => stopWatching())
      const stopCounting = startCountingReports(services)
      stops.push(async () => stopCounting())
      const stopMoving = startMovingWork(services)
      stops.push(async () => stopMoving())
    }

    const router = buildRouter(
      {
        replay: replayOf({
          byMail: email.replay,
          byText: (aside) => replayText(services, sms.receive, aside),
          byProcedure: (raw, accepted) => taking.replay(raw, accepted),
        }),
        antivirus: fileCheck.scanner,
        unstored: emergencies.stateOf,
        unknownMailboxes: () => countUnknown(db, config.imap?.urls ?? []),
        llm: () => llm?.state() ?? 'none',
        translation: () => translator?.state() ?? 'none',
      },
      config.outbound,
      { llm, translator, ice: config.ice },
    )
    const taking = takingIn(services, { router, receiveMail: email.receiveMail, receiveSms: sms.receive })
    await emergencies.begin(taking)
    const app = await buildApp(services, router, {
      emergencies,
      publicUrl,
      trustedProxies: config.trustedProxies,
      fileMaxBytes: config.fileMaxBytes,
      screensFolder: config.screensFolder,
      files,
      checkFile: fileCheck.check,
      receiveMail: email.receiveMail,
      receiveSms: sms.receive,
      fetchPicture: (url) => exchangeHttp(url, { headers: { accept: 'image/*' } }, { local: [] }),
      llm: () => llm?.state() ?? 'none',
      translation: () => translator?.state() ?? 'none',
      freeDisk: () => freeShareOf(config.dataFolder),
      traces,
    })
    if (demonstration) {
      await registerDemonstrationPage(app, demonstration, now, email.readOutbox)
      registerDemonstrationDevices(app, services, demonstration.organizationId)
      const phone = await openDemoNumber(services, demonstration.organizationId)
      if (phone) {
        const smsDeps = { services, checkFile: fileCheck.check, outbound: config.outbound }
        if (demonstration.isNew) await receiveFirstTexts(smsDeps, phone.number, phone.people)
        const simulator = registerCarrierSimulator(app, services, phone.number)
        const line = await openDemoLine(services, phone.number)
        if (line && demonstration.isNew) await receiveFirstCalls(services, line, phone.people)
        const isDeskThere = line ? registerCallSimulator(app, services, line).isDeskThere : () => false
        const onCall = () => phonesOnCall(services, demonstration.organizationId)
        const isPhone = async (number: string) =>
          number === STRANGER || [...phone.people, ...(await onCall())].some((one) => one.number === number)
        const dialed = line && registerCallOutSimulator(app, services, line, isPhone)
        const rings = dialed?.phone ?? (() => ({ state: 'quiet', said: [], isAsked: false }) as const)
        await registerPhonePage(
          app,
          { ...simulator, phone: rings, isDeskThere },
          { clinicNumber: phone.number.address, people: phone.people, onCall },
        )
      }
    }
    // What is known of words is read at the first text, and takes most of a second: no message waits for it.
    understand({ text: 'Hello' })
    const metrics = openMetrics(app, services, tracing?.lostSpans)
    stops.push(async () => metrics.stop())
    const metricsServer = await listenMetrics(metrics.registry, config.metricsPort, traces)
    if (metricsServer) stops.push(() => new Promise((resolve) => metricsServer.close(resolve)))
    const address = await listen(app, config)
    stops.push(() => Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())]))
    log.info('server.started', { address: code(address) })
    return { address, services, greeting: greeting(address), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** None where nobody could read them: then nothing of it is in the way of a request. */
function openTracing(
  config: Config,
  log: Log,
  stops: (() => Promise<unknown>)[],
): { traces: Traces; lostSpans: () => number } | undefined {
  if (!config.traces) return undefined
  const { share, target } = config.traces
  const exporting = target ? openTraceExport(target, config.outbound, log) : undefined
  stops.push(async () => exporting?.stop())
  const traces = openTraces({ share, tell: exporting?.take })
  return { traces, lostSpans: () => traces.leftOut() + (exporting?.dropped() ?? 0) }
}

type Replays = {
  byMail: Replay
  byText(aside: Parameters<typeof replayText>[2]): ReturnType<Replay>
  byProcedure: ReturnType<typeof takingIn>['replay']
}

const replayOf =
  ({ byMail, byText, byProcedure }: Replays): Replay =>
  async (organizationId, source, externalId, raw, accepted) => {
    if (source === 'portal' || source === 'widget') return byProcedure(raw, accepted)
    // Where in a call the words were said stands in no original.
    if (source.startsWith('voice:')) return { conversationId: null, cause: 'not-stored' }
    if (source.startsWith('sms:')) return byText({ organizationId, source, raw })
    return byMail(organizationId, source, externalId, raw, accepted)
  }

/** Free for us on the disk under `folder`, as a share of the whole. */
const freeShareOf = async (folder: string): Promise<number> => {
  const { bavail, blocks } = await statfs(folder)
  return blocks === 0 ? 1 : bavail / blocks
}

/** Kept beside the data, not inside the database; given by MASTER_KEY in production. */
async function masterKey(config: Config): Promise<Buffer> {
  if (config.masterKey) return config.masterKey
  const path = join(config.dataFolder, 'master.key')
  if (existsSync(path)) {
    if (((await stat(path)).mode & 0o077) !== 0)
      throw new UnsafeConfig(`Others can read ${path}, the key of everything sealed here. Run: chmod 600 ${path}`)
    return readFile(path)
  }
  const key = randomBytes(MASTER_KEY_BYTES)
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  await writeFile(path, key, { mode: 0o600, flag: 'wx' })
  return key
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>, config: Config): Promise<string> {
  try {
    return await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new Error(
      `Port ${config.port} is taken by another program. Choose another: PORT=${config.port + 1} npm start`,
      { cause: error },
    )
  }
}
