import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { readSkills, writeSkills } from './skills-text.ts'
import type { Member } from './work-page.tsx'
import styles from './work.module.css'

export function MemberForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const intl = useIntl()
  const [capacity, setCapacity] = useState(String(member.capacity))
  const [text, setText] = useState(writeSkills(member.skills))
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const skills = readSkills(text)
    if (!skills) return setProblem(intl.formatMessage({ id: 'work.skills-problem' }))
    setBusy(true)
    try {
      await client.workload.saveMember({
        staffId: member.staffId,
        capacity: Number(capacity),
        skills,
        version: member.version,
      })
      showToast({ text: intl.formatMessage({ id: 'work.saved' }) })
      onClose()
    } catch (error) {
      setProblem(describeProblem(intl, problemOf(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={<FormattedMessage id="work.change" values={{ name: member.name }} />} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <TextField
          id="member-capacity"
          type="number"
          required
          min={0}
          max={1000}
          label={<FormattedMessage id="work.capacity" />}
          value={capacity}
          onChange={({ target }) => setCapacity(target.value)}
        />
        <TextField
          id="member-skills"
          maxLength={500}
          label={<FormattedMessage id="work.skills" />}
          hint={<FormattedMessage id="work.skills-hint" />}
          error={problem}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" tone="primary" busy={busy}>
          <FormattedMessage id="work.save" />
        </Button>
      </form>
    </Dialog>
  )
}
