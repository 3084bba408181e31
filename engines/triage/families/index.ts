/** All complaint families, in the order a nurse would think of them. */
import type { Family } from '../protocol.ts'
import { allergy } from './allergy.ts'
import { belly } from './belly.ts'
import { bleeding } from './bleeding.ts'
import { breathing } from './breathing.ts'
import { burns } from './burns.ts'
import { chest } from './chest.ts'
import { child } from './child.ts'
import { common } from './common-complaints.ts'
import { diabetes } from './diabetes.ts'
import { eye } from './eye.ts'
import { infection } from './infection.ts'
import { injury } from './injury.ts'
import { limb } from './limb.ts'
import { medicine } from './medicine.ts'
import { mind } from './mind.ts'
import { neurology } from './neurology.ts'
import { person } from './person.ts'
import { poison } from './poison.ts'
import { pregnancy } from './pregnancy.ts'
import { signs } from './signs.ts'
import { surgery } from './surgery.ts'
import { urine } from './urine.ts'

export const families: Family[] = [
  person,
  signs,
  breathing,
  chest,
  neurology,
  injury,
  bleeding,
  belly,
  allergy,
  infection,
  child,
  pregnancy,
  diabetes,
  poison,
  burns,
  eye,
  limb,
  urine,
  surgery,
  medicine,
  mind,
  common,
]
