/**
 * Common given and family names. A message of names only says nothing about its language (understanding-D9):
 * "Maria Lopez" is as likely written by an English speaker as by a Spanish one.
 */
const NAMES = new Set(
  `maria jose juan luis carlos jorge miguel ana rosa carmen pedro antonio francisco manuel rafael alejandro daniel david diego
  sofia lucia elena isabel patricia laura andrea gabriela fernando ricardo eduardo roberto mario sergio pablo javier alberto
  garcia martinez lopez hernandez gonzalez gonzales perez rodriguez sanchez ramirez torres flores rivera gomez diaz reyes morales
  cruz ortiz gutierrez chavez ramos ruiz alvarez mendoza vasquez castillo jimenez moreno romero herrera medina aguilar vargas
  james john robert michael william richard joseph thomas charles christopher matthew anthony mark donald steven paul andrew
  joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
  justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron
  mary jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna
  michelle carol amanda melissa deborah stephanie rebecca sharon cynthia kathleen amy angela shirley anna brenda pamela emma
  nicole helen samantha katherine christine debra rachel carolyn janet catherine heather diane julie joyce victoria kelly
  smith johnson williams brown jones miller davis wilson anderson taylor moore jackson martin lee thompson white harris clark
  lewis robinson walker young allen king wright hill scott green adams baker nelson carter mitchell roberts campbell phillips
  evans turner parker collins edwards stewart morris murphy cook rogers morgan cooper peterson reed bailey bell kelly howard
  ward cox richardson wood watson brooks bennett gray hughes price myers long foster sanders ross
  nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly kim park choi jung kang cho yoon jang lim
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo mohammed mohamed ahmed ali hassan hussein
  fatima omar ibrahim khan singh kaur patel sharma kumar gupta santos silva oliveira souza pereira costa ferreira almeida
  jean pierre michel marie jacques philippe francois nicolas louis joseph baptiste charles ivan olga dmitri sergei natalia
  kowalski nowak wisniewski muller schmidt schneider fischer weber rossi russo ferrari esposito bianchi`
    .split(/\s+/)
    .filter((name) => name !== ''),
)

/** More words than this are not read as a list of names. */
const MOST_NAMES = 5
const LONGEST_LIST = 60

/** True when every word is capitalised and in the list. */
export function onlyNames(text: string): boolean {
  if (text.length > LONGEST_LIST) return false
  const words = text.split(/[^\p{L}]+/u).filter((word) => word.length > 1)
  if (words.length === 0 || words.length > MOST_NAMES) return false
  return words.every((word) => word[0] === word[0]!.toUpperCase() && NAMES.has(plain(word)))
}

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether a single word is one of them, however it is written. */
export const isPersonalName = (word: string): boolean => NAMES.has(plain(word))
