import { X } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { describeProblem } from '../../api/refusal.ts'
import { IconButton } from '../../ui/button.tsx'
import styles from './composer.module.css'
import type { PendingFile } from './use-files.ts'

/** Files on their way: how far, why not, and a way to stop. */
export function PendingFiles({
  files,
  onCancel,
}: {
  files: readonly PendingFile[]
  onCancel: (file: PendingFile) => void
}) {
  const intl = useIntl()
  if (files.length === 0) return null
  return (
    <ul className={styles.pending}>
      {files.map((file) => (
        <li key={file.key}>
          <bdi className={styles.fileName}>{file.name}</bdi>
          {file.problem ? (
            <span role="alert" className={styles.gateClosed}>
              {describeProblem(intl, file.problem)}
            </span>
          ) : file.kept && !file.upload ? (
            <span className={styles.keptFile}>
              <FormattedMessage id="desk.file.kept" />
            </span>
          ) : (
            <progress
              value={file.share}
              max={1}
              aria-label={intl.formatMessage({ id: 'desk.file.uploading' }, { name: file.name })}
            />
          )}
          <IconButton
            icon={X}
            size="small"
            aria-label={intl.formatMessage({ id: 'desk.file.remove' }, { name: file.name })}
            onClick={() => onCancel(file)}
          />
        </li>
      ))}
      {files.some((file) => file.upload) && (
        <li className="visually-hidden" role="status">
          <FormattedMessage id="desk.file.some-uploading" />
        </li>
      )}
    </ul>
  )
}
