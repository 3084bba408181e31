/**
 * Hindi, Arabic and Persian in Latin letters (understanding-D10): "mujhe bukhar hai", "3andi waja3". The models do not know them, so
 * the text is told as `und` with a hint. Written for the project, not yet reviewed by speakers.
 */
import type { FoldedWords } from '#engines/linear/phrase-finder.ts'

/** Words that hardly stand in another language of Latin letters. */
const words: Record<string, string> = {
  hi: `hai hain hoon hun nahi nahin nahee kya kyu kyun kaise kab kahan mujhe mera meri mere mujhko aap aapka aapki apka apki tum tumhara
    hum humko karna karna karo kijiye kijiyega karwana karein chahiye chahie chahta chahti raha rahi rahe tha thi bukhar dard bimar
    dawai dawa dava aspatal saans pet sar sir bahut bohot bahot zyada thoda kal aaj abhi phir lekin aur mein main ko ka ki ke wala wali
    dijiye dena hota hoti gaya gayi gaye kripya shukriya dhanyavad namaste namaskar beta beti pitaji mata baccha bachcha khansi ulti
    chakkar khoon sujan milna milega batao bataiye samajh bolo bol`,
  ar: `ana anta inta inti ento 3andi 3ndi aandi andi indi ayez ayza 3ayez 3ayza awez aayez bidi biddi beddi badi mish mesh mush mosh muu
    mafi mafeesh kteer ktir kathir awi awy shu shou shoo leish leh lesh ween wein feen emta imta mata kam kif keef kifak kifik shlon
    shlonak habibi habibti yalla inshallah inshalla inchallah alhamdulillah hamdulillah elhamdulillah wallah wallahi shukran shokran
    afwan salam alaikum marhaba ahlan maw3id mawid maw3ed mo3ed doktor duktor tabib mustashfa mostashfa waja3 waga3 waja wagaa alam
    sokhna sukhuna harara dawa dawaa min fadlak fadlik law samaht sama7t samahti la2 laa aywa na3am naam ba3d bokra bukra embare7
    mbareh el al wel fi fee 3la 3ala 3aleh 7abibi sadri batni rasi ra2si ibni binti ommi abi`,
  fa: `man shoma mikham mikhaham mikhaam mikhastam nemikham nemitonam nemitoonam nemitunam nemitavanam mitonam mitoonam mitunam mitavanam
    daram dari dare darid nadaram nadare hast hastam hastid nist nistam bood boodam shodam shode shod mishe mishavad nemishe kardam kardan
    konam konid kone lotfan lotfa mersi mamnoon merci salam khobi khoobi khoobam khoob chetori chetorid chi chera koja chand cheghadr
    vaght vaghte nobat doktor doctoram bimarestan daroo daru dard tab saram delam pam dastam ghalbam nafas emrooz farda dirooz alan
    khaste bimar bimaram bacheam bache madaram pedaram pesaram dokhtaram baraye ba az be ke va ya ham inja unja goftam begid begin`,
}

/** Words of the lists that other languages hold too: they only support. */
const COMMON = new Set(
  'man ana inta pet sir sar tha ko ka ki ke main mata kam al el fi min wel law la laa alam kal ho dare chi ba az be va ya ham tab dard dawa naam tum hum mein salam doktor merci hun aur pam kone begin bol abi dari hast wala inti fee ento awy emta mush chand unja feen'.split(
    ' ',
  ),
)

/** At least so many words of the list, one of them found nowhere else, and this share of all words. */
const FEWEST_HITS = 2
const FEWEST_OWN = 1
const SHARE = 0.4
/** Longer texts are judged by their first words. */
const MOST_WORDS = 60

const codeOf = new Map<string, Set<string>>()
for (const [code, list] of Object.entries(words)) codeOf.set(code, new Set(list.split(/\s+/)))

/** `hi`, `ar` or `fa`, or nothing. */
export function romanisedLanguage({ words: all }: FoldedWords): string | undefined {
  const read = all.slice(0, MOST_WORDS)
  let best: string | undefined
  let most = 0
  for (const [code, known] of codeOf) {
    const hits = read.filter((word) => known.has(word))
    const own = new Set(hits.filter((word) => !COMMON.has(word)))
    const isSo = hits.length >= FEWEST_HITS && own.size >= FEWEST_OWN && hits.length >= SHARE * read.length
    const weight = hits.length + own.size
    if (isSo && weight > most) [best, most] = [code, weight]
  }
  return best
}
