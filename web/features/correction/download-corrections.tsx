/** What staff corrected, as a file for authors of the models (understanding-D7, D54): one JSON object per line, without names. */
import { Download } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './corrections.module.css'
import { correctionWords } from './words.ts'

export function DownloadCorrections() {
  return (
    <PageWords parts={correctionWords}>
      <Offer />
    </PageWords>
  )
}

function Offer() {
  const intl = useIntl()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      const { lines, left } = await client.correction.export()
      if (lines.length === 0) showToast({ text: intl.formatMessage({ id: 'correction.none' }) })
      else save(lines.map((line) => JSON.stringify(line)).join('\n'))
      if (left > 0) showToast({ text: intl.formatMessage({ id: 'correction.left' }, { saved: lines.length, left }) })
    } catch (error) {
      showToast({ text: describeProblem(intl, problemOf(error)) })
    }
    setBusy(false)
  }
  return (
    <p className={styles.corrections}>
      <FormattedMessage id="correction.download.lead" />
      <Button icon={Download} busy={busy} onClick={() => void download()}>
        <FormattedMessage id="correction.download" />
      </Button>
    </p>
  )
}

function save(lines: string): void {
  const address = URL.createObjectURL(new Blob([`${lines}\n`], { type: 'application/x-ndjson' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'corrections.jsonl'
  link.click()
  URL.revokeObjectURL(address)
}
