/** The telephone of a patient, as a page: text and call the clinic, see what comes back, and choose how well the carrier works. On loopback only. */
import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { RingingPhone } from './call-out-simulator.ts'
import type { Behaviour, CarrierSimulator, PhoneText } from './carrier-simulator.ts'
import { html, page, type Html } from './pages/html.ts'
import { PAGE, sendPage } from './pages/pages.ts'

type Person = { name: string; number: string; language: string }

export async function registerPhonePage(
  app: FastifyInstance,
  {
    texts,
    behaviour,
    phone,
    isDeskThere,
  }: CarrierSimulator & { phone: (number: string) => RingingPhone; isDeskThere: () => boolean },
  {
    clinicNumber,
    people: patients,
    onCall,
  }: { clinicNumber: string; people: readonly Person[]; onCall: () => Promise<Person[]> },
): Promise<void> {
  const script = await readFile(new URL('./pages/phone.js', import.meta.url), 'utf8')
  const callScript = await readFile(new URL('./pages/call.js', import.meta.url), 'utf8')
  const config = { config: { describes: PAGE } }
  app.get('/demo/call.js', config, async (_request, reply) =>
    reply.header('content-type', 'text/javascript; charset=utf-8').send(callScript),
  )
  app.get('/demo/phone.js', config, async (_request, reply) =>
    reply.header('content-type', 'text/javascript; charset=utf-8').send(script),
  )
  app.get<{ Querystring: { number?: string } }>('/demo/phone/live', config, async ({ query }) => ({
    texts: texts(query.number ?? ''),
    phone: phone(query.number ?? ''),
  }))
  app.get<{ Querystring: { lang?: string; number?: string } }>('/demo/phone', config, async ({ query }, reply) => {
    const language = query.lang === 'es' ? 'es' : 'en'
    const { onCall: duty } = WORDS[language]
    // Whoever is on call gives a number in the settings, at any time.
    const people = [...(await onCall()).map((one) => ({ ...one, name: `${one.name} (${duty})` })), ...patients]
    const number = people.find((person) => person.number === query.number)?.number ?? STRANGER
    return sendPage(
      reply,
      phonePage({
        language,
        number,
        clinicNumber,
        people,
        texts: texts(number),
        behaviour: behaviour(),
        isDeskThere: isDeskThere(),
      }),
    )
  })
}

/** A number that nobody in the demonstration clinic has: their area codes are others (demo/people.ts). */
export const STRANGER = '+12025550199'

const WORDS = {
  en: {
    title: 'Text or call the clinic',
    lead: (number: string) =>
      `This page is a patient’s telephone. What you write and say goes to the clinic at ${number} through the same signed webhooks as from a real carrier. Nothing leaves this computer.`,
    whose: 'Whose telephone',
    stranger: 'A number nobody knows',
    onCall: 'on call',
    open: 'Take this telephone',
    texts: 'Texts',
    none: 'No texts yet. Write the first one.',
    you: 'You',
    clinic: 'Clinic',
    picture: 'Picture from the clinic',
    write: 'Your text',
    send: 'Send',
    carrier: 'How the carrier works',
    delay: 'Seconds until a text arrives',
    loses: 'Texts get lost',
    doubles: 'Everything comes twice',
    lateReceipts: 'Receipts come in the wrong order',
    fallsSilent: 'Takes a text and breaks off',
    save: 'Use this',
    saved: 'The carrier now works like this.',
    failed: 'That did not work. Try again.',
    other: 'Español',
    call: {
      title: 'Call',
      lead: 'You read what the clinic says, and type what you would say. Where nobody sits at the clinic’s telephone you can ask to be called back, or leave a message.',
      desk: 'Somebody sits at the clinic’s telephone',
      deskHint: 'It picks up by itself while the clinic is open. The desk then shows the call in its phone bar.',
      deskRings: 'The clinic’s telephone rings.',
      deskTalks: 'You talk with the clinic.',
      deskHangsUp: 'The clinic hangs up',
      start: 'Call the clinic',
      hangUp: 'Hang up',
      keys: 'Keys',
      silence: 'Say nothing',
      say: 'What you say',
      speak: 'Say it',
      over: 'The call is over.',
      failed: 'That did not work. Call again.',
      rings: 'The clinic calls you.',
      talks: 'You talk with the clinic. The other telephone picks up by itself here.',
      asks: 'The clinic waits for a key.',
      pickUp: 'Pick up',
      machine: 'Let the voicemail box answer',
      decline: 'Let it ring',
    },
    states: { 'on its way': 'on its way', delivered: 'delivered', lost: 'lost', 'not taken': 'not taken' },
  },
  es: {
    title: 'Escribir o llamar a la clínica',
    lead: (number: string) =>
      `Esta página es el teléfono de un paciente. Lo que escribe y dice llega a la clínica al ${number} por los mismos avisos firmados que de una compañía real. Nada sale de esta computadora.`,
    whose: 'De quién es el teléfono',
    stranger: 'Un número que nadie conoce',
    onCall: 'de guardia',
    open: 'Usar este teléfono',
    texts: 'Mensajes',
    none: 'Todavía no hay mensajes. Escriba el primero.',
    you: 'Usted',
    clinic: 'Clínica',
    picture: 'Imagen de la clínica',
    write: 'Su mensaje',
    send: 'Enviar',
    carrier: 'Cómo trabaja la compañía',
    delay: 'Segundos hasta que llega un mensaje',
    loses: 'Los mensajes se pierden',
    doubles: 'Todo llega dos veces',
    lateReceipts: 'Los avisos de entrega llegan en otro orden',
    fallsSilent: 'Toma el mensaje y se corta',
    save: 'Usar así',
    saved: 'La compañía ahora trabaja así.',
    failed: 'No funcionó. Inténtelo otra vez.',
    other: 'English',
    call: {
      title: 'Llamar',
      lead: 'Usted lee lo que dice la clínica y escribe lo que diría. Si nadie está junto al teléfono de la clínica, puede pedir que le llamen o dejar un mensaje.',
      desk: 'Alguien está junto al teléfono de la clínica',
      deskHint:
        'Contesta solo mientras la clínica está abierta. El escritorio muestra la llamada en su barra de teléfono.',
      deskRings: 'Suena el teléfono de la clínica.',
      deskTalks: 'Usted habla con la clínica.',
      deskHangsUp: 'La clínica cuelga',
      start: 'Llamar a la clínica',
      hangUp: 'Colgar',
      keys: 'Teclas',
      silence: 'No decir nada',
      say: 'Lo que usted dice',
      speak: 'Decirlo',
      over: 'La llamada terminó.',
      failed: 'No funcionó. Llame otra vez.',
      rings: 'La clínica le llama.',
      talks: 'Usted habla con la clínica. El otro teléfono contesta solo aquí.',
      asks: 'La clínica espera una tecla.',
      pickUp: 'Contestar',
      machine: 'Que conteste el buzón de voz',
      decline: 'No contestar',
    },
    states: { 'on its way': 'en camino', delivered: 'entregado', lost: 'perdido', 'not taken': 'no recibido' },
  },
}

type PhonePage = {
  language: 'en' | 'es'
  number: string
  clinicNumber: string
  people: readonly Person[]
  texts: readonly PhoneText[]
  behaviour: Behaviour
  isDeskThere: boolean
}

const CHECKED: Html = { html: 'checked' }
const SELECTED: Html = { html: 'selected' }
const HIDDEN: Html = { html: 'hidden' }

function phonePage({ language, number, clinicNumber, people, texts, behaviour, isDeskThere }: PhonePage): string {
  const words = WORDS[language]
  const other = language === 'en' ? 'es' : 'en'
  const phones = [{ name: words.stranger, number: STRANGER, language: '' }, ...people]
  const choice = (name: 'loses' | 'doubles' | 'lateReceipts' | 'fallsSilent'): Html =>
    html`<label class="choice"
      ><input type="checkbox" name="${name}" ${behaviour[name] && CHECKED} /> ${words[name]}</label
    >`
  return page({
    title: `${words.title} · Bedside`,
    language,
    scripts: ['/demo/phone.js', '/demo/call.js'],
    links: [
      { href: '/demo', text: 'Demo' },
      { href: `/demo/phone?lang=${other}&number=${encodeURIComponent(number)}`, text: words.other },
    ],
    body: html`<div class="intro">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead(clinicNumber)}</p>
      </div>
      <form method="get" action="/demo/phone" class="phone-form">
        <input type="hidden" name="lang" value="${language}" />
        <label for="phone-number">${words.whose}</label>
        <select id="phone-number" name="number">
          ${phones.map(
            (phone) =>
              html`<option
                value="${phone.number}"
                data-language="${phone.language}"
                ${phone.number === number && SELECTED}
              >
                ${phone.name}, ${phone.number}
              </option>`,
          )}
        </select>
        <button type="submit">${words.open}</button>
      </form>
      <section aria-labelledby="texts">
        <h2 id="texts">${words.texts}</h2>
        <ol
          class="texts"
          aria-live="polite"
          data-texts="${number}"
          data-words="${JSON.stringify({ phone: words.you, clinic: words.clinic, picture: words.picture, ...words.states })}"
        >
          ${texts.map(
            ({ from, text, pictures, state }) =>
              html`<li class="text-${from}">
                <strong>${from === 'phone' ? words.you : words.clinic}</strong>
                <p dir="auto">${text}</p>
                ${pictures.map((picture) => html`<img src="${picture}" alt="${words.picture}" />`)}
                <span class="muted">${words.states[state as keyof typeof words.states]}</span>
              </li>`,
          )}
        </ol>
        <p data-empty ${texts.length > 0 && HIDDEN}>${words.none}</p>
        <form class="phone-form" data-write data-failed="${words.failed}">
          <label for="phone-text">${words.write}</label>
          <textarea id="phone-text" name="text" rows="2" maxlength="1600" required dir="auto"></textarea>
          <button type="submit">${words.send}</button>
        </form>
      </section>
      <section
        aria-label="${words.call.rings}"
        data-ring="${number}"
        data-words="${JSON.stringify({ rings: words.call.rings, talks: words.call.talks, asks: words.call.asks })}"
        hidden
      >
        <p role="status" data-ring-news></p>
        <ol class="texts" aria-live="polite" data-ring-said></ol>
        <div data-ring-keys hidden>
          <div class="keypad" role="group" aria-label="${words.call.keys}">
            ${[...'123456789*0#'].map((key) => html`<button type="button" data-press="${key}">${key}</button>`)}
          </div>
        </div>
        <p class="call-ways">
          <button type="button" data-does="pick-up">${words.call.pickUp}</button>
          <button type="button" data-does="machine">${words.call.machine}</button>
          <button type="button" data-does="decline">${words.call.decline}</button>
          <button type="button" data-does="hang-up">${words.call.hangUp}</button>
        </p>
      </section>
      <section
        aria-labelledby="call"
        data-call="${number}"
        data-over="${words.call.over}"
        data-failed="${words.call.failed}"
        data-rings="${words.call.deskRings}"
        data-talks="${words.call.deskTalks}"
      >
        <h2 id="call">${words.call.title}</h2>
        <p class="muted">${words.call.lead}</p>
        <label class="choice"
          ><input type="checkbox" data-desk aria-describedby="desk-hint" ${isDeskThere && CHECKED} />
          ${words.call.desk}</label
        >
        <p class="muted" id="desk-hint">${words.call.deskHint}</p>
        <button type="button" data-start>${words.call.start}</button>
        <ol class="texts" aria-live="polite" data-said></ol>
        <div data-in-call hidden>
          <div data-with-menu>
            <div class="keypad" role="group" aria-label="${words.call.keys}">
              ${[...'123456789*0#'].map((key) => html`<button type="button" data-key="${key}">${key}</button>`)}
            </div>
            <form class="phone-form" data-speak>
              <label for="call-words">${words.call.say}</label>
              <textarea id="call-words" name="words" rows="2" maxlength="2000" required dir="auto"></textarea>
              <button type="submit">${words.call.speak}</button>
            </form>
          </div>
          <p class="call-ways">
            <button type="button" data-silence>${words.call.silence}</button>
            <button type="button" data-desk-hang-up>${words.call.deskHangsUp}</button>
            <button type="button" data-hang-up>${words.call.hangUp}</button>
          </p>
        </div>
        <p class="muted" role="status" data-call-news></p>
      </section>
      <section aria-labelledby="carrier">
        <h2 id="carrier">${words.carrier}</h2>
        <form class="phone-form" data-behaviour data-saved="${words.saved}" data-failed="${words.failed}">
          <label for="phone-delay">${words.delay}</label>
          <input
            id="phone-delay"
            type="number"
            name="delaySeconds"
            min="0"
            max="60"
            value="${behaviour.delaySeconds}"
          />
          ${(['loses', 'doubles', 'lateReceipts', 'fallsSilent'] as const).map(choice)}
          <button type="submit">${words.save}</button>
        </form>
        <p class="muted" role="status" data-news></p>
      </section>`,
  })
}
