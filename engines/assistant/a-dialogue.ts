/** For tests: a patient and the assistant, message after message, with the requests that stay open between them. */
import {
  decideTask,
  heardAmidTask,
  isOpen,
  type ClinicalBy,
  type Task,
  type TaskDecision,
  type TaskFacts,
} from './decide-task.ts'
import { decideTurn, type Session, type Turn } from './decide-turn.ts'
import { SPOKEN, textOf, type Spoken } from './texts.ts'

/** Thursday, 26 November 2026, 9:00 in New York. */
export const NOW = Date.parse('2026-11-26T14:00:00Z')
/** Two days of free times: 10:00, 14:00 and 15:00 on each. */
export const CALL_TIMES = ['2026-11-27', '2026-11-30', '2026-12-01', '2026-12-03'].flatMap((day) =>
  ['15', '19', '20'].map((hour) => `${day}T${hour}:00:00.000Z`),
)

export const facts: TaskFacts = {
  now: NOW,
  timeZone: 'America/New_York',
  isVerified: true,
  numbers: ['+12125550134'],
  callTimes: CALL_TIMES,
  sites: ['Northside'],
  receipt: 'C-1042',
}

export type Exchange = TaskDecision & { text: string; choices: readonly string[] }

/** `intents`: what the engines would say of each message, by its words; else nothing. */
export function aDialogue(over: Partial<TaskFacts> = {}, language: Spoken = SPOKEN[0]) {
  let tasks: Task[] = []
  let session: Session = { isIntroduced: true, failed: 0, wasUpset: false, isHandingOff: false }
  let count = 0
  return {
    tasks: () => tasks,
    open: () => tasks.filter(isOpen),
    shown: (place = 0) =>
      Object.fromEntries(Object.entries(tasks[place]?.slots ?? {}).map(([name, slot]) => [name, slot.shown])),
    say(
      text: string,
      intents: readonly string[] = [],
      heard: Partial<Turn> = {},
      clinicalBy: ClinicalBy = intents.includes('medication_question') ? 'medicine-guess' : 'finding',
    ): Exchange {
      count += 1
      const turn: Turn = {
        language,
        urgency: 'routine',
        isCrisis: false,
        isClinical: false,
        isOnlyForeign: false,
        isAskedForSafety: false,
        isNotUnderstood: false,
        intents,
        isFurious: false,
        isUpset: false,
        isAnxious: false,
        isSad: false,
        isConfused: false,
        session,
        answer: null,
        ...heard,
      }
      const open = tasks.filter(isOpen)
      const amid = heardAmidTask(turn, {
        text,
        tasks: open,
        clinicalBy,
        language,
      })
      const base = decideTurn(amid)
      const decided = decideTask(
        {
          text,
          messageId: `m${count}`,
          language,
          guesses: [],
          tasks: open,
          newTaskId: `t${count}`,
          facts: { ...facts, ...over },
        },
        amid,
        base,
      ) ?? { decision: base, tasks: [], call: null, isUrgent: false }
      const changed = new Map(decided.tasks.map((task) => [task.id, task]))
      const known = new Set(tasks.map(({ id }) => id))
      tasks = [
        ...tasks.map((task) => changed.get(task.id) ?? task),
        ...decided.tasks.filter(({ id }) => !known.has(id)),
      ]
      // The one in hand first.
      tasks.sort((a, b) => Number(a.state === 'paused') - Number(b.state === 'paused'))
      session = decided.decision.session
      const written = textOf(decided.decision.lines, { language, emergencyNumber: '911', day: (iso) => iso })
      return { ...decided, text: written, choices: decided.decision.choices ?? [] }
    },
  }
}
