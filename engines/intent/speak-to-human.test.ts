/** The wish for a person in the 16 languages (understanding-D14): none may be missed, near misses are still offered one. */
import { expect, test } from 'vitest'
import { SERVED_LANGUAGES } from '#engines/language/language.ts'
import { guessIntents } from './intent.ts'

/** Written by imagining people at the end of their patience, polite ones, and those who type one word. */
const wishes: Record<(typeof SERVED_LANGUAGES)[number], string> = {
  en: `can I talk to a real person|get me an operator|representative|I want to speak with a nurse|just let me speak to somebody|is anybody there|
    agent please|please have the nurse call me back|transfer me to a representative|0|put me through to the front desk|i need a human`,
  es: `quiero hablar con alguien|páseme con una operadora|agente|necesito que me llame la enfermera|comuníqueme con un representante|
    ya no quiero el robot, una persona por favor|hay alguien ahí|un humano por favor|me pueden llamar|prefiero hablar con una persona real`,
  zh: `转人工|我要跟真人说话|请接客服|找护士|有人吗|给我回电话|不要机器人|人工服务`,
  vi: `cho tôi gặp nhân viên|tôi muốn nói chuyện với người thật|gặp y tá|gọi lại cho tôi|nhân viên|không phải robot|noi chuyen voi nguoi that|
    cho tôi gặp tổng đài viên`,
  tl: `gusto ko ng totoong tao|pakiusap kausapin ko ang nurse|makausap ang ahente|tao po|operator po|tawagan nyo ako|may tao ba dyan|
    ayoko ng robot`,
  ko: `상담원이랑 얘기하고 싶어요|사람과 통화하고 싶어요|간호사 바꿔 주세요|전화해 주세요|상담원|직원 연결|로봇 말고 사람|진짜 사람이랑 말할래요`,
  ar: `أريد التحدث مع موظف|أبغى أكلم شخص حقيقي|اتصلوا بي من فضلكم|ممرضة لو سمحت|إنسان من فضلك|خدمة العملاء|لا أريد روبوت|أتكلم مع ممثل`,
  ru: `соедините с оператором|хочу поговорить с живым человеком|оператор|позовите медсестру|перезвоните мне|не с роботом|
    дайте живого человека|мне нужен сотрудник`,
  ht: `mwen vle pale ak yon moun tout bon|pase m yon ajan|rele m tanpri|yon enfimyè souple|pale ak moun|pa yon robo|mwen bezwen yon reprezantan|
    gen yon moun la`,
  pt: `quero falar com alguém|me passa para um atendente|atendente|uma pessoa de verdade por favor|a enfermeira pode me ligar?|não quero robô|
    atendimento humano|falar com um humano`,
  fr: `je veux parler à quelqu'un|passez-moi un conseiller|un humain svp|rappelez-moi|parler avec une infirmière, une vraie personne|
    pas un robot|agent|un opérateur s'il vous plaît`,
  de: `ich will mit einem echten Menschen reden|Mitarbeiter|verbinden Sie mich mit jemandem|bitte rufen Sie mich zurück|kein Roboter bitte|
    eine Krankenschwester bitte|einen Mitarbeiter sprechen|Mensch`,
  pl: `chcę rozmawiać z prawdziwą osobą|konsultant|proszę połączyć z pielęgniarką|proszę oddzwonić|nie z robotem|z człowiekiem|
    potrzebuję przedstawiciela|zadzwońcie do mnie`,
  it: `voglio parlare con qualcuno|operatore|mi passi un infermiere|richiamatemi|una persona vera per favore|non un robot|
    parlare con un essere umano|assistenza clienti`,
  hi: `मुझे इंसान से बात करनी है|एजेंट से बात कराओ|नर्स से बात करनी है|मुझे कॉल करें|ऑपरेटर|रोबोट नहीं चाहिए|किसी से बात करा दीजिए|
    असली आदमी से बात`,
  fa: `می‌خواهم با یک انسان صحبت کنم|اپراتور|لطفا به پرستار وصل کنید|با من تماس بگیرید|با یک نفر حرف بزنم|ربات نباشد|کارمند|نماینده می‌خواهم`,
}

const lines = Object.entries(wishes).flatMap(([language, list]) =>
  list.split('|').map((text) => [language, text.trim().replace(/\s+/g, ' ')] as const),
)

const wantsPerson = (text: string, language: string) =>
  guessIntents(text, language).some(({ name }) => name === 'speak_to_human')

test('understanding-D14 the wish for a person is heard in all 16 languages, whatever the language was taken for', () => {
  expect(new Set(lines.map(([language]) => language))).toEqual(new Set(SERVED_LANGUAGES))
  const missed = lines.flatMap(
    ([language, text]) =>
    [language, 'und', 'en', 'es'].filter((spoken) => !wantsPerson(text, spoken)).map((spoken) => [language, spoken, text]), // prettier-ignore
  )
  expect(missed).toEqual([])
})

test.each([
  ['en', "I don't want to bother a person"],
  ['en', 'no need to call me, I can wait for the nurse'],
  ['en', 'she said "let me talk to a human" but I am fine'],
  ['en', "please don't have a nurse call me at work"],
  ['es', 'no quiero molestar a la enfermera'],
  ['es', 'no hace falta que me llamen'],
  ['fr', 'je ne veux pas déranger un conseiller'],
  ['pt', 'não quero incomodar a enfermeira'],
])('understanding-D14 a near miss still offers a person, less surely: %s %s', (language, text) => {
  const guess = guessIntents(text, language).find(({ name }) => name === 'speak_to_human')
  expect(guess).toBeDefined()
})

test.each([
  ['en', 'what time do you open on saturday'],
  ['en', 'refill my lisinopril please'],
  ['es', 'a qué hora abren'],
  ['zh', '我要预约'],
  ['ru', 'отменить мою запись'],
  ['de', 'ich möchte einen Termin'],
])('understanding-D14 who asks for something else is not handed to a person: %s %s', (language, text) => {
  expect(wantsPerson(text, language)).toBe(false)
})
