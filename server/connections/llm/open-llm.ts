/**
 * The connected language model, if there is one (understanding-D76 to D79). One call is one question with one checked answer: no tools are
 * bound, nothing is remembered, and whoever asks has a way on without it.
 *
 * The libraries that speak to it are loaded with the first question. Everything leaves by the one way out of the house (trust-D58).
 */
import type { LanguageModel } from 'ai'
import type { z } from 'zod'
import type { LLM_FAULTS } from '#contract/llm-fault.ts'
import type { LlmUse } from '#contract/llm.ts'
import type { LlmConfig } from '#server/platform/config.ts'
import { systemContext, type Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal, type JournalDetail, type JournalEntry } from '#server/platform/journal.ts'
import { exchangeHttp, type OutboundRules } from '#server/platform/outbound.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { reserve, settle, spentOn } from './budget-store.ts'
import { afterFailure, CLOSED, isOpen, type Circuit } from '../circuit.ts'
import { INPUT_TOKENS_MAX, PROMPT_VERSION, promptOf, tokensOf, type Field } from './prompt.ts'

/** For one question with its retry, in milliseconds: a patient waits no longer. Source: understanding-D77. */
const ANSWER_MS = 8_000
/** Source: understanding-D77. */
const RETRIES = 1
/** Of an answer, in tokens and in characters. */
const OUTPUT_TOKENS_MAX = 700
const OUTPUT_MAX = 4_000
/** Said here, since its library would ask the environment else. */
const ANTHROPIC_URL = 'https://api.anthropic.com/v1'

export type LlmFault = (typeof LLM_FAULTS)[number]

/** What a question is about, for the journal. */
export type Subject = {
  use: LlmUse | 'test'
  resourceKind: 'message' | 'conversation' | 'organization'
  resourceId: string
  conversationId?: string
  patientId?: string | null
}

export type Question<T> = {
  about: Subject
  task: string
  fields: readonly Field[]
  /** Of the people that the fields are about. */
  names?: readonly string[]
  schema: z.ZodType<T>
}

export type Llm = {
  /** What leaves is journalled before it does, as done by whoever `context` says. */
  ask<T>(context: Context, question: Question<T>): Promise<Result<T, LlmFault>>
  /** What the journal says of a use (understanding-D75): codes, never words. */
  detailOf(use: string, outcome: string): JournalDetail
  /** `works` until it has failed too often; of this process. */
  state(): 'works' | 'resting'
  spent(organizationId: string): Promise<{ tokens: number; calls: number; budget: number }>
  about: { provider: LlmConfig['provider']; model: string; version: string; isUnderAgreement: boolean }
}

export type LlmDeps = { db: Database; now: () => Date; outbound: OutboundRules; answerMs?: number }

export function openLlm(config: LlmConfig, deps: LlmDeps): Llm {
  const { db, now } = deps
  let circuit: Circuit = CLOSED
  let model: Promise<LanguageModel> | undefined
  const { host } = new URL(config.baseUrl ?? ANTHROPIC_URL)
  const today = () => now().toISOString().slice(0, 10)
  const told = (use: string) => ({ use, provider: config.provider, model: config.model, version: PROMPT_VERSION })

  /** `characters` of what people wrote. */
  const leaving = ({ about, fields }: Question<unknown>): JournalEntry => ({
    event: 'llm.sent',
    action: 'E',
    resourceKind: about.resourceKind,
    resourceId: about.resourceId,
    conversationId: about.conversationId ?? null,
    patientIds: [about.patientId ?? null],
    fieldClasses: ['service'],
    detail: {
      ...told(about.use),
      host,
      characters: fields.reduce((sum, { text, isOurs }) => sum + (isOurs ? 0 : text.length), 0),
      isMasked: !config.isUnderAgreement,
    },
  })

  async function attempt<T>(context: Context, question: Question<T>, signal: AbortSignal) {
    const { task, fields, names = [] } = question
    const { instructions, data } = promptOf(task, fields, config.isUnderAgreement ? null : { names })
    const day = today()
    const aside = Math.min(INPUT_TOKENS_MAX, tokensOf(instructions) + tokensOf(data)) + OUTPUT_TOKENS_MAX
    // A transaction of its own, committed before anything leaves: whatever becomes of the call, of what it is about, or of this process,
    // the tokens stay set aside and it is told that the words went out (decision 0263).
    const isGranted = await db.transaction(context, async (tx) => {
      const isLeft = await reserve(tx, { day, tokens: aside, budget: config.dailyBudget })
      if (isLeft) await journal(tx, leaving(question), now())
      return isLeft
    })
    if (!isGranted) return refuse('budget')
    try {
      model ??= modelOf(config, deps.outbound)
      const { generateText } = await import('ai')
      const saying = generateText({
        model: await model,
        instructions,
        prompt: data,
        maxOutputTokens: OUTPUT_TOKENS_MAX,
        maxRetries: 0,
        abortSignal: signal,
      })
      // A name server that hangs hears of no signal.
      const said = await Promise.race([saying, rejectedBy(signal)])
      const used = (said.usage.inputTokens ?? aside) + (said.usage.outputTokens ?? 0)
      // It says itself how much that was; a count of nothing is none.
      if (used > 0) await db.transaction(context, (tx) => settle(tx, { day, tokens: aside - used }))
      const answer = readAnswer(said.text, question.schema)
      return answer === undefined ? refuse('unreadable') : ok(answer)
    } catch (error) {
      return refuse(faultOf(error, signal))
    }
  }

  return {
    async ask(context, question) {
      if (isOpen(circuit, now())) return refuse('resting')
      const signal = AbortSignal.timeout(deps.answerMs ?? ANSWER_MS)
      let answer = await attempt(context, question, signal)
      for (let n = 0; n < RETRIES && !answer.ok && mayRetry(answer.refusal) && !signal.aborted; n++)
        answer = await attempt(context, question, signal)
      // A stranger's words may make it talk nonsense; that the others are asked about nothing is not for him to bring about.
      if (answer.ok || answer.refusal === 'unreadable') circuit = CLOSED
      else if (answer.refusal !== 'budget') circuit = afterFailure(circuit, now())
      return answer
    },
    detailOf: (use, outcome) => ({ ...told(use), outcome }),
    state: () => (isOpen(circuit, now()) ? 'resting' : 'works'),
    spent: async (organizationId) => ({
      ...(await db.transaction(systemContext(organizationId, newId(), 'llm budget'), (tx) => spentOn(tx, today()))),
      budget: config.dailyBudget,
    }),
    about: {
      provider: config.provider,
      model: config.model,
      version: PROMPT_VERSION,
      isUnderAgreement: config.isUnderAgreement,
    },
  }
}

const mayRetry = (fault: LlmFault): boolean =>
  fault === 'unreachable' || fault === 'overloaded' || fault === 'garbled' || fault === 'unreadable'

const rejectedBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }))

/** What the library would write to the console is not ours to log. */
const SILENT = { AI_SDK_LOG_WARNINGS: false }

async function modelOf({ provider, baseUrl, model, apiKey }: LlmConfig, outbound: OutboundRules) {
  Object.assign(globalThis, SILENT)
  const settings = { apiKey, fetch: fetchThrough(outbound), baseURL: baseUrl ?? ANTHROPIC_URL }
  if (provider === 'anthropic') {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return createAnthropic(settings)(model)
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  return createOpenAICompatible({ ...settings, name: provider })(model)
}

/** A way out for a library that brings its own words for it; the rules are those of the house. */
const fetchThrough =
  (outbound: OutboundRules): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init)
    const answer = await exchangeHttp(
      new URL(request.url),
      {
        method: request.method,
        headers: Object.fromEntries(request.headers),
        body: Buffer.from(await request.arrayBuffer()),
        signal: request.signal,
      },
      outbound,
    )
    if (!answer.ok) throw new Unreachable(answer.refusal)
    const { status, headers, body } = answer.value
    const type = headers['content-type']
    return new Response(new Uint8Array(body), {
      status,
      headers: { 'content-type': typeof type === 'string' ? type : 'application/octet-stream' },
    })
  }

class Unreachable extends Error {}

function faultOf(error: unknown, signal: AbortSignal): LlmFault {
  if (signal.aborted) return 'timeout'
  const { statusCode } = error as { statusCode?: number }
  if (statusCode === undefined) return error instanceof Unreachable || hasCause(error) ? 'unreachable' : 'garbled'
  if (statusCode === 429 || statusCode >= 500) return 'overloaded'
  return statusCode >= 400 ? 'refused' : 'garbled'
}

/** The library tells of a failed connection by an error of its own around ours. */
const hasCause = (error: unknown): boolean => error instanceof Error && error.cause instanceof Unreachable

/** One JSON object, with or without the fence that models like to put around it. */
export function readAnswer<T>(text: string, schema: z.ZodType<T>): T | undefined {
  if (text.length > OUTPUT_MAX) return undefined
  const [, fenced] = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(text) ?? []
  try {
    const parsed = schema.safeParse(JSON.parse(fenced ?? text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
