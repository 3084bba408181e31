/**
 * Limits for measured values, and what a set of readings says.
 *
 * Adults: NEWS2, © Royal College of Physicians 2017, used with acknowledgement; one parameter in the red band is at least
 * an emergency here because the patient is at home. Children: bands of NICE NG143 (fever under 5) and wide resting
 * ranges above that age. Each limit is data: value, direction, outcome, source.
 */
import type { SourceId } from './sources.ts'
import type { Urgency } from './verdict.ts'

export type Readings = {
  breaths?: number
  spo2?: number
  systolic?: number
  diastolic?: number
  pulse?: number
  celsius?: number
  glucoseMgDl?: number
  consciousness?: 'alert' | 'not_alert'
  onOxygen?: boolean
}

export type Limit = {
  id: string
  sign: keyof Readings
  /** Holds when the reading is at or below `atMost`, or at or above `atLeast`. */
  atMost?: number
  atLeast?: number
  outcome: Urgency
  /** Terms that must hold too (see facts.ts), as in a rule. */
  and?: string
  says: string
  source: SourceId
}

export const adultLimits: Limit[] = [
  { id: 'vital-breaths-low', sign: 'breaths', atMost: 8, outcome: 'emergency', says: 'Breathing 8 a minute or slower', source: 'rcp-news2' },
  { id: 'vital-breaths-high', sign: 'breaths', atLeast: 25, outcome: 'emergency', says: 'Breathing 25 a minute or faster', source: 'rcp-news2' },
  { id: 'vital-oxygen-low', sign: 'spo2', atMost: 91, and: 'not-copd', outcome: 'emergency', says: 'Oxygen 91 % or lower', source: 'rcp-news2' },
  { id: 'vital-oxygen-low-copd', sign: 'spo2', atMost: 83, outcome: 'emergency', says: 'Oxygen 83 % or lower with known COPD', source: 'rcp-news2' },
  { id: 'vital-oxygen-copd-watch', sign: 'spo2', atMost: 87, outcome: 'urgent', says: 'Oxygen 84 to 87 % with known COPD', source: 'rcp-news2' },
  { id: 'vital-oxygen-watch', sign: 'spo2', atMost: 93, and: 'not-copd', outcome: 'urgent', says: 'Oxygen 92 or 93 %', source: 'rcp-news2' },
  { id: 'vital-systolic-low', sign: 'systolic', atMost: 90, outcome: 'emergency', says: 'Upper blood pressure 90 or lower', source: 'rcp-news2' },
  { id: 'vital-systolic-high', sign: 'systolic', atLeast: 220, outcome: 'emergency', says: 'Upper blood pressure 220 or higher', source: 'rcp-news2' },
  { id: 'vital-pulse-low', sign: 'pulse', atMost: 40, outcome: 'emergency', says: 'Pulse 40 or slower', source: 'rcp-news2' },
  { id: 'vital-pulse-high', sign: 'pulse', atLeast: 131, outcome: 'emergency', says: 'Pulse 131 or faster', source: 'rcp-news2' },
  { id: 'vital-cold', sign: 'celsius', atMost: 35, outcome: 'emergency', says: 'Temperature 35.0 °C (95 °F) or lower', source: 'rcp-news2' },
  { id: 'vital-pressure-symptoms', sign: 'systolic', atLeast: 180, and: 'any-symptom', outcome: 'emergency', says: 'Pressure 180/120 or higher with symptoms', source: 'aha-pressure' },
  { id: 'vital-pressure-low-number-symptoms', sign: 'diastolic', atLeast: 120, and: 'any-symptom', outcome: 'emergency', says: 'Pressure 180/120 or higher with symptoms', source: 'aha-pressure' },
  { id: 'vital-pressure-eyes', sign: 'systolic', atLeast: 160, and: 'vision-trouble', outcome: 'emergency', says: 'Pressure 160/110 or higher, and the eyes', source: 'aha-pressure' },
  { id: 'vital-pressure-high', sign: 'systolic', atLeast: 180, outcome: 'urgent', says: 'Pressure 180/120 or higher', source: 'aha-pressure' },
  { id: 'vital-pressure-low-number-high', sign: 'diastolic', atLeast: 120, outcome: 'urgent', says: 'Pressure 180/120 or higher', source: 'aha-pressure' },
  { id: 'vital-pressure-raised', sign: 'systolic', atLeast: 160, outcome: 'soon', says: 'Pressure 160/100 or higher', source: 'aha-pressure' },
  { id: 'vital-pressure-low-number-raised', sign: 'diastolic', atLeast: 100, outcome: 'soon', says: 'Pressure 160/100 or higher', source: 'aha-pressure' },
  { id: 'vital-fever-adult', sign: 'celsius', atLeast: 39.4, outcome: 'urgent', says: 'Temperature 39.4 °C (103 °F) or higher', source: 'medline-er' },
  { id: 'vital-very-high-fever', sign: 'celsius', atLeast: 40.5, outcome: 'emergency', says: 'Temperature 40.5 °C (105 °F) or higher', source: 'cdc-heat' },
] // prettier-ignore

/** Hold at any age. */
export const commonLimits: Limit[] = [
  { id: 'vital-fever-infant', sign: 'celsius', atLeast: 38, and: 'age-under-3-months', outcome: 'emergency', says: 'Temperature 38.0 °C (100.4 °F) or higher under 3 months of age', source: 'nice-fever-child' },
  { id: 'vital-cold-infant', sign: 'celsius', atMost: 35.9, and: 'age-under-3-months', outcome: 'emergency', says: 'Temperature under 36.0 °C (96.8 °F) under 3 months of age', source: 'nice-sepsis-child' },
  { id: 'vital-fever-weak-defences', sign: 'celsius', atLeast: 38, and: 'on-chemo|neutropenia', outcome: 'emergency', says: 'Temperature 38.0 °C (100.4 °F) or higher during chemotherapy or with few white cells', source: 'cdc-chemo-fever' },
  { id: 'vital-fever-immune', sign: 'celsius', atLeast: 38, and: 'immune-weak|no-spleen', outcome: 'emergency', says: 'Fever with weak defences', source: 'cdc-sepsis' },
  { id: 'vital-fever-toddler', sign: 'celsius', atLeast: 39, and: 'age-under-3-years', outcome: 'urgent', says: 'Temperature 39.0 °C (102.2 °F) or higher under 3 years', source: 'nice-fever-child' },
  { id: 'vital-pressure-pregnant', sign: 'systolic', atLeast: 160, and: 'pregnant|postpartum', outcome: 'emergency', says: 'Pressure 160/110 or higher in pregnancy or within 6 weeks after', source: 'acog-preeclampsia' },
  { id: 'vital-pressure-low-number-pregnant', sign: 'diastolic', atLeast: 110, and: 'pregnant|postpartum', outcome: 'emergency', says: 'Pressure 160/110 or higher in pregnancy or within 6 weeks after', source: 'acog-preeclampsia' },
  { id: 'vital-pressure-pregnant-watch', sign: 'systolic', atLeast: 140, and: 'pregnant|postpartum', outcome: 'urgent', says: 'Pressure 140/90 or higher in pregnancy or within 6 weeks after', source: 'acog-preeclampsia' },
  { id: 'vital-pressure-low-number-pregnant-watch', sign: 'diastolic', atLeast: 90, and: 'pregnant|postpartum', outcome: 'urgent', says: 'Pressure 140/90 or higher in pregnancy or within 6 weeks after', source: 'acog-preeclampsia' },
  { id: 'vital-sugar-low-symptoms', sign: 'glucoseMgDl', atMost: 53.9, and: 'low-sugar-symptoms|low-sugar-ill|sugar-not-corrected|confusion|unconscious|seizure|sweating|tremor-said|dizzy|weak-said|no-answer', outcome: 'emergency', says: 'Sugar under 54 mg/dL (3.0 mmol/L) with symptoms or not coming up', source: 'cdc-low-sugar' },
  { id: 'vital-sugar-low', sign: 'glucoseMgDl', atMost: 53.9, outcome: 'urgent', says: 'Sugar under 54 mg/dL (3.0 mmol/L)', source: 'cdc-low-sugar' },
  { id: 'vital-sugar-lowish', sign: 'glucoseMgDl', atMost: 69.9, outcome: 'soon', says: 'Sugar under 70 mg/dL (3.9 mmol/L)', source: 'cdc-low-sugar' },
  { id: 'vital-sugar-high-ill', sign: 'glucoseMgDl', atLeast: 250, and: 'vomiting|ketones|deep-breathing|short-of-breath|belly-pain|confusion', outcome: 'emergency', says: 'Sugar 250 mg/dL (13.9 mmol/L) or higher with vomiting, ketones or deep breathing', source: 'cdc-dka' },
  { id: 'vital-sugar-very-high', sign: 'glucoseMgDl', atLeast: 300, outcome: 'urgent', says: 'Sugar 300 mg/dL (16.7 mmol/L) or higher', source: 'cdc-dka' },
  { id: 'vital-sugar-high', sign: 'glucoseMgDl', atLeast: 250, outcome: 'soon', says: 'Sugar 250 mg/dL (13.9 mmol/L) or higher', source: 'cdc-dka' },
] // prettier-ignore

/**
 * Children: the fastest resting values still accepted, and the slowest, by age in months. Breaths above 60 a minute are
 * a NICE red sign at any age; the other bands are NICE amber limits rounded outward, and wide school-age ranges.
 */
export const childBands = [
  { untilMonths: 12, breathsMax: 60, breathsMin: 20, pulseMax: 180, pulseMin: 80, systolicMin: 65 },
  { untilMonths: 36, breathsMax: 50, breathsMin: 16, pulseMax: 170, pulseMin: 75, systolicMin: 70 },
  { untilMonths: 72, breathsMax: 45, breathsMin: 14, pulseMax: 160, pulseMin: 65, systolicMin: 75 },
  { untilMonths: 144, breathsMax: 35, breathsMin: 12, pulseMax: 145, pulseMin: 55, systolicMin: 80 },
  { untilMonths: 192, breathsMax: 28, breathsMin: 10, pulseMax: 135, pulseMin: 45, systolicMin: 85 },
] as const

/** NEWS2 is for people from 16 years on who are not pregnant. */
export const ADULT_FROM_MONTHS = 16 * 12

export function limitsFor(ageMonths: number | undefined): Limit[] {
  if (ageMonths === undefined || ageMonths >= ADULT_FROM_MONTHS) return [...adultLimits, ...commonLimits]
  const band = childBands.find(({ untilMonths }) => ageMonths < untilMonths)!
  return [
    { id: 'vital-child-breaths-high', sign: 'breaths', atLeast: band.breathsMax, outcome: 'emergency', says: `Breathing ${band.breathsMax} a minute or faster at this age`, source: 'nice-fever-child' },
    { id: 'vital-child-breaths-low', sign: 'breaths', atMost: band.breathsMin - 1, outcome: 'emergency', says: `Breathing slower than ${band.breathsMin} a minute at this age`, source: 'nhs-ill-child' },
    { id: 'vital-child-pulse-high', sign: 'pulse', atLeast: band.pulseMax, outcome: 'emergency', says: `Pulse ${band.pulseMax} or faster at this age`, source: 'nice-fever-child' },
    { id: 'vital-child-pulse-low', sign: 'pulse', atMost: band.pulseMin - 1, outcome: 'emergency', says: `Pulse slower than ${band.pulseMin} at this age`, source: 'nhs-ill-child' },
    { id: 'vital-child-systolic-low', sign: 'systolic', atMost: band.systolicMin - 1, outcome: 'emergency', says: `Upper blood pressure under ${band.systolicMin} at this age`, source: 'nhs-ill-child' },
    { id: 'vital-child-oxygen', sign: 'spo2', atMost: 91, outcome: 'emergency', says: 'Oxygen 91 % or lower', source: 'nice-fever-child' },
    { id: 'vital-child-oxygen-watch', sign: 'spo2', atMost: 95, outcome: 'urgent', says: 'Oxygen 92 to 95 % in a child', source: 'nice-fever-child' },
    { id: 'vital-child-cold', sign: 'celsius', atMost: 35.5, outcome: 'emergency', says: 'Temperature 35.5 °C (96 °F) or lower in a child', source: 'nhs-ill-child' },
    { id: 'vital-child-fever', sign: 'celsius', atLeast: 40, outcome: 'urgent', says: 'Temperature 40.0 °C (104 °F) or higher in a child', source: 'medline-er-child' },
    ...commonLimits,
  ] // prettier-ignore
}

/** NEWS2 total of the signs that were measured. Unmeasured signs count nothing. */
export function news2(readings: Readings): number {
  const { breaths, spo2, systolic, pulse, celsius, consciousness, onOxygen } = readings
  return (
    band(breaths, [[8, 3], [11, 1], [20, 0], [24, 2], [Infinity, 3]]) +
    band(spo2, [[91, 3], [93, 2], [95, 1], [Infinity, 0]]) +
    (onOxygen ? 2 : 0) +
    band(systolic, [[90, 3], [100, 2], [110, 1], [219, 0], [Infinity, 3]]) +
    band(pulse, [[40, 3], [50, 1], [90, 0], [110, 1], [130, 2], [Infinity, 3]]) +
    (consciousness === 'not_alert' ? 3 : 0) +
    band(celsius, [[35, 3], [36, 1], [38, 0], [39, 1], [Infinity, 2]])
  ) // prettier-ignore
}

function band(value: number | undefined, steps: [number, number][]): number {
  if (value === undefined) return 0
  return steps.find(([top]) => value <= top)?.[1] ?? 0
}
