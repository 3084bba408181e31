/** The desk: for everybody who works here. */
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { watchActivity } from '../api/activity.ts'
import { newQueryClient } from '../api/query-client.ts'
import { rememberedLocale } from '../i18n/locale.ts'
import { loadMessages } from '../i18n/messages.ts'
import { useLanguage, Words } from '../i18n/words.tsx'
import { applyAppearance, rememberedAppearance } from '../theme/appearance.ts'
import '../theme/base.css'
import { ToastRegion } from '../ui/toast.tsx'
import { catalogueParts } from './catalogue-parts.ts'
import { deskRouter } from './router.tsx'

applyAppearance(rememberedAppearance())
watchActivity()
void start()

async function start() {
  const queries = newQueryClient()
  const router = deskRouter(queries)
  const locale = rememberedLocale()
  const messages = await loadMessages(catalogueParts, locale)
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Words parts={catalogueParts} first={{ locale, messages }}>
        <AriaWords>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
            <ToastRegion />
          </QueryClientProvider>
        </AriaWords>
      </Words>
    </StrictMode>,
  )
}

function AriaWords({ children }: { children: React.ReactNode }) {
  return <I18nProvider locale={useLanguage().locale}>{children}</I18nProvider>
}
