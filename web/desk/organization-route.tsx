import { AssistantCard } from '../features/assistant/assistant-card.tsx'
import { assistantWords } from '../features/assistant/words.ts'
import { DevicesCard } from '../features/front-desk/devices-card.tsx'
import { frontDeskWords } from '../features/front-desk/words.ts'
import { LlmCard } from '../features/llm/llm-card.tsx'
import { llmWords } from '../features/llm/words.ts'
import { OrganizationPage } from '../features/organization/organization-page.tsx'
import { organizationWords } from '../features/organization/words.ts'
import { TranslationCard } from '../features/translation/translation-card.tsx'
import { translationWords } from '../features/translation/words.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function OrganizationRoute() {
  return (
    <PageWords parts={organizationWords}>
      <PageWords parts={assistantWords}>
        <PageWords parts={llmWords}>
          <PageWords parts={translationWords}>
            <PageWords parts={frontDeskWords}>
              <OrganizationPage
                assistant={
                  <>
                    <AssistantCard />
                    <LlmCard />
                    <TranslationCard />
                  </>
                }
                devices={<DevicesCard />}
              />
            </PageWords>
          </PageWords>
        </PageWords>
      </PageWords>
    </PageWords>
  )
}
