/** "Say who I am": an address on file and the birth date, then the code. The same words for known and unknown (desk-D10). */
import type { Chat } from './chat.ts'
import { element } from './element.ts'
import type { Say } from './words.ts'

type IdentityForm = { chat: Chat; say: Say; onBack: () => void }

export function identityForm({ chat, say, onBack }: IdentityForm): HTMLFormElement {
  const contact = element('input', {
    id: 'contact',
    type: 'text',
    required: '',
    maxlength: '320',
    autocomplete: 'email',
    dir: 'ltr',
  })
  const birthDate = element('input', { id: 'birth-date', type: 'date', required: '', autocomplete: 'bday' })
  const code = element('input', {
    id: 'code',
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    pattern: '\\d{6}',
    maxlength: '6',
    dir: 'ltr',
  })
  const codePart = element(
    'div',
    { class: 'field', hidden: '' },
    element('label', { for: 'code' }, say('widget.code')),
    code,
  )
  const note = element('p', { role: 'status', class: 'status' })
  const go = element('button', { type: 'submit', class: 'send' }, say('widget.send-code'))
  const back = element('button', { type: 'button', class: 'quiet' }, say('widget.back'))
  const form = element(
    'form',
    { class: 'identity', hidden: '' },
    element('div', { class: 'field' }, element('label', { for: 'contact' }, say('widget.contact')), contact),
    element('div', { class: 'field' }, element('label', { for: 'birth-date' }, say('widget.birth-date')), birthDate),
    codePart,
    note,
    element('div', { class: 'ways' }, back, go),
  )

  const askForCode = async () => {
    const answer = await chat.requestCode(contact.value.trim(), birthDate.value)
    note.textContent = answer.ok
      ? say('widget.code-sent')
      : say(answer.refusal.code === 'SLOW_DOWN' ? 'widget.slow' : 'widget.failed')
    if (!answer.ok) return
    codePart.hidden = false
    code.required = true
    go.textContent = say('widget.confirm')
    code.focus()
  }
  const confirm = async () => {
    const answer = await chat.verifyCode(code.value, birthDate.value)
    if (answer.ok) return onBack()
    note.textContent = say(
      answer.refusal.code === 'WRONG_CODE'
        ? 'widget.wrong-code'
        : answer.refusal.code === 'SLOW_DOWN'
          ? 'widget.slow'
          : 'widget.failed',
    )
    code.focus()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void (codePart.hidden ? askForCode() : confirm())
  })
  back.addEventListener('click', () => {
    codePart.hidden = true
    code.required = false
    code.value = ''
    note.textContent = ''
    go.textContent = say('widget.send-code')
    onBack()
  })
  return form
}
