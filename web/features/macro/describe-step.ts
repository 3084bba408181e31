/** What a step of a macro does, in a few words. */
import type { IntlShape } from 'react-intl'
import type { MacroStep } from './use-macro-list.ts'

/** `name`: of the queue or the person the step leads to, where it is known. */
export function describeStep(intl: IntlShape, step: MacroStep, name: string | null): string {
  const say = (id: FormatjsIntl.Message['ids'], values?: Record<string, string | number>) =>
    intl.formatMessage({ id }, values)
  switch (step.do) {
    case 'tags':
      return [
        ...(step.add.length > 0 ? [say('macro.does.add-tags', { tags: intl.formatList(step.add) })] : []),
        ...(step.remove.length > 0 ? [say('macro.does.remove-tags', { tags: intl.formatList(step.remove) })] : []),
      ].join(' · ')
    case 'queue':
      return say('macro.does.queue', { name: name ?? '?' })
    case 'assign':
      return step.staffId === null ? say('macro.does.release') : say('macro.does.assign', { name: name ?? '?' })
    case 'wait':
      return say(`desk.waiting-on.${step.on}`)
    case 'snooze':
      return say('macro.does.snooze', { hours: step.hours })
    case 'note':
      return say('macro.does.note', {
        readers: intl.formatList(step.readers.map((reader) => say(`desk.reader.${reader}`))),
      })
    default:
      return say(`macro.does.${step.do}`)
  }
}
