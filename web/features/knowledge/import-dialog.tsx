/** Articles out of a file that somebody has already, with what became of each row (understanding-D82). */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { IMPORT_FORMATS, type ImportFormat } from '#engines/knowledge/import-format.ts'
import { client } from '../../api/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SPOKEN_LANGUAGES } from '../../i18n/spoken-languages.ts'
import { languageName } from '../conversation/badges.tsx'
import { describeFault } from './describe-fault.ts'
import { toKnowledge, useChange } from './knowledge.ts'
import styles from './knowledge.module.css'

type Report = Awaited<ReturnType<typeof client.article.importFile>>

/** Characters of one file, as the contract has it. */
const TEXT_MAX = 500_000

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl()
  const change = useChange()
  const [format, setFormat] = useState<ImportFormat>('markdown')
  const [language, setLanguage] = useState<string>('en')
  const [text, setText] = useState('')
  const [report, setReport] = useState<Report>()
  const [isBusy, setIsBusy] = useState(false)
  const isTooLong = text.length > TEXT_MAX
  const choose = async (file: File | undefined) => {
    if (!file) return
    // One character more, so that what is too long is seen to be; all of it would be too much for a field.
    setText((await file.text()).slice(0, TEXT_MAX + 1))
    const ending = file.name.toLowerCase().split('.').at(-1)
    setFormat(ending === 'csv' ? 'csv' : ending === 'html' || ending === 'htm' ? 'html' : 'markdown')
  }
  const run = async () => {
    setIsBusy(true)
    const done = await change(() => client.article.importFile({ format, language, text }))
    setIsBusy(false)
    if (done) setReport(done)
  }
  return (
    <Dialog
      title={<FormattedMessage id="knowledge.import" />}
      size="wide"
      onClose={onClose}
      actions={
        report ? (
          <Button tone="primary" onClick={onClose}>
            <FormattedMessage id="knowledge.import.done" />
          </Button>
        ) : (
          <Button tone="primary" busy={isBusy} disabled={text.trim() === '' || isTooLong} onClick={() => void run()}>
            <FormattedMessage id="knowledge.import.run" />
          </Button>
        )
      }
    >
      {report ? (
        <ReportTable report={report} />
      ) : (
        <div className={styles.section}>
          <p className={styles.fact}>
            <FormattedMessage id={`knowledge.import.${format}`} />
          </p>
          <TextField
            id="import-file"
            type="file"
            accept=".md,.markdown,.txt,.html,.htm,.csv"
            label={intl.formatMessage({ id: 'knowledge.import.file' })}
            onChange={({ target }) => void choose(target.files?.[0])}
          />
          <div className={styles.fields}>
            <Select
              id="import-format"
              label={intl.formatMessage({ id: 'knowledge.import.format' })}
              value={format}
              onChange={setFormat}
              options={IMPORT_FORMATS.map((value) => ({
                value,
                label: { markdown: 'Markdown', html: 'HTML', csv: 'CSV' }[value],
              }))}
            />
            <Select
              id="import-language"
              label={intl.formatMessage({ id: 'knowledge.language' })}
              value={language}
              onChange={setLanguage}
              options={SPOKEN_LANGUAGES.map((value) => ({ value: value as string, label: languageName(intl, value) }))}
            />
          </div>
          <TextArea
            id="import-text"
            rows={8}
            label={intl.formatMessage({ id: 'knowledge.import.text' })}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          {isTooLong && (
            <Banner tone="warning" announce="alert">
              <FormattedMessage id="knowledge.import.too-long" values={{ most: TEXT_MAX }} />
            </Banner>
          )}
        </div>
      )}
    </Dialog>
  )
}

function ReportTable({ report: { rows, isCut } }: { report: Report }) {
  const intl = useIntl()
  const made = rows.filter(({ articleId }) => articleId !== null).length
  return (
    <div className={styles.section}>
      <p role="status">
        <FormattedMessage id="knowledge.import.made" values={{ made, of: rows.length }} />
      </p>
      {isCut && (
        <Banner tone="warning" announce="never">
          <FormattedMessage id="knowledge.import.cut" values={{ most: rows.length }} />
        </Banner>
      )}
      {rows.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="import-caption">
          <table className={styles.table}>
            <caption id="import-caption">
              <FormattedMessage id="knowledge.import.rows" />
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <FormattedMessage id="knowledge.import.row" />
                </th>
                <th scope="col">
                  <FormattedMessage id="knowledge.scored.article" />
                </th>
                <th scope="col">
                  <FormattedMessage id="knowledge.import.outcome" />
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, title, articleId, problem, faults }) => (
                <tr key={row}>
                  <td className={styles.number}>{row}</td>
                  <td>{articleId ? <Link {...toKnowledge({ article: articleId })}>{title}</Link> : title || '–'}</td>
                  <td>
                    {problem ? (
                      <Badge tone="urgent">
                        <FormattedMessage id={`knowledge.import.problem.${problem}`} />
                      </Badge>
                    ) : (
                      <>
                        <Badge tone="done">
                          <FormattedMessage id="knowledge.state.draft" />
                        </Badge>
                        {faults.length > 0 && (
                          <ul className={styles.faults}>
                            {faults.map((fault) => (
                              <li key={`${fault.problem}-${fault.language}`}>{describeFault(intl, fault)}</li>
                            ))}
                          </ul>
                        )}
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
