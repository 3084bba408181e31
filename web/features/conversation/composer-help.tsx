/**
 * Help while somebody writes to a patient (understanding-D44): how hard it reads, and what could be said more plainly. One key takes the
 * first suggestion, Escape puts them all away; nothing is replaced by itself. Fetched after the first page.
 */
import { useQuery } from '@tanstack/react-query'
import { BookOpenCheck, FileText, X } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Keys } from '../../ui/keys.tsx'
import styles from './composer-help.module.css'
import { composerWords } from './composer-words.ts'
import { nameOf, takeOffer, wordsAt, type Offer, type Said, type Span } from './plain-offers.ts'

/** A pause in typing, in milliseconds. Source: understanding-D44. */
const PAUSE_MS = 400
/** Characters of a text that are read (contract: understanding.plainWords). */
const READ_MAX = 20_000
/** Above this a text is hard to read. Source: understanding-D44. */
const HARD_GRADE = 8
/** Rows that are shown at once; what is mended makes room for the next. */
const ROWS_MAX = 4
/** Characters of a passage that are repeated in a row. */
const SHOWN_MAX = 60

type ComposerHelpProps = {
  area: RefObject<HTMLTextAreaElement | null>
  text: string
  /** What the patient speaks. */
  language: string
  /** What the patient asks for and nobody has answered. */
  wants: readonly string[]
  /** The keys that take the first suggestion. */
  keys: string
  /** What these keys do; null: nothing is offered. */
  onOffer: (take: Taker | null) => void
  onText: (text: string) => void
  onMacro: (macroId: string) => void
}

/** In a function that makes it, as a setter of state wants it. */
type Taker = () => () => void

export function ComposerHelp(props: ComposerHelpProps) {
  return (
    <PageWords parts={composerWords}>
      {props.text.trim() ? <Plainer {...props} /> : props.wants.length > 0 && <ReadyMade {...props} />}
    </PageWords>
  )
}

/** A macro for what the patient wants: offered, and never put in by itself. */
function ReadyMade({ wants, language, keys, onOffer, onMacro }: ComposerHelpProps) {
  const found = useQuery(
    api.macro.suggest.queryOptions({ input: { intents: [...wants], language }, staleTime: 300_000, retry: false }),
  )
  const macro = found.data
  useOffer(onOffer, macro ? () => onMacro(macro.macroId) : null)
  if (!macro) return null
  return (
    <p className={styles.help}>
      <Button size="small" icon={FileText} onClick={() => onMacro(macro.macroId)}>
        <FormattedMessage id="composer.help.macro" values={{ title: macro.title }} /> <Keys keys={keys} />
      </Button>
      <span className="visually-hidden" role="status">
        <FormattedMessage id="composer.help.macro-said" values={{ title: macro.title }} />
      </span>
    </p>
  )
}

function Plainer({ area, text, language, keys, onOffer, onText }: ComposerHelpProps) {
  const intl = useIntl()
  const [said, setSaid] = useSaid(text, language)
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const [taken, setTaken] = useState<string | null>(null)

  const isCurrent = said?.text === text
  const offers = isCurrent ? said.help.offers.filter((one) => !dismissed.has(nameOf(said.text, one))) : []
  const marks = isCurrent ? said.help.marks.filter((one) => !dismissed.has(nameOf(said.text, one))) : []
  const missesStep = isCurrent && said.help.missingNextStep && !dismissed.has('next-step')
  const first = offers[0]

  const take = (offer: Offer) => {
    if (!said) return
    const { said: next, caret } = takeOffer(said, offer)
    setSaid(next)
    setTaken(offer.to)
    onText(next.text)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(caret, caret)
    })
  }
  const dismiss = () => {
    if (!said) return
    setDismissed(new Set([...dismissed, 'next-step', ...[...offers, ...marks].map((one) => nameOf(said.text, one))]))
    area.current?.focus()
  }
  useOffer(onOffer, first ? () => take(first) : null)
  useEscape(area, (offers.length > 0 || marks.length > 0 || missesStep) && dismiss)

  if (!said) return null
  const { grade, short } = said.help
  const isHard = grade !== null && !short && grade > HARD_GRADE
  const shown = grade === null || short ? null : Math.ceil(grade)
  const rows = Math.max(0, ROWS_MAX - offers.length)
  const hidden = Math.max(0, offers.length - ROWS_MAX) + Math.max(0, marks.length - rows)
  return (
    <section className={styles.help} aria-label={intl.formatMessage({ id: 'composer.help.title' })}>
      <p className={styles.head}>
        <Badge tone={isHard ? 'urgent' : 'done'} icon={BookOpenCheck}>
          {shown === null ? (
            <FormattedMessage id={short ? 'composer.help.short' : 'composer.help.title'} />
          ) : (
            <>
              <FormattedMessage id="composer.help.grade" values={{ grade: shown }} /> ·{' '}
              <FormattedMessage id={isHard ? 'composer.help.hard' : 'composer.help.easy'} />
            </>
          )}
        </Badge>
        {(offers.length > 0 || marks.length > 0 || missesStep) && (
          <>
            <span className={styles.rest}>
              <FormattedMessage id="composer.help.more" values={{ count: hidden }} />
            </span>
            <Keys keys="Escape" />
            <IconButton
              icon={X}
              size="small"
              aria-label={intl.formatMessage({ id: 'composer.help.dismiss' })}
              onClick={dismiss}
            />
          </>
        )}
      </p>
      <ul className={styles.rows}>
        {offers.slice(0, ROWS_MAX).map((offer) => {
          const from = wordsAt(said.text, offer.span)
          return (
            <li key={`${offer.span[0]}-${offer.why}`}>
              <button type="button" className={styles.offer} onClick={() => take(offer)}>
                <span>
                  <FormattedMessage id="composer.help.offer" values={{ from: <s>{from}</s>, to: <b>{offer.to}</b> }} />
                </span>
                {offer === first && <Keys keys={keys} />}
              </button>
            </li>
          )
        })}
        {marks.slice(0, rows).map((mark) => (
          <li key={`${mark.span[0]}-${mark.why}`} className={styles.mark}>
            <FormattedMessage id={`composer.help.mark.${mark.why}`} />:{' '}
            <button
              type="button"
              className={styles.place}
              aria-label={intl.formatMessage({ id: 'composer.help.show' }, { words: shortened(said.text, mark.span) })}
              onClick={() => select(area, mark.span)}
            >
              {shortened(said.text, mark.span)}
            </button>{' '}
            {mark.hint && <FormattedMessage id="composer.help.hint" values={{ hint: mark.hint }} />}
          </li>
        ))}
        {missesStep && (
          <li className={styles.mark}>
            <FormattedMessage id="composer.help.next-step" />
          </li>
        )}
      </ul>
      <p className="visually-hidden" role="status">
        {taken !== null && <FormattedMessage id="composer.help.taken" values={{ to: taken }} />}{' '}
        {isCurrent && (
          <FormattedMessage
            id="composer.help.said"
            values={{
              grade: shown ?? 'none',
              offers: offers.length,
              from: first ? wordsAt(said.text, first.span) : '',
              to: first?.to ?? '',
              marks: marks.length + (missesStep ? 1 : 0),
            }}
          />
        )}
      </p>
    </section>
  )
}

/** What the server says of the text after a pause. Not in the query cache: what is half written is kept nowhere twice. */
function useSaid(text: string, language: string) {
  const [said, setSaid] = useState<Said | null>(null)
  // What a taken suggestion left is read again, like anything else that was written.
  const [read, setRead] = useState<string | null>(null)
  useEffect(() => {
    if (read === text) return
    const gone = new AbortController()
    const timer = setTimeout(() => {
      client.understanding.plainWords({ text: text.slice(0, READ_MAX), language }, { signal: gone.signal }).then(
        (help) => {
          setSaid({ text, help })
          setRead(text)
        },
        // Without a network there is no help, and nothing else is amiss.
        () => undefined,
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [text, language, read])
  return [said, setSaid] as const
}

/** Tells the composer what its key does here, for as long as there is something to take. */
function useOffer(onOffer: ComposerHelpProps['onOffer'], run: (() => void) | null) {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const isOffered = run !== null
  useEffect(() => {
    if (!isOffered) return
    onOffer(() => () => latest.current?.())
    return () => onOffer(null)
  }, [onOffer, isOffered])
}

/** Escape in the field puts the suggestions away first; the next one leaves the field. */
function useEscape(area: RefObject<HTMLTextAreaElement | null>, run: (() => void) | false) {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const field = area.current
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || !latest.current) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    field?.addEventListener('keydown', press, { capture: true })
    return () => field?.removeEventListener('keydown', press, { capture: true })
  }, [area])
}

function select(area: RefObject<HTMLTextAreaElement | null>, [from, to]: Span) {
  area.current?.focus()
  area.current?.setSelectionRange(from, to)
}

function shortened(text: string, span: Span): string {
  const words = wordsAt(text, span)
  return words.length > SHOWN_MAX ? `${words.slice(0, SHOWN_MAX).trimEnd()}…` : words
}
