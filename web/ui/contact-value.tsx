import { Fragment } from 'react'

/** An address or number as people read it, always from left to right; a long one breaks behind its @. */
export const ContactValue = ({ value, className }: { value: string; className?: string | undefined }) => (
  <bdi dir="ltr" className={className}>
    {readableContact(value)
      .split(/(?<=@)/)
      .map((part, place) => (
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
  </bdi>
)

/** `+15085550182` is `+1 (508) 555-0182`; a number of another plan, and a mail address, stay as they are. */
export const readableContact = (value: string): string => value.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 ($1) $2-$3')
