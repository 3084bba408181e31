/** The kit at a glance, for our own eyes and screenshots; never built. ?theme=dark&density=portal&contrast=more */
import { Inbox, Mail, MessageCircle, Moon, Send, Siren, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'react-intl'
import ui from '../i18n/en/ui.json' with { type: 'json' }
import type { Messages } from '../i18n/messages.ts'
import '../theme/base.css'
import { Avatar } from '../ui/avatar.tsx'
import { Badge, Count } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Checkbox, Choice } from '../ui/checkbox.tsx'
import { CommandPalette } from '../ui/command-palette.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Keys } from '../ui/keys.tsx'
import { Facts, List, ListRow } from '../ui/list.tsx'
import { Menu, MenuItem, MenuSection } from '../ui/menu.tsx'
import { Card, Page, Row, Stack } from '../ui/page.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton, SkeletonBar, SkeletonDot } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { CodeField, SearchField, TextField } from '../ui/text-field.tsx'
import { Timestamp } from '../ui/timestamp.tsx'
import { showToast, ToastRegion } from '../ui/toast.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { EmptyState, FailedState } from '../ui/view-states.tsx'

const asked = new URLSearchParams(location.search)
for (const name of ['theme', 'density', 'contrast']) {
  const value = asked.get(name)
  if (value) document.documentElement.dataset[name] = value
}
document.documentElement.dir = asked.get('dir') ?? 'ltr'

function Kit() {
  const [open, setOpen] = useState<'dialog' | 'palette' | null>(asked.get('open') as 'dialog' | 'palette' | null)
  const [tab, setTab] = useState<'one' | 'two'>('one')
  const [pick, setPick] = useState<'a' | 'b'>('a')
  return (
    <Page
      title="The kit"
      lead="Every piece once, in the theme and density of the address."
      actions={
        <Button tone="primary" icon={Send}>
          Send
        </Button>
      }
    >
      <Card title="Buttons">
        <Row>
          <Button tone="primary">Primary</Button>
          <Button>Secondary</Button>
          <Button tone="plain">Plain</Button>
          <Button tone="danger" icon={Trash2}>
            Danger
          </Button>
          <Button busy>Busy</Button>
          <Button disabled>Disabled</Button>
          <Button size="small">Small</Button>
          <Tooltip label="Snooze" keys="S">
            <IconButton icon={Moon} aria-label="Snooze" />
          </Tooltip>
          <Menu label="More" trigger={<Button>Menu</Button>}>
            <MenuSection title="State">
              <MenuItem icon={Moon} keys="S" onAction={() => setOpen('dialog')}>
                Snooze…
              </MenuItem>
              <MenuItem
                icon={Trash2}
                danger
                onAction={() => showToast({ text: 'Marked as spam.', action: { label: 'Undo', run: () => {} } })}
              >
                Spam
              </MenuItem>
            </MenuSection>
          </Menu>
          <Button onClick={() => setOpen('palette')}>
            Palette <Keys keys="Mod+K" />
          </Button>
        </Row>
        <Row>
          <Badge tone="emergency" strong icon={Siren}>
            Emergency
          </Badge>
          <Badge tone="emergency">Red flag</Badge>
          <Badge tone="urgent">Urgent</Badge>
          <Badge tone="waiting">Waiting on patient</Badge>
          <Badge tone="done">Delivered</Badge>
          <Badge tone="note">Note</Badge>
          <Badge icon={Mail}>E-mail</Badge>
          <Badge tone="brand">Verified</Badge>
          <Count value={12} />
          <Count value={3} tone="emergency" />
          <Avatar name="Maria Ortiz" />
          <Avatar name="Sam Lee" tone="staff" />
          <Avatar name={null} />
          <Timestamp at={new Date()} /> <Timestamp at={new Date(Date.now() - 7e7)} style="age" />
        </Row>
      </Card>
      <Card title="Banners">
        <Stack gap={2}>
          <Banner tone="emergency" title="Chest pain" announce="never" actions={<Button tone="danger">Accept</Button>}>
            “my chest hurts and my left arm is numb”
          </Banner>
          <Banner tone="warning" announce="never">
            No connection. 2 replies wait on this device.
          </Banner>
          <Banner announce="never">It is night for this person. The message leaves at 8:00 AM.</Banner>
          <Banner tone="done" announce="never">
            Sent.
          </Banner>
          <Banner tone="note" announce="never">
            Only staff see notes.
          </Banner>
        </Stack>
      </Card>
      <Card title="Fields">
        <ErrorSummary
          attempt={0}
          title="There is a problem"
          problems={[{ field: 'mail', message: 'Enter an e-mail address.' }]}
        />
        <TextField id="name" label="Your name" hint="As on your insurance card" placeholder="Name" />
        <TextField id="mail" label="E-mail" error="Enter an e-mail address." defaultValue="ana@" />
        <CodeField id="code" label="Code" defaultValue="482913" />
        <SearchField id="search" label="Search" placeholder="Search conversations" />
        <Select
          id="lang"
          label="Language"
          value={pick}
          onChange={setPick}
          options={[
            { value: 'a', label: 'English' },
            { value: 'b', label: 'Español' },
          ]}
        />
        <TextArea id="text" label="Message" rows={3} />
        <Checkbox id="agree" label="Send me reminders by text" hint="You can stop them at any time." />
        <Choice
          name="pick"
          legend="Who is it about?"
          value={pick}
          onChange={setPick}
          options={[
            { value: 'a', label: 'Me' },
            { value: 'b', label: 'My child', hint: 'Under 12' },
          ]}
        />
      </Card>
      <Card title="Lists and tabs">
        <Tabs
          label="Views"
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'one',
              label: 'Details',
              content: (
                <Facts
                  facts={[
                    { term: 'Born', value: 'March 3, 1961' },
                    { term: 'Language', value: 'Spanish' },
                  ]}
                />
              ),
            },
            { id: 'two', label: 'History', content: 'Two' },
          ]}
        />
        <List framed aria-label="Messages">
          <ListRow>First row</ListRow>
          <ListRow>Second row</ListRow>
        </List>
      </Card>
      <Card title="Faces of a view">
        <Skeleton>
          <Row>
            <SkeletonDot />
            <SkeletonBar width="middle" height="heading" />
          </Row>
          <SkeletonBar width="long" />
          <SkeletonBar />
        </Skeleton>
        <EmptyState
          icon={Inbox}
          title="Nothing waits"
          action={<Button icon={MessageCircle}>Write to a patient</Button>}
        >
          New messages from every channel come here.
        </EmptyState>
        <FailedState code="UNAVAILABLE" requestId="7f3a" onRetry={() => {}} />
      </Card>
      {open === 'dialog' && (
        <Dialog title="Snooze until" onClose={() => setOpen(null)} actions={<Button tone="primary">Snooze</Button>}>
          <TextField id="until" type="datetime-local" label="Date and time" />
        </Dialog>
      )}
      {open === 'palette' && (
        <CommandPalette
          onClose={() => setOpen(null)}
          commands={[
            { id: '1', name: 'Assign to…', group: 'Conversation', keys: 'A', run: () => {} },
            { id: '2', name: 'Snooze…', group: 'Conversation', keys: 'S', icon: Moon, run: () => {} },
            { id: '3', name: 'Red flags', group: 'Go to', keys: 'G F', icon: Siren, run: () => {} },
          ]}
        />
      )}
      <ToastRegion />
    </Page>
  )
}

createRoot(document.getElementById('root')!).render(
  <IntlProvider locale="en" messages={ui as unknown as Messages}>
    <Kit />
  </IntlProvider>,
)
if (asked.has('toast'))
  showToast({ text: 'Reply leaves in 8 seconds.', action: { label: 'Undo', run: () => {} }, lastsMs: 60_000 })
