/** Science, germs, food, dangers around us, and words of studies. How a line is written: glossary.ts. */
export const scienceAndSafety = `
## noun
absorption = soaking up
accessibility : how easy it is to get in or use
accreditation : proof that a place meets rules
acupressure / accupressure : pressing on points of the body
accupuncture : treatment with thin needles
advocacy : speaking up for someone
Affordable Care Act : the US law on health insurance
air quality : how clean the air is
allele : one form of a gene
allergy / food allergy : when the body reacts badly to a thing
amalgamation : mixing
amino acid : a small part of protein
anomaly = something not normal
appellant : a person who asks for a new decision
asbestos : a dangerous stuff in old buildings
ascorbic acid = vitamin C
association : a link
biofilm : a layer of germs that stick together
biohazard : a thing from a living source that can harm
biomarker : a sign in the body that can be measured
blood lead level : how much lead is in the blood
blood profile : a set of blood tests
bone density = bone strength
botulinum toxin : a poison used to relax muscles
breastfeeding / lactation : feeding a baby from the breast
caffeine : what makes coffee wake you up
calcium : a mineral for bones
calorie : a unit of energy in food
carbon dioxide : the gas we breathe out
case report : the story of one patient
case-control study : a study that compares ill and well people
causal association : when one thing makes another happen
causation : making something happen
chelation : taking metal out of the blood
chipping paint : old paint that comes off and may hold lead
clade : a group of related germs
clinic visit = visit
cohort : a group of people in a study
cohort study : a study that follows a group over time
community spread : when an illness spreads in an area
confidence interval : the range a true number likely lies in
contact tracing : finding who was near an ill person
contaminant : a thing that makes food or water dirty
conversion : a change
correlation : when two things change together
cot death / crib death : when a baby dies asleep without a known cause
cough etiquette : coughing into your elbow
countermeasures : steps against a danger
cross-contamination : germs passed from one food to another
cure : what makes an illness go away
defibrillator : a machine that shocks the heart
differences of sex development / intersex : a body that is not clearly male or female from birth
dilator : a tool that widens
discoloration = change of color
discrimination : treating some people worse
disinfection : killing germs on things
dysfunction : not working well
electromagnetic field : a force around power lines
endocrinology : care of hormones
epizootic / panzootic : an illness of many animals
expertise = skill
expressive language : how you say what you think
false-negative result / false negative : a test that says no when it is yes
false-positive result / false positive : a test that says yes when it is no
fallacy = wrong idea
fats / saturated fat / trans fat : fat in food that can harm the heart
fibrates : a medicine that lowers fat in the blood
first responder : the first to help, like a fire fighter
folic acid / folate : a vitamin for cells, needed in pregnancy
folk medicine / traditional medicine : old ways to heal
fructose / sucrose / lactose : a kind of sugar
fumes : gas or smoke you can smell
genetics / heredity : how traits pass from parents to children
genome : all the genes of a body
genotype : the genes a person has
germ cell : an egg or sperm
gestation : the time in the womb
gonadal dysgenesis : sex glands that did not grow as usual
haemophilus influenzae type b / Hib : a germ that can make children very ill
hand hygiene : washing your hands
H1N1 flu / swine flu / H5N1 flu / avian flu / bird flu / HPAI : a kind of flu
health equity : a fair chance for all to be healthy
heavy metal : a metal such as lead that can be poison
hematocrit : how thick the blood is with red cells
hemolysis : when red blood cells break
HEPA filter : a filter for very fine dust
hip abductor : a muscle that moves the leg out
host : a body in which a germ lives
humidifier : a machine that puts water in the air
hygiene = keeping clean
immunoglobulin : a part of blood that fights germs
incidence rate : how many people get ill in a time
index case : the first person with an illness
integumentary system : skin, hair and nails
interferon : a substance that fights viruses
intolerance : when the body cannot handle a thing
investigation = check
ion : a tiny part with a charge
iodine : a mineral for the thyroid
iron : a mineral for the blood
isotope : a form of an element
keratin : what hair and nails are made of
kidney : the organ that cleans blood and makes urine
lead : a metal that is poison
lead dust : fine dust that holds lead
leprosy : an illness of skin and nerves
leukodystrophy : an illness of the white part of the brain
life support : machines that keep someone alive
listeria : a germ in food, bad in pregnancy
longevity = long life
lung : the organ you breathe with
manifestation = sign
mean : the usual amount
median : the number in the middle
medical facility = clinic
menses / menstruation / menstrual cycle = period
mercury : a metal that is poison
metabolite : what is left after the body uses a substance
meta-analysis : a study of many studies
methadone : a medicine used to stop other drugs
miliaria = heat rash
motor vehicle accident = car crash
mucosal membrane : the moist lining inside the body
mutagen : a thing that changes genes
mutation : a change in a gene
nicotine : what makes smoking hard to stop
near-sightedness / nearsightedness : seeing only close things well
neonate : a baby in the first 4 weeks
neuraminidase : a part of the flu virus
niacin / riboflavin / thiamine / retinol : a vitamin
occurrence = case
odds ratio : how much more likely something is
onset = start
orchiectomy : surgery to take out a testicle
organism : a living thing
ossicles : the small bones in the ear
ossification : turning into bone
outcome measure : what a study looks at
p-value : how likely a result came by chance
particulate matter : tiny bits in the air
perforation = hole
perinatologist : a doctor for risky pregnancies
periphery = edge
pesticide : a poison against bugs
phenotype : what can be seen of the genes
phenylketonuria : an illness from birth with a special food plan
physiology : how the body works
pica : eating things that are not food
pictograph : a small picture that tells something
poison : a thing that can kill or make you ill
pollutant / pollution : dirt in air or water
postmortem : after death
potassium / sodium / zinc / magnesium : a mineral the body needs
potency = strength
pregnancy : the time a baby grows in the womb
prepuce = foreskin
prevention : keeping a bad thing from happening
probiotic : good germs in food or pills
projectile vomiting : throwing up with force
pronation / supination : turning a hand or foot
prostatitis : a sore prostate
prosthodontia : making false teeth
psychopathology : the study of illness of the mind
pulp : the soft part inside a tooth
pulpectomy : taking out the soft part of a tooth
pulpitis : a sore inside of a tooth
pulmonology : care of the lungs
radon : a gas that can harm lungs
randomized controlled trial : a test where chance decides who gets what
receptor : a part of a cell that takes messages
recovery = getting better
reflux : flow back
relative risk : how much more likely something is for one group
remediation : fixing or cleaning up
resin : a hard, clear material for teeth
respiration = breathing
retinoblastoma : a cancer of the eye in children
rheumatology : care of joints
root planing : cleaning below the gums
secretion : a fluid the body makes
seroconversion : when a blood test turns from no to yes
sexual orientation : whom you are drawn to
side effects profile : the side effects of a medicine
smallpox / variola : a deadly illness of the past
species : a kind of animal or plant
spirometer : a tool that shows how well you breathe
spore : a form of germ that is hard to kill
strain of virus / strain of flu : a kind of germ
sun protection : keeping the sun off your skin
superbug : a germ that medicines do not kill
susceptibility : being easily harmed
sterility : being free of germs, or not able to have babies
stomach : the organ that food goes into first
systematic review : a look at all studies of one thing
tap water : water from the sink
taste bud : a spot on the tongue that tastes
temperature : how hot or cold
teratogen : a thing that harms a baby in the womb
testicular cancer : cancer of a testicle
thimerosal : a substance that keeps vaccines good
toxicant = poison
trait : something passed down from parents
transgender person : a person whose gender is not that of birth
trichomoniasis : an infection passed by sex
trimester : three months of pregnancy
ultraviolet radiation / UVA / UVB / ultraviolet light : rays of the sun that harm skin
vaccine hesitancy : not being sure about shots
variable : a thing that can change in a study
variant : a changed form
varices = swollen veins
vector : an animal, like a mosquito, that spreads illness
ventilation : moving fresh air in
virulence : how harmful a germ is
warning sign : a sign of danger
wastewater : used water
weaning : stopping something slowly
whiplash : a neck hurt by a sudden jerk
whooping cough : an illness with a bad cough
yellow fever : an illness from a mosquito bite
zinc deficiency : too little zinc
scarlatina : a sore throat with a red rash
windpipe : the tube for air
lazy eye : an eye that does not see well from childhood
false teeth : teeth that are made
## adjective
aqueous = watery
airborne : spread through the air
bloodborne : spread by blood
carcinogenic = causing cancer
cognitive : of thinking
contaminated = dirty
contraindicated = not to be used
deaf : not able to hear
developmental : of how a child grows
discolored = changed in color
evidence-based : shown to work in studies
expeditious = fast
foodborne : spread by food
generalized = all over
genetically modified : with changed genes
gerontological : of older people
hematological : of the blood
heterogeneous = mixed
homogeneous / homologous = alike
hygienic = clean
immunological : of the body's defense
imperceptible = too small to notice
inconspicuous = hard to see
indigenous = native
infested : full of bugs
insulin-dependent : needing insulin
mesial : toward the middle of the mouth
metabolic : of how the body uses food
methodical = step by step
microbial : of germs
noncompliant / nonadherent = not taking it as told
nontoxic = not poisonous
noxious = harmful
nutritious = healthy
odorless = without smell
orthopedic : of bones and joints
orthodontic : of making teeth straight
perinatal : around birth
perioral = around the mouth
physiological : of how the body works
poisonous = that can kill
preadolescent : of a child before the teen years
premenstrual : before a period
psychosocial : of mind and life with others
psychological : of the mind
quantitative : in numbers
qualitative : in words
reproductive : of having babies
respirable : that can be breathed in
spontaneous = by itself
teratogenic : harmful to a baby in the womb
transgender : whose gender is not that of birth
transverse = across
vesicular : with small blisters
voluminous = large
waterborne : spread by water
zoonotic : passed from animals to people
acellular : without whole cells
clinically ill : ill with signs
deoxygenated : without oxygen
discoid = round and flat
cushingoid : with a round face from steroids
## verb
absorb = soak up
adhere = stick
amalgamate = mix
censure = blame
contaminate = make dirty
chlorinate = put chlorine in
disinfect = kill germs on
escalate = get worse
exfoliate = rub off dead skin
fortify = make stronger
fumigate = kill bugs with smoke
humidify = put water in the air
metabolize = use up
menstruate = have a period
neutralize = make harmless
pasteurize = heat to kill germs
pollute = make dirty
provoke = set off
sanitize = clean
wean = stop slowly
`
