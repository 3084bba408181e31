/**
 * What the telephone says, by language: fixed texts in plain words (US grade 6 or lower). A language without them is not offered; its
 * speakers reach a person, and the interpreter whom the desk finds.
 */
import type { Spoken } from './languages.ts'
import { VIETNAMESE } from './phrases-vi.ts'

export type Phrases = {
  hint: (emergencyNumber: string) => string
  language: (key: string) => string
  welcome: (organization: string) => string
  topics: string
  /** Of the assistant; null: it does not speak this language. */
  helper: HelperPhrases | null
  again: string
  notAKey: string
  connecting: string
  /** Of a talk that the desk interrupts (decision 0246). */
  onHold: string
  stillOnHold: string
  holdCallBackKey: string
  goesOn: string
  passesOn: string
  comesBack: string
  place: (place: number, minutes: number) => string
  stillWaiting: (place: number) => string
  longWait: (minutes: number) => string
  nobody: string
  callBackKey: string
  voicemailKey: (key: string) => string
  waitKey: string
  consent: string
  consentOrCallBack: string
  afterTheTone: string
  thanks: string
  nothingHeard: string
  willCallBack: string
  goodbye: (emergencyNumber: string) => string
  away: (emergencyNumber: string) => string
  /** To whoever picks up first when we call back: it names nobody, since somebody else may have picked up. */
  calledBack: string
  notJoined: (emergencyNumber: string) => string
}

export type HelperPhrases = {
  /** Said first where the assistant answers (D57); the emergency number was said before it. */
  hello: string
  topics: string
  /** A request was sent. */
  afterRequest: string
  askMore: string
}

/** To the person at the desk whom a call-back rings first. */
export const JOINING_AGENT = 'Your call back. We connect you now.'

/** To the telephone that a call is passed on to: it names nobody, as somebody else, or a machine, may pick up. */
export const PASSED_ON: Record<'en' | 'es', (key: string) => string> = {
  en: (key) => `A call is passed on to you. To take it, press ${key} now.`,
  es: (key) => `Le pasan una llamada. Para tomarla, oprima ${key} ahora.`,
}

/** To that telephone when it rings once more, after a hold. */
export const COMES_AGAIN: typeof PASSED_ON = {
  en: (key) => `Your caller waits. To go on, press ${key} now.`,
  es: (key) => `La persona espera. Para seguir, oprima ${key} ahora.`,
}

/** To the telephone of whoever is on call, when nobody takes a red flag (decision 0235). It names nobody: somebody else may pick up. */
type OnCallPhrases = { asks: (key: string) => string; accepted: string; had: string; notAccepted: string }

export const ON_CALL: Record<'en' | 'es', OnCallPhrases> = {
  en: {
    asks: (key) =>
      `This is a call for the person on call. An urgent alert came in. Nobody has taken it yet. If you take it, press ${key} now.`,
    accepted: 'Thank you. The alert is yours now. Please sign in and read it right away.',
    had: 'Thank you. Somebody has taken the alert. You do not need to do anything. Goodbye.',
    notAccepted: 'The alert is still open. Please sign in if you can take it. Goodbye.',
  },
  es: {
    asks: (key) =>
      `Esta llamada es para la persona de guardia. Llegó una alerta urgente. Nadie la ha tomado todavía. Si usted la toma, oprima ahora ${key}.`,
    accepted: 'Gracias. La alerta ahora es suya. Entre al sistema y léala de inmediato.',
    had: 'Gracias. Alguien ya tomó la alerta. No tiene que hacer nada. Adiós.',
    notAccepted: 'La alerta sigue abierta. Si la puede tomar, entre al sistema. Adiós.',
  },
}

export const PHRASES: Record<Spoken, Phrases> = {
  en: {
    hint: (number) => `Emergency? Hang up, call ${number}.`,
    language: (key) => `English, press ${key}.`,
    welcome: (organization) => `Thank you for calling ${organization}.`,
    topics:
      'Say in a few words why you call. Or press 1 for a visit. 2 for how you feel, or medicine. 3 for a bill. 0 for a person. 9 to hear this again.',
    helper: {
      hello: 'You speak with an automatic helper.',
      topics:
        'Ask a question, or say why you call. Or press 1 for a visit. 2 for how you feel, or medicine. 3 for a bill. 4 for our hours. 0 for a person. 9 to hear this again.',
      afterRequest: 'For a person now, press 0. If that was all, hang up.',
      askMore: 'Ask one more thing, or press 0 for a person. 9 to hear this again. If that was all, hang up.',
    },
    again: 'We did not hear you.',
    notAKey: 'That key does nothing here.',
    connecting: 'We connect you with a person now. This call is not recorded.',
    onHold: 'Please stay on the line. The person you talked with will be back soon.',
    stillOnHold: 'Thank you for waiting. Please stay on the line, or press 0 to go on now.',
    holdCallBackKey: 'Or press 1, and we call you back.',
    goesOn: 'Thank you for waiting. We connect you again now.',
    passesOn: 'We connect you with another person here now. Please stay on the line. This call is not recorded.',
    comesBack: 'Nobody can pick up there. We connect you again with the person you talked with.',
    place: (place, minutes) =>
      `Please wait for a person. You are number ${place}. It may take about ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
    stillWaiting: (place) => `Thank you for waiting. You are number ${place}.`,
    longWait: (minutes) => `All of us are on the phone. It may take about ${minutes} minutes.`,
    nobody: 'Nobody can pick up the phone right now.',
    callBackKey: 'Press 1, and we call you back. You keep your place.',
    voicemailKey: (key) => `Press ${key} to leave a message.`,
    waitKey: 'Press 3 to wait.',
    consent: 'We record your message and keep it with your record. If that is fine with you, press 1.',
    consentOrCallBack: 'If not, press 2, and we call you back without it.',
    afterTheTone: 'Speak after the tone. When you are done, press the pound key.',
    thanks: 'Thank you. We have your message, and a person will listen to it.',
    nothingHeard: 'We did not hear a message.',
    willCallBack: 'We will call you back at the number you call from.',
    goodbye: (number) => `If it becomes an emergency, call ${number}. Goodbye.`,
    away: (number) =>
      `If this is an emergency, hang up now and call ${number}. Our phone system does not work right now. You can leave a message after the tone. We record it, and a person will listen to it. If you do not want that, hang up and call again later.`,
    calledBack:
      'Hello. Somebody at this number asked for a call back. Please hold. We connect you with a person now. This call is not recorded.',
    notJoined: (number) =>
      `We are sorry. Nobody can come to the phone right now. We will call again. If it becomes an emergency, call ${number}. Goodbye.`,
  },
  es: {
    hint: (number) => `¿Emergencia? Cuelgue, marque ${number}.`,
    language: (key) => `Español, oprima ${key}.`,
    welcome: (organization) => `Gracias por llamar a ${organization}.`,
    topics:
      'Diga en pocas palabras por qué llama. O marque 1 para una cita. 2 para cómo se siente, o medicinas. 3 para una cuenta. 0 para una persona. 9 para oír esto otra vez.',
    helper: {
      hello: 'Usted habla con una ayuda automática.',
      topics:
        'Haga una pregunta, o diga por qué llama. O marque 1 para una cita. 2 para cómo se siente, o medicinas. 3 para una cuenta. 4 para el horario. 0 para una persona. 9 para oír esto otra vez.',
      afterRequest: 'Para una persona ahora, marque 0. Si eso era todo, cuelgue.',
      askMore: 'Pregunte algo más, o marque 0 para una persona. 9 para oír esto otra vez. Si eso es todo, cuelgue.',
    },
    again: 'No lo oímos.',
    notAKey: 'Esa tecla no hace nada aquí.',
    connecting: 'Lo comunicamos ahora con una persona. Esta llamada no se graba.',
    onHold: 'No cuelgue, por favor. La persona con quien hablaba vuelve pronto.',
    stillOnHold: 'Gracias por esperar. No cuelgue, o marque 0 para seguir ahora.',
    holdCallBackKey: 'O marque 1 y le llamamos.',
    goesOn: 'Gracias por esperar. Lo comunicamos otra vez.',
    passesOn: 'Ahora lo comunicamos con otra persona de aquí. No cuelgue, por favor. Esta llamada no se graba.',
    comesBack: 'Nadie puede contestar allí. Lo comunicamos otra vez con la persona con quien hablaba.',
    place: (place, minutes) =>
      `Espere a una persona, por favor. Usted es el número ${place}. Puede tardar ${minutes === 1 ? '1 minuto' : `${minutes} minutos`}.`,
    stillWaiting: (place) => `Gracias por esperar. Usted es el número ${place}.`,
    longWait: (minutes) => `Todos estamos en el teléfono. Puede tardar ${minutes} minutos.`,
    nobody: 'Nadie puede contestar el teléfono en este momento.',
    callBackKey: 'Marque 1 y le llamamos. No pierde su lugar.',
    voicemailKey: (key) => `Marque ${key} para dejar un mensaje.`,
    waitKey: 'Marque 3 para esperar.',
    consent: 'Grabamos su mensaje y lo guardamos con sus datos. Si está de acuerdo, marque 1.',
    consentOrCallBack: 'Si no, marque 2 y le llamamos sin grabar.',
    afterTheTone: 'Hable después del tono. Al terminar, marque la tecla de número.',
    thanks: 'Gracias. Tenemos su mensaje y una persona lo va a escuchar.',
    nothingHeard: 'No oímos ningún mensaje.',
    willCallBack: 'Le llamaremos al número del que llama.',
    goodbye: (number) => `Si es una emergencia, llame al ${number}. Adiós.`,
    away: (number) =>
      `Si es una emergencia, cuelgue ya y llame al ${number}. Nuestro teléfono no funciona en este momento. Puede dejar un mensaje después del tono. Lo grabamos y una persona lo va a escuchar. Si no quiere, cuelgue y llame más tarde.`,
    calledBack:
      'Hola. Alguien de este número pidió que le llamáramos. Espere, por favor. Ahora le comunicamos con una persona. Esta llamada no se graba.',
    notJoined: (number) =>
      `Lo sentimos. Nadie puede ponerse al teléfono en este momento. Le llamaremos otra vez. Si se convierte en una emergencia, llame al ${number}. Adiós.`,
  },
  vi: VIETNAMESE,
}

/**
 * Words a minute of a calm telephone voice, to keep what must be said first within its time. Vietnamese writes each syllable apart; its
 * speakers say 5.3 of them a second where English has 6.2, of which a word has 1.4 (Coupé et al. 2019, doi:10.1126/sciadv.aaw2594).
 */
const WORDS_A_MINUTE: Record<Spoken, number> = { en: 165, es: 165, vi: 198 }

export const secondsToSay = (text: string, language: Spoken): number =>
  (text.split(/\s+/).filter(Boolean).length / WORDS_A_MINUTE[language]) * 60
