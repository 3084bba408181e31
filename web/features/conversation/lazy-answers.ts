/** What may come instead of "sent", and the help beside the field: loaded when a conversation is open, and not before the first page. */
import { lazy } from 'react'
import { laterPart } from '../../ui/later-part.tsx'

const answers = () => import('./composer-answers.tsx')
const help = () => import('./composer-help.tsx')

export const loadAnswers = () => Promise.all([answers(), help()])

export const CollisionBanner = lazy(() => answers().then((one) => ({ default: one.CollisionBanner })))
export const NightChoice = lazy(() => answers().then((one) => ({ default: one.NightChoice })))
export const QuestionDialog = lazy(() => answers().then((one) => ({ default: one.QuestionDialog })))
export const ShareAs = lazy(() => answers().then((one) => ({ default: one.ShareAs })))
export const StoppedDialog = lazy(() => answers().then((one) => ({ default: one.StoppedDialog })))
export const ComposerHelp = laterPart(async () => (await help()).ComposerHelp)
