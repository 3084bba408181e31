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
import { counter } from './counter.ts'
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
import { lungs } from './lungs.ts'
import { heart } from './heart.ts'
import { nerves } from './nerves.ts'
import { bones } from './bones.ts'
import { gut } from './gut.ts'
import { deepInfection } from './deep-infection.ts'
import { smallChildren } from './small-children.ts'
import { birth } from './birth.ts'
import { toxins } from './toxins.ts'
import { devices } from './devices.ts'
import { everyday } from './everyday.ts'
import { homeCare } from './home-care.ts'
import { minorAilments } from './minor-ailments.ts'
import { planned } from './planned.ts'

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
  lungs,
  heart,
  nerves,
  bones,
  gut,
  deepInfection,
  smallChildren,
  birth,
  toxins,
  devices,
  everyday,
  homeCare,
  minorAilments,
  counter,
  planned,
]
