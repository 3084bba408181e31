/** The texts of a macro side by side, each as it will read with sample values. */
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { READING_LEVELS } from '#engines/macro/macro.ts'
import { fillText, VARIABLE_NAMES, type VariableValues } from '#engines/macro/variables.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Card } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { languageName } from '../conversation/badges.tsx'
import type { MacroContent } from './macro-editor.tsx'
import styles from './macros-page.module.css'

type Variant = MacroContent['variants'][number]
type VariantFieldsProps = {
  variants: Variant[]
  error: string | undefined
  onChange: (variants: Variant[]) => void
}

/** Made up, to see how a text reads. */
const SAMPLE: VariableValues = {
  'patient.given': 'Maria',
  'patient.family': 'Lopez',
  'conversation.number': 'K7F3M2Q9X4',
  'staff.name': 'Ada T.',
  'site.name': 'Main Street Clinic',
  'site.phone': '+1 555 0100',
  'site.address': '1 Main Street',
  'organization.name': 'Main Street Health',
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{2,8})*$/

export function VariantFields({ variants, error, onChange }: VariantFieldsProps) {
  const intl = useIntl()
  const [language, setLanguage] = useState('')
  const wanted = language.trim().toLowerCase()
  const set = (place: number, over: Partial<Variant>) =>
    onChange(variants.map((one, at) => (at === place ? { ...one, ...over } : one)))
  const add = () => {
    const level = variants.some((one) => one.language === wanted && one.readingLevel === 'plain') ? 'standard' : 'plain'
    onChange([...variants, { language: wanted, readingLevel: level, text: '', isReviewed: false }])
    setLanguage('')
  }
  return (
    <Card title={<FormattedMessage id="macro.edit.texts" />}>
      <p className={styles.fact}>
        <FormattedMessage
          id="macro.edit.variables"
          values={{ names: intl.formatList(VARIABLE_NAMES.map((name) => `{${name}}`)) }}
        />
      </p>
      {error && <p role="alert">{error}</p>}
      <div className={styles.texts} id="macro-variants" tabIndex={-1}>
        {variants.map((variant, place) => (
          <div key={place} className={styles.text}>
            <TextArea
              id={`macro-text-${place}`}
              lang={variant.language}
              rows={5}
              maxLength={10_000}
              label={intl.formatMessage(
                { id: 'macro.edit.text-in' },
                { language: languageName(intl, variant.language) },
              )}
              value={variant.text}
              onChange={(change) => set(place, { text: change.target.value })}
            />
            <Select
              id={`macro-level-${place}`}
              label={intl.formatMessage({ id: 'macro.edit.level' })}
              value={variant.readingLevel}
              onChange={(readingLevel) => set(place, { readingLevel })}
              options={READING_LEVELS.map((value) => ({
                value,
                label: intl.formatMessage({ id: `macro.level.${value}` }),
              }))}
            />
            <div className={styles.head}>
              <Checkbox
                id={`macro-reviewed-${place}`}
                checked={variant.isReviewed}
                onChange={(change) => set(place, { isReviewed: change.target.checked })}
                label={<FormattedMessage id="macro.edit.reviewed" />}
              />
              <IconButton
                icon={Trash2}
                size="small"
                aria-label={intl.formatMessage({ id: 'macro.edit.remove' })}
                onClick={() => onChange(variants.filter((_, at) => at !== place))}
              />
            </div>
            {variant.text && (
              <>
                <span className={styles.fact}>
                  <FormattedMessage id="macro.edit.sample" />
                </span>
                <p className={styles.sample} dir="auto" lang={variant.language}>
                  {fillText(variant.text, SAMPLE, true).text}
                </p>
              </>
            )}
          </div>
        ))}
      </div>
      <div className={styles.add}>
        <TextField
          id="macro-language"
          maxLength={20}
          placeholder="en, es, vi"
          label={intl.formatMessage({ id: 'macro.edit.language' })}
          value={language}
          onChange={(change) => setLanguage(change.target.value)}
        />
        <Button icon={Plus} disabled={!LANGUAGE.test(wanted)} onClick={add}>
          <FormattedMessage id="macro.edit.add-text" />
        </Button>
      </div>
    </Card>
  )
}
