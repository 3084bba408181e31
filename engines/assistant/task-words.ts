/** Short words that steer a request: yes, no, stop, another thing, a wish to be called. English and Spanish. Pure. */
import { SLOT_WORDS } from './slot-words.ts'
import { TASK_KINDS, type TaskKind } from './task-kinds.ts'
import { SPOKEN } from './texts.ts'
import { flatWords } from './time-wish.ts'

const plain = (text: string): string =>
  flatWords(text.slice(0, 1_000))
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
export const sameWords = (a: string, b: string): boolean => plain(a) === plain(b)
export const countWords = (text: string): number => plain(text).split(' ').filter(Boolean).length

const YES =
  /^(?:(?:yes|y|yeah|yep|yup|sure|ok|okay|correct|right|perfect|please|do it|send it|go ahead|that's right|that is right|si|claro|correcto|perfecto|dale|de acuerdo|esta bien|por favor|mandelo|hagalo|asi es) ?){1,4}$/
const NO =
  /^(?:no|n|nope|not quite|wrong|no thanks|no that's wrong|change something|no change something|no gracias|no es asi|cambiar algo|no cambiar algo)$/
const STOP =
  /^(?:(?:please )?(?:stop|stop (?:it|this|that)|stop this request|cancel|cancel (?:it|this|that)|never ?mind|forget (?:it|about it|that)|leave it|drop it|drop this|no longer needed|quit)(?: please)?|(?:por favor )?(?:parar?|pare|alto|cancelar|cancelelo|dejelo|dejarlo|deje eso|dejar este pedido|olvidelo|olvidalo|ya no(?: lo necesito)?|no importa))$/

/** A yes and nothing else: what comes with a condition is none. */
export const saysYes = (text: string): boolean =>
  /^\s*👍/u.test(text) || (/[?]/.test(text) ? false : YES.test(plain(text)))
export const saysNo = (text: string): boolean => NO.test(plain(text))
export const saysStop = (text: string): boolean => STOP.test(plain(text))

const QUESTION =
  /^(?:and |but |y |pero )?(?:what|when|where|which|who|why|how|do|does|is|are|can i|could i|should|may i|will|would|que|cuando|donde|cual|quien|por que|como|cuanto|hay|tienen|puedo|debo|deberia|es seguro)\b/

/** It asks something, so an article may answer it. */
export const asks = (text: string): boolean => /[?¿]/.test(text) || QUESTION.test(plain(text))

const THANKS =
  /^(?:(?:ok|okay|great|good|perfect|nice|oh|wow|that helps|that helped|muy bien|perfecto|bien|listo|vale) )*(?:thank you|thanks|thank u|thx|ty|muchas gracias|mil gracias|gracias)(?: (?:so|very) much| a lot| everyone| all| again| a todos| por todo| por la ayuda| por su ayuda| for your help| for the help)?(?: (?:that|this|it|you|eso|esto|me) (?:really |very much |all |me |mucho )?(?:helps?|helped(?: me)?|is all|was all|is great|works|worked|(?:are|were) (?:great|very kind|kind)|ayuda|ayudo|sirve|sirvio|es todo|era todo))?(?: (?:bye|goodbye|adios|hasta luego))?$/

/** Thanks and nothing else: whatever a model may hear in "that helps". */
export const saysThanks = (text: string): boolean => !/[?¿]/.test(text) && THANKS.test(plain(text))

const ANOTHER =
  /\b(?:i also|also i|another thing|one more thing|can you also|could you also|can i also|tambien (?:quiero|necesito|quisiera)|otra cosa|ademas (?:quiero|necesito))\b/
const WANTS =
  /^(?:(?:hi|hello|no|and|please|actually|hola|y|por favor) )*(?:i (?:want|need|would like)|i'd like|i must|i have to|can (?:you|i)|could (?:you|i)|quiero|quisiera|necesito|me gustaria|puede[ns]?|podria[ns]?)\b/

/** It begins something else, and says so: an answer in few words is read as an answer. */
export const beginsAnother = (text: string): boolean => ANOTHER.test(plain(text))
export const wantsSomething = (text: string): boolean => countWords(text) >= 4 && WANTS.test(plain(text))

const CALL =
  /\b(?:(?:call|ring|phone) me|call(?:ing)? back|callback|give me a call|get a call|me (?:llamen|llame|llaman|pueden llamar|puede llamar|devuelvan la llamada)|llamen ?me|llame ?me|llamarme)\b/
const NO_CALL =
  /\b(?:don't|do not|dont|stop|never|nobody|no one|not|didn't|did not|nadie|nunca|no me (?:llamen|llame|llaman))\b/
const A_PERSON =
  /\b(?:person|human|nurse|doctor|agent|representative|operator|right now|urgent|persona|enfermera|doctora?|agente|operador|urgente|ahora mismo)\b/

/** A call is wished for, and not somebody who answers at once (understanding.md, intents). */
export function wishesCall(text: string): boolean {
  const said = plain(text)
  return CALL.test(said) && !NO_CALL.test(said) && !A_PERSON.test(said)
}

/** The words of a button name a request. */
export const kindOfWords = (text: string): TaskKind | undefined =>
  TASK_KINDS.find((kind) => SPOKEN.some((language) => sameWords(SLOT_WORDS[language].kinds[kind], text)))
