/** One macro as it is written: what it is, its steps, its texts side by side, and its versions. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft, PackageX, RotateCcw } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { newMessageId } from '../../api/message-id.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ErrorSummary, type FormProblem } from '../../ui/error-summary.tsx'
import { backClass, Card, Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { MacroVersions } from './macro-versions.tsx'
import styles from './macros-page.module.css'
import { StepFields } from './step-fields.tsx'
import { VariantFields } from './variant-fields.tsx'

type Macro = Awaited<ReturnType<typeof client.macro.get>>
export type MacroContent = Parameters<typeof client.macro.save>[0]['content']

const EMPTY: MacroContent = {
  title: '',
  topic: null,
  isClinical: false,
  ownerId: null,
  medicalOwnerId: null,
  validUntil: null,
  steps: [{ do: 'text' }],
  variants: [
    { language: 'en', readingLevel: 'plain', text: '', isReviewed: false },
    { language: 'es', readingLevel: 'plain', text: '', isReviewed: false },
  ],
}

export function MacroEditor({ macroId }: { macroId: string | null }) {
  const intl = useIntl()
  const macro = useQuery(
    api.macro.get.queryOptions({ input: { macroId: macroId ?? '' }, enabled: macroId !== null, staleTime: 0 }),
  )
  if (macroId === null) return <Form key="new" macro={null} />
  if (macro.data) return <Form key={macro.data.version} macro={macro.data} />
  return (
    <Page title={intl.formatMessage({ id: 'macro.title' })}>
      {macro.isError ? (
        <FailedState
          title={describeProblem(intl, problemOf(macro.error))}
          code={problemOf(macro.error).code}
          onRetry={() => void macro.refetch()}
        />
      ) : (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
    </Page>
  )
}

/** What the server may find wrong with a macro; for the rest the words of the refusal do. */
const PROBLEMS = [
  'empty',
  'twice',
  'no-variant',
  'no-text-step',
  'unknown-variable',
  'clinical-needs-it',
  'not-here',
  'not-clinical',
] as const

function Form({ macro }: { macro: Macro | null }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [content, setContent] = useState<MacroContent>(macro ?? EMPTY)
  const [newId] = useState(newMessageId)
  const [problems, setProblems] = useState<FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const colleagues = useQuery(api.desk.colleagues.queryOptions())
  const macroId = macro?.id ?? newId
  const set = (over: Partial<MacroContent>) => setContent({ ...content, ...over })
  const errorAt = (field: string) => problems.find((problem) => problem.field === field)?.message

  const saved = async ({ id, version }: { id: string; version: number }) => {
    showToast({ text: intl.formatMessage({ id: 'macro.edit.saved' }, { version }) })
    setProblems([])
    await queries.invalidateQueries({ queryKey: api.macro.key() })
    void navigate({ to: '/macros', search: { macro: id }, replace: true } as never)
  }
  const refused = (error: unknown) => {
    const { code, field, detail } = problemOf(error)
    const problem = PROBLEMS.find((one) => one === detail?.problem)
    const message = problem
      ? intl.formatMessage({ id: `macro.problem.${problem}` }, { name: `{${String(detail?.name)}}` })
      : code === 'INVALID_INPUT'
        ? intl.formatMessage({ id: 'macro.problem.other' })
        : describeProblem(intl, { code })
    setProblems([{ field: field ? `macro-${field}` : undefined, message }])
    setAttempt(attempt + 1)
  }
  const save = useMutation({
    mutationFn: () => {
      const { title, topic, isClinical, ownerId, medicalOwnerId, validUntil, steps } = content
      const variants = content.variants.filter(({ text }) => text.trim() !== '')
      const written = { title, topic, isClinical, ownerId, medicalOwnerId, validUntil, steps, variants }
      return client.macro.save({ macroId, version: macro?.version, content: written })
    },
    onSuccess: saved,
    onError: refused,
  })
  const archive = useMutation({
    mutationFn: (isArchived: boolean) => client.macro.archive({ macroId, version: macro?.version ?? 0, isArchived }),
    onSuccess: async (_, isArchived) => {
      showToast({ text: intl.formatMessage({ id: isArchived ? 'macro.edit.archived' : 'macro.edit.brought-back' }) })
      await queries.invalidateQueries({ queryKey: api.macro.key() })
    },
    onError: refused,
  })
  const submit = (form: FormEvent) => {
    form.preventDefault()
    save.mutate()
  }

  const nobody = { value: '', label: intl.formatMessage({ id: 'macro.edit.nobody' }) }
  const people = (colleagues.data ?? []).map(({ id, name, role }) => ({ value: id, label: name, role }))
  const clinicians = people.filter(({ role }) => role === 'nurse' || role === 'clinician')
  return (
    <Page
      title={macro?.title ?? intl.formatMessage({ id: 'macro.page.new' })}
      actions={
        macro && (
          <Button
            icon={macro.isArchived ? RotateCcw : PackageX}
            busy={archive.isPending}
            onClick={() => archive.mutate(!macro.isArchived)}
          >
            <FormattedMessage id={macro.isArchived ? 'macro.edit.bring-back' : 'macro.edit.archive'} />
          </Button>
        )
      }
    >
      <Link to={'/macros' as never} search={{} as never} className={backClass}>
        <ArrowLeft aria-hidden size="1em" /> <FormattedMessage id="macro.edit.back" />
      </Link>
      <ErrorSummary title={intl.formatMessage({ id: 'macro.edit.problems' })} problems={problems} attempt={attempt} />
      <form onSubmit={submit} className={styles.form}>
        <Card>
          <div className={styles.pair}>
            <TextField
              id="macro-title"
              required
              maxLength={120}
              autoFocus={macro === null}
              label={intl.formatMessage({ id: 'macro.edit.title' })}
              value={content.title}
              onChange={(change) => set({ title: change.target.value })}
            />
            <TextField
              id="macro-topic"
              maxLength={60}
              label={intl.formatMessage({ id: 'macro.edit.topic' })}
              hint={<FormattedMessage id="macro.edit.topic-hint" />}
              value={content.topic ?? ''}
              onChange={(change) => set({ topic: change.target.value || null })}
            />
            <Select
              id="macro-ownerId"
              label={intl.formatMessage({ id: 'macro.edit.owner' })}
              error={errorAt('macro-ownerId')}
              value={content.ownerId ?? ''}
              onChange={(ownerId) => set({ ownerId: ownerId || null })}
              options={[nobody, ...people]}
            />
          </div>
          <Checkbox
            id="macro-clinical"
            checked={content.isClinical}
            onChange={(change) => set({ isClinical: change.target.checked })}
            label={<FormattedMessage id="macro.edit.clinical" />}
            hint={<FormattedMessage id="macro.edit.clinical-hint" />}
          />
          {content.isClinical && (
            <div className={styles.pair}>
              <Select
                id="macro-medicalOwnerId"
                label={intl.formatMessage({ id: 'macro.edit.medical-owner' })}
                error={errorAt('macro-medicalOwnerId')}
                value={content.medicalOwnerId ?? ''}
                onChange={(medicalOwnerId) => set({ medicalOwnerId: medicalOwnerId || null })}
                options={[nobody, ...clinicians]}
              />
              <TextField
                id="macro-validUntil"
                type="date"
                label={intl.formatMessage({ id: 'macro.edit.valid-until' })}
                error={errorAt('macro-validUntil')}
                value={content.validUntil ?? ''}
                onChange={(change) => set({ validUntil: change.target.value || null })}
              />
            </div>
          )}
        </Card>
        <StepFields
          steps={content.steps}
          people={people.filter(({ role }) => role !== 'administrator')}
          error={errorAt('macro-steps')}
          onChange={(steps) => set({ steps })}
        />
        {content.steps.some((step) => step.do === 'text') && (
          <VariantFields
            variants={content.variants}
            error={errorAt('macro-variants')}
            onChange={(variants) => set({ variants })}
          />
        )}
        <div>
          <Button type="submit" tone="primary" busy={save.isPending}>
            <FormattedMessage id="macro.edit.save" />
          </Button>
        </div>
      </form>
      {macro && <MacroVersions macroId={macro.id} version={macro.version} onRestored={saved} onRefused={refused} />}
    </Page>
  )
}
