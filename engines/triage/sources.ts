/**
 * Public pages that the triage rules rest on. Facts were taken from them, not sentences.
 */
import type { Source } from './verdict.ts'

const page = (publisher: string, title: string, url: string): Source => ({
  title,
  publisher,
  url,
  retrieved_on: RETRIEVED_ON,
})

/** The day on which the list was last gone through. */
const RETRIEVED_ON = '2026-11-24'

export const sources = {
  'nhs-999': page(
    'NHS',
    'When to call 999',
    'https://www.nhs.uk/nhs-services/urgent-and-emergency-care-services/when-to-call-999/',
  ),
  'medline-er': page(
    'MedlinePlus',
    'When to use the emergency room: adult',
    'https://medlineplus.gov/ency/patientinstructions/000593.htm',
  ),
  'medline-er-child': page(
    'MedlinePlus',
    'When to use the emergency room: child',
    'https://medlineplus.gov/ency/patientinstructions/000594.htm',
  ),
  'medline-breathing': page(
    'MedlinePlus',
    'Breathing difficulty: first aid',
    'https://medlineplus.gov/ency/article/000007.htm',
  ),
  'nhs-breathless': page('NHS', 'Shortness of breath', 'https://www.nhs.uk/symptoms/shortness-of-breath/'),
  'nhs-asthma': page('NHS', 'Asthma attacks', 'https://www.nhs.uk/conditions/asthma/asthma-attack/'),
  'cdc-heart': page(
    'CDC',
    'About heart attack symptoms, risk and recovery',
    'https://www.cdc.gov/heart-disease/about/heart-attack.html',
  ),
  'nhs-chest-pain': page('NHS', 'Chest pain', 'https://www.nhs.uk/symptoms/chest-pain/'),
  'nhs-palpitations': page('NHS', 'Heart palpitations', 'https://www.nhs.uk/symptoms/heart-palpitations/'),
  'cdc-stroke': page('CDC', 'Signs and symptoms of stroke', 'https://www.cdc.gov/stroke/signs-symptoms/index.html'),
  'cdc-seizure': page(
    'CDC',
    'First aid for seizures',
    'https://www.cdc.gov/epilepsy/first-aid-for-seizures/index.html',
  ),
  'nhs-fainting': page('NHS', 'Fainting', 'https://www.nhs.uk/symptoms/fainting/'),
  'nhs-headache': page('NHS', 'Headaches', 'https://www.nhs.uk/symptoms/headaches/'),
  'cdc-meningitis': page('CDC', 'About meningitis', 'https://www.cdc.gov/meningitis/about/index.html'),
  'cdc-concussion': page(
    'CDC',
    'Signs and symptoms of concussion',
    'https://www.cdc.gov/heads-up/signs-symptoms/index.html',
  ),
  'nhs-back': page('NHS', 'Back pain', 'https://www.nhs.uk/conditions/back-pain/'),
  'medline-bleeding': page('MedlinePlus', 'Bleeding', 'https://medlineplus.gov/ency/article/000045.htm'),
  'nhs-anticoagulant': page('NHS', 'Anticoagulant medicines', 'https://www.nhs.uk/medicines/anticoagulants/'),
  'nhs-stomach': page('NHS', 'Stomach ache', 'https://www.nhs.uk/symptoms/stomach-ache/'),
  'nhs-gi-bleed': page('NHS', 'Vomiting blood', 'https://www.nhs.uk/symptoms/vomiting-blood/'),
  'nhs-ectopic': page('NHS', 'Ectopic pregnancy', 'https://www.nhs.uk/conditions/ectopic-pregnancy/'),
  'nhs-testicle': page('NHS', 'Testicle pain', 'https://www.nhs.uk/symptoms/testicle-pain/'),
  'nhs-anaphylaxis': page('NHS', 'Anaphylaxis', 'https://www.nhs.uk/conditions/anaphylaxis/'),
  'cdc-sepsis': page('CDC', 'About sepsis', 'https://www.cdc.gov/sepsis/about/index.html'),
  'cdc-chemo-fever': page(
    'CDC',
    'Preventing infections in cancer patients',
    'https://www.cdc.gov/cancer-preventing-infections/about/index.html',
  ),
  'nice-fever-child': page('NICE', 'Fever in under 5s (NG143)', 'https://www.nice.org.uk/guidance/ng143'),
  'nhs-ill-child': page(
    'NHS',
    'Is your baby or toddler seriously ill?',
    'https://www.nhs.uk/conditions/baby/health/is-your-baby-or-toddler-seriously-ill/',
  ),
  'cdc-hear-her': page(
    'CDC',
    'Urgent maternal warning signs',
    'https://www.cdc.gov/hearher/maternal-warning-signs/index.html',
  ),
  'acog-preeclampsia': page(
    'ACOG',
    'Preeclampsia and high blood pressure during pregnancy',
    'https://www.acog.org/womens-health/faqs/preeclampsia-and-high-blood-pressure-during-pregnancy',
  ),
  'cdc-low-sugar': page(
    'CDC',
    'About low blood sugar',
    'https://www.cdc.gov/diabetes/about/low-blood-sugar-hypoglycemia.html',
  ),
  'cdc-dka': page(
    'CDC',
    'About diabetic ketoacidosis',
    'https://www.cdc.gov/diabetes/about/diabetic-ketoacidosis.html',
  ),
  'hrsa-poison': page('HRSA', 'Poison Help', 'https://poisonhelp.hrsa.gov/'),
  'cdc-overdose': page(
    'CDC',
    'Preventing opioid overdose',
    'https://www.cdc.gov/overdose-prevention/prevention/index.html',
  ),
  'cdc-co': page('CDC', 'Carbon monoxide poisoning basics', 'https://www.cdc.gov/carbon-monoxide/about/index.html'),
  'nhs-burns': page('NHS', 'Burns and scalds', 'https://www.nhs.uk/conditions/burns-and-scalds/'),
  'cdc-heat': page('CDC', 'Heat-related illnesses', 'https://www.cdc.gov/niosh/heat-stress/about/illnesses.html'),
  'cdc-cold': page('CDC', 'Preventing hypothermia', 'https://www.cdc.gov/winter-weather/prevention/index.html'),
  'cdc-drowning': page('CDC', 'About drowning', 'https://www.cdc.gov/drowning/about/index.html'),
  'medline-electric': page('MedlinePlus', 'Electrical injury', 'https://medlineplus.gov/ency/article/000053.htm'),
  'nhs-eye': page('NHS', 'Eye injuries', 'https://www.nhs.uk/conditions/eye-injuries/'),
  'nhs-vision': page('NHS', 'Sudden vision loss', 'https://www.nhs.uk/symptoms/vision-loss/'),
  'nhs-dvt': page('NHS', 'Deep vein thrombosis', 'https://www.nhs.uk/conditions/deep-vein-thrombosis-dvt/'),
  'nhs-wound': page(
    'MedlinePlus',
    'Surgical wound care: when to call the doctor',
    'https://medlineplus.gov/ency/patientinstructions/000738.htm',
  ),
  'nhs-988': page('SAMHSA', '988 Suicide and Crisis Lifeline', 'https://www.samhsa.gov/mental-health/988'),
  'aha-pressure': page(
    'American Heart Association',
    'When to call 911 about high blood pressure',
    'https://www.heart.org/en/health-topics/high-blood-pressure/understanding-blood-pressure-readings/when-to-call-911-for-high-blood-pressure',
  ),
  'rcp-news2': page(
    'Royal College of Physicians',
    'National Early Warning Score (NEWS) 2',
    'https://www.rcp.ac.uk/improving-care/resources/national-early-warning-score-news-2/',
  ),
  'nhs-common': page('NHS', 'Conditions A to Z', 'https://www.nhs.uk/conditions/'),
  'medline-common': page('MedlinePlus', 'Symptoms', 'https://medlineplus.gov/symptoms.html'),
  'cdc-rabies': page('CDC', 'About rabies', 'https://www.cdc.gov/rabies/about/index.html'),
  'nhs-uti': page('NHS', 'Urinary tract infections', 'https://www.nhs.uk/conditions/urinary-tract-infections-utis/'),
  'nhs-dehydration': page('NHS', 'Dehydration', 'https://www.nhs.uk/conditions/dehydration/'),
  'fda-medicine': page(
    'FDA',
    'Finding and learning about side effects',
    'https://www.fda.gov/drugs/information-consumers-and-patients-drugs/finding-and-learning-about-side-effects-adverse-reactions',
  ),
  'aha-heart-failure': page(
    'American Heart Association',
    'Warning signs of heart failure',
    'https://www.heart.org/en/health-topics/heart-failure/warning-signs-of-heart-failure',
  ),
  'medline-smoke': page('MedlinePlus', 'Burns and smoke inhalation', 'https://medlineplus.gov/burns.html'),
  'nhs-giant-cell': page('NHS', 'Temporal arteritis', 'https://www.nhs.uk/conditions/temporal-arteritis/'),
  'nhs-hearing': page('NHS', 'Hearing loss', 'https://www.nhs.uk/conditions/hearing-loss/'),
  'nhs-hernia': page('NHS', 'Hernia', 'https://www.nhs.uk/conditions/hernia/'),
  'nhs-cauda-equina': page('NHS', 'Back pain: cauda equina warning signs', 'https://www.nhs.uk/conditions/back-pain/'),
  'medline-amputation': page('MedlinePlus', 'Amputation: traumatic', 'https://medlineplus.gov/ency/article/000006.htm'),
  'medline-compartment': page('MedlinePlus', 'Compartment syndrome', 'https://medlineplus.gov/ency/article/001224.htm'),
  'nhs-sjs': page('NHS', 'Stevens-Johnson syndrome', 'https://www.nhs.uk/conditions/stevens-johnson-syndrome/'),
  'cdc-malaria': page('CDC', 'About malaria', 'https://www.cdc.gov/malaria/about/index.html'),
  'medline-intussusception': page(
    'MedlinePlus',
    'Intussusception: children',
    'https://medlineplus.gov/ency/article/000958.htm',
  ),
  'cdc-jaundice': page('CDC', 'Jaundice and kernicterus', 'https://www.cdc.gov/jaundice/about/index.html'),
  'nhs-postpartum-psychosis': page(
    'NHS',
    'Postpartum psychosis',
    'https://www.nhs.uk/mental-health/conditions/post-partum-psychosis/',
  ),
  'nhs-preterm': page(
    'NHS',
    'Premature labour and birth',
    'https://www.nhs.uk/pregnancy/labour-and-birth/signs-of-labour/premature-labour-and-birth/',
  ),
  'cdc-diabetes-signs': page('CDC', 'Diabetes symptoms', 'https://www.cdc.gov/diabetes/signs-symptoms/index.html'),
  'medline-withdrawal': page('MedlinePlus', 'Delirium tremens', 'https://medlineplus.gov/ency/article/000766.htm'),
  'medline-alcohol': page('MedlinePlus', 'Alcohol: risks and alcohol overdose', 'https://medlineplus.gov/alcohol.html'),
  'medline-lithium': page('MedlinePlus', 'Lithium toxicity', 'https://medlineplus.gov/ency/article/002667.htm'),
  'medline-serotonin': page('MedlinePlus', 'Serotonin syndrome', 'https://medlineplus.gov/ency/article/007272.htm'),
  'medline-nms': page(
    'MedlinePlus',
    'Neuroleptic medicines: emergency signs',
    'https://medlineplus.gov/druginfo/meds/a682180.html',
  ),
  'medline-rhabdo': page('MedlinePlus', 'Rhabdomyolysis', 'https://medlineplus.gov/ency/article/000473.htm'),
  'medline-trach': page(
    'MedlinePlus',
    'Tracheostomy care',
    'https://medlineplus.gov/ency/patientinstructions/000076.htm',
  ),
  'medline-fistula': page(
    'MedlinePlus',
    'Hemodialysis access: self-care',
    'https://medlineplus.gov/ency/patientinstructions/000591.htm',
  ),
  'medline-catheter': page(
    'MedlinePlus',
    'Indwelling catheter care',
    'https://medlineplus.gov/ency/patientinstructions/000140.htm',
  ),
  'nhs-septic-joint': page('NHS', 'Septic arthritis', 'https://www.nhs.uk/conditions/septic-arthritis/'),
  'nhs-shingles': page('NHS', 'Shingles', 'https://www.nhs.uk/conditions/shingles/'),
  'nhs-dental-abscess': page('NHS', 'Dental abscess', 'https://www.nhs.uk/conditions/dental-abscess/'),
  'cdc-lyme': page(
    'CDC',
    'Signs and symptoms of untreated Lyme disease',
    'https://www.cdc.gov/lyme/signs-symptoms/index.html',
  ),
  'nhs-animal-bite': page('NHS', 'Animal and human bites', 'https://www.nhs.uk/conditions/animal-and-human-bites/'),
  'nhs-cancer-signs': page('NHS', 'Signs and symptoms of cancer', 'https://www.nhs.uk/conditions/cancer/symptoms/'),
  'cdc-tetanus': page(
    'CDC',
    'Clinical guidance for wound management to prevent tetanus',
    'https://www.cdc.gov/tetanus/hcp/clinical-guidance/index.html',
  ),
  'nhs-priapism': page('NHS', 'Priapism', 'https://www.nhs.uk/conditions/priapism-painful-erections/'),
  'nhs-sepsis': page('NHS', 'Symptoms of sepsis', 'https://www.nhs.uk/conditions/sepsis/'),
  'nhs-red-eye': page('NHS', 'Red eye', 'https://www.nhs.uk/conditions/red-eye/'),
  'nhs-flashes': page(
    'NHS',
    'Floaters and flashes in the eyes',
    'https://www.nhs.uk/conditions/floaters-and-flashes-in-the-eyes/',
  ),
  'cdc-contact-lens': page(
    'CDC',
    'Contact lens health: when to see a doctor',
    'https://www.cdc.gov/contact-lenses/about/index.html',
  ),
  'cdc-drug-interactions': page(
    'FDA',
    'Sildenafil and nitrates: do not combine',
    'https://www.accessdata.fda.gov/drugsatfda_docs/label/2014/20895s039s042lbl.pdf',
  ),
  'nhs-period': page('NHS', 'Heavy periods', 'https://www.nhs.uk/conditions/heavy-periods/'),
  'medline-frostbite': page('MedlinePlus', 'Frostbite', 'https://medlineplus.gov/ency/article/000057.htm'),
  'medline-battery': page(
    'MedlinePlus',
    'Swallowed button batteries and magnets',
    'https://medlineplus.gov/ency/article/002764.htm',
  ),
} satisfies Record<string, Source>

export type SourceId = keyof typeof sources
