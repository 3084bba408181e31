import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { CONTRASTS, rememberAppearance, rememberedAppearance, THEMES, type Appearance } from '../theme/appearance.ts'
import { Select } from '../ui/select.tsx'
import styles from './frame.module.css'

export function LookSwitch() {
  const intl = useIntl()
  const [appearance, setAppearance] = useState(rememberedAppearance)
  const change = (part: Partial<Appearance>) => {
    const next = { ...appearance, ...part }
    setAppearance(next)
    rememberAppearance(next)
  }
  return (
    <div className={styles.look}>
      <Select
        id="theme"
        label={<FormattedMessage id="portal.look.theme" />}
        value={appearance.theme}
        options={THEMES.map((theme) => ({
          value: theme,
          label: intl.formatMessage({ id: `portal.look.theme.${theme}` }),
        }))}
        onChange={(theme) => change({ theme })}
      />
      <Select
        id="contrast"
        label={<FormattedMessage id="portal.look.contrast" />}
        value={appearance.contrast}
        options={CONTRASTS.map((contrast) => ({
          value: contrast,
          label: intl.formatMessage({ id: `portal.look.contrast.${contrast}` }),
        }))}
        onChange={(contrast) => change({ contrast })}
      />
    </div>
  )
}
