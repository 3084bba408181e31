/** What a rule does: each kind of action once. */
import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import {
  ACTION_KINDS,
  NOTE_MAX_CHARS,
  NOTE_READERS,
  REPLY_MAX_CHARS,
  URGENCIES,
  type Action,
  type ActionKind,
} from '#engines/rules/rule.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { SPOKEN_LANGUAGES } from '../../i18n/spoken-languages.ts'
import { languageName, ListField } from '../condition/index.ts'
import { controlOf, type Choices } from './rule.ts'
import groupStyles from '../../ui/field-group.module.css'
import styles from './rule.module.css'

type Props = {
  actions: readonly Action[]
  choices: Choices
  errorAt: (field: string) => ReactNode
  onChange: (actions: Action[]) => void
}

export function RuleActions({ actions, choices, errorAt, onChange }: Props) {
  const intl = useIntl()
  const left = ACTION_KINDS.filter(
    (kind) =>
      actions.every((action) => action.kind !== kind) &&
      (kind !== 'webhook' || choices.webhooks.length > 0) &&
      (kind !== 'macro' || choices.macros.length > 0),
  )
  const nameOf = (kind: ActionKind) => intl.formatMessage({ id: `rules.action.${kind}` })
  return (
    <fieldset className={groupStyles.group}>
      <legend>
        <FormattedMessage id="rules.actions" />
      </legend>
      {actions.map((action, at) => (
        <div key={action.kind} className={groupStyles.part}>
          <ActionFields
            path={`actions.${at}`}
            action={action}
            choices={choices}
            errorAt={errorAt}
            onChange={(next) => onChange(actions.map((one, n) => (n === at ? next : one)))}
          />
          <IconButton
            icon={Trash2}
            size="small"
            aria-label={intl.formatMessage({ id: 'rules.action.remove' }, { action: nameOf(action.kind) })}
            onClick={() => onChange(actions.filter((_, n) => n !== at))}
          />
        </div>
      ))}
      {left.length > 0 && (
        <Select<ActionKind | ''>
          id={controlOf('actions')}
          label={<FormattedMessage id="rules.action.add" />}
          error={errorAt('actions')}
          value=""
          options={[{ value: '', label: '–' }, ...left.map((kind) => ({ value: kind, label: nameOf(kind) }))]}
          onChange={(kind) => kind !== '' && onChange([...actions, firstOf(kind, choices, intl.locale)])}
        />
      )}
    </fieldset>
  )
}

function firstOf(kind: ActionKind, choices: Choices, locale: string): Action {
  switch (kind) {
    case 'tag':
      return { kind, tags: [] }
    case 'queue':
      return { kind, queueId: choices.queues[0]?.id ?? '' }
    case 'assign':
      return { kind, staffId: choices.staff[0]?.id ?? '' }
    case 'urgency':
      return { kind, urgency: 'urgent' }
    case 'note':
      return { kind, text: '', readers: ['service'] }
    case 'reply':
      return { kind, texts: [{ language: locale.slice(0, 2), text: '' }] }
    case 'macro': {
      const [first] = choices.macros
      return { kind, macroId: first?.id ?? '', macroVersion: first?.versions.at(-1) ?? 0 }
    }
    case 'webhook':
      return { kind, webhookId: choices.webhooks[0]?.id ?? '' }
  }
}

type FieldsProps = {
  path: string
  action: Action
  choices: Choices
  errorAt: (field: string) => ReactNode
  onChange: (action: Action) => void
}

function ActionFields({ path, action, choices, errorAt, onChange }: FieldsProps) {
  const intl = useIntl()
  const field = (name: string) => ({
    id: controlOf(`${path}.${name}`),
    error: errorAt(`${path}.${name}`) ?? errorAt(path),
  })
  const named = (list: Choices['queues']) => list.map(({ id, name }) => ({ value: id, label: name }))
  const label = <FormattedMessage id={`rules.action.${action.kind}`} />
  switch (action.kind) {
    case 'tag':
      return <ListField {...field('tags')} label={label} items={action.tags} onItems={(tags) => onChange({ ...action, tags })} /> // prettier-ignore
    case 'queue':
      return <Select {...field('queueId')} label={label} value={action.queueId} options={named(choices.queues)} onChange={(queueId) => onChange({ ...action, queueId })} /> // prettier-ignore
    case 'assign':
      return <Select {...field('staffId')} label={label} value={action.staffId} options={named(choices.staff)} onChange={(staffId) => onChange({ ...action, staffId })} /> // prettier-ignore
    case 'webhook':
      return <Select {...field('webhookId')} label={label} value={action.webhookId} options={named(choices.webhooks)} onChange={(webhookId) => onChange({ ...action, webhookId })} /> // prettier-ignore
    case 'macro':
      return <MacroFields path={path} action={action} choices={choices} errorAt={errorAt} onChange={onChange} />
    case 'urgency':
      return (
        <Select
          {...field('urgency')}
          label={label}
          value={action.urgency}
          options={URGENCIES.filter((one) => one !== 'routine').map((value) => ({ value, label: intl.formatMessage({ id: `desk.urgency.${value}` }) }))} // prettier-ignore
          onChange={(urgency) => onChange({ ...action, urgency })}
        />
      )
    case 'note':
      return (
        <div className={styles.form}>
          <TextArea
            {...field('text')}
            label={label}
            maxLength={NOTE_MAX_CHARS}
            value={action.text}
            onChange={({ target }) => onChange({ ...action, text: target.value })}
          />
          <fieldset className={groupStyles.values} id={controlOf(`${path}.readers`)} tabIndex={-1}>
            <legend>
              <FormattedMessage id="rules.note.readers" />
            </legend>
            {NOTE_READERS.map((reader) => (
              <Checkbox
                key={reader}
                id={controlOf(`${path}.readers.${reader}`)}
                label={<FormattedMessage id={`desk.reader.${reader}`} />}
                checked={action.readers.includes(reader)}
                onChange={({ target }) =>
                  onChange({
                    ...action,
                    readers: NOTE_READERS.filter((one) =>
                      one === reader ? target.checked : action.readers.includes(one),
                    ),
                  })
                }
              />
            ))}
          </fieldset>
        </div>
      )
    case 'reply':
      return <ReplyFields path={path} action={action} errorAt={errorAt} onChange={onChange} />
  }
}

type MacroProps = Omit<FieldsProps, 'action'> & { action: Action & { kind: 'macro' } }

/** The version that was chosen stays until somebody takes the newest: what was tried is what acts. */
function MacroFields({ path, action, choices, errorAt, onChange }: MacroProps) {
  const { macroId, macroVersion } = action
  const chosen = choices.macros.find(({ id }) => id === macroId)
  const newest = chosen?.versions.at(-1)
  const take = (id: string) =>
    onChange({
      ...action,
      macroId: id,
      macroVersion: choices.macros.find((one) => one.id === id)?.versions.at(-1) ?? 0,
    })
  const retired = chosen ? [] : choices.retiredMacros.filter(({ id }) => id === macroId)
  return (
    <div className={styles.form}>
      <Select
        id={controlOf(`${path}.macroId`)}
        label={<FormattedMessage id="rules.action.macro" />}
        hint={<FormattedMessage id="rules.macro.hint" />}
        error={errorAt(`${path}.macroId`) ?? errorAt(`${path}.macroVersion`) ?? errorAt(path)}
        value={macroId}
        options={[...retired, ...choices.macros].map(({ id, name }) => ({ value: id, label: name }))}
        onChange={take}
      />
      {newest !== undefined && newest > macroVersion && (
        <Button size="small" onClick={() => take(macroId)}>
          <FormattedMessage id="rules.macro.newest" values={{ version: macroVersion, newest }} />
        </Button>
      )}
    </div>
  )
}

type ReplyProps = Omit<FieldsProps, 'action' | 'choices'> & { action: Action & { kind: 'reply' } }

function ReplyFields({ path, action, errorAt, onChange }: ReplyProps) {
  const intl = useIntl()
  const { texts } = action
  const left = SPOKEN_LANGUAGES.filter((one) => texts.every(({ language }) => language !== one))
  const next = left[0]
  return (
    <div className={styles.form}>
      <p className={styles.fact}>
        <FormattedMessage id="rules.reply.hint" />
      </p>
      {texts.map(({ language, text }, at) => {
        const name = languageName(intl, language)
        const replace = (over: object) =>
          onChange({ ...action, texts: texts.map((one, n) => (n === at ? { ...one, ...over } : one)) })
        return (
          <div key={language} className={groupStyles.part}>
            <div className={styles.form}>
              <Select
                id={controlOf(`${path}.texts.${at}.language`)}
                label={<FormattedMessage id="rules.reply.language" />}
                error={errorAt(`${path}.texts.${at}.language`)}
                value={language}
                options={[language, ...left].map((one) => ({ value: one, label: languageName(intl, one) }))}
                onChange={(chosen) => replace({ language: chosen })}
              />
              <TextArea
                id={controlOf(`${path}.texts.${at}.text`)}
                label={<FormattedMessage id="rules.reply.text" values={{ language: name }} />}
                error={errorAt(`${path}.texts.${at}.text`)}
                maxLength={REPLY_MAX_CHARS}
                value={text}
                onChange={({ target }) => replace({ text: target.value })}
              />
            </div>
            {texts.length > 1 && (
              <IconButton
                icon={Trash2}
                size="small"
                aria-label={intl.formatMessage({ id: 'rules.reply.remove' }, { language: name })}
                onClick={() => onChange({ ...action, texts: texts.filter((_, n) => n !== at) })}
              />
            )}
          </div>
        )
      })}
      {next && (
        <Button
          size="small"
          icon={Plus}
          onClick={() => onChange({ ...action, texts: [...texts, { language: next, text: '' }] })}
        >
          <FormattedMessage id="rules.reply.add" />
        </Button>
      )}
    </div>
  )
}
