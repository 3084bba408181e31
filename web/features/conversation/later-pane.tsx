/**
 * The pane beside an open conversation. No first load carries it: it is fetched as soon as the inbox is there. From then on it stands at
 * once where a conversation is opened, and so do its keys.
 */
import { useEffect, useState, type ComponentProps } from 'react'
import { laterPart } from '../../ui/later-part.tsx'

type Pane = typeof import('./person-pane.tsx').PersonPane
let here: Pane | undefined
const load = async (): Promise<Pane> => (here = (await import('./person-pane.tsx')).PersonPane)
const Later = laterPart(load)

export function PersonPane(props: ComponentProps<Pane>) {
  const [Shown] = useState(() => here ?? Later)
  return <Shown {...props} />
}

export const useFetchedPane = () =>
  useEffect(() => {
    // Where it does not come now, it is asked for again with the conversation.
    load().catch(() => undefined)
  }, [])
