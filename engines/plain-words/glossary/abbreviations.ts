/**
 * Short forms, and which of their meanings holds. A line: short form | what it stands for in plain words | words around that tell.
 *
 * A line without words around holds when no other line of the same short form is told by its neighbors. Where all lines need a word and
 * none is there, nothing is explained: a wrong reading is worse than none. Case counts ("ALL" is an illness, "all" is not; "bid" is a word).
 */
export const abbreviations = `
AAA | a bulge in the main blood vessel in the belly |
ABG | a test of oxygen in the blood | blood oxygen draw lab
AC | before meals | take tablet tablets mg meals dose
ACL | a band inside the knee |
ACS | when blood to the heart is suddenly low | chest heart
AD | right ear | ear drops drop
ADHD | trouble sitting still or paying attention |
ADL | daily tasks, like washing and dressing |
ADLs | daily tasks, like washing and dressing |
AED | a machine that gives the heart a shock | heart shock cardiac
AF | a fast, uneven heartbeat | heart rhythm pulse
AFib | a fast, uneven heartbeat |
AIDS | the late stage of an illness by the HIV virus |
AKI | kidneys that stop working all at once |
ALL | a blood cancer | leukemia cancer chemo marrow
ALS | an illness that makes muscles weak over time |
ALT | a blood test of the liver | liver blood lab
AMA | against the advice of the doctor | left leave discharge
AMI | heart attack | heart
AML | a blood cancer |
AS | left ear | ear drops drop
ASA | aspirin | mg take daily
ASAP | as soon as you can |
ASD | a different way of thinking and being with people | autism child school
AST | a blood test of the liver | liver blood lab
AU | both ears | ear ears drops
BID | two times a day |
b.i.d. | two times a day |
bid | two times a day | mg take tablet tablets capsule capsules dose po prn ml
BM | bowel movement | bowel stool last constipation
BMI | a number for weight and height together |
BMP | a blood test of sugar, salts and kidneys | blood lab draw
BP | blood pressure |
BPH | a prostate that has grown |
bpm | heartbeats in a minute |
BRBPR | bright red blood from the bottom |
BUN | a blood test of the kidneys |
Bx | taking a small piece to test |
CA | cancer | breast lung prostate colon stage
CABG | surgery that leads blood around a blocked vessel of the heart |
CAD | narrow blood vessels of the heart |
CAT | pictures of the inside made with X-rays | scan
CBC | a test that counts blood cells |
CBT | learning new ways to think and act | therapy therapist anxiety sessions
CC | the main reason you came | chief complaint visit
CF | an illness from birth with thick mucus | lung lungs sweat mucus
CHF | a heart too weak to pump well |
CKD | kidneys that slowly lose their strength |
CMP | a blood test of liver, kidneys and salts |
CMV | a common virus | virus infection
CNA | a nurse's helper |
CNS | the brain and spinal cord |
c/o | says they have |
COPD | a long-term lung illness that makes it hard to breathe |
COVID | an illness by the coronavirus |
CPAP | a machine that helps you breathe at night |
CPR | pushing on the chest when the heart has stopped |
CPT | a code on a bill for what was done | code codes bill claim
CRP | a blood test for swelling in the body |
CSF | the fluid around the brain and spine |
CT | pictures of the inside made with X-rays | scan head chest abdomen contrast
CVA | stroke |
CXR | chest X-ray |
D&C | cleaning out the womb |
d/c | stop, or send home |
DKA | a dangerous rise of acid and sugar in the blood |
DM | diabetes | type insulin sugar metformin
DME | things like beds or wheelchairs for home |
DNA | the code in your cells |
DNI | do not put in a breathing tube |
DNR | do not bring back to life |
DO | a doctor | doctor physician MD
DOB | date of birth |
DOE | trouble breathing when you move | breath climbing stairs exertion
DRE | a check of the bottom with a finger |
DT | a shot for two illnesses | vaccine shot booster
DTaP | a shot for three illnesses of childhood |
DVT | a blood clot deep in the leg |
Dx | what illness you have |
EBV | a common virus |
ECG | a test of the heart's beat |
ECHO | a sound picture of the heart |
ED | emergency room | emergency went seen visit ambulance
ED | trouble getting an erection | erection sexual sildenafil viagra
EDD | the day the baby is due |
EEG | a test of the brain's waves |
EENT | eyes, ears, nose and throat |
EGD | a look into the stomach with a thin tube |
EHR | your health record on a computer |
EKG | a test of the heart's beat |
EMG | a test of muscles and nerves |
EMR | your health record on a computer |
EMS | people who come with an ambulance |
EMT | a person who comes with an ambulance |
ENT | ear, nose and throat |
EOB | a paper that shows what the plan paid |
EPO | a kind of health plan | plan insurance network
EPO | a hormone that makes red blood cells | anemia shot blood
ER | emergency room | emergency went go visit nearest ambulance
ER | slow release | mg tablet tablets capsule
ESR | a blood test for swelling in the body |
ESRD | kidneys that no longer work |
ETOH | alcohol |
FBS | a sugar test before you have eaten |
FH | illnesses in your family | history
FMLA | time off work for family or illness |
FOBT | a test for hidden blood in stool |
FSA | money set aside for health costs |
f/u | next visit |
Fx | broken bone |
GAD | strong worry most days |
GERD | stomach acid that comes up and burns |
GFR | a number for how well kidneys work |
GI | stomach and gut |
GP | family doctor |
GU | urine and sex organs |
GYN | a doctor for women |
H&P | questions and a check-up |
Hb | the part of blood that carries oxygen |
HbA1c | a blood test of your sugar over 3 months |
HBV | a virus that harms the liver |
HCT | how thick the blood is with red cells |
HCTZ | a water pill |
HCV | a virus that harms the liver |
HDL | good cholesterol |
HEENT | head, eyes, ears, nose and throat |
HF | a heart too weak to pump well | heart fluid
Hgb | the part of blood that carries oxygen |
HIPAA | the law that keeps health facts private |
HIV | the virus that can cause AIDS |
HMO | a kind of health plan with its own doctors |
HOB | the head of the bed |
HPI | the story of your illness |
HPV | a virus that can cause warts and some cancers |
HR | heartbeats in a minute | beats heart rate pulse
HRT | taking hormones |
HS | at bedtime | take mg tablet tablets
HSA | money set aside for health costs |
HSV | a virus that makes blisters |
HTN | high blood pressure |
Hx | history |
IBD | a long-term illness with a sore gut |
IBS | belly pain with gas and changed stool |
ICD | a small device that shocks the heart | heart shock device implanted
ICD | a code for an illness | code codes bill claim
ICU | the ward for people who are very ill |
IDDM | diabetes that needs insulin |
IM | into a muscle | injection shot given mg
INR | a test of how fast blood clots |
IOP | pressure in the eye | eye
IUD | a small birth control tool in the womb |
IV | into a vein |
IVF | starting a baby outside the body | embryo fertility cycle pregnant
IVF | fluids into a vein | fluids dehydrated
JVD | a swollen vein in the neck |
KUB | an X-ray of the belly |
LASIK | laser surgery for better sight |
LBP | low back pain |
LDL | bad cholesterol |
LFT | a blood test of the liver |
LFTs | blood tests of the liver |
LLQ | lower left of the belly |
LMN | a letter that says why you need a treatment |
LMP | the first day of your last period |
LOC | passing out | head consciousness lost fell
LP | taking fluid from the spine with a needle | spinal needle fluid
LPN | a nurse |
LUQ | upper left of the belly |
LVN | a nurse |
MD | doctor |
MDD | very deep sadness |
MDI | a puffer |
mg | milligrams, an amount of medicine |
MI | heart attack |
mL | milliliters, an amount of liquid |
mm Hg | a unit of blood pressure |
MMR | a shot against measles, mumps and rubella |
MRI | a picture of the inside made with a magnet |
MRN | your number at the clinic |
MRSA | a germ that many medicines do not kill |
MS | an illness of the nerves with weak spells | sclerosis neurologist numb flare relapse nerve nerves
MS | a strong pain medicine | mg pain po iv
MS | a narrow valve in the heart | valve mitral murmur
MSK | muscles and bones |
MVA | car crash |
MVP | a heart valve that does not close well | valve mitral murmur heart
NG | from the nose to the stomach | tube
NICU | the ward for babies who are very ill |
NIDDM | diabetes that does not need insulin |
NKA | no known allergies |
NKDA | no known allergies to medicine |
NP | a nurse with more training |
NPO | do not eat or drink |
NSAID | a pain medicine such as ibuprofen |
NSAIDs | pain medicines such as ibuprofen |
N/V | feeling sick and throwing up |
OA | worn joints that hurt | joint knee hip
OB | a doctor for pregnancy and birth |
OCD | thoughts that come back and acts you must repeat |
OCP | birth control pill |
OD | right eye | eye eyes drops drop vision
OD | too much of a drug | heroin pills overdosed drug narcan
OOP | what you pay yourself | cost costs pay
OR | operating room | surgery surgeon operating
OS | left eye | eye eyes drops drop vision
OSA | breathing that stops at night |
OT | help to do daily tasks again | therapy therapist
OTC | that you can buy without a doctor's order |
OU | both eyes | eye eyes drops drop
PA | a trained person who works with a doctor | saw see seen appointment doctor
PA | a yes from the plan before care | insurance approval plan authorization approved
PAD | poor blood flow to the legs | leg legs artery
PC | after meals | take tablet tablets mg meals
PCA | a pump for pain medicine | pump pain morphine
PCN | penicillin | allergy allergic
PCOS | a hormone problem with missed periods |
PCP | your own doctor |
PCR | a very exact test for a virus | test virus swab covid
PE | a blood clot in the lung | clot clots lung lungs embolism breath dvt
PE | check-up | exam normal annual school sports
PET | a picture that shows how organs work | scan
PFT | a breathing test |
PHI | health facts that are private |
PID | an infection of the womb and tubes |
PMH | illnesses you had |
PMS | bad feelings before a period |
PO | by mouth |
p.o. | by mouth |
po | by mouth | mg take tablet tablets bid tid daily
POA | a paper that lets someone act for you |
POS | a kind of health plan | plan insurance network
PPD | a skin test for tuberculosis | skin test
PPE | masks, gloves and gowns that keep germs off |
PPI | a medicine that lowers stomach acid | acid stomach omeprazole heartburn
PPO | a kind of health plan with its own doctors |
PRN | as needed |
prn | as needed |
PSA | a blood test of the prostate |
pt | patient |
PT | exercises that help you move better | therapy knee exercises shoulder sessions
PT | a test of how fast blood clots | inr clotting warfarin coumadin
PTSD | fear and bad dreams after a terrible event |
PTT | a test of how fast blood clots |
PVC | an extra heartbeat | heart beat beats
PVCs | extra heartbeats |
PVD | poor blood flow to the legs |
q4h | every 4 hours |
q6h | every 6 hours |
q8h | every 8 hours |
q12h | every 12 hours |
QD | each day |
qd | each day |
qhs | each night at bedtime |
QHS | each night at bedtime |
QID | four times a day |
q.i.d. | four times a day |
qid | four times a day |
QOD | every other day |
RA | sore joints because the body attacks them | joint joints arthritis swollen
RBC | red blood cell |
RLQ | lower right of the belly |
RLS | an urge to move the legs at night |
RN | nurse |
r/o | check that it is not |
ROM | how far a joint can move | knee shoulder joint motion
ROS | questions about each part of the body |
RR | breaths in a minute | breaths rate min
RSV | a virus that makes babies cough and wheeze |
RT | a person who helps you breathe better | breathing oxygen lung
RUQ | upper right of the belly |
Rx | order for medicine |
SAD | low mood in dark months | winter light mood
SBO | a blocked gut |
SIDS | when a baby dies asleep without a known cause |
SL | under the tongue | tongue tablet mg
SLE | an illness where the body fights its own parts |
SNF | a home with nurses all day |
SNRI | a medicine against deep sadness |
SOB | short of breath | breath exertion walking stairs cough chest
s/p | after |
SPF | how well a cream protects from the sun |
SQ | under the skin | inject injection shot units
SSRI | a medicine against deep sadness |
STAT | right away |
STD | an infection passed by sex |
STI | an infection passed by sex |
SubQ | under the skin |
Sx | symptoms |
TB | a lung infection that spreads through the air |
TBI | brain injury |
Tdap | a shot against tetanus, diphtheria and whooping cough |
TENS | small shocks that ease pain | pain unit
TIA | mini-stroke |
TID | three times a day |
t.i.d. | three times a day |
tid | three times a day |
TKR | surgery that puts in a new knee |
TMJ | the jaw joint |
TPN | food through a vein |
TSH | a blood test of the thyroid |
Tx | treatment |
UA | urine test | urine
URI | a cold |
US | a picture made with sound | abdomen pelvic gallbladder ordered
UTI | bladder or kidney infection |
VAERS | where bad effects of shots are told |
VBAC | a normal birth after surgery for an earlier one |
VS | pulse, breathing, heat and blood pressure | taken stable
VTE | a blood clot in a vein |
WBC | white blood cell |
WNL | normal |
XR | slow release | mg tablet tablets capsule
y/o | years old |
`
