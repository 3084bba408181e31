/** Digits to press, for whoever has no keyboard; they go into the field that has the focus, which moves on when a field is full. */
import { element } from '../widget/element.ts'
import type { Say } from './words.ts'

export type DigitField = { id: string; label: string; digits: number }

/** The fields with their keypad. `read` gives what stands in each; `onFull` tells that the last one is full. */
export function digitEntry(say: Say, fields: readonly DigitField[], onFull?: () => void) {
  const inputs = fields.map(({ id, digits }) =>
    element('input', {
      id,
      type: 'text',
      inputmode: 'none',
      autocomplete: 'off',
      maxlength: String(digits),
      size: String(digits),
      dir: 'ltr',
    }),
  )
  let current = 0
  const moveOn = () => {
    const full = inputs.findIndex((input, at) => at >= current && input.value.length < fields[at]!.digits)
    if (full >= 0 && inputs[current]!.value.length >= fields[current]!.digits) inputs[full]!.focus()
    if (onFull && inputs.every((input, at) => input.value.length === fields[at]!.digits)) onFull()
  }
  for (const [at, input] of inputs.entries()) {
    input.addEventListener('focus', () => (current = at))
    // A scanner types as a keyboard does, with dashes or blanks perhaps.
    input.addEventListener('input', () => {
      input.value = input.value.replace(/\D/g, '').slice(0, fields[at]!.digits)
      moveOn()
    })
  }
  const press = (change: (text: string) => string) => {
    const input = inputs[current]!
    input.value = change(input.value).slice(0, fields[current]!.digits)
    moveOn()
  }
  const key = (label: string, name: string, act: () => void) => {
    const button = element('button', { type: 'button', class: 'key', 'aria-label': name }, label)
    button.addEventListener('click', act)
    return button
  }
  const digit = (text: string) => key(text, text, () => press((before) => before + text))
  const erase = key('⌫', say('kiosk.key.erase'), () => {
    if (inputs[current]!.value === '' && current > 0) current -= 1
    press((text) => text.slice(0, -1))
  })
  const rows = fields.map(({ id, label }, at) =>
    element('div', { class: 'field' }, element('label', { for: id }, label), inputs[at]!),
  )
  return {
    fields: element('div', { class: 'fields' }, ...rows),
    keypad: element(
      'div',
      { class: 'keypad', role: 'group', 'aria-label': say('kiosk.keypad') },
      ...[...'123456789'].map(digit),
      erase,
      digit('0'),
    ),
    read: () => inputs.map(({ value }) => value),
    focus: () => inputs[0]?.focus(),
  }
}
