/**
 * The screens of a kiosk, one after the other. What somebody chose and typed lives in these closures and in the page only: beginning
 * anew empties both, and nothing was ever put into history, storage or cache (desk-D64).
 */
import { newMessageId } from '../api/message-id.ts'
import { dateOrderOf, EMPTY_DATE, isoDateOf, type DateWords } from '../features/patient-session/birth-date.ts'
import { directionOf } from '../i18n/locale.ts'
import { element } from '../widget/element.ts'
import { callDevice } from './device.ts'
import { digitEntry, type DigitField } from './keypad.ts'
import type { Say, Spoken } from './words.ts'

export type Offer = { siteName: string; emergencyNumber: string | null }
type Reason = 'visit' | 'unwell' | 'billing' | 'other'
type CheckIn = { code: string; birthDate: string }
/** One person's way through the screens. */
type Arrival = Spoken & { messageId: string; reason: Reason }

const CODE_DIGITS = 8

export function showKiosk(root: HTMLElement, offer: Offer, languages: readonly Spoken[], onClosed: () => void) {
  /** Nobody has begun: there is nothing to empty. */
  let isFresh = true
  /** Puts up one screen: what it says above, what there is to press below, from its middle on, within reach of somebody who sits. */
  const show = (say: Say | null, title: string, above: (Node | string)[], below: Node[], back?: () => void) => {
    const heading = element('h1', { tabindex: '-1' }, title)
    const ways = say && back ? waysOf(say, back) : []
    root.replaceChildren(
      element('div', { class: 'above' }, heading, ...above),
      element(
        'div',
        { class: 'below' },
        ...below,
        ...(ways.length > 0 ? [element('div', { class: 'ways' }, ...ways)] : []),
      ),
    )
    heading.focus()
    isFresh = false
  }

  const waysOf = (say: Say, back: () => void): Node[] => {
    const called = element('p', { class: 'called', role: 'status' })
    const call = button(say('kiosk.staff'), 'quiet', async () => {
      const answer = await callDevice('callStaff')
      called.textContent = answer?.ok ? say('kiosk.staff.called') : say('kiosk.offline')
    })
    return [button(say('kiosk.back'), 'quiet', back), button(say('kiosk.restart'), 'quiet', begin), call, called]
  }

  /** Nothing of the person before is left. */
  function begin(): void {
    document.documentElement.lang = languages[0]!.language
    document.documentElement.dir = 'ltr'
    document.title = offer.siteName
    show(
      null,
      offer.siteName,
      languages.map(({ language, say }) => element('p', { lang: language }, say('kiosk.welcome'))),
      languages.map((spoken) => {
        const choose = button(spoken.name, 'large', () => chooseReason(spoken))
        choose.lang = spoken.language
        return choose
      }),
    )
    isFresh = true
  }

  function chooseReason(spoken: Spoken): void {
    const { say, language } = spoken
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
    const go = (reason: Reason) => () => {
      const arrival = { ...spoken, reason, messageId: newMessageId() }
      if (reason === 'visit') askForCode(arrival)
      else void take(arrival)
    }
    const emergency = offer.emergencyNumber
      ? say('kiosk.emergency', { number: offer.emergencyNumber })
      : say('kiosk.emergency.unknown')
    show(
      say,
      say('kiosk.reason'),
      [element('p', { class: 'emergency' }, emergency)],
      [
        button(say('kiosk.reason.visit'), 'large', go('visit')),
        button(say('kiosk.reason.unwell'), 'large', go('unwell')),
        button(say('kiosk.reason.billing'), 'large', go('billing')),
        button(say('kiosk.reason.other'), 'large', go('other')),
      ],
      begin,
    )
  }

  function askForCode(arrival: Arrival): void {
    const { say } = arrival
    show(
      say,
      say('kiosk.code.question'),
      [element('p', {}, say('kiosk.code.explain'))],
      [
        button(say('kiosk.code.yes'), 'large', () => enterCode(arrival)),
        button(say('kiosk.code.no'), 'large', () => void take(arrival)),
      ],
      () => chooseReason(arrival),
    )
  }

  function enterCode(arrival: Arrival, problem?: string): void {
    const { say } = arrival
    const next = () => {
      const [code = ''] = entry.read()
      if (code.length === CODE_DIGITS) enterBirthDate(arrival, code)
      else wrong.textContent = say('kiosk.code.short')
    }
    const entry = digitEntry(say, [{ id: 'code', label: say('kiosk.code'), digits: CODE_DIGITS }])
    const wrong = element('p', { class: 'wrong', role: 'alert' }, problem ?? '')
    entry.fields.addEventListener('keydown', (event) => event.key === 'Enter' && next())
    const without = problem ? [button(say('kiosk.code.no'), 'quiet', () => void take(arrival))] : []
    show(
      say,
      say('kiosk.code.title'),
      [wrong, entry.fields],
      [entry.keypad, button(say('kiosk.next'), 'main', next), ...without],
      () => askForCode(arrival),
    )
    entry.focus()
  }

  function enterBirthDate(arrival: Arrival, code: string): void {
    const { say, language } = arrival
    const order = dateOrderOf(`${language}-US`)
    const fields = order.map((part): DigitField => ({
      id: part,
      label: say(`kiosk.birth-date.${part}`),
      digits: part === 'year' ? 4 : 2,
    }))
    const entry = digitEntry(say, fields)
    const wrong = element('p', { class: 'wrong', role: 'alert' })
    const next = () => {
      const words: DateWords = { ...EMPTY_DATE }
      for (const [at, text] of entry.read().entries()) words[order[at]!] = text
      const birthDate = isoDateOf(words, new Date().toISOString().slice(0, 10))
      if (birthDate) void take(arrival, { code, birthDate })
      else wrong.textContent = say('kiosk.birth-date.wrong')
    }
    entry.fields.addEventListener('keydown', (event) => event.key === 'Enter' && next())
    show(
      say,
      say('kiosk.birth-date'),
      [wrong, entry.fields],
      [entry.keypad, button(say('kiosk.next'), 'main', next)],
      () => enterCode(arrival),
    )
    entry.focus()
  }

  async function take(arrival: Arrival, checkIn?: CheckIn): Promise<void> {
    const { say, messageId, reason, language } = arrival
    show(say, say('kiosk.taking'), [], [])
    const wait = root.firstElementChild
    const answer = await callDevice('take', { messageId, reason, language, ...(checkIn && { checkIn }) })
    // The kiosk was emptied meanwhile: the number is somebody's who left.
    if (root.firstElementChild !== wait) return
    if (!answer) return failed(arrival, say('kiosk.offline'), () => void take(arrival, checkIn))
    if (answer.ok) return showNumber(say, answer.output as Given)
    switch (answer.refusal.code) {
      case 'WRONG_CODE':
        return enterCode(arrival, say('kiosk.code.wrong'))
      case 'SLOW_DOWN':
        return failed(arrival, say('kiosk.code.slow'), () => void take(arrival))
      case 'NOT_SIGNED_IN':
        return onClosed()
      default:
        return failed(arrival, say('kiosk.failed'), () => void take(arrival))
    }
  }

  /** What to do is said, and the way to a number stays open. */
  function failed(arrival: Arrival, text: string, again: () => void): void {
    const { say } = arrival
    show(say, say('kiosk.failed.title'), [element('p', { role: 'alert' }, text)], [button(say('kiosk.failed.again'), 'large', again)], begin) // prettier-ignore
  }

  type Given = { number: string; estimate: { fromMin: number; toMin: number } | null }
  function showNumber(say: Say, { number, estimate }: Given): void {
    const wait = estimate
      ? say('kiosk.number.estimate', { from: String(estimate.fromMin), to: String(estimate.toMin) })
      : say('kiosk.number.no-estimate')
    show(
      say,
      say('kiosk.number'),
      [
        element('p', { class: 'number', dir: 'ltr' }, number),
        element('p', {}, wait),
        element('p', {}, say('kiosk.number.explain')),
      ],
      [button(say('kiosk.number.done'), 'main', begin)],
      begin,
    )
  }

  begin()
  return { begin, isFresh: () => isFresh }
}

function button(text: string, look: 'large' | 'main' | 'quiet', act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look }, text)
  // The second tap of a double tap lands on what the first one brought, and was not meant for it.
  made.addEventListener('click', ({ detail }) => {
    if (detail < 2) act()
  })
  return made
}
