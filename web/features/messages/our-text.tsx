/** A text of the care team, in which web addresses can be opened. */
import { linkedWords } from '../../ui/linked-words.ts'

export const OurText = ({ text }: { text: string }) =>
  linkedWords(text).map(({ words, href }, place) =>
    href ? (
      <a key={place} href={href} target="_blank" rel="noopener noreferrer">
        {words}
      </a>
    ) : (
      words
    ),
  )
