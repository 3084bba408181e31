/**
 * The shape of written triage knowledge: families of concepts and rules, as a clinician reads them.
 *
 * A rule can only ask for findings to be there, never for them to be missing. So a further finding, turn or fact can
 * raise a verdict but never lower it.
 */
import type { SourceId } from './sources.ts'
import type { Question, Urgency } from './verdict.ts'

export type Concept = {
  id: string
  /** For people, in clinical words. */
  name: string
  /**
   * red_flag: can alone or with others make an emergency; needs 15 lay forms in English and in Spanish.
   * mild: part of a pattern that may be cared for at home. fact: who the person is (pregnant, on blood thinners).
   */
  kind: 'red_flag' | 'symptom' | 'mild' | 'fact'
  /** Phrases in the notation of `engines/text/phrase-pattern.ts`. */
  en: string
  es: string
  /** What looks like it and is none, in the same notation and either language: a place of the concept that touches one does not count. */
  nearMisses?: string
  /** A complaint that is known whole, as "tight calves the day after a race" is (`wholes.ts`). */
  whole?: Whole
}

/** Concepts with "|" between them; of `of` with " + " between what must all hold, as `when` of a rule. */
export type Whole = {
  /**
   * What it is made of, beside the general words of a symptom: in its words they are no finding of their own. `all`: whatever is no red flag; and
   * where such a complaint is not whole, its words tell no mild complaint at all.
   */
  parts?: string
  /** What belongs to it wherever it is told: the sick feeling of a migraine that is as always. */
  anywhere?: string
  /** Only of such a person, or told so. */
  of?: string
  /** Not where one of these is. */
  unless?: string
}

export type Rule = {
  id: string
  outcome: Urgency
  /** Terms joined by " + " must all hold; "a|b" is one of several. A term is a concept or a fact of `facts.ts`. */
  when: string
  /** The rule in words. */
  says: string
  advice: string
  source: SourceId
  /** Questions that settle whether it is worse; while open, the verdict could be an emergency. */
  ask?: string[]
  /** Speaks of how long, how old or what beside: gives way where a complaint for home is told as such complaints are told (decision 0245). */
  yields?: true
  /** Of care at home: facts that belong to it and raise nothing ("age-under-1" of teething), "|" between them. */
  fits?: string
}

export type Family = {
  id: string
  title: string
  concepts: Concept[]
  rules: Rule[]
  questions?: Question[]
  /** What is asked, most excluding first, where an urgent rule names no questions of its own. At most four. */
  ask?: string[]
}

export type CompiledRule = Rule & { family: string; needs: string[][] }

export const compileRule = (family: Family, rule: Rule): CompiledRule => ({
  ...rule,
  ...(rule.outcome === 'urgent' && rule.ask === undefined && family.ask ? { ask: family.ask } : {}),
  family: family.id,
  needs: rule.when.split(' + ').map((term) => term.split('|').map((choice) => choice.trim())),
})

/** The terms that make the rule hold, or undefined. */
export function firedBy(rule: CompiledRule, holds: ReadonlySet<string>): string[] | undefined {
  const because: string[] = []
  for (const choices of rule.needs) {
    const found = choices.filter((choice) => holds.has(choice))
    if (found.length === 0) return undefined
    because.push(...found)
  }
  return because
}
