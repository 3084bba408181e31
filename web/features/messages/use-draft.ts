/** What is being written in one place: kept on the device at each key, and joined with what comes back to it. */
import { useEffect, useRef, useState } from 'react'
import { deviceStore } from '../../api/device-store.ts'
import { usePatientSession } from '../patient-session/patient-session.tsx'
import {
  draftOnServer,
  dropOnServer,
  joinDrafts,
  keepDraft,
  onComingBack,
  readDraft,
  type Draft,
  type Place,
} from './drafts.ts'
import { fileOf } from '../../api/kept-file.ts'
import type { useAttachedFiles } from './use-attached-files.ts'

type Words = Pick<Draft, 'subject' | 'text'>

export function useDraft(place: Place, attached: ReturnType<typeof useAttachedFiles>) {
  const { person } = usePatientSession()
  const { conversationId, patientId } = place
  const mine = { personId: person.id, conversationId, patientId }
  const [words, setWords] = useState<Words>({ subject: '', text: '' })
  /** Why it came back unsent. */
  const [refused, setRefused] = useState<Draft['refused']>()
  const draft: Draft = { ...mine, ...words, attachments: attached.stored }
  const latest = useRef(draft)
  latest.current = draft
  const isTouched = useRef(false)

  const keep = () => keepDraft(deviceStore, latest.current)
  const show = (next: Draft) => {
    const { subject, text, attachments, files = [] } = next
    latest.current = { ...mine, subject, text, attachments }
    setWords({ subject, text })
    attached.restore(attachments)
    attached.attach(files.map(fileOf))
    setRefused(next.refused)
  }
  const takeBack = (back: Draft) => {
    isTouched.current = true
    show(joinDrafts(back, latest.current))
    return keep()
  }

  const draftKey = JSON.stringify([words, attached.stored.map(({ id }) => id)])
  useEffect(() => {
    if (isTouched.current) void keep()
    // At each key and each file.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draftKey])

  useEffect(() => {
    let isGone = false
    const find = async () => {
      const kept = await readDraft(deviceStore, person.id, place)
      if (kept && isTouched.current) await takeBack(kept)
      else if (kept) show(kept)
      // At the end of a session the words were saved there too; the device has what was written since.
      const waiting = await draftOnServer(person.id, place)
      if (!waiting || isGone) return
      if (!kept?.text.includes(waiting.text)) await takeBack(waiting)
      dropOnServer(place)
    }
    void find()
    const stop = onComingBack(place, (back) => void takeBack(back))
    return () => {
      isGone = true
      stop()
    }
    // A draft is read once for each place it belongs to.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [person.id, conversationId, patientId])

  return {
    ...words,
    refused,
    isTouched: () => isTouched.current,
    write(part: Partial<Words>) {
      isTouched.current = true
      setWords((before) => ({ ...before, ...part }))
    },
    /** Files were chosen or taken away. */
    touch() {
      isTouched.current = true
    },
    /** Takes all that stands here away, to send it; the device has it until `keep`. What is written next is another draft. */
    take(): Draft {
      const taken = latest.current
      isTouched.current = false
      attached.clear()
      show({ ...mine, subject: '', text: '', attachments: [] })
      return taken
    },
    keep,
    takeBack,
  }
}
