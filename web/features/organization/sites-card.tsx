/** The places of the organization. */
import { MapPin, Plus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { readableContact } from '../../ui/contact-value.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { zoneName } from '../../ui/zone-name.ts'
import { timeZones } from '../../i18n/time-zones.ts'
import { StepProblems, useStep } from '../session/index.ts'
import styles from './organization.module.css'
import type { CardProps, Organization } from './organization.ts'

type Site = Organization['sites'][number]

export function SitesCard({ organization, onChanged }: CardProps) {
  const intl = useIntl()
  const [editing, setEditing] = useState<Site | 'new' | null>(null)
  return (
    <Card
      title={<FormattedMessage id="organization.sites" />}
      actions={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          <FormattedMessage id="organization.site.add" />
        </Button>
      }
    >
      <List framed aria-label={intl.formatMessage({ id: 'organization.sites' })}>
        {organization.sites.map((site) => (
          <ListRow key={site.id} className={styles.door}>
            <MapPin aria-hidden size="1.3em" strokeWidth={1.8} />
            <span className={styles.words}>
              <strong>{site.name}</strong>
              <span className={styles.fact}>
                {[zoneName(intl.locale, site.timeZone), site.phone && readableContact(site.phone), site.address]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Button size="small" tone="plain" onClick={() => setEditing(site)}>
              <FormattedMessage id="desk.change" />
            </Button>
          </ListRow>
        ))}
      </List>
      {editing && (
        <EditSite
          site={editing === 'new' ? null : editing}
          organization={organization}
          onChanged={onChanged}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  )
}

type EditSiteProps = CardProps & { site: Site | null; onClose: () => void }

function EditSite({ site, organization, onChanged, onClose }: EditSiteProps) {
  const intl = useIntl()
  const { country, language } = organization
  const [draft, setDraft] = useState<Omit<Site, 'id'>>(
    site ?? {
      name: '',
      timeZone: organization.sites[0]?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      country,
      language,
      address: '',
      phone: '',
    },
  )
  const step = useStep({ name: 'edit-site-name', timeZone: 'edit-site-zone' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      () => client.organization.saveSite({ ...draft, ...(site ? { siteId: site.id } : {}) }),
      (next) => {
        onChanged(next)
        onClose()
      },
      'edit-site-name',
    )
  }
  const text = (key: 'name' | 'address' | 'phone') => ({
    id: `edit-site-${key}`,
    value: draft[key],
    onChange: (change: { target: { value: string } }) => setDraft({ ...draft, [key]: change.target.value }),
  })
  return (
    <Dialog
      title={<FormattedMessage id={site ? 'organization.site.change' : 'organization.site.add'} />}
      onClose={onClose}
    >
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <TextField {...text('name')} required maxLength={200} label={<FormattedMessage id="desk.set-up.site-name" />} />
        <Select
          id="edit-site-zone"
          label={intl.formatMessage({ id: 'desk.set-up.zone' })}
          value={draft.timeZone}
          onChange={(timeZone) => setDraft({ ...draft, timeZone })}
          options={timeZones(draft.timeZone)}
        />
        <TextField
          {...text('phone')}
          type="tel"
          dir="ltr"
          maxLength={40}
          label={<FormattedMessage id="organization.site.phone" />}
        />
        <TextField {...text('address')} maxLength={500} label={<FormattedMessage id="organization.site.address" />} />
        <Button type="submit" tone="primary" wide busy={step.isBusy}>
          <FormattedMessage id="desk.save" />
        </Button>
      </form>
    </Dialog>
  )
}
