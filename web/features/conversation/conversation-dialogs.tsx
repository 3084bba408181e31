/** The small questions about a conversation: until when, on whom, whose, which words. */
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { DEATH_TAGS } from '#contract/tag.ts'
import { api } from '../../api/client.ts'
import type { Urgency, WaitingOn } from '../../api/types.ts'
import { languageOf } from '../../i18n/locale.ts'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { useLanguage } from '../../i18n/words.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { SearchField, TextField } from '../../ui/text-field.tsx'
import { describeTime } from '../../ui/timestamp.tsx'
import styles from './conversation-dialogs.module.css'
import { languageName } from './badges.tsx'
import { SNOOZE_DAYS_MAX, snoozeChoices, wallTime } from './snooze-choices.ts'

type SnoozeEvent = 'result-filed' | 'authorization-decided' | 'form-returned' | 'visit-done'
const SNOOZE_EVENTS = ['result-filed', 'authorization-decided', 'form-returned', 'visit-done'] as const

export type SnoozeUntil = { until: string; event?: SnoozeEvent }

type SnoozeDialogProps = { onSnooze: (until: SnoozeUntil) => void; onClose: () => void }

const snoozeWords: CatalogueParts = {
  en: [() => import('../../i18n/en/snooze.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/snooze.json', { with: { type: 'json' } })],
}

export const SnoozeDialog = (props: SnoozeDialogProps) => (
  <PageWords parts={snoozeWords}>
    <Snoozing {...props} />
  </PageWords>
)

function Snoozing({ onSnooze, onClose }: SnoozeDialogProps) {
  const intl = useIntl()
  const [opened] = useState(() => new Date())
  const latest = new Date(opened.getTime() + SNOOZE_DAYS_MAX * 86_400_000)
  const [event, setEvent] = useState<SnoozeEvent | ''>('')
  const [own, setOwn] = useState(wallTime(snoozeChoices(opened).at(-1)!.until))
  const snooze = (until: Date) => {
    onSnooze({ until: until.toISOString(), event: event || undefined })
    onClose()
  }
  /** Without another choice the event is waited for as long as may be (desk-D17). */
  const waitFor = (next: SnoozeEvent | '') => {
    if (event === '' && next !== '') setOwn(wallTime(latest))
    setEvent(next)
  }
  const submit = (form: FormEvent) => {
    form.preventDefault()
    snooze(new Date(own))
  }
  return (
    <Dialog title={<FormattedMessage id="snooze.title" />} size="small" onClose={onClose}>
      <ul className={styles.choices}>
        {snoozeChoices(opened).map(({ key, until }, index) => (
          <li key={key}>
            <button type="button" className={styles.choice} autoFocus={index === 0} onClick={() => snooze(until)}>
              <span>
                <FormattedMessage id={`snooze.${key}`} />
              </span>
              <span className={styles.fact}>
                {describeTime(intl, until, opened, 'short') +
                  (until.toDateString() === opened.toDateString()
                    ? ''
                    : `, ${describeTime(intl, until, opened, 'clock')}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className={styles.form}>
        <TextField
          id="snooze-until"
          type="datetime-local"
          required
          min={wallTime(opened)}
          max={wallTime(latest)}
          value={own}
          onChange={(change) => setOwn(change.target.value)}
          label={<FormattedMessage id="snooze.own" />}
        />
        <Select
          id="snooze-event"
          label={intl.formatMessage({ id: 'snooze.event' })}
          hint={<FormattedMessage id="snooze.event-hint" />}
          value={event}
          onChange={waitFor}
          options={[
            { value: '', label: intl.formatMessage({ id: 'snooze.no-event' }) },
            ...SNOOZE_EVENTS.map((value) => ({
              value,
              label: intl.formatMessage({ id: `desk.snooze-event.${value}` }),
            })),
          ]}
        />
        <Button type="submit" tone="primary">
          <FormattedMessage id="snooze.do" />
        </Button>
      </form>
    </Dialog>
  )
}

export const WAITING_ON = [
  'patient',
  'clinician',
  'payer',
  'pharmacy',
  'laboratory',
  'other-office',
] as const satisfies WaitingOn[]

export function WaitDialog({ onWait, onClose }: { onWait: (on: WaitingOn) => void; onClose: () => void }) {
  return (
    <Dialog title={<FormattedMessage id="desk.wait.title" />} size="small" onClose={onClose}>
      <ul className={styles.choices}>
        {WAITING_ON.map((on, index) => (
          <li key={on}>
            <button
              type="button"
              className={styles.choice}
              autoFocus={index === 0}
              onClick={() => {
                onWait(on)
                onClose()
              }}
            >
              <FormattedMessage id={`desk.waiting-on.${on}`} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

type AssignDialogProps = {
  /** Somebody has it who could give it back. */
  mayRelease: boolean
  onAssign: (staffId: string | null, name?: string) => void
  onClose: () => void
}

const assignWords: CatalogueParts = {
  en: [() => import('../../i18n/en/assign.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/assign.json', { with: { type: 'json' } })],
}

export const AssignDialog = (props: AssignDialogProps) => (
  <PageWords parts={assignWords}>
    <Assigning {...props} />
  </PageWords>
)

function Assigning({ mayRelease, onAssign, onClose }: AssignDialogProps) {
  const intl = useIntl()
  const colleagues = useQuery(api.desk.colleagues.queryOptions())
  const [words, setWords] = useState('')
  const matches = (colleagues.data ?? [])
    .filter((person) => person.role !== 'administrator')
    .filter((person) => person.name.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()))
    .sort((a, b) => Number(b.isOnDuty) - Number(a.isOnDuty) || a.openConversations - b.openConversations)
  const assign = (staffId: string | null, name?: string) => {
    onAssign(staffId, name)
    onClose()
  }
  return (
    <Dialog title={<FormattedMessage id="assign.title" />} onClose={onClose}>
      <SearchField
        id="assign-search"
        autoFocus
        label={intl.formatMessage({ id: 'assign.search' })}
        placeholder={intl.formatMessage({ id: 'assign.search' })}
        value={words}
        onChange={(change) => setWords(change.target.value)}
        onKeyDown={(press) => {
          if (press.key === 'Enter' && matches[0]) assign(matches[0].id, matches[0].name)
        }}
      />
      <ul className={styles.choices}>
        {mayRelease && (
          <li>
            <button type="button" className={styles.choice} onClick={() => assign(null)}>
              <FormattedMessage id="assign.nobody" />
            </button>
          </li>
        )}
        {matches.map((person) => (
          <li key={person.id}>
            <button type="button" className={styles.choice} onClick={() => assign(person.id, person.name)}>
              <Avatar name={person.name} tone="staff" size="small" />
              <span className={styles.person}>
                <span>{person.name}</span>
                <span className={styles.fact}>
                  {[
                    intl.formatMessage({ id: `desk.role.${person.role}` }),
                    intl.formatList(person.languages.map((language) => languageName(intl, language))),
                    person.siteName,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <span className={styles.fact}>
                <FormattedMessage id="assign.load" values={{ count: person.openConversations }} />
              </span>
              {person.isOnDuty ? (
                <Badge tone="done">
                  <FormattedMessage id="desk.assign.on-duty" />
                </Badge>
              ) : (
                <Badge>
                  <FormattedMessage id="assign.off-duty" />
                </Badge>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const URGENCIES = ['routine', 'urgent', 'asap', 'stat'] as const satisfies Urgency[]

type UrgencyDialogProps = {
  current: Urgency
  mayLower: boolean
  onSet: (urgency: Urgency, reason: string) => void
  onClose: () => void
}

const urgencyWords: CatalogueParts = {
  en: [() => import('../../i18n/en/urgency.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/urgency.json', { with: { type: 'json' } })],
}

export const UrgencyDialog = (props: UrgencyDialogProps) => (
  <PageWords parts={urgencyWords}>
    <Urgencies {...props} />
  </PageWords>
)

function Urgencies({ current, mayLower, onSet, onClose }: UrgencyDialogProps) {
  const intl = useIntl()
  const [urgency, setUrgency] = useState<Urgency>(current)
  const [reason, setReason] = useState('')
  const allowed = URGENCIES.filter((one) => mayLower || URGENCIES.indexOf(one) >= URGENCIES.indexOf(current))
  const submit = (form: FormEvent) => {
    form.preventDefault()
    onSet(urgency, reason.trim())
    onClose()
  }
  return (
    <Dialog title={<FormattedMessage id="urgency.title" />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <Choice
          name="urgency"
          legend={<FormattedMessage id="urgency.choose" />}
          value={urgency}
          onChange={setUrgency}
          options={allowed.map((value) => ({ value, label: intl.formatMessage({ id: `desk.urgency.${value}` }) }))}
        />
        {!mayLower && (
          <p className={styles.fact}>
            <FormattedMessage id="urgency.only-up" />
          </p>
        )}
        <TextField
          id="urgency-reason"
          required
          minLength={3}
          maxLength={300}
          label={<FormattedMessage id="urgency.reason" />}
          value={reason}
          onChange={(change) => setReason(change.target.value)}
        />
        <Button type="submit" tone="primary" disabled={urgency === current || reason.trim().length < 3}>
          <FormattedMessage id="urgency.set" />
        </Button>
      </form>
    </Dialog>
  )
}

type TagDialogProps = {
  tags: readonly string[]
  onTag: (change: { add: string[]; remove: string[] }) => void
  onClose: () => void
}

const tagWords: CatalogueParts = {
  en: [() => import('../../i18n/en/tags.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/tags.json', { with: { type: 'json' } })],
}
/** In whichever language it was tagged. */
const ofDeath: readonly string[] = Object.values(DEATH_TAGS)

export const TagDialog = (props: TagDialogProps) => (
  <PageWords parts={tagWords}>
    <Tags {...props} />
  </PageWords>
)

function Tags({ tags, onTag, onClose }: TagDialogProps) {
  const intl = useIntl()
  const language = languageOf(useLanguage().locale)
  const [words, setWords] = useState('')
  const add = (form: FormEvent) => {
    form.preventDefault()
    const tag = words.trim()
    if (tag) onTag({ add: [tag], remove: [] })
    setWords('')
  }
  return (
    <Dialog title={<FormattedMessage id="tags.title" />} size="small" onClose={onClose}>
      <form onSubmit={add} className={styles.form}>
        <TextField
          id="new-tag"
          autoFocus
          maxLength={40}
          label={<FormattedMessage id="tags.new" />}
          hint={<FormattedMessage id="tags.hint" />}
          value={words}
          onChange={(change) => setWords(change.target.value)}
        />
      </form>
      {!tags.some((tag) => ofDeath.includes(tag.toLowerCase())) && (
        <>
          <Button size="small" onClick={() => onTag({ add: [DEATH_TAGS[language]], remove: [] })}>
            <FormattedMessage id="tags.death" />
          </Button>
          <p className={styles.fact}>
            <FormattedMessage id="tags.death-hint" />
          </p>
        </>
      )}
      {tags.length > 0 && (
        <ul className={styles.choices}>
          {tags.map((tag) => (
            <li key={tag} className={styles.tag}>
              <Badge>{tag}</Badge>
              <Button
                size="small"
                tone="plain"
                aria-label={intl.formatMessage({ id: 'tags.remove-named' }, { tag })}
                onClick={() => onTag({ add: [], remove: [tag] })}
              >
                <FormattedMessage id="tags.remove" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
