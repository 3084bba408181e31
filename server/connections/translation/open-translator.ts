/**
 * The connected machine translator, if there is one (desk section 5, decision 0247): one text, one answer, looked at before anybody sees it.
 * Nothing is remembered here, and whoever asks has the original.
 *
 * It speaks as LibreTranslate does: https://docs.libretranslate.com/guides/api_usage. Everything leaves by the one way out (trust-D58).
 */
import * as z from 'zod'
import type { TRANSLATION_CAUSES } from '#contract/translation-cause.ts'
import { hideIdentifiers, putBack } from '#engines/deid/mask.ts'
import { faultInTranslation, keepsFigures, translationMax } from '#engines/generated-text/translation.ts'
import { cleanText } from '#server/platform/clean-text.ts'
import type { TranslationConfig } from '#server/platform/config.ts'
import { exchangeHttp, type OutboundRules } from '#server/platform/outbound.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { afterFailure, CLOSED, isOpen, type Circuit } from '../circuit.ts'

/** For one text, in milliseconds: somebody waits for it. */
const ANSWER_MS = 10_000

export type TranslationCause = (typeof TRANSLATION_CAUSES)[number]

export type Translator = {
  /** `names`: of the people it is about, masked however they are written. */
  translate(text: {
    text: string
    names: readonly string[]
    from: string
    to: string
  }): Promise<Result<{ text: string; isWhole: boolean }, TranslationCause>>
  /** `works` until it has failed too often; of this process. */
  state(): 'works' | 'resting'
  about: { host: string; isUnderAgreement: boolean }
}

export type TranslatorDeps = { now: () => Date; outbound: OutboundRules; answerMs?: number }

export function openTranslator(config: TranslationConfig, deps: TranslatorDeps): Translator {
  const { now, outbound, answerMs = ANSWER_MS } = deps
  const { baseUrl, apiKey, isUnderAgreement } = config
  let circuit: Circuit = CLOSED

  async function ask(q: string, source: string, target: string): Promise<Result<string, TranslationCause>> {
    const signal = AbortSignal.timeout(answerMs)
    const exchange = exchangeHttp(
      new URL(`${baseUrl}/translate`),
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ q, source, target, format: 'text', ...(apiKey ? { api_key: apiKey } : {}) }),
        signal,
      },
      outbound,
    )
    // A name server that hangs hears of no signal.
    const answer = await Promise.race([exchange, givenUp(signal)])
    if (!answer.ok) return refuse(signal.aborted ? 'timeout' : 'unreachable')
    const { status, body } = answer.value
    if (status !== 200) return refuse(causeOf(status))
    const text = readTranslated(body.toString())
    return text === undefined ? refuse('garbled') : ok(text)
  }

  return {
    async translate({ text, names, from, to }) {
      if (isOpen(circuit, now())) return refuse('resting')
      const sent = isUnderAgreement ? { text, hidden: [], first: 1 } : hideIdentifiers(text, { names, language: from })
      const answer = await ask(sent.text, from, to)
      // What it does not take is of the text, and texts are strangers': others are translated all the same.
      if (answer.ok || answer.refusal === 'not-taken') circuit = CLOSED
      else circuit = afterFailure(circuit, now())
      if (!answer.ok) return answer
      const fault = faultInTranslation(answer.value, sent.text, to)
      if (fault) return refuse(fault)
      const back = putBack(answer.value.trim(), sent)
      // A mark that is said over and over brings its name as often.
      if (back.text.length > translationMax(text.length)) return refuse('too-long')
      return ok({ text: back.text, isWhole: back.isWhole && keepsFigures(back.text, text) })
    },
    state: () => (isOpen(circuit, now()) ? 'resting' : 'works'),
    about: { host: new URL(baseUrl).host, isUnderAgreement },
  }
}

const givenUp = (signal: AbortSignal) =>
  new Promise<{ ok: false; refusal: 'NO_ANSWER' }>((done) =>
    signal.addEventListener('abort', () => done(refuse('NO_ANSWER')), { once: true }),
  )

function causeOf(status: number): TranslationCause {
  if (status === 429 || status >= 500) return 'overloaded'
  if (status === 400 || status === 413 || status === 422) return 'not-taken'
  // Nothing is there, or it is elsewhere: the address is not that of a translator.
  return status >= 400 && status !== 404 ? 'refused' : 'garbled'
}

const Answer = z.object({ translatedText: z.string() })

/** @returns undefined for what is not the protocol, or no text that we could keep. */
export function readTranslated(body: string): string | undefined {
  try {
    return cleanText(Answer.parse(JSON.parse(body)).translatedText)
  } catch {
    return undefined
  }
}
