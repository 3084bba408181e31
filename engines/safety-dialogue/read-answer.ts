/**
 * What a patient's words say to a question that is answered with yes, no or not sure, in English and Spanish. Pure (understanding-D28).
 *
 * A "no" closes what could be an emergency, so it is read only where nothing else is said; what leans to yes, or doubts, is read as it
 * leans. Words that say none of the three are no answer.
 */
import type { Answer } from '#engines/triage/follow-up.ts'

type Said = Answer['answer']

/** UTF-16 units that are looked at: an answer is short, and what a longer text says of symptoms is triaged beside this. */
const READ_MAX = 400

/** @param tells something of a symptom was found in the same words: a "no" before it closes nothing. */
export function readAnswer(text: string, { tells }: { tells: boolean }): Said | null {
  const { whole, first, rest, isQuestion } = partsOf(text.slice(0, READ_MAX))
  if (UNSURE.test(whole)) return 'not_sure'
  if (YES.test(whole)) return 'yes'
  if (isQuestion || tells) return null
  if (NO.test(whole)) return 'no'
  return NO.test(first) && !DOUBT.test(rest) && text.length <= READ_MAX ? 'no' : null
}

function partsOf(text: string): { whole: string; first: string; rest: string; isQuestion: boolean } {
  const folded = text
    .replaceAll('👍', ' yes ')
    .replaceAll('👎', ' no ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’`]/g, '')
  const words = (part: string) => part.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const pause = folded.search(/[,.;:!\n—–-]/)
  return {
    whole: words(folded),
    first: words(pause < 0 ? folded : folded.slice(0, pause)),
    rest: pause < 0 ? '' : words(folded.slice(pause)),
    isQuestion: folded.includes('?'),
  }
}

/** Begins with doubt, or with a little of it: counts as yes. "I don't think so" is no "no". */
const UNSURE =
  /^(well |um |hmm |no )?(im |i am |i )?(not (too |so |really |entirely )?sure|not certain|not really|unsure|uncertain|dont know|do not know|idk|cant tell|cannot tell|maybe|perhaps|possibly|probably|no idea|kind of|kinda|sort of|sometimes|a little|a bit|slightly|some|think so|guess|dont think so|do not think so|(yo )?no (lo )?se|no estoy segur[oa]|no sabria|tal vez|talvez|quizas?|a veces|un poco|un poquito|mas o menos|puede ser|posiblemente|creo que|no creo|no mucho)( |$)/

/** Begins with a yes, or is nothing but one in other words. */
const YES =
  /^(yes|yess+|yeah|yea|yep|yup|yas|si+|sip|claro|correct|correcto|affirmative|afirmativo|definitely|absolutely|of course|por supuesto|asi es)( |$)|^(y|sure|i do|i am|i have|i did|it is|it does|it did|they are|there is|there are|he is|she is|lo tengo|los tengo|la tengo)$/

/** Nothing but a "no", said once or more, with the few words that go with it. */
const NO =
  /^(no|n|nope|nah|none|never|nothing|negative|not at all|nunca|nada|ninguno|ninguna|para nada|no para nada|negativo|i dont|i do not|im not|i am not|i didnt|i did not|it isnt|it is not|its not|it doesnt|it does not|they arent|they are not|there isnt|there is not|there are not)( (no|nope|none|not at all|i dont|i do not|im not|i am not|i didnt|i did not|it isnt|it is not|its not|it doesnt|it does not|it did not|they arent|they are not|there isnt|there is not|there are not|nothing like that|thanks|thank you|maam|sir|gracias|senor|senora|senorita|tengo|lo tengo|hay|nada|nada de eso|para nada|no tengo|no hay|ninguno|ninguna))*$/

/** Behind a "no", these take part of it back, or say more than this reader understands. */
const DOUBT =
  /(^| )(but|except|yes|yeah|maybe|sometimes|little|bit|though|although|however|only|just|not|cant|cannot|wont|worse|unless|until|if|pero|aunque|si|veces|poco|puedo|puede|excepto|salvo|sino|solo|peor|no|not sure|hasta|cuando|when)( |$)/

/** Of a question about a danger, where no second one is asked: what speaks of it, or begins otherwise and then says yes, counts as yes. */
export const leansToYes = (text: string): boolean => {
  const { whole, isQuestion } = partsOf(text.slice(0, READ_MAX))
  return !isQuestion && LEANS.test(whole) && !NO.test(whole)
}

const LEANS =
  /^(well|ok|okay|um|uh|honestly|actually|pues|bueno|este|la verdad) (yes|yeah|yep|i am|im|i do|i have|maybe|kind of|a little|si|lo estoy|un poco)( |$)|^(i am|im|i do|i have( been)?)( (yes|thinking( about it)?|considering it|now|sometimes|afraid so))?$|^(thinking about it|me|myself|us|all of us|my (kids?|children|wife|husband|mom|mother|dad|son|daughter)|lo estoy( pensando)?|lo he pensado|pensandolo|yo|nosotros|mis? (hij[oa]s?|espos[oa]|mama|madre|papa))$/
