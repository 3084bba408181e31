/** All complaint families, in the order a nurse would think of them. */
import type { Family } from '../protocol.ts'
import { allergyInfectionChild } from './allergy-infection-child.ts'
import { bleedingBelly } from './bleeding-belly.ts'
import { breathing } from './breathing.ts'
import { chest } from './chest.ts'
import { neurology } from './neurology.ts'
import { pregnancyPoisonOther } from './pregnancy-poison-other.ts'
import { person } from './person.ts'

export const families: Family[] = [
  person,
  breathing,
  chest,
  neurology,
  bleedingBelly,
  allergyInfectionChild,
  pregnancyPoisonOther,
]
