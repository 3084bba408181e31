/**
 * "Se ha cortado", "acaba de cortarse" and "se cortó" say the same, as "se está ahogando" and "se ahoga" do. The lexicons are written in the plain
 * tenses; this gives the plain form behind a helping verb. Pure; works on words without accents.
 */

type Person = 'first' | 'third'

/** Helping verbs and who they speak of. Plurals are read as one person: how many there were does not matter here. */
const HABER = persons(
  'he hemos habiamos haberme',
  'ha has han haya hayan habia habias habian haber haberse haberle habersele',
)
const ACABAR = persons('acabo acabamos', 'acaba acabas acaban acababa acabaron')
const ESTAR = persons(
  'estoy estamos estaba ando sigo',
  'esta estas estan estaba estaban estuvo anda andan andaba sigue siguen seguia va viene',
)

/** `words`: the word and the two before it, nearest first. `steps`: words of the helping verb. */
export type PlainForm = { forms: string[]; steps: number }

/** The plain forms of a word behind a helping verb, else null. English "he" and "has" are told by what follows. */
export function plainFormOf(word: string, before: string, beforeThat: string): PlainForm | null {
  const perfect = HABER.get(before)
  if (perfect) return made(1, perfect, (person) => preteriteOfParticiple(word, person))
  const recent = before === 'de' ? ACABAR.get(beforeThat) : undefined
  if (recent) return made(2, recent, (person) => preteriteOfInfinitive(word, person))
  const going = ESTAR.get(before)
  if (going) return made(1, going, (person) => presentOfGerund(word, person))
  return null
}

function made(steps: number, persons: Person[], form: (person: Person) => string | null): PlainForm | null {
  const forms = persons.map(form).filter((each) => each !== null)
  return forms.length > 0 ? { forms, steps } : null
}

function persons(first: string, third: string): Map<string, Person[]> {
  const known = new Map<string, Person[]>()
  for (const [words, person] of [
    [first, 'first'],
    [third, 'third'],
  ] as const)
    // prettier-ignore
    for (const word of words.split(' ')) known.set(word, [...(known.get(word) ?? []), person])
  return known
}

function preteriteOfParticiple(participle: string, person: Person): string | null {
  const irregular = PRETERITE_OF_PARTICIPLE.get(participle)
  if (irregular) return irregular[person]
  const stem = /^[a-z]{2,}(?=[ai]do$)/.exec(participle)?.[0]
  return stem ? preterite(stem, participle.endsWith('ado') ? 'a' : 'i', person) : null
}

/** With the pronouns that hang on it: "tomarse", "darle", "tomarselas". */
function preteriteOfInfinitive(infinitive: string, person: Person): string | null {
  const [, stem, vowel] = /^([a-z]+?)([aei])r(?:me|te|se|nos|le|les|lo|la|los|las)*$/.exec(infinitive) ?? []
  if (!stem || !vowel) return null
  const irregular = PRETERITE_OF_INFINITIVE.get(`${stem}${vowel}r`)
  if (irregular) return irregular[person]
  return stem.length > 1 ? preterite(stem, vowel === 'a' ? 'a' : 'i', person) : null
}

function presentOfGerund(gerund: string, person: Person): string | null {
  const irregular = PRESENT_OF_GERUND.get(gerund)
  if (irregular) return irregular[person]
  const [, stem, ending] = /^([a-z]{2,})(ando|iendo|yendo)(?:me|te|se|nos|le|les|lo|la|los|las)*$/.exec(gerund) ?? []
  if (!stem) return null
  return person === 'first' ? `${stem}o` : `${stem}${ending === 'ando' ? 'a' : 'e'}`
}

function preterite(stem: string, vowel: 'a' | 'i', person: Person): string {
  if (vowel === 'i') return person === 'first' ? `${stem}i` : `${stem}io`
  return person === 'first' ? `${soft(stem)}e` : `${stem}o`
}

/** Before an "e" the sound is written otherwise: "tragado" - "trague", "picado" - "pique", "tropezado" - "tropece". */
const soft = (stem: string) => stem.replace(/g$/, 'gu').replace(/c$/, 'qu').replace(/z$/, 'c')

/** A word, and its first and third person in the plain tense. */
const table = (lines: string) =>
  new Map(
    lines
      .split('·')
      .map((line) => line.trim().split(' '))
      .map(([word, first, third]) => [word!, { first: first!, third: third! }]),
  )

const PRETERITE_OF_PARTICIPLE = table(
  `abierto abri abrio · andado anduve anduvo · caido cai cayo · conducido conduje condujo · conseguido consegui consiguio · convertido converti convirtio · creido crei creyo · cubierto cubri cubrio ·
  dado di dio · derretido derreti derritio · descubierto descubri descubrio · despedido despedi despidio · destruido destrui destruyo · devuelto devolvi devolvio · dicho dije dijo · disminuido disminui disminuyo ·
  dormido dormi durmio · elegido elegi eligio · escrito escribi escribio · estado estuve estuvo · hecho hice hizo · herido heri hirio · huido hui huyo · ido fui fue · impedido impedi impidio ·
  ingerido ingeri ingirio · introducido introduje introdujo · leido lei leyo · medido medi midio · mentido menti mintio · muerto mori murio · oido oi oyo · pedido pedi pidio · podido pude pudo ·
  producido produje produjo · puesto puse puso · querido quise quiso · repetido repeti repitio · resuelto resolvi resolvio · roto rompi rompio · sabido supe supo · seguido segui siguio · sentido senti sintio ·
  servido servi sirvio · sido fui fue · sugerido sugeri sugirio · tenido tuve tuvo · traido traje trajo · venido vine vino · vestido vesti vistio · visto vi vio · vuelto volvi volvio`,
)
const PRETERITE_OF_INFINITIVE = table(
  `caer cai cayo · conducir conduje condujo · convertir converti convirtio · dar di dio · decir dije dijo · dormir dormi durmio · estar estuve estuvo · hacer hice hizo · herir heri hirio · ingerir ingeri ingirio ·
  introducir introduje introdujo · ir fui fue · leer lei leyo · morir mori murio · oir oi oyo · pedir pedi pidio · poder pude pudo · poner puse puso · producir produje produjo · querer quise quiso ·
  sentir senti sintio · tener tuve tuvo · traer traje trajo · venir vine vino · ver vi vio`,
)
const PRESENT_OF_GERUND = table(
  `apretando aprieto aprieta · cerrando cierro cierra · costando cuesto cuesta · doliendo duelo duele · durmiendo duermo duerme · mordiendo muerdo muerde · moviendo muevo mueve · muriendo muero muere ·
  pensando pienso piensa · perdiendo pierdo pierde · pudiendo puedo puede · sintiendo siento siente · temblando tiemblo tiembla · torciendo tuerzo tuerce · volviendo vuelvo vuelve · yendo voy va`,
)
