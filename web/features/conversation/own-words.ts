/**
 * What people sent themselves is no news to them, even before their page shows it (desk-D14, D72).
 *
 * A reply that passed the collision check had nothing said between what its writer saw and itself: the next reply of the same page may
 * say that it has seen the first one.
 */
type Told = { conversationId: string; mode: 'reply' | 'note'; seenSeq: number }

/** Conversations that are remembered, the last ones. */
export const CONVERSATIONS_MAX = 100

export function ownWords() {
  /** By conversation: who saw up to `after` has seen up to `seq`. */
  const sent = new Map<string, { after: number; seq: number }>()
  return {
    /** The server took it as the message `seq`. Of a note nothing follows: it passes no check. */
    sent({ conversationId, mode, seenSeq }: Told, seq: number): void {
      if (mode === 'note') return
      const before = sent.get(conversationId)
      sent.delete(conversationId)
      sent.set(conversationId, { after: before?.seq === seenSeq ? before.after : seenSeq, seq })
      if (sent.size > CONVERSATIONS_MAX) for (const oldest of sent.keys()) return void sent.delete(oldest)
    },
    /** Up to which message the writer knows the conversation. */
    seenBy({ conversationId, seenSeq }: Pick<Told, 'conversationId' | 'seenSeq'>): number {
      const own = sent.get(conversationId)
      return own && seenSeq >= own.after ? Math.max(seenSeq, own.seq) : seenSeq
    },
    forget: () => sent.clear(),
  }
}

export const own = ownWords()
/** Up to which message the writer of this page knows the conversation, with what they sent themselves. */
export const seenBy = own.seenBy
