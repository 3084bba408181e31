/** The patient's entry: words and look first, then the page. */
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchActivity } from '../api/activity.ts'
import { newQueryClient } from '../api/query-client.ts'
import { watchSession } from '../features/patient-session/watch-session.ts'
import { rememberedLocale } from '../i18n/locale.ts'
import { loadMessages, type CatalogueParts } from '../i18n/messages.ts'
import { Words } from '../i18n/words.tsx'
import { PORTAL_PATH } from '../places/places.ts'
import { applyAppearance, rememberedAppearance } from '../theme/appearance.ts'
import '../theme/base.css'
import { Portal } from './portal.tsx'

const parts: CatalogueParts = {
  en: [
    () => import('../i18n/en/portal.json'),
    () => import('../i18n/en/ui.json'),
    () => import('../i18n/en/refusals.json'),
  ],
  es: [
    () => import('../i18n/es/portal.json'),
    () => import('../i18n/es/ui.json'),
    () => import('../i18n/es/refusals.json'),
  ],
}

// The worker holds the addresses of the portal; the short one of the house is not among them.
if (location.pathname === '/') history.replaceState(null, '', `${PORTAL_PATH}/${location.search}`)

applyAppearance(rememberedAppearance())
watchActivity()

const locale = rememberedLocale()
const messages = await loadMessages(parts, locale)
const queries = newQueryClient()
watchSession(queries)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Words parts={parts} first={{ locale, messages }}>
        <Portal />
      </Words>
    </QueryClientProvider>
  </StrictMode>,
)
