/** What people feel, and what illnesses are called. How a line is written: glossary.ts. */
export const symptomsAndIllness = `
## noun
abnormality : something that is not as usual
abrasion = scrape
abscess : a pocket of pus
ache = dull pain
acid reflux / gastroesophageal reflux / gastroesophageal reflux disease : stomach acid that comes up and burns
acidosis : too much acid in the blood
acne = pimples
acromegaly : too much growth hormone, so hands and feet get bigger
acute kidney injury / acute renal failure : kidneys that stop working all at once
acute myeloid leukemia / leukemia / lymphoblastic leukemia : cancer of the blood cells
addiction : not being able to stop using something
adenoma : a growth that is not cancer
adhesion : scar tissue that sticks body parts together
adverse effect / adverse event / adverse reaction / adverse health effect : a bad effect, such as from a medicine
affliction / ailment = illness
age-related macular degeneration / macular degeneration : loss of sharp sight with age
agitation : being very restless or upset
agoraphobia : fear of leaving home or of crowds
AIDS / acquired immune deficiency syndrome : the late stage of an illness by the HIV virus
airway obstruction : a blocked airway
alcoholic steatohepatitis : liver harm from drinking
alcohol use disorder / alcoholism : not being able to stop drinking
allergen : a thing that sets off an allergy
allergic reaction : when the body reacts badly to something, such as a food
allergic rhinitis = hay fever
alopecia = hair loss
Alzheimer's disease : an illness of the brain that takes away memory
amblyopia = lazy eye
amenorrhea : not having periods
amnesia = memory loss
amyotrophic lateral sclerosis : an illness that makes muscles weak over time
anaphylaxis / anaphylactic shock : a severe allergic reaction that can kill
anemia : too few healthy red blood cells
anencephaly : when a baby is born without parts of the brain
aneurysm : a weak spot that bulges in a blood vessel
abdominal aortic aneurysm : a bulge in the main blood vessel in the belly
angina / angina pectoris : chest pain from too little blood to the heart
angioedema : swelling under the skin, often of lips or face
ankylosing spondylitis : a long-term illness that makes the spine stiff
anorexia : loss of appetite, or an illness where people eat too little
anosmia : loss of smell
anoxia = no oxygen
anxiety disorder / anxiety : strong worry or fear
aortic stenosis : a narrow valve in the heart
aphasia : trouble speaking or understanding words
apnea / sleep apnea : breathing that stops for a short time
appendicitis : a swollen, infected appendix
arrhythmia / dysrhythmia / irregular heartbeat : a heartbeat that is not regular
arteriosclerosis : hard blood vessels
arthralgia = joint pain
arthritis : sore, swollen joints
ascites : fluid in the belly
asphyxia / asphyxiation / suffocation : not getting enough air
aspiration pneumonia : a lung infection from food or fluid that went the wrong way
asthma : an illness that makes it hard to breathe at times
astigmatism : blurred sight from the shape of the eye
ataxia : trouble with balance and moving
atelectasis : a part of the lung that is collapsed
atherosclerosis : blood vessels clogged by fat
athlete's foot / tinea pedis : an itchy skin infection on the feet
atopic dermatitis / eczema : dry, itchy skin
atrial fibrillation : a fast, uneven heartbeat
atrophy : wasting away of a body part
attention deficit hyperactivity disorder / attention deficit disorder : trouble sitting still or paying attention
autism / autism spectrum disorder : a different way of thinking, talking and being with people
autoimmune disease / autoimmune disorder : when the body fights itself
bacteremia : germs in the blood
bacterium (bacteria) / microbes / microorganism / microbe = germ
bacterial infection : an illness from germs
bacterial vaginosis : too many germs in the vagina
benign growth / benign tumor : a lump that is not cancer
Bell's palsy : sudden weakness of one side of the face
benign prostatic hyperplasia / enlarged prostate / enlarged prostate gland : a prostate that has grown, with trouble passing urine
bereavement : the loss of a loved one
binge eating : eating far too much in a short time
bipolar disorder : an illness with very high and very low moods
birth defect / congenital anomaly / congenital defect : a problem a baby is born with
bleeding disorder : when blood does not clot well
blepharitis : sore, red eyelids
blister : a bubble of fluid on the skin
thrombus (thrombi) = blood clot
blood poisoning / sepsis / septicemia : a very dangerous illness from an infection
botulism : a rare, dangerous food poisoning
bowel obstruction / intestinal obstruction : a blocked gut
bradycardia : a slow heartbeat
breathlessness / dyspnea / shortness of breath : trouble breathing
bronchiectasis : wide, scarred air tubes in the lungs
bronchiolitis : an infection of the small air tubes in babies
bronchitis : a cough with swollen air tubes in the chest
bronchospasm : tight air tubes in the lungs
contusion / hematoma / ecchymosis (ecchymoses) = bruise
bulimia / bulimia nervosa : eating a lot and then throwing up on purpose
bulla (bullae) = big blister
bunion : a bump at the base of the big toe
bursitis : a sore, swollen sac near a joint
cachexia : severe weight and muscle loss
calculus (calculi) : a stone in the body, or hard plaque on teeth
callus (calluses) = hard skin
candidiasis = yeast infection
canker sore / aphthous ulcer : a sore in the mouth
carbon monoxide poisoning : poisoning from a gas that has no smell
carcinogen : a thing that can cause cancer
carcinoma / malignancy / malignant neoplasm / malignant tumor = cancer
cardiac arrest : when the heart stops
cardiomyopathy : a weak heart muscle
cardiovascular disease / heart disease / coronary heart disease / coronary artery disease : illness of the heart and blood vessels
caries / dental caries / early childhood caries / tooth decay = cavities
carpal tunnel syndrome : a pinched nerve at the wrist
carrier : someone who can pass on an illness but is not sick
cataract : a cloudy lens in the eye
celiac disease : an illness where bread and pasta hurt the gut
cellulitis : a skin infection that spreads
cerebral hemorrhage : bleeding in the brain
cerebral palsy : trouble moving, from birth
cerebrovascular accident / stroke : blood flow to the brain that stops, or bleeding in the brain
chickenpox / varicella : an illness with fever and itchy spots
chills : feeling cold and shaky
chlamydia : an infection passed by sex
cholecystitis : a swollen gallbladder
cholelithiasis = gallstones
cholera : a gut infection with a lot of watery stool
chronic disease / chronic illness / chronic condition = long-term illness
chronic fatigue syndrome : being very tired for months
chronic kidney disease : kidneys that slowly lose their strength
chronic obstructive pulmonary disease : a long-term lung illness that makes it hard to breathe
chronic pain = long-term pain
cirrhosis : scars in the liver
claudication : leg pain when you walk
cleft lip / cleft palate : a split in the lip or the roof of the mouth at birth
clotting disorder / coagulation disorder : when blood clots too much or too little
cognitive impairment / cognitive decline : trouble with thinking and memory
cold sore / herpes simplex / herpes simplex type 1 : a blister near the mouth from a virus
colic : a baby that cries for hours, or cramps that come and go
colitis : a swollen, sore large bowel
collapsed lung / pneumothorax : air between lung and chest wall
coma : a deep sleep from which one cannot be woken
comorbidity : another illness at the same time
complication = added problem
compression fracture : a broken bone in the spine
compulsion : something you feel you must do
concussion : a brain injury from a blow to the head
congestion / nasal congestion = stuffy nose
congestive heart failure / heart failure : a heart too weak to pump well
conjunctivitis = pink eye
constipation : hard stool, or stool that will not come
contagion : the spread of an illness
contracture : a joint or muscle that is stuck
convulsion / seizure : shaking or blanking out that comes from the brain
corn : a spot of hard skin on a toe
coronavirus / coronavirus disease : a virus that can make you cough and have fever
coronary thrombosis : a clot in a blood vessel of the heart
Crohn's disease : a long-term illness that makes the gut sore
crossbite / open bite / overbite / underbite / malocclusion : teeth that do not fit together well
croup : an illness in children with a barking cough
cushingoid appearance : a round face and belly from steroids
cyanosis : blue skin or lips from too little oxygen
cyst : a sac filled with fluid
cystic fibrosis : an illness from birth with thick mucus in the lungs
cystitis = bladder infection
dandruff / dander : flakes of dead skin
deafness : not being able to hear
decubitus ulcer / pressure sore / pressure ulcer / bedsore : a sore from lying or sitting too long
deep vein thrombosis : a blood clot deep in the leg
deficiency / deficit = lack
deformity : a body part with an unusual shape
degenerative disease / degeneration : slow harm to a body part over time
degenerative joint disease / osteoarthritis : worn joints that hurt
dehydration : not having enough water in the body
delirium : sudden confusion
delusion : a firm belief that is not true
dementia / Lewy body dementia : loss of memory and thinking skills
demyelinating disorder : an illness that harms the cover of nerves
depression / major depressive disorder : feeling very sad or empty for a long time
postpartum depression / postnatal depression : deep sadness after having a baby
dermatitis : red, itchy skin
detached retina / retinal detachment : the back of the eye comes loose
developmental delay / developmental disability : when a child learns skills later than others
diabetes / diabetes mellitus : an illness with too much sugar in the blood
diabetic ketoacidosis : a dangerous rise of acid and sugar in the blood
diabetic retinopathy : eye harm from diabetes
diaphoresis = heavy sweating
diarrhea / diarrhea diseases / loose stools : watery stool
diphtheria : a dangerous throat infection
diplopia = double vision
disability : a condition that makes some things harder to do
discharge : fluid that comes out of the body, or going home from the hospital
discoid lupus : lupus with round sores on the skin
discomfort : mild pain
disease / disorder : when the body or mind is not well
disease progression : how an illness gets worse
dislocation : a bone that is out of its joint
disorientation : not knowing where you are or what day it is
distension / abdominal distension = swollen belly
diverticulosis / diverticulitis : small pouches in the large bowel
dizziness / vertigo : feeling that things spin
Down syndrome : an extra gene copy from birth that changes learning and looks
drowsiness / somnolence = sleepiness
xerostomia = dry mouth
dysarthria = slurred speech
dysentery : loose stool with blood
dyslexia : trouble reading
dysmenorrhea = painful periods
dyspareunia = pain during sex
dyspepsia / indigestion = upset stomach
dysphagia = trouble swallowing
dysplasia : cells that do not look normal
dystonia : muscles that tighten by themselves
dysuria : pain when you pass urine
Ebola : a very dangerous virus with bleeding
eclampsia : seizures from high blood pressure in pregnancy
ectopic pregnancy : a pregnancy outside the womb
edema = swelling
effusion : fluid that collects in a body space
embolism / embolus (emboli) : a clot that moves and blocks a blood vessel
emesis = throwing up
emphysema : a lung illness that makes it hard to breathe
encephalitis : swelling of the brain
endocarditis : an infection inside the heart
endometriosis : womb lining that grows outside the womb
enuresis = bed-wetting
epidemic / outbreak : many people with the same illness at the same time
epilepsy : an illness with repeated seizures
epistaxis = nosebleed
erectile dysfunction / impotence : trouble getting or keeping an erection
erosion : wearing away
eruption : a rash, or a tooth coming through
erythema = red skin
essential hypertension / hypertension = high blood pressure
etiology = cause
euphoria : feeling very happy for no clear reason
exacerbation / flare / flare-up : a time when an illness gets worse
exanthem : a rash all over
exhaustion / fatigue / lethargy / malaise : being very tired
exophthalmos = bulging eyes
exudate = fluid from a wound
fainting / syncope / vasovagal syncope : passing out for a short time
fasciitis / plantar fasciitis : pain under the heel
fatty liver disease / steatosis : fat that builds up in the liver
fecal incontinence : not being able to hold stool
fetal alcohol spectrum disorder / fetal alcohol syndrome : harm to a baby from drinking in pregnancy
fibroid / uterine fibroid : a lump in the womb that is not cancer
fibromyalgia : pain and tiredness all over the body
fibrosis : scar tissue in an organ
fissure / anal fissure : a small tear
fistula : an opening between two body parts that should not be there
flatulence / flatus : gas from the bowel
floater : a dark spot that drifts in your sight
influenza / pandemic flu / seasonal influenza = flu
foodborne illness = food poisoning
fracture = broken bone
frostbite : skin frozen by cold
fungus (fungi) / fungal infection : a germ such as mold or yeast
furuncle = boil
gait disturbance / gait abnormality = trouble walking
gallstone : a hard stone in the gallbladder
gangrene : dead tissue from lack of blood
gastritis : a sore stomach lining
gastroenteritis = stomach flu
gastroparesis : a stomach that empties too slowly
genetic disorder / hereditary disease : an illness passed down in the family
genital herpes : sores on the sex organs from a virus
genital warts : bumps on the sex organs from a virus
gestational diabetes : high blood sugar in pregnancy
giant cell arteritis / temporal arteritis : swollen blood vessels at the side of the head
gingivitis : sore gums
glaucoma : high pressure in the eye that harms sight
goiter : a swollen gland in the neck
gonorrhea : an infection passed by sex
gout : sudden joint pain, often in the big toe
Guillain-Barre syndrome : a nerve illness with weakness that moves up the body
hair loss : losing hair
halitosis = bad breath
hallucination : seeing or hearing what is not there
hay fever : sneezing and itchy eyes from plants
hearing loss / presbycusis : not hearing as well as before
heart attack / myocardial infarction : when blood flow to a part of the heart is blocked
heart murmur : an extra sound of the heart
heartburn : a burning feeling in the chest from stomach acid
heat exhaustion / heat stroke : getting sick from heat
hematemesis = throwing up blood
hematuria = blood in the urine
hemiparesis / hemiplegia : weakness of one side of the body
hemophilia : an illness from birth where blood does not clot
hemoptysis = coughing up blood
hemorrhage = heavy bleeding
hemorrhoids / piles : swollen veins near the anus
hepatitis : a swollen liver
hepatomegaly = large liver
hernia / hiatal hernia / inguinal hernia : when a body part pushes through a weak spot
herniated disc / slipped disc : a disc of the spine that presses on a nerve
herpes : a virus that makes blisters
herpes zoster / shingles : a painful rash with blisters on one side
hidradenitis : painful lumps under the skin
hirsutism : more hair than usual
hives / urticaria = itchy welts
Hodgkin lymphoma / lymphoma / non-Hodgkin lymphoma : cancer of the glands that fight germs
hot flash : a sudden feeling of heat
human immunodeficiency virus : the virus that can cause AIDS
human papillomavirus : a virus that can cause warts and some cancers
Huntington's disease : a brain illness passed down in the family
hydrocephalus : too much fluid in the brain
hypercalcemia : too much calcium in the blood
hypercholesterolemia / hyperlipidemia / dyslipidemia = high cholesterol
hyperglycemia = high blood sugar
hyperhidrosis = heavy sweating
hyperkalemia = high potassium
hypernatremia : too much salt in the blood
hyperopia = far-sightedness
hyperplasia : too many cells in one place
hypersensitivity : reacting too strongly
hypersomnia = sleeping too much
hyperthermia : a body that is too hot
hyperthyroidism = overactive thyroid
hypertrophy : a body part that has grown too big
hyperventilation = breathing too fast
hypocalcemia = low calcium
hypochondria : great worry about being ill
hypoglycemia = low blood sugar
hypokalemia = low potassium
hyponatremia : too little salt in the blood
hyposensitivity : reacting less than usual
hypotension / orthostatic hypotension = low blood pressure
hypothermia : a body that is too cold
hypothyroidism = underactive thyroid
hypoxia / hypoxemia = too little oxygen
idiopathic disease : an illness with no known cause
immunodeficiency / immunosuppression / immunocompromise : a weak defense against germs
impaction / fecal impaction : hard stool that is stuck
impairment = loss of function
impetigo : a skin infection with yellow crusts
incidence : how many people get ill in a time
incontinence / urinary incontinence : not being able to hold urine
infarction : dead tissue where blood did not reach
infection / infestation : germs or bugs in or on the body
infectious disease / communicable disease : an illness that can spread
infertility : trouble getting pregnant
inflammation : redness, heat and swelling
inflammatory bowel disease : a long-term illness with a sore gut
ingrown nail / ingrown toenail : a nail that grows into the skin
injury / trauma : harm to the body
insomnia = trouble sleeping
insufficiency : not working well enough
insulin resistance : when insulin does not work well
intoxication : being drunk, or poisoned
irritable bowel syndrome : belly pain with gas and changed stool
irritation : a sore or itchy spot
ischemia : too little blood flow
pruritus = itching
jaundice : yellow skin and eyes
jock itch / tinea cruris : an itchy rash in the groin
keloid : a thick raised scar
keratitis : a sore front of the eye
ketosis : when the body burns fat for fuel
kidney disease / nephropathy / renal disease : illness of the kidneys
kidney failure / renal failure / end-stage renal disease : kidneys that no longer work
kidney stone / nephrolithiasis / renal calculus : a hard stone in the kidney
kyphosis : a rounded upper back
laceration = cut
lactose intolerance : trouble with milk
laryngitis : a sore voice box
lead poisoning : illness from the metal lead
lesion = sore
lice / pediculosis : tiny bugs in the hair
lockjaw / tetanus / trismus : stiff muscles from germs in a wound
lower respiratory infection = chest infection
lump / mass / nodule / neoplasm / tumor : a growth in the body
lumbago = low back pain
lupus / systemic lupus erythematosus / drug-induced lupus / neonatal lupus : an illness where the body fights its own parts
Lyme disease : an illness from a tick bite
lymphadenopathy = swollen glands
lymphedema : swelling from fluid that does not drain
macule : a flat spot on the skin
malabsorption : trouble taking in food
malaria : a fever illness from a mosquito bite
malnutrition / undernutrition : not enough good food
mania / manic episode : a time of very high mood and energy
mastitis : a sore, infected breast
measles / rubeola : an illness with fever and a rash
melanoma : a dangerous skin cancer
melena = black stool
menarche = first period
meningitis : an infection around the brain
menopause / perimenopause : when periods end
menorrhagia = heavy periods
mental health condition / mental illness / psychiatric disorder : an illness of mood or thinking
metastasis (metastases) : cancer that has spread
microcephaly : a very small head at birth
migraine : a very bad headache, often with feeling sick
miscarriage / spontaneous abortion : losing a baby before week 20
mitral valve stenosis / mitral valve prolapse : a heart valve that does not work well
mononucleosis = mono
morbidity = illness
mortality / mortality rate / fatality rate / case fatality rate / case fatality ratio : how many people die
multiple sclerosis : an illness of the nerves with weak spells
mumps : an illness with swollen cheeks
muscle contraction / spasm / muscle spasm / cramp : a muscle that tightens
muscular dystrophy : an illness that makes muscles weak
myalgia = muscle pain
myasthenia gravis : an illness with weak muscles
myocarditis : a swollen heart muscle
myopathy = muscle disease
myopia = near-sightedness
narcolepsy : falling asleep without warning
nasal polyp : a soft growth in the nose
nausea : feeling sick to your stomach
necrosis : dead tissue
nephritis : swollen kidneys
nephrotic syndrome : a kidney illness with swelling
neuralgia / trigeminal neuralgia = nerve pain
neural tube defect : a spine problem from birth
neuritis : a sore nerve
neuropathy / peripheral neuropathy : nerve harm with numb or burning feet or hands
neutropenia : too few white blood cells
nocturia : getting up at night to pass urine
nosocomial infection / healthcare-associated infection : an infection caught in a hospital
nystagmus : eyes that shake
obesity : being far too heavy
obsessive-compulsive disorder : thoughts that come back and acts you must repeat
occlusion / obstruction = blockage
oliguria = passing little urine
onychomycosis = nail fungus
opioid use disorder : not being able to stop opioids
opportunistic infection : an infection in people with weak defenses
orchitis = swollen testicle
organ failure : when an organ stops working
osteomyelitis : an infection of the bone
osteopenia / osteoporosis : weak bones
otitis media / otitis externa / otitis = ear infection
overdose : too much of a medicine or drug
pallor = pale skin
palpitations : feeling your heart beat hard or fast
palsy / paralysis : not being able to move a part
pancreatitis : a sore, swollen pancreas
pandemic : an illness that spreads over the world
panic attack / panic disorder : sudden strong fear
papule = small bump
paraplegia : not being able to move the legs
parasite / parasitic disease : a bug or worm that lives in the body
parasomnia : walking or acting in your sleep
paresis = weakness
paresthesia / tingling / numbness : pins and needles
Parkinson's disease : a brain illness with shaking and slow moves
pathogen : a germ that makes you sick
pathogenesis : how an illness starts
pathology : the study of illness, or the illness itself
pelvic inflammatory disease : an infection of the womb and tubes
peptic ulcer / gastric ulcer / duodenal ulcer / stomach ulcer : a sore in the stomach or gut
pericarditis : a sore sac around the heart
periodontal disease / periodontitis / gum disease : infected gums
peripheral artery disease / peripheral vascular disease : poor blood flow to the legs
peritonitis : a dangerous infection of the belly
pertussis = whooping cough
petechiae : tiny red dots on the skin
pharyngitis = sore throat
phlebitis : a sore, swollen vein
phlegm / sputum = mucus from the lungs
phobia : a strong fear of something
photosensitivity : skin or eyes that react to light
zit = pimple
pituitary disorder : an illness of a gland under the brain
plague : a dangerous illness from flea bites
plaque : a sticky layer on teeth, or fat in blood vessels
pleural effusion : fluid around the lung
pleurisy : pain when you breathe, from the lining of the lungs
pneumonia : an infection of the lungs
pneumonitis : swollen lungs
poison ivy / poison oak / poison sumac : plants that make the skin itch
poisoning : harm from a bad substance
polio / poliomyelitis : a virus that can make muscles stop working
polydipsia = great thirst
polyp : a small growth, often in the bowel
polycystic ovary syndrome : a hormone problem with missed periods
polyuria = passing a lot of urine
post-traumatic stress disorder : fear and bad dreams after a terrible event
postnasal drip : mucus that runs down the throat
preeclampsia : dangerous high blood pressure in pregnancy
pre-diabetes / prediabetes : blood sugar that is higher than it should be
pre-existing condition : an illness you had before
premature birth / preterm birth / preterm labor : a birth that is too early
premenstrual syndrome : bad feelings before a period
presbyopia : trouble seeing close things with age
prevalence : how many people have an illness
primary disease : the first or main illness
prodrome : the first signs of an illness
prognosis (prognoses) : how an illness is likely to go
progression : how something goes on or gets worse
prolapse : a body part that has slipped down
proteinuria = protein in the urine
psoriasis : thick, scaly skin patches
psychosis : losing touch with what is real
puberty : when a child's body turns into an adult's
pulmonary edema : fluid in the lungs
pulmonary embolism : a blood clot in the lung
pulmonary fibrosis : scars in the lungs
pulmonary hypertension : high blood pressure in the lungs
purpura : purple spots on the skin
purulent discharge = pus
pustule = pus-filled bump
pyelonephritis = kidney infection
pyloric stenosis : a narrow way out of the stomach in babies
quadriplegia / tetraplegia : not being able to move arms and legs
rabies : a deadly virus from animal bites
Raynaud's disease : fingers that turn white in the cold
rectal bleeding = bleeding from the bottom
recurrence / relapse / recrudescence : when an illness comes back
regurgitation : food that comes back up, or blood that flows back
rejection : when the body fights a new organ
remission : a time when an illness is quiet
repetitive strain injury : pain from doing the same move again and again
respiratory arrest : when breathing stops
respiratory distress / respiratory failure = severe trouble breathing
restless legs syndrome / restless leg syndrome : an urge to move the legs at night
Reye's syndrome : a rare illness of brain and liver in children
rheumatic fever : an illness after a strep throat that can harm the heart
rheumatism : pain in joints and muscles
rheumatoid arthritis : an illness where the body attacks the joints
rhinitis / rhinorrhea = runny nose
rickets : soft bones in children
rigidity = stiffness
rigor : strong shaking with a fever
ringworm / tinea : a round, itchy skin infection
rosacea : red skin on the face
rubella = German measles
rupture = burst
salmonella : germs that cause food poisoning
sarcoidosis : small lumps in the lungs and other parts
sarcoma : a cancer of bone or soft tissue
scabies : tiny bugs in the skin that itch
scarlet fever : a sore throat with a red rash
schizophrenia : an illness with false beliefs and voices
sciatica : pain from the back down the leg
scleroderma : an illness that makes skin hard
sclerosis : hardening of a body part
scoliosis : a curved spine
seasonal affective disorder : low mood in dark months
self-harm : hurting yourself on purpose
sequela (sequelae) : a problem that stays after an illness
severe acute respiratory syndrome : a dangerous lung infection
sexually transmitted infection / sexually transmitted disease : an infection passed by sex
shock : a dangerous drop of blood flow
sickle cell disease / sickle cell anemia : red blood cells with the wrong shape
sinusitis / sinus infection : a sore, blocked nose and face
skin tag : a small soft growth on the skin
spina bifida : a spine that did not close before birth
spinal stenosis : a narrow space for the nerves of the back
splenomegaly = large spleen
spondylosis : wear of the spine
sprain / strain : a joint or muscle pulled too far
stenosis (stenoses) / stricture = narrowing
stillbirth : a baby born dead
strabismus = crossed eyes
strep throat / streptococcal infection : a throat infection from germs
stridor : a harsh sound when you breathe in
stroke : a sudden loss of blood flow to the brain
stupor : being hardly awake
stuttering : trouble getting words out
subclinical infection : an infection that you do not feel
substance abuse / substance use disorder : using drugs or drink so that it harms you
sudden infant death syndrome : when a baby dies asleep without a known cause
suicidal ideation = thoughts of suicide
symptom : a sign of illness that you feel
syndrome : a group of signs that come together
syphilis : an infection passed by sex
tachycardia : a fast heartbeat
tachypnea = fast breathing
tardive dyskinesia : moves you cannot control, from some medicines
tartar : hard plaque on teeth
temporomandibular disorder : pain in the jaw joint
tendinitis / tendonitis : a sore tendon
terminal illness : an illness that cannot be cured and ends in death
thrombocytopenia : too few platelets, so you may bleed
thrombophlebitis : a clot in a sore vein
thrombosis (thromboses) : a blood clot in a vessel
thrush : white spots in the mouth from yeast
thyroid nodule : a lump in the gland of the neck
tic : a small move or sound you cannot stop
tinnitus = ringing in the ears
tonsillitis : sore, swollen tonsils
torsion / testicular torsion : a twisted body part
Tourette syndrome : an illness with moves and sounds you cannot stop
toxicity : how harmful something is
toxic shock syndrome : a sudden dangerous illness from germs
toxin = poison
transient ischemic attack = mini-stroke
transverse myelitis : a sore, swollen spinal cord
traumatic brain injury = brain injury
tremor = shaking
tuberculosis : a lung infection that spreads through the air
type 1 diabetes : diabetes where the body makes no insulin
type 2 diabetes : diabetes where insulin does not work well
typhoid fever : a gut infection with high fever
ulcer / ulceration = open sore
ulcerative colitis : a long-term illness with sores in the large bowel
upper respiratory infection = cold
uremia : waste that builds up in the blood
urethritis : a sore urine tube
urgency : a strong need to go to the toilet
urinary retention : not being able to pass urine
urinary tract infection = bladder or kidney infection
uveitis : a sore, red inside of the eye
vaginitis : a sore, itchy vagina
valley fever : a lung infection from dust
valvular disease : an illness of the heart valves
varicose vein : a swollen vein in the leg
vasculitis : swollen blood vessels
vasospasm : a blood vessel that tightens
venereal disease : an infection passed by sex
ventricular fibrillation : a deadly uneven heartbeat
vesicle = small blister
virus (viruses) / viral infection : a germ that only lives in cells
viremia : a virus in the blood
vitiligo : white patches of skin
vomiting / vomitus = throwing up
wart / verruca (verrucae) : a rough bump on the skin
West Nile virus : a virus from a mosquito bite
wheeze / wheezing : a whistling sound when you breathe
Wilson's disease : too much copper in the body
withdrawal symptoms : feeling sick when you stop a drug
yeast infection : an itchy infection from yeast
zoonosis (zoonoses) : an illness passed from animals to people
pyrexia / high temperature / febrile illness = fever
## adjective
abnormal = not normal
addictive : hard to stop
adverse = bad
afebrile = without fever
aggressive : fast growing, or angry
allergic : reacting badly to a thing
ambulatory = able to walk
anaerobic = without air
anaphylactic : of a severe allergic reaction
anemic : with too few red blood cells
arthritic : with sore joints
asymptomatic = without symptoms
asthmatic : with asthma
autoimmune : when the body fights itself
bacterial : caused by germs
benign = not cancer
bedridden = not able to leave the bed
blistering : with blisters
cancerous : of cancer
chronic = long-term
clinical : seen in patients, not in a lab
comatose = in a coma
communicable = able to spread
compromised = weak
congenital = from birth
contagious / infectious / transmissible = easy to catch
coarse = rough
cyanotic = blue
debilitating = weakening
degenerative = slowly getting worse
dehydrated = low on water
diabetic : of diabetes, or having it
diastolic : when the heart rests between beats
diffuse / disseminated = spread out
disoriented = confused
dormant = sleeping
drowsy / somnolent = sleepy
dysfunctional = not working well
edematous / edematous skin = swollen
embolic : caused by a moving clot
endemic : always found in an area
episodic / intermittent = on and off
erythematous = red
fatal / lethal = deadly
febrile = with fever
flaccid = limp
fungal : caused by a fungus
genetic / hereditary / heritable : passed from parent to child
hemorrhagic = bleeding
hypertensive = with high blood pressure
hypotensive = with low blood pressure
idiopathic = of unknown cause
immunocompromised / immunosuppressed / immunodeficient = with a weak defense against germs
impotent : not able to get an erection
incontinent : not able to hold urine or stool
incurable = with no cure
indurated = hard
infected : with germs in it
infertile : not able to have a baby
inflamed : red, hot and swollen
inflammatory : with redness and swelling
insidious : slow and hard to notice
invasive : going into the body, or spreading in it
irreversible = not able to be undone
irritable = easily upset
ischemic : with too little blood flow
jaundiced = yellow
lactose intolerant : not able to take milk
lethargic = very tired
life-threatening = deadly
listless = with no energy
malignant = cancer
malnourished = without enough food
menopausal / postmenopausal : after periods have ended
metastatic = spread
moderate = medium
morbid = of illness
mucous : with slime
myopic = near-sighted
nauseated / nauseous = sick to the stomach
necrotic = dead
neonatal = of a newborn
neoplastic : of a new growth
noncancerous / nonmalignant = not cancer
nocturnal = at night
nosocomial = from the hospital
obese = far too heavy
obstructive = blocking
obstructed / occluded = blocked
opportunistic : striking when the body is weak
palpable : able to be felt
paralyzed = not able to move
parasitic : from a bug or worm
paroxysmal = sudden
pathogenic = causing illness
pathological = caused by illness
perforated = with a hole
persistent = lasting
photosensitive = easily hurt by light
postoperative = after surgery
postpartum / postnatal = after birth
predisposed = more likely
pregnant / gravid = going to have a baby
premature / preterm = early
prenatal / antenatal = before birth
prodromal : of the first signs
progressive = getting worse
productive cough : a cough that brings up mucus
profuse = heavy
prolonged = long
prone : likely to, or lying face down
pruritic = itchy
psychosomatic : caused by stress or worry
psychotic : out of touch with what is real
purulent = with pus
radiating : spreading from one place
recurrent = coming back
refractory : hard to treat
resistant : not helped by a medicine
ruptured = burst
scaly = flaky
sedentary = sitting a lot
self-limiting = going away by itself
septic : with germs in the blood
spasmodic : coming in spasms
sporadic = now and then
sterile : free of germs, or not able to have a baby
streptococcal : from strep germs
suicidal : thinking of ending one's life
supine = lying on the back
suppurative = with pus
symptomatic = with symptoms
systemic = all over the body
systolic : when the heart beats
tender : sore to the touch
terminal : that cannot be cured and ends in death
toxic = poisonous
transient = short
traumatic : from an injury, or very upsetting
ulcerated = with open sores
underweight = too thin
unstable : likely to get worse
viral : from a virus
virulent = very harmful
## verb
ail = be sick
aspirate = breathe in food or fluid
asphyxiate / suffocate = choke
atrophy = waste away
coagulate = form a clot
contract an illness = catch an illness
convulse = shake
degenerate = get worse
dehydrate = lose water
deteriorate / worsen = get worse
disseminate = spread
dislocate = move out of joint
ejaculate : to let out semen
exacerbate / aggravate = make worse
expectorate = cough up
expire = die
exude / ooze = leak
fracture = break
hallucinate = see or hear things
hemorrhage = bleed a lot
infect = give germs to
inflame = make red and sore
lacerate = cut
manifest = show
metastasize = spread
obstruct / occlude = block
perforate = make a hole in
perspire = sweat
progress = go on
proliferate = grow fast
radiate = spread
recur / relapse = come back
recuperate / convalesce = get better
regress = go back
regurgitate = bring up food
rupture = burst
succumb = die
suppurate = make pus
transmit = pass on
urinate / micturate / void = pass urine
defecate = pass stool
`
