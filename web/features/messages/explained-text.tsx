/** A text whose clinical words are explained when they are pressed or reached by key; the words stay as they are (understanding-D43). */
import { Fragment, useId, useState } from 'react'
import type { MyMessage } from '../../api/types.ts'
import styles from './explained-text.module.css'
import { OurText } from './our-text.tsx'

type ExplainedTextProps = Pick<MyMessage, 'text' | 'terms'>

export function ExplainedText({ text, terms }: ExplainedTextProps) {
  return (
    <span className={styles.text}>
      {terms.map(({ span: [from, to], lay }, place) => (
        <Fragment key={from}>
          <OurText text={text.slice(terms[place - 1]?.span[1] ?? 0, from)} />
          <Term words={text.slice(from, to)} lay={lay} />
        </Fragment>
      ))}
      <OurText text={text.slice(terms.at(-1)?.span[1] ?? 0)} />
    </span>
  )
}

function Term({ words, lay }: { words: string; lay: string }) {
  const id = useId()
  const [isShown, setShown] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.term}
        aria-describedby={id}
        onClick={(press) => {
          // Not every browser gives the focus to what is pressed.
          press.currentTarget.focus()
          setShown(true)
        }}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
        onKeyDown={(press) => press.key === 'Escape' && setShown(false)}
      >
        {words}
      </button>
      <span id={id} role="tooltip" className={styles.lay} hidden={!isShown}>
        {lay}
      </span>
    </>
  )
}
