import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SERVED_LANGUAGES } from '#engines/language/language.ts'
import { readOptOut } from './opt-out.ts'
import { optOutWords } from './words.ts'

const kindOf = (text: string) => readOptOut(text).kind

describe('desk-D39 whole-message words', () => {
  test.each([
    ['STOP', 'stop'], ['Stop.', 'stop'], ['  stop!! 🛑', 'stop'], ['StopAll', 'stop'], ['QUIT', 'stop'], ['end', 'stop'], ['revoke', 'stop'],
    ['Opt-out', 'stop'], ['unsubscribe', 'stop'], ['CANCEL', 'cancel'], ['HELP', 'help'], ['info', 'help'], ['START', 'start'], ['unstop', 'start'],
    ['ALTO', 'stop'], ['parar', 'stop'], ['Cancelar', 'cancel'], ['AYUDA', 'help'], ['停止', 'stop'], ['Стоп', 'stop'], ['توقف', 'stop'], ['arrêt', 'stop'],
  ])('%s is %s', (text, kind) => expect(kindOf(text)).toBe(kind)) // prettier-ignore

  test('desk-D39 every listed word of every language is recognised in any case', () => {
    for (const [language, kinds] of Object.entries(optOutWords)) {
      for (const [kind, words] of Object.entries(kinds)) {
        for (const word of words.split('/'))
          expect([language, word, kindOf(word.toUpperCase())]).toEqual([language, word, kind])
      }
    }
  })
})

test('desk-D39 every served language has words for each, and none counts inside a sentence', () => {
  expect(Object.keys(optOutWords).toSorted()).toEqual([...SERVED_LANGUAGES].toSorted())
  const words = Object.values(optOutWords).flatMap((kinds) => Object.values(kinds).flatMap((of) => of.split('/')))
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.constantFrom('xylo qwerty', 'Ottawa 17', 'ммм ъъъ'), (word, other) => {
      for (const text of [`${word} ${other}`, `${other} ${word}`])
        expect(readOptOut(text)).not.toMatchObject({ by: 'word' })
    }),
  )
  expect(readOptOut('ALTO')).toMatchObject({ languages: ['es'] })
  expect(readOptOut('stop')).toMatchObject({ languages: ['en'] })
})

test.each([
  ['td', 'zh'], ['từ chối', 'vi'], ['huy dang ky', 'vi'], ['tigilan na', 'tl'], ['해지', 'ko'], ['وقف', 'ar'], ['отпишите меня', 'ru'], ['pa voye ankò', 'ht'],
  ['chega', 'pt'], ['arrête', 'fr'], ['keine SMS mehr', 'de'], ['wypisz mnie', 'pl'], ['disattiva', 'it'], ['बंद कर दो', 'hi'], ['ارسال نکنید', 'fa'],
])('desk-D39 "%s" stops in %s', (word, language) =>
  expect(readOptOut(`${word}!`)).toMatchObject({ kind: 'stop', languages: [language] })) // prettier-ignore

describe('desk-D39 plain sentences', () => {
  test.each([
    'please stop texting me', 'stop sending me these messages', "don't text me anymore", 'take me off your list', 'I do not want to get these texts',
    'no more messages please', 'Please stop contacting me', 'quit texting', 'Do not text.', "Don't send me anything else please", 'never contact us again',
    "don't contact me. I am not Ana", 'stop sending messages to my phone', 'stop sending', "Don't text this number", 'do not send any more texts',
    'no more texting please', 'Dejen de escribir por favor', 'no me manden más', 'No me manden mensajes', 'no me contacten más', 'dejen de mandarme mensajes', 'no me escriban', 'no quiero recibir más mensajes', 'quiten mi número de su lista',
  ])('"%s" stops', (text) => expect(kindOf(text)).toBe('stop')) // prettier-ignore
})

describe('desk-D39 what somebody asks of us is no opt-out for these words in it', () => {
  test.each([
    'Please do not send it to Walgreens, send it to CVS', "Please don't contact my mother", 'stop sending it to the old pharmacy', 'Do not email the form, I will pick it up',
    'do not send me the bill twice', 'you never text me the address', "I don't text and drive", 'Please stop emailing my ex husband', 'do not contact the school',
    'No me mande los papeles por correo, yo paso', 'Dejen de enviar los papeles a mi ex esposo', 'Por favor no contacten a mi mamá', 'no me envíe el formulario a esa dirección',
  ])('"%s"', (text) => expect(kindOf(text)).toBe('none')) // prettier-ignore

  test.each([
    "Please don't contact me at work", 'Do not text me before 9', "don't text me the results, call me", 'do not send messages to my mother', 'Stop sending texts to my old number',
    'No me contacten en el trabajo', 'no me escriban antes de las nueve', 'Dejen de escribirme al trabajo',
  ])('"%s" is in doubt', (text) => expect(kindOf(text)).toBe('doubt')) // prettier-ignore
})

test.each([
  '请不要再给我发短信', 'đừng gửi tin nhắn nữa', 'parem de me mandar mensagens', 'não quero mais receber mensagens', 'لا ترسلوا لي رسائل',
])('desk-D39 "%s" stops in its language', (text) => expect(kindOf(text)).toBe('stop')) // prettier-ignore

describe('desk-D40 a number that is somebody else’s', () => {
  test.each([
    'wrong number', 'Wrong number!!', 'Sorry, you have the wrong number', 'you are texting the wrong person', 'This is not her number',
    'Número equivocado', 'Se equivocó de número', 'este no es el número de Ana', '打错了', 'sai số', 'número errado', 'رقم خاطئ',
  ])('"%s" says so', (text) => expect(kindOf(text)).toBe('wrong-number')) // prettier-ignore

  test.each([
    'I got the wrong number of pills', 'you gave me the wrong number for the pharmacy', 'is this the right number?', 'this is not my prescription',
    'wrong dose', 'I took the wrong tablet',
  ])('"%s" does not', (text) => expect(kindOf(text)).toBe('none')) // prettier-ignore
})

const pick = <T>(...of: T[]) => fc.constantFrom(...of)
const trims = fc
  .array(pick(' ', '.', '!', '🛑', '\u200b', '…', '"', '\n'), { maxLength: 4 })
  .map((each) => each.join(''))
const cased = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) => [...text].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter.toLowerCase())).join(''))

test('desk-D39 case, punctuation and emoji around a word change nothing', () => {
  const words = pick('stop', 'stopall', 'quit', 'end', 'revoke', 'opt out', 'unsubscribe').chain(cased)
  fc.assert(
    fc.property(trims, words, trims, (before, word, after) => {
      expect(kindOf(before + word + after)).toBe('stop')
    }),
  )
})

test('desk-D39 with a medicine or a symptom in it, a sentence is never an opt-out', () => {
  const care = pick(
    'tablets',
    'insulin',
    'medication',
    'pills',
    'bleeding',
    'pain',
    'antibiotics',
    'pastillas',
    'tratamiento',
    'sangrado',
  )
  const start = pick(
    'can I stop the',
    'stop',
    'I want to stop my',
    'no more',
    'cancel',
    'end the',
    '¿puedo parar',
    'no quiero',
    'wrong',
  )
  const end = pick('', '?', ' now', ' please', ' messages', ' today')
  fc.assert(
    fc.property(start, care, end, (a, b, c) => {
      expect(kindOf(`${a} ${b}${c}`)).toBe('none')
    }),
  )
})

describe('desk-D39 medical sentences are questions', () => {
  test.each([
    'can I stop the tablets', 'Can I stop taking my medicine?', 'when should I stop the antibiotic', 'the bleeding will not stop', 'stop the insulin?',
    '¿puedo parar las pastillas?', '¿Puedo dejar de tomar la medicina?', 'my son cannot stop vomiting', 'cancel my appointment Tuesday', 'cancelar mi cita del martes',
    "I can't stop crying", 'help I have chest pain', 'end of my prescription', 'no quiero morir',
  ])('"%s" is no opt-out', (text) => expect(kindOf(text)).toBe('none')) // prettier-ignore
})

test('desk-D39 doubt is told apart', () => expect(kindOf('stop it now')).toBe('doubt'))

test('understanding-D2 no string makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void readOptOut(text)))
  expect(kindOf('stop '.repeat(100_000))).toBe('none')
})

describe('desk-D39 a visit in the sentence: what is to end are its texts, surely not all', () => {
  test.each([
    'Please stop the appointment reminders', 'Stop texting me, I have a new doctor', 'No more visit reminders', 'stop sending me appointment texts', 'Stop messaging me about my appointment',
    'please cancel the appointment reminders', 'No quiero más recordatorios de mi cita', 'dejen de mandarme mensajes de la cita', 'Ya no quiero recordatorios de citas',
  ])('"%s" is in doubt', (text) => expect(kindOf(text)).toBe('doubt')) // prettier-ignore

  test.each(['Cancel my appointment', 'No more visits please', 'when can I stop my appointment', 'Stop in for a visit?', 'my doctor told me to stop the insulin'])(
    '"%s" ends no text', (text) => expect(kindOf(text)).toBe('none')) // prettier-ignore
})

describe('desk-D39 Spanish, as people say it', () => {
  test.each(['Quiero darme de baja', 'darme de baja por favor', 'quiero darme de baja de los mensajes', 'Pare ya', 'Para', 'Ya paren', 'Ya basta', 'Alto por favor', 'Ya no me escriban'])(
    '"%s" stops', (text) => expect(kindOf(text)).toBe('stop')) // prettier-ignore

  test.each(['Baja', 'Alta', 'muy baja', 'para mi mamá', 'para el martes', 'me dieron de baja en el trabajo', 'estoy de baja por enfermedad', 'quiero la alta médica'])(
    '"%s" is an answer, and stops or starts nothing', (text) => expect(kindOf(text)).toBe('none')) // prettier-ignore
})
