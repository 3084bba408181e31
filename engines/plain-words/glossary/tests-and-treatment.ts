/** Tests, operations, devices, and kinds of medicine. How a line is written: glossary.ts. */
export const testsAndTreatment = `
## noun
A1C / hemoglobin A1c / glycated hemoglobin : a blood test of your sugar over 3 months
ablation : destroying a small bit of tissue, such as with heat
abortion : ending a pregnancy
ACE inhibitor : a medicine that lowers blood pressure
acellular vaccine : a vaccine made from parts of a germ
acupuncture : treatment with thin needles
acuity : how sharp your sight is, or how ill you are
adherence / compliance = taking it as told
adhesive bandage / adhesive = sticky bandage
adjuvant therapy : treatment after the main one, so that it works better
aerosol = fine spray
allograft : tissue from another person
alpha blocker / alpha-agonist hypotensive agents : a medicine that lowers blood pressure
alternative medicine / complementary medicine : care that is not part of usual medicine
amalgam : a silver filling in a tooth
amniocentesis : a test of the water around a baby in the womb
amputation : cutting off a body part
analgesic / pain reliever = pain medicine
anesthesia / anesthetic : medicine so that you feel no pain
general anesthesia / general anesthetic : medicine that makes you sleep through surgery
local anesthesia / local anesthetic : medicine that numbs one spot
angiogram / angiography : an X-ray of blood vessels
angioplasty : opening a blocked blood vessel with a small balloon
angiotensin receptor blocker / ARBs : a medicine that lowers blood pressure
antacid : a medicine for heartburn
antagonist : a medicine that blocks something in the body
anthelmintic : a medicine against worms
antiarrhythmic : a medicine for an uneven heartbeat
antibiotic : a medicine that kills germs
antibody : a part of the blood that fights germs
anticoagulant = blood thinner
anticonvulsant / antiepileptic : a medicine against seizures
antidepressant : a medicine against deep sadness
antidiarrheal : a medicine for loose stool
antidote : a medicine that works against a poison
antiemetic : a medicine against throwing up
antifungal : a medicine against fungus
antigen : a thing that makes the body fight, such as a part of a germ
antihistamine = allergy medicine
antihypertensive : a medicine for high blood pressure
anti-inflammatory : a medicine against swelling and pain
antimicrobial : a medicine that kills germs
antioxidant : a substance that protects cells
antiplatelet : a medicine that keeps blood from clotting
antipruritic : a medicine against itching
antipsychotic : a medicine for false beliefs and voices
antipyretic : a medicine against fever
antiretroviral therapy : medicine against HIV
antiseptic : a liquid that kills germs on skin
antispasmodic : a medicine against cramps
antitussive = cough medicine
antiviral : a medicine against viruses
anxiolytic : a medicine against strong worry
Apgar score : a quick check of a newborn
appendectomy : surgery to take out the appendix
appliance : a tool worn in the mouth or on the body
arthrocentesis : taking fluid out of a joint with a needle
arthroplasty : surgery to fix or replace a joint
arthroscopy : looking into a joint with a thin tube
artificial insemination : putting sperm in the womb without sex
artificial joint / prosthetic joint = man-made joint
artificial respiration : breathing for someone
aspiration : sucking fluid out, or food going down the wrong way
assay / laboratory test = lab test
assessment = check
assistive device : a tool that helps you, such as a cane
audiogram / audiometry = hearing test
autoclave : a machine that kills germs on tools
autograft : tissue moved from your own body
autopsy : a look at the body after death to find the cause
dressing = bandage
barbiturate : a strong medicine that calms
bariatric surgery / gastric bypass : surgery for weight loss
barium enema / barium swallow : an X-ray with a white liquid
baseline : how things are at the start
behavior modification / behavioral therapy / cognitive behavioral therapy : learning new ways to think and act
benzodiazepine : a medicine that calms and makes sleepy
beta blocker : a medicine that slows the heart and lowers pressure
bilirubin : a yellow substance made in the liver
biologic : a medicine made from living cells
biopsy : taking a small piece of tissue to test
contraception / contraceptive = birth control
birth control pill / oral contraceptive : a pill so that you do not get pregnant
blood count / complete blood count : a test that counts blood cells
blood culture : a test for germs in the blood
blood glucose / serum glucose = blood sugar
blood pressure : how hard blood pushes in the vessels
blood sample / blood specimen : a bit of blood for a test
blood transfusion / transfusion : getting blood from someone else
blood type / blood group : the kind of blood you have
body mass index : a number for weight and height together
bolus : one large dose at once
bone density test / densitometry / DEXA scan : a test of how strong bones are
bone marrow transplant / allogeneic bone marrow transplant / stem cell transplant : getting new blood-making cells
booster / booster shot / booster dose = extra shot
brace / splint / orthosis (orthoses) / orthotic : a support for a body part
braces / orthodontia : wires that make teeth straight
bridge : a false tooth held by its neighbors
bronchodilator : a medicine that opens the air tubes
bronchoscopy : looking into the lungs with a thin tube
calcium channel blocker : a medicine that relaxes blood vessels
cannula : a thin tube put into a vein or the nose
capsule : a pill with a soft or hard shell
carbohydrate : sugars and starch in food
cardiac catheterization : a thin tube put into the heart to look at it
cardiac rehabilitation : exercise and teaching after heart trouble
cardiopulmonary resuscitation : pushing on the chest when the heart has stopped
cardioversion / defibrillation : a shock that sets the heartbeat right
cast : a hard shell that holds a broken bone
catheter : a thin tube put into the body
catheterization : putting a thin tube into the body
cauterization : burning tissue to stop bleeding
cephalosporin : a kind of medicine that kills germs
cesarean section / cesarean / C-section : surgery to bring out a baby
chemotherapy = cancer medicine
chest film / chest radiograph = chest X-ray
cholecystectomy : surgery to take out the gallbladder
cholesterol : a fat in the blood
circumcision : cutting off the skin at the tip of the penis
clinical breast exam : a check of the breasts by a doctor
clitoroplasty / phalloplasty / scrotoplasty / vulvoplasty / vaginoplasty : surgery that shapes sex organs
cochlear implant : a device in the ear that helps to hear
colonoscopy : a look into the bowel with a thin tube
colostomy / ileostomy / ostomy / stoma (stomas) : an opening in the belly for stool to come out
colposcopy : a close look at the lower end of the womb
combination vaccine : one shot for more than one illness
composite filling / composite : a tooth-colored filling
compress = wet cloth
compression stockings : tight socks that help blood flow
computed tomography / CT scan / CAT scan : many X-rays that make a picture of the inside
contact lens : a thin lens worn on the eye
contrast / contrast medium / contrast dye : a dye that makes pictures of the body clearer
contraindication : a reason not to use a medicine
corticosteroid / steroid : a medicine against swelling
cosmetic surgery : surgery to change looks
counseling / psychotherapy / talk therapy : talking with a trained person about problems
crown : a cap for a tooth
cryotherapy / cryosurgery : treatment with cold
culture : a test to see which germs grow
cystoscopy : a look into the bladder with a thin tube
debridement : cleaning dead tissue from a wound
decongestant : a medicine for a stuffy nose
deep brain stimulation : small shocks to the brain to treat shaking
denture : false teeth
dental implant / implant : a false tooth or part fixed in the body
dental sealant : a coat that protects teeth
desensitization : getting the body used to a thing
detoxification / detox : getting a drug out of the body
diagnosis (diagnoses) : what illness you have
diagnostic test : a test to find out what is wrong
dialysis / hemodialysis / peritoneal dialysis : cleaning the blood with a machine when kidneys fail
dietary supplement / supplement : pills with vitamins or such, beside food
digital rectal exam : a check of the bottom with a finger
dilation : making wider
dilation and curettage : cleaning out the womb
disinfectant : a liquid that kills germs on things
diuretic = water pill
donation : giving something for others
Doppler ultrasound : a sound picture of blood flow
dosage / dose : how much medicine to take and when
double blind : when neither doctor nor patient knows who gets which drug
drain / drainage tube : a tube that lets fluid out
drug interaction : when one medicine changes how another works
drug resistance / antibiotic resistance : when germs are no longer killed by a medicine
durable medical equipment : things like beds or wheelchairs for home
echocardiogram / echocardiography : a sound picture of the heart
elective surgery / elective procedure : surgery that is planned and can wait
electrocardiogram : a test of the heart's beat
electroconvulsive therapy : a treatment of the brain with a small shock
electroencephalogram : a test of the brain's waves
electrolyte : a salt in the blood, such as sodium
electromyography : a test of muscles and nerves
electronic health record / electronic medical record : your health record on a computer
embolization : blocking a blood vessel on purpose
emollient : a cream that softens skin
endoscope : a thin tube with a camera
endoscopy : a look inside the body with a thin tube
enema : fluid put into the bottom to clear the bowel
enteral nutrition / tube feeding / feeding tube : food through a tube
epidural : a shot in the back that numbs the lower body
epinephrine auto-injector : a pen with medicine for a severe allergy
episiotomy : a cut to make birth easier
erythrocyte sedimentation rate : a blood test for swelling in the body
evaluation = check
examination = check-up
excision / resection : cutting out
expectorant : a medicine that loosens mucus
extraction : pulling out
family history : illnesses in your family
fasting plasma glucose test / fasting blood sugar : a sugar test before you have eaten
fasting : not eating or drinking
fecal occult blood test : a test for hidden blood in stool
fertility treatment : help to get pregnant
fetal monitoring : watching a baby's heartbeat
fiber : a part of plants that helps the bowel
filling : what a dentist puts in a hole in a tooth
fluoride : a substance that makes teeth strong
fluoroscopy : a moving X-ray
gastrectomy : surgery to take out the stomach
gastroscopy : a look into the stomach with a thin tube
gene therapy : treatment that changes genes
generic / generic drug / generic medicine : a medicine without a brand name
genetic counseling : advice about illnesses in the family
genetic testing : a test of your genes
gingivectomy : surgery to cut off gum
glucose = sugar
glucose meter / glucometer : a small tool that tests blood sugar
glucose tolerance test : a test of how your body handles sugar
graft / skin graft : healthy tissue moved to another place
hearing aid : a small tool that helps you hear
Heimlich maneuver : pushing on the belly of someone who chokes
hemoglobin : the part of blood that carries oxygen
herbal remedy / home remedy : a treatment made at home or from plants
high-density lipoprotein / HDL cholesterol : good cholesterol
low-density lipoprotein / LDL cholesterol : bad cholesterol
Holter monitor : a small box that records your heartbeat for a day
hormone replacement therapy / hormone therapy : taking hormones
hypnotic = sleeping pill
hypodermic needle : a needle for shots
hysterectomy : surgery to take out the womb
imaging / diagnostic imaging : pictures of the inside of the body
immunity / adaptive immunity : being safe from an illness
community immunity / herd immunity : when so many are safe that an illness cannot spread
immunization / vaccination / inoculation / vaccine : a shot that keeps you from getting ill
immunoassay : a blood test for a special substance
immunosuppressant : a medicine that makes the body's defense weaker
immunotherapy : treatment that helps the body fight an illness
in vitro fertilization : starting a baby outside the body
incision = cut
indwelling catheter : a tube that stays in the bladder
infusion / intravenous infusion : medicine that flows slowly into a vein
inhalation = breathing in
inhaler : a small tool to breathe in medicine
inhibitor : a thing that blocks or slows another
injection = shot
inoculate : give a shot against an illness
instillation : putting in drops
insulin : a hormone that lowers blood sugar
insulin pump : a small machine that gives insulin
intensive therapy : strong treatment
intervention : a step to help or treat
intrauterine device : a small birth control tool in the womb
intubation : putting a tube into the windpipe
ionizing radiation : strong rays that can harm cells
irrigation / lavage = washing out
joint replacement / knee replacement / hip replacement : surgery that puts in a new joint
keyhole surgery / laparoscopy / laparoscopic surgery : surgery through small cuts with a camera
laminectomy : surgery on the bones of the back
laser therapy : treatment with strong light
laxative / stool softener : a medicine to help pass stool
lipid = fat
lipid panel / lipid profile : a blood test for fats
liposuction : surgery that sucks out fat
lithotripsy : breaking up stones with sound waves
live vaccine / attenuated vaccine : a shot with a weak form of a germ
lobectomy : surgery to take out part of an organ
local treatment : treatment of one spot
lotion : cream
lumbar puncture / spinal tap : taking fluid from the spine with a needle
lumpectomy : surgery to take a lump out of the breast
lung function test / pulmonary function test / spirometry : a breathing test
magnetic resonance imaging : a picture of the inside made with a magnet
mammogram / mammography : an X-ray of the breast
mask / surgical mask / face mask : a cover for nose and mouth
mastectomy : surgery to take off a breast
medical device : a tool used in care
medical history : what illnesses and care you had
medication = medicine
medication list : a list of all your medicines
metered-dose inhaler : a puffer
micrograms per deciliter / milligrams per deciliter : a unit in lab tests
mineral : a substance like iron or zinc that the body needs
monitor : a machine that watches something
mouthguard : a cover for the teeth
mouthwash / oral rinse = mouth rinse
multivitamin : a pill with many vitamins
muscle relaxant : a medicine that loosens muscles
narcotic / opiate / opioid = strong pain medicine
nasal cannula : a thin tube that brings air to the nose
nasogastric tube : a tube from the nose to the stomach
nebulizer : a machine that turns medicine into mist
needle aspiration / fine needle aspiration : taking out cells with a thin needle
nephrectomy : surgery to take out a kidney
nonsteroidal anti-inflammatory drug : a pain medicine such as ibuprofen
nuclear medicine : tests and treatment with a little radiation
nutrient : what food gives the body
nutrition = food
occupational therapy : help to do daily tasks again
ointment / salve : thick cream
oophorectomy : surgery to take out an ovary
ophthalmoscope : a tool to look into the eye
oral medication : medicine taken by mouth
organ donor : a person who gives an organ
orthodontics : making teeth straight
otoscope : a tool to look into the ear
over-the-counter medicine : medicine you can buy without a doctor's order
oximeter / pulse oximeter : a clip on the finger that reads oxygen
oxygen therapy / supplemental oxygen : extra oxygen to breathe
pacemaker : a small device that keeps the heart beating right
palliative care / comfort care : care that eases pain in a serious illness
palpation : feeling with the hands
Pap smear / Pap test / cervical smear : a test for cancer of the lower womb
paracentesis : taking fluid out of the belly
parenteral nutrition : food through a vein
patch : medicine on a sticker for the skin
paternity test / paternity testing : a test to find who the father is
pathology report : what was found when tissue was looked at
PCR test / polymerase chain reaction : a very exact test for a virus
peak flow meter : a tool that shows how well you breathe out
pedometer : a tool that counts steps
penectomy : surgery to take off the penis
penicillin allergy : a bad reaction to penicillin
percutaneous procedure : a procedure through the skin
personal protective equipment : masks, gloves and gowns that keep germs off
pessary : a support put in the vagina
PET scan / positron emission tomography : a picture that shows how organs work
phlebotomy / venipuncture / blood draw = taking blood
phototherapy / light therapy : treatment with light
physical activity = moving your body
physical exam / physical examination = check-up
physical therapy / physiotherapy : exercises that help you move better
placebo = dummy pill
plastic surgery : surgery to fix or change how a part looks
polypharmacy : taking many medicines at once
polysaccharide vaccine : a shot made from the sugar coat of germs
prescription / prescription drug : a medicine that needs a doctor's order
probe : a thin tool to look or measure
procedure : a treatment or test done by a doctor
prophylaxis : steps to keep an illness away
post-exposure prophylaxis / postexposure prophylaxis : medicine after you may have caught something
prostate-specific antigen / PSA blood test / PSA test : a blood test of the prostate
prosthesis (prostheses) / prosthetic : a man-made body part
protective factor : a thing that keeps you well
proton pump inhibitor : a medicine that lowers stomach acid
psychotropic / psychotropic drug : a medicine that acts on the mind
pulpotomy / root canal : treatment of the soft inside of a tooth
purgative : a strong medicine to empty the bowel
quarantine / isolation : staying away from others so that they do not get ill
radiation = rays
radiation therapy / radiotherapy : treatment with strong rays
radioisotope / radioactive tracer : a substance that gives off rays
radiograph / x-ray : a picture of bones and organs
rapid test : a quick test
reconstruction / reconstructive surgery : surgery that builds a part again
rectal exam : a check of the bottom with a finger
reflex : a move you make without thinking
regimen : a plan for treatment or food
rehabilitation / rehab : learning to do things again after illness
rehydration / oral rehydration : giving water and salts back
remedy = treatment
replacement therapy : giving what the body lacks
residue : what is left
respirator / ventilator / mechanical ventilation : a machine that breathes for you
resuscitation : bringing someone back to life
retainer : a wire that holds teeth in place
rinse : wash with a liquid
saline / saline solution = salt water
sanitizer : a liquid that kills germs on hands
scaling and root planing : deep cleaning of teeth
scan : a picture of the inside
screening / screening test : a check for illness before you feel ill
sedative / tranquilizer : a medicine that calms
sedation : medicine to make you calm and sleepy
selective serotonin reuptake inhibitor : a medicine against deep sadness
serology / serologic test : a blood test for signs of an illness
serum (sera) : the clear part of blood
shunt : a tube that lets fluid flow another way
side effect : what else a medicine does that you do not want
sigmoidoscopy : a look into the lower bowel
skin test : a test on the skin
sleep study / polysomnography : a test while you sleep
smear : a bit of fluid or cells on glass
specimen / sample : a small bit for a test
speculum (specula) : a tool that opens the vagina for a check
speech therapy : help with speaking and swallowing
statin : a medicine that lowers cholesterol
stent : a small tube that keeps a vessel open
sterilization : making free of germs, or an operation so that you have no more babies
stethoscope : a tool to hear heart and lungs
stimulant : a thing that makes you more awake
stool sample / stool specimen : a bit of stool for a test
stress test / exercise test : a heart test while you walk fast
sunscreen : cream that protects from the sun
sun protection factor : how well a cream protects from the sun
suppository : a medicine put into the bottom or vagina
suspension : a medicine mixed in a liquid
suture = stitch
swab : a soft stick to take a bit for a test
syringe : the tube of a needle
syrup : sweet liquid medicine
tablet : pill
telehealth / telemedicine : a visit by phone or video
therapy = treatment
therapeutic drug monitoring : blood tests to see how much medicine is in you
thermometer : a tool that reads body heat
thoracentesis : taking fluid from around the lung
thrombolytic : a medicine that breaks up clots
thyroidectomy : surgery to take out the gland of the neck
titer : how much of a substance is in the blood
tomography : a picture in thin slices
tonsillectomy : surgery to take out the tonsils
topical medicine : a medicine put on the skin
tourniquet : a tight band that stops bleeding
toxicology screen / toxicology : a test for drugs or poison
tracheostomy / tracheotomy : a hole in the neck to breathe
traction : pulling on bones to set them
transplant / transplantation / organ transplant : putting in an organ from someone else
triglycerides : a kind of fat in the blood
tubal ligation : an operation so that a woman has no more babies
ultrasound / ultrasonography / sonogram : a picture made with sound
unit : an amount
urinalysis (urinalyses) = urine test
vaccine adverse event reporting system : where bad effects of shots are told
vasectomy : an operation so that a man has no more babies
vasodilator : a medicine that opens blood vessels
viral load : how much virus is in the blood
vital signs / vitals : pulse, breathing, heat and blood pressure
vitamin / vitamin C / vitamin D : a substance in food that the body needs
VLDL / vhdl : a kind of fat in the blood
walker : a frame that helps you walk
white blood cell count : a test that counts the cells that fight germs
wound vac : a pump that helps a wound heal
## adjective
adjunctive / adjuvant = added
anti-inflammatory = against swelling
antibacterial = against germs
attenuated = weak
cosmetic = for looks
curative = that cures
diagnostic = for finding out what is wrong
effective / efficacious = working
elective = planned
experimental / investigational = still being tested
hypoallergenic = less likely to cause allergy
in vitro = in the lab
in vivo = in the body
inert = with no effect
inpatient = staying in the hospital
intramuscular : into a muscle
intravenous : into a vein
medicinal = used as medicine
noninvasive = without cutting
nonpharmaceutical / nonpharmacologic = without medicine
nonprescription / over-the-counter = without a doctor's order
nutritional = food
palliative = for comfort
parenteral : not by mouth
percutaneous : through the skin
pharmaceutical / pharmacologic = medicine
postprandial : after a meal
preclinical = before tests in people
preoperative = before surgery
preventive / preventative / prophylactic = to keep illness away
prosthetic = man-made
radioactive = giving off rays
sedated = sleepy from medicine
soluble = able to mix with water
surgical = of surgery
synthetic = man-made
therapeutic = healing
## verb
administer = give
ambulate = walk
amputate = cut off
anesthetize = numb
assess = check
cauterize = burn
catheterize = put a tube into
compress = press
diagnose = find out what is wrong
dilate = widen
dilute = make thinner
discharge from hospital : send home from the hospital
disinfect = clean
dispense = give out
dissolve = melt in water
elevate = raise
evaluate / examine = check
excise / resect = cut out
extract = pull out
fast : not eat or drink
graft : put in healthy tissue
hospitalize = put in the hospital
hydrate = drink water
immobilize = keep still
immunize / vaccinate = give a shot to
implant = put in
incise = cut
ingest = swallow
inhale = breathe in
exhale = breathe out
inject = give a shot of
insert = put in
intubate = put a breathing tube into
irrigate = wash out
medicate = give medicine to
palpate = feel
prescribe = order
rehabilitate = help to get strong again
rehydrate = give water to
resuscitate = bring back to life
sedate = calm with medicine
self-administer = give yourself
soak = leave in water
sterilize = make free of germs
suture = stitch
taper = lower slowly
titrate = change step by step
transfuse = give blood to
`
