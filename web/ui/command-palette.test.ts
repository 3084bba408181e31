import { expect, test } from 'vitest'
import { findCommands, type Command } from './command-palette.tsx'

const aCommand = (name: string, group = 'Conversation'): Command => ({ id: name, name, group, run: () => {} })

const commands = [aCommand('Assign to…'), aCommand('Tomar la conversación'), aCommand('Red flags', 'Go to')]

test('no words find everything, in its own order', () => {
  expect(findCommands(commands, ' ')).toEqual(commands)
})

test('words are found in any order, without case or accents, in group and name', () => {
  expect(findCommands(commands, 'CONVERSACION tomar')).toEqual([commands[1]])
  expect(findCommands(commands, 'flags go')).toEqual([commands[2]])
})

test('a word that is nowhere finds nothing', () => {
  expect(findCommands(commands, 'assign tomorrow')).toEqual([])
})
