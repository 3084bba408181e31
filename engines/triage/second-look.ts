/**
 * A second look at a message that no written rule calls urgent: does it read like messages of emergencies? Pure.
 *
 * Written knowledge decides (understanding-D20); it knows the words it was given, and people find others. This linear model over words
 * only raises: to a nurse today, never to an emergency and never down (decision 0168). English and Spanish.
 */
import { readModel } from '#engines/linear/linear-model.ts'
import { chancesOfAll, lookInRuns, type Look, type ReadSentences } from '#engines/linear/runs.ts'
import weights from './model/weights.json' with { type: 'json' }

/** In this order in the model. */
export const SOUNDS = ['danger', 'symptom', 'none', 'mild'] as const

export type SecondLook = Look

const model = readModel(weights)
export const SECOND_LOOK_VERSION = `second-look-${model.version}`

/** The chance that it tells of an emergency. */
export const lookAgain = (read: ReadSentences): SecondLook => lookInRuns(model, read, ([danger]) => danger!)[0]!

/** The chance that all of it together is told as what is cared for at home is told (decision 0245). */
export const soundsMild = (read: ReadSentences): number => chancesOfAll(model, read)[SOUNDS.indexOf('mild')]!
