import type { Family } from '../protocol.ts'

export const limb: Family = {
  id: 'limb',
  title: 'Legs, arms, back and joints',
  concepts: [
    {
      id: 'leg-swelling-one',
      name: 'One swollen painful leg',
      kind: 'red_flag',
      en: `(calf|calves|one leg|left leg|right leg|my leg|thigh) ~ (<swell>|red|hot|warm) / calf ~ <pain> / (blood clot|dvt|deep vein) / clot in (my|his|her) leg / leg bigger than the other / pain in (my|the) calf`,
      es: `(pantorrilla|una pierna|pierna izquierda|pierna derecha|mi pierna|la pierna|muslo) ~ (<swell>|roj*|caliente) / pantorrilla ~ <pain> / coagulo en (la|mi|su) pierna / trombosis / una pierna mas (grande|gorda|hinchada)`,
    },
    {
      id: 'cold-limb',
      name: 'Cold, pale limb',
      kind: 'red_flag',
      en: `(foot|feet|leg|arm|hand|toes|fingers) ..4 (cold and|turned white|turning black|black|no pulse|pale and|ice cold|white and) / (cold|pale|blue|white) (leg|foot|arm|hand|toe|toes) ..3 (numb|pain|painful|and)`,
      es: `(pie|pierna|brazo|mano|dedos) ..4 (frio y|fria y|helad*|negro|negra|negros|palid*|blanc*|sin pulso)`,
    },
    {
      id: 'back-pain',
      name: 'Back pain',
      kind: 'symptom',
      en: `<back> ~ <pain> / back ache / backache / back (went|is) out / sciatica / threw out my back`,
      es: `<back> ~ <pain> / dolor de espalda / lumbago / ciatica / me duele la espalda`,
    },
    {
      id: 'joint-pain',
      name: 'Joint or muscle pain',
      kind: 'symptom',
      en: `(knee|ankle|wrist|shoulder|elbow|hip|joint|joints|neck|muscle|muscles|finger|foot|heel|toe|arm|arms|leg|legs|hand|hands) ~ <pain> / sprain / sprained / twisted (my)? (ankle|knee) / arthritis / gout / pulled (a)? muscle / muscle strain / stiff joints`,
      es: `(rodilla|tobillo|muñeca|hombro|codo|cadera|articulacion|articulaciones|musculo|musculos|dedo|pie|talon|cuello|brazo|brazos|pierna|piernas|mano|manos) ~ <pain> / esguince / torcedura / me torci / artritis / gota en el pie / tiron`,
    },
  ],
  rules: [
    { id: 'leg-01', outcome: 'urgent', when: 'leg-swelling-one', says: 'One swollen or painful leg', advice: 'leg', source: 'nhs-dvt', ask: ['breath-rest', 'chest-pain-q'] },
    { id: 'leg-02', outcome: 'emergency', when: 'cold-limb', says: 'Cold or pale limb', advice: 'leg', source: 'nhs-999' },
    { id: 'common-01', outcome: 'routine', when: 'back-pain', says: 'Back pain', advice: 'injury', source: 'nhs-back' },
    { id: 'common-02', outcome: 'urgent', when: 'back-pain + fever|on-chemo|recent-surgery|cannot-pee', says: 'Back pain with a warning sign', advice: 'spine', source: 'nhs-back' },
    { id: 'common-03', outcome: 'routine', when: 'joint-pain', says: 'Joint or muscle pain', advice: 'injury', source: 'nhs-common' },
  ], // prettier-ignore
}
