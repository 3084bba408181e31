/**
 * A flat stream of HTML tokens: no tree, no stack, time linear in the input whatever its nesting.
 *
 * Parsers that keep a stack of open elements take quadratic time on a hostile mail; this looks at tokens only, so it can count
 * before anything else touches the text.
 */
import { Tokenizer } from 'htmlparser2'

export type HtmlTokenReader = {
  /** Attribute names are lower case; the first of two equal names counts. Return false to stop reading. */
  open?: (name: string, attributes: Record<string, string>) => boolean | void
  close?: (name: string) => boolean | void
  text?: (text: string) => boolean | void
}

/** Most attributes kept of one element. */
const MAX_ATTRIBUTES = 100

export function readHtmlTokens(html: string, reader: HtmlTokenReader): void {
  let name = ''
  let attributes: Record<string, string> = {}
  let attributeCount = 0
  let attributeName = ''
  let attributeValue: string[] = []
  const ignore = () => {}
  const goOn = (answer: boolean | void) => {
    if (answer === false) tokenizer.pause()
  }
  const endOfTag = () => goOn(reader.open?.(name, attributes))
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase()
        attributes = {}
        attributeCount = 0
      },
      onattribname(start, end) {
        attributeName = html.slice(start, end).toLowerCase()
        attributeValue = []
      },
      onattribdata: (start, end) => void attributeValue.push(html.slice(start, end)),
      onattribentity: (codepoint) => void attributeValue.push(String.fromCodePoint(codepoint)),
      onattribend() {
        if (attributeCount++ < MAX_ATTRIBUTES && !Object.hasOwn(attributes, attributeName))
          attributes[attributeName] = attributeValue.join('')
      },
      onopentagend: endOfTag,
      onselfclosingtag: endOfTag,
      onclosetag: (start, end) => goOn(reader.close?.(html.slice(start, end).toLowerCase())),
      ontext: (start, end) => goOn(reader.text?.(html.slice(start, end))),
      ontextentity: (codepoint) => goOn(reader.text?.(String.fromCodePoint(codepoint))),
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
      isInForeignContext: () => false,
    },
  )
  tokenizer.write(html)
  if (tokenizer.running) tokenizer.end()
}

export const voidElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
