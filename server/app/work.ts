/** What the jobs do: each queue with its handler. Every process works on every queue; pg-boss gives a job to one of them. */
import { noteThenPerson, noteThumbDown, takeTurn, watchHandOff } from '#server/modules/assistant/index.ts'
import { forgetOldBulkChanges } from '#server/modules/bulk-change/index.ts'
import { lookBack, type LookBackDeps } from '#server/channels/look-back.ts'
import { tellSilentSources } from '#server/channels/silent-sources.ts'
import { endRungCall } from '#server/channels/voice/end-call.ts'
import { endSilentAlertCall, placeAlertCall } from '#server/channels/voice/call-on-call.ts'
import { endSilentDial, placeCall } from '#server/channels/voice/place-call.ts'
import { askUrgency } from '#server/connections/llm/ask-urgency.ts'
import type { Llm } from '#server/connections/llm/open-llm.ts'
import { wordAnswer } from '#server/connections/llm/word-answer.ts'
import { takeVoicemail, type VoicemailDeps } from '#server/channels/voice/take-voicemail.ts'
import { ringOnCall } from '#server/modules/call/index.ts'
import {
  alertUnanswered,
  alertUnread,
  climbLadder,
  tellOnCall,
  type OnCallDeps,
  continueUnread,
  deliver,
  emptyRetiredQueues,
  forgetOldDrafts,
  forgetUnusedFiles,
  recountClocks,
  releaseHeld,
  remindOfVisits,
  sendAgainWhatWaits,
  ruleDoors,
  scanWaiting,
  sendHeldSafetyText,
  sweepClocks,
  wakeSnoozed,
  watchClocks,
  type Carriers,
  type ScanDeps,
} from '#server/modules/conversation/index.ts'
import { endDayAtFrontDesk } from '#server/modules/front-desk/index.ts'
import { forgetOldSignIns, sendPasswordReset, sendSignInCode, sendVisitorCode } from '#server/modules/identity/index.ts'
import {
  answerFrom,
  expireArticles,
  forgetOldQuestions,
  noteUnanswered,
  remindOwners,
} from '#server/modules/knowledge/index.ts'
import { deliverNotice, type CarryNotice } from '#server/modules/notice/index.ts'
import { forgetOldRooms, settleRooms } from '#server/modules/visit-room/index.ts'
import { macroDoors } from '#server/modules/macro/index.ts'
import { allDoors, doorsThatGiveOut } from '#server/modules/organization/index.ts'
import { deriveReports } from '#server/modules/report/index.ts'
import { callWebhook, forgetOldRules, runRules, silenceTeller, simulateRule } from '#server/modules/rule/index.ts'
import {
  endOffer,
  forgetOldWork,
  HEARTBEAT_SECONDS,
  keepWorkMoving,
  planShifts,
  routeConversation,
} from '#server/modules/workload/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { Queue } from '#server/platform/jobs.ts'
import { transactionOrSpool } from '#server/platform/journal-spool.ts'
import { errorFields } from '#server/platform/log.ts'
import type { Services } from '#server/platform/route-context.ts'
import type { VectorOf } from '#server/platform/sentence-vectors.ts'

/** What rules use of the rest of the house. */
const doors = { ...ruleDoors, ...macroDoors }

/** How often what nobody will ask for again is cleaned away, and shifts are written down ahead, in milliseconds. */
const CLEAN_EVERY_MS = 3_600_000

const forgetFiles = ({ db, files, now }: Services): Promise<void> => forgetUnusedFiles({ db, files }, now())

/** @returns how to stop it. */
export function startCleaning(services: Services): () => void {
  const { db, now, log } = services
  const cleaners = [
    forgetOldSignIns,
    forgetOldDrafts,
    forgetOldWork,
    forgetOldBulkChanges,
    forgetOldRules,
    forgetOldQuestions,
    forgetOldRooms,
    planShifts,
  ]
  const clean = async (): Promise<void> => {
    for (const forget of cleaners)
      await forget(db, now()).catch((error: unknown) => log.error('cleaning.failed', errorFields(error)))
    for (const look of [forgetFiles, endDayAtFrontDesk, remindOwners])
      await look(services).catch((error: unknown) => log.error('cleaning.failed', errorFields(error)))
  }
  const timer = setInterval(() => void clean(), CLEAN_EVERY_MS)
  return () => clearInterval(timer)
}

/** How often numbers are looked for whose day is over, in milliseconds. */
const LOOK_BACK_EVERY_MS = 10 * 60_000

/** @returns how to stop it. */
export function startLookingBack(deps: LookBackDeps): () => void {
  const { db, log } = deps.services
  let isBusy = false
  const look = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    try {
      for (const { organizationId } of await db.withoutOrganization(allDoors)) await lookBack(deps, organizationId)
    } catch (error) {
      log.error('look-back.failed', errorFields(error))
    } finally {
      isBusy = false
    }
  }
  const timer = setInterval(() => void look(), LOOK_BACK_EVERY_MS)
  return () => clearInterval(timer)
}

/** A silence is judged in whole hours; how often it is looked whether one is over, in milliseconds. */
const LISTEN_EVERY_MS = 10 * 60_000
const HOUR_MS = 3_600_000

/** @returns how to stop it. */
export function startListeningForSilence(services: Services): () => void {
  const { db, now, log } = services
  let hour = 0
  const listen = async (): Promise<void> => {
    const next = Math.floor(now().getTime() / HOUR_MS)
    if (next === hour) return
    hour = next
    for (const { organizationId } of await db.withoutOrganization(allDoors))
      await tellSilentSources(services, organizationId)
  }
  const timer = setInterval(
    () => void listen().catch((error: unknown) => log.error('silence.not-heard', errorFields(error))),
    LISTEN_EVERY_MS,
  )
  return () => clearInterval(timer)
}

/** How often deadlines that passed without a word are looked for, in milliseconds. None are expected (desk-D29). */
const SWEEP_EVERY_MS = 60_000

/** @returns how to stop it. */
export function startSweeping(services: Services): () => void {
  const { log } = services
  const tellSilences = silenceTeller({ ...services, doors })
  // A fault in rules is no reason for a deadline to pass unseen.
  const steps = [
    async () => {
      const missed = await sweepClocks(services)
      if (missed > 0) log.error('clocks.missed', { missed })
    },
    async () => {
      for (const { organizationId } of await services.db.withoutOrganization(allDoors)) {
        const left = await sendAgainWhatWaits(services, organizationId)
        if (left > 0) log.error('jobs.left', { left })
      }
    },
    tellSilences,
    () => expireArticles(services),
    () => settleRooms(services),
    async () => {
      for (const { organizationId } of await services.db.withoutOrganization(allDoors))
        // What fails for one keeps nobody else's visits untold.
        await remindOfVisits(services, organizationId).catch((error: unknown) =>
          log.error('reminders.failed', errorFields(error)),
        )
    },
    // What came into a queue out of use by an undo or by old knowledge of routing.
    async () => {
      for (const { organizationId } of await services.db.withoutOrganization(allDoors))
        await emptyRetiredQueues(services, organizationId)
    },
  ]
  let isBusy = false
  const sweep = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    for (const step of steps) await step().catch((error: unknown) => log.error('sweep.failed', errorFields(error)))
    isBusy = false
  }
  const timer = setInterval(() => void sweep(), SWEEP_EVERY_MS)
  return () => clearInterval(timer)
}

/** How often the moments of clocks are watched for, in milliseconds: warnings and breaches are told within two seconds (desk-D29). */
const WATCH_EVERY_MS = 500

/** @returns how to stop it. */
export function startWatchingClocks(services: Services): () => void {
  let isBusy = false
  const watch = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    await watchClocks(services).catch((error: unknown) => services.log.error('clocks.not-watched', errorFields(error)))
    isBusy = false
  }
  const timer = setInterval(() => void watch(), WATCH_EVERY_MS)
  return () => clearInterval(timer)
}

/** How often reports are counted on, in milliseconds. Who reads one counts what is left itself. */
const COUNT_EVERY_MS = 60_000
/** Counting takes a quarter of the time at most: messages that arrive meanwhile need the same processor and database. */
const COUNTING_RESTS = 3

/** @returns how to stop it. */
export function startCountingReports({ db, now, log }: Services): () => void {
  let isBusy = false
  let isOver = false
  const pace = { rests: COUNTING_RESTS, isOver: () => isOver }
  const count = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    await deriveReports({ db, now }, pace).catch((error: unknown) =>
      log.error('reports.not-counted', errorFields(error)),
    )
    isBusy = false
  }
  const timer = setInterval(() => void count(), COUNT_EVERY_MS)
  return () => {
    isOver = true
    clearInterval(timer)
  }
}

/** How often work is looked after that waits for a person to come or to go, in milliseconds. */
const WORK_MOVES_EVERY_MS = 5_000

/** @returns how to stop it. */
export function startMovingWork(services: Services): () => void {
  const round = movingRounds(services)
  let isBusy = false
  const move = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    await round()
    isBusy = false
  }
  const timer = setInterval(() => void move(), WORK_MOVES_EVERY_MS)
  return () => clearInterval(timer)
}

/** One round after the other. Where one fails, or comes late, heartbeats may have been missed as well: who is gone is known some time after it. */
export function movingRounds({ db, jobs, hub, now, log }: Pick<Services, 'db' | 'jobs' | 'hub' | 'now' | 'log'>) {
  let heardSince = now()
  let begun = heardSince
  return async (): Promise<void> => {
    const isLate = now().getTime() - begun.getTime() > HEARTBEAT_SECONDS * 1000
    begun = now()
    if (isLate) heardSince = begun
    try {
      for (const { organizationId } of await db.withoutOrganization(doorsThatGiveOut))
        await keepWorkMoving({ db, jobs, hub, now }, organizationId, heardSince)
    } catch (error) {
      heardSince = now()
      log.error('work.not-moved', errorFields(error))
    }
  }
}

type SafetyJob = (deps: Parameters<typeof climbLadder>[0] & OnCallDeps, id: string) => Promise<void>

/** They go on while the journal takes no entries. */
const SAFETY_JOBS = {
  'alert-ladder': climbLadder,
  'tell-on-call': async (deps, id) => {
    await tellOnCall(deps, id)
    await ringOnCall(deps, id)
  },
  'answer-missing': alertUnanswered,
  'danger-unread': alertUnread,
  'safety-text': sendHeldSafetyText,
} satisfies Partial<Record<Queue, SafetyJob>>

export async function startWork(
  services: Services,
  {
    carriers,
    carryNotice,
    scan,
    checkSound,
    outbound,
    continuityMinutes,
    llm,
    vectorOf,
  }: {
    carriers: Carriers
    carryNotice: CarryNotice
    scan: ScanDeps['scan']
    continuityMinutes: number
    llm: Llm | null
    /** Absent: intents are read by their first stage alone. */
    vectorOf: VectorOf | undefined
  } & Omit<VoicemailDeps, 'services'>,
): Promise<void> {
  const { db, jobs, hub, now, keys, publicUrl } = services
  const deps = { db, jobs, hub, now, carriers, continuityMinutes }
  /** The time for a job: not before its moment, where this process's clock is behind. */
  const from = (due: Date | undefined) => (): Date => {
    const time = now()
    return due && time < due ? due : time
  }
  await Promise.all([
    jobs.work('release-held', ({ organizationId, id }, due) =>
      releaseHeld({ ...deps, now: from(due) }, organizationId, id),
    ),
    jobs.work('deliver', ({ organizationId, id }, due) => deliver({ ...deps, now: from(due) }, organizationId, id)),
    jobs.work('assist', ({ organizationId, id }) =>
      takeTurn(
        {
          ...deps,
          knowledge: { answerFrom, noteUnanswered },
          ...(llm ? { wordAnswer: wordAnswer(llm, db, now) } : {}),
          ...(vectorOf ? { vectorOf } : {}),
        },
        organizationId,
        id,
      ),
    ),
    jobs.work('thumb-down', ({ organizationId, id }) => noteThumbDown({ db, now, noteUnanswered }, organizationId, id)),
    jobs.work('then-person', ({ organizationId, id }) =>
      noteThenPerson({ db, now, noteUnanswered }, organizationId, id),
    ),
    jobs.work('ask-urgency', async ({ organizationId, id }) => {
      if (llm) await askUrgency({ llm, services }, organizationId, id)
    }),
    jobs.work('hand-off', ({ organizationId, id }, due) =>
      watchHandOff({ ...deps, now: from(due), keys, publicUrl: services.publicUrl }, organizationId, id),
    ),
    jobs.work('wake-snoozed', ({ organizationId, id }, due) =>
      wakeSnoozed({ ...deps, now: from(due) }, organizationId, id),
    ),
    jobs.work('recount-clocks', ({ organizationId }) => recountClocks({ db, hub, now }, organizationId)),
    jobs.work('empty-queue', ({ organizationId }) => emptyRetiredQueues(deps, organizationId)),
    jobs.work('route', ({ organizationId, id }) => routeConversation(deps, organizationId, id)),
    jobs.work('route-waiting', ({ organizationId, id }) => routeConversation(deps, organizationId, id)),
    jobs.work('offer-timeout', ({ organizationId, id }, due) =>
      endOffer({ ...deps, now: from(due) }, organizationId, id),
    ),
    jobs.work('notice', ({ organizationId, id }, due) =>
      deliverNotice({ db, jobs, keys, now: from(due), carry: carryNotice }, organizationId, id),
    ),
    jobs.work('sign-in-code', ({ organizationId, id }) => sendSignInCode({ db, jobs, keys, now }, organizationId, id)),
    jobs.work('conversation-code', ({ organizationId, id }) =>
      sendVisitorCode({ db, jobs, keys, now }, organizationId, id),
    ),
    jobs.work('password-reset', ({ id }) =>
      sendPasswordReset({ db, jobs, keys, now, publicUrl: services.publicUrl }, id),
    ),
    jobs.work('continuity', ({ organizationId, id }, due) =>
      continueUnread({ ...deps, now: from(due) }, organizationId, id),
    ),
    jobs.work('run-rules', ({ organizationId, id }) => runRules({ ...services, doors }, organizationId, id)),
    jobs.work('simulate-rule', ({ organizationId, id }) => simulateRule({ db, now, doors }, organizationId, id)),
    jobs.work('tell-webhook', ({ organizationId, id }, due) =>
      callWebhook({ db, jobs, keys, now: from(due), outbound }, organizationId, id),
    ),
    jobs.work('voicemail', ({ organizationId, id }) =>
      takeVoicemail({ services, checkSound, outbound }, organizationId, id),
    ),
    jobs.work('end-call', ({ organizationId, id }, due) =>
      endRungCall({ ...services, now: from(due) }, organizationId, id),
    ),
    jobs.work('dial', ({ organizationId, id }, due) =>
      placeCall({ ...services, now: from(due) }, outbound, organizationId, id),
    ),
    jobs.work('end-dial', ({ organizationId, id }, due) =>
      endSilentDial({ ...services, now: from(due) }, organizationId, id),
    ),
    jobs.work('alert-dial', ({ organizationId, id }, due) =>
      placeAlertCall({ ...services, now: from(due) }, outbound, organizationId, id),
    ),
    jobs.work('end-alert-dial', ({ organizationId, id }, due) =>
      endSilentAlertCall({ ...services, now: from(due) }, organizationId, id),
    ),
    jobs.work('scan-file', ({ organizationId, id }) =>
      scanWaiting({ db, jobs, hub, now, files: services.files, scan }, organizationId, id),
    ),
    ...(Object.entries(SAFETY_JOBS) as [Queue, SafetyJob][]).map(([queue, act]) =>
      jobs.work(queue, ({ organizationId, id }, due) =>
        transactionOrSpool(
          services,
          systemContext(organizationId, newId(), `job ${queue}`),
          () => true,
          (tx) => act({ tx, jobs, hub, keys, publicUrl, now: from(due)() }, id),
        ),
      ),
    ),
  ])
}
