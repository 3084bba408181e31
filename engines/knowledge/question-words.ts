/**
 * The words of a question or an article that say what it is about: without small words, in one form, and one word for those that mean
 * the same at a clinic. Pure; any text is safe. English and Spanish have lists of small words and of like words; other languages keep all.
 */
import { searchWords } from '../text/search-words.ts'
import { tokenise } from '../text/tokens.ts'
import { stem } from '../text/stem.ts'

/** Different words kept of one text. */
const WORDS_MAX = 2_000

/** What a question is about: each word once, in the order of the text. */
export const questionWords = (text: string): string[] => wordsOf(text).filter((word) => !isSmall(word))

/** With the small words that tell one question from another ("when", "without", "need"), and without those that tell nothing. */
export const wordsOf = (text: string): string[] => [...wordsSaid(text).keys()]

/** The same, each with the form in which it was said first. */
export function wordsSaid(text: string): Map<string, string> {
  const words = new Map<string, string>()
  for (const token of tokenise(searchWords(text)).tokens) {
    if (token.isFiller || EMPTY.has(token.text)) continue
    const word = SMALL.has(token.text) ? SMALL_MARK + token.text : (LIKE.get(token.stem) ?? token.stem)
    if (!words.has(word)) words.set(word, token.text)
    if (words.size >= WORDS_MAX) break
  }
  return words
}

/** No word of a text begins so. */
const SMALL_MARK = '~'
export const isSmall = (word: string): boolean => word.startsWith(SMALL_MARK)

const setOf = (words: string) => new Set(words.split(' '))

/** They stand in any question and say nothing of it. */
const EMPTY = setOf(
  'a an the and or but if of to in on at for from by as is are was were be been am do does did i im ive id me my mine we our ours us you u ur your ' +
    'yours he him his she her hers they them their it its this that these those there here please thanks thank hello hi hey good morning ' +
    'afternoon evening so then than also just now today right guys lindenbrook clinic office place sorry wondering ' +
    'el la los las un una unos unas y o u pero si de del al en por para como es son era ser esta este estos estas estan estoy ha han se ' +
    'le les lo nos me te mi mis tu tus su sus usted ustedes yo nuestro nuestra que hola buenos buenas dias tardes noches gracias favor ya ' +
    'clinica consultorio ese esa eso aqui ahi alli hoy ahora',
)

const SMALL = setOf(
  'with without can could will would shall should may might must have has had having what which who whom whose how when where why not no yes ' +
    'dont doesnt didnt cant wont too tell know want need like get got getting go going gone come coming let ask asking question find out about ' +
    'any some much many more most one up down into help someone somebody anyone something anything thing things people person possible able use used using make ' +
    'made take taking give happens happen means mean way work works back ok okay off test tests never week weeks tomorrow tonight ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'hay he haber tengo tiene tienen tener puedo puede pueden poder podria quiero quisiera quiere necesito necesita necesitan hacer hago hace ' +
    'hacen cual cuales quien quienes cuando donde adonde porque cuanto cuanta cuantos cuantas con sin no ni saber decir dice digame dar dan doy ' +
    'algo alguien gente persona personas muy mas menos tambien otro otra otros otras sobre debo debe ir voy va van pasa sirve todo toda vez semana manana pasado lunes martes miercoles jueves viernes sabado domingo sabados domingos',
)

/** Words that mean the same to somebody who asks a clinic, each line one; the first stands for all. */
const ALIKE = [
  'medicine medication medications meds med pill pills tablet tablets drug drugs prescription prescriptions rx',
  'refill refills renew renewal renewing',
  'appointment appointments appt appointments visit visits booking checkup',
  'doctor doctors dr physician provider providers clinician',
  'vaccine vaccines vaccination vaccinations shot shots jab immunization immunizations',
  'bill bills invoice statement statements billing',
  'pay payment payments paying',
  'cost costs price prices fee fees',
  'mistake mistakes error errors wrong incorrect correct',
  'copy copies print',
  'new newly',
  'phone telephone cell number',
  'dad father papa',
  'mom mother mama',
  'work job boss employer',
  'interpreter interpreters translator translators interpretation interpreting',
  'record records chart',
  'portal account online',
  'password passcode login signin',
  'hours hour open opening close closed closing',
  'direction directions address located location',
  'park parking garage car',
  'bus train subway transit',
  'blood lab labs bloodwork laboratory',
  'result results',
  'insurance insurer coverage plan',
  'form forms paperwork letter note',
  'cancel canceling cancelling cancelled',
  'reschedule move change rescheduling changing',
  'video telehealth virtual',
  'wheelchair disability accessible ramp',
  'child children kid kids son daughter',
  'fast fasting eat eating food breakfast',
  'medicina medicinas medicamento medicamentos pastilla pastillas receta recetas remedio',
  'resurtir resurtido renovar surtir rellenar',
  'cita citas visita visitas consulta consultas',
  'doctor doctora medico medica',
  'vacuna vacunas vacunar vacunarme inyeccion',
  'factura facturas cuenta cobro cobros',
  'pagar pago pagos',
  'costo costos precio precios cuesta cobran',
  'interprete interpretes traductor traductora traduccion',
  'expediente expedientes historial registros',
  'portal linea',
  'contrasena clave',
  'horario horarios horas hora abren abre abierto abierta cierran cierra',
  'direccion ubicacion ubicado llegar llego queda',
  'estacionar estacionamiento estaciono parquear parqueo carro auto',
  'autobus camion tren',
  'sangre laboratorio analisis',
  'resultado resultados',
  'seguro aseguranza cobertura',
  'formulario formularios carta nota papeles',
  'cancelar cancelo anular',
  'cambiar cambio mover reprogramar',
  'video videollamada virtual',
  'silla discapacidad rampa',
  'error errores mal equivocado equivocada correcto corrijo corregir',
  'copia copias imprimir',
  'hijo hija hijos nino nina ninos',
  'ayunas ayuno comer desayunar',
]

const LIKE = new Map(
  ALIKE.flatMap((line) => {
    const [first = '', ...others] = line.split(' ').map(stem)
    return [first, ...others].map((word): [string, string] => [word, first])
  }),
)
