/** Parts of the body and where things lie in it. How a line is written: glossary.ts. */
export const body = `
## noun
abdomen = belly
abdominal area / abdominal region = belly area
abdominal muscles = belly muscles
Achilles tendon : the strong cord at the back of the ankle
adenoids : soft lumps behind the nose that help fight germs
adipose tissue = body fat
adrenal gland : a small gland on top of each kidney that makes hormones
airway : the path air takes to the lungs
alveolus (alveoli) : a tiny air sac in the lung
amniotic fluid / amniotic sac : the water around a baby in the womb
amygdala (amygdalae) : a part of the brain that deals with fear
ankle bone / talus (tali) : the bone that joins leg and foot
anus (anuses) : the opening where stool leaves the body
aorta (aortas) : the main blood vessel from the heart
appendix (appendixes) : a small tube on the large bowel
areola (areolas) : the dark skin around the nipple
artery : a blood vessel that takes blood away from the heart
atrium (atria) : an upper part of the heart
axilla (axillae) = armpit
bicuspids / premolars : the teeth between the front and back teeth
bile / gall : a fluid from the liver that helps break down fat
bile duct : a tube that carries bile from the liver to the gut
bladder : the body part that holds urine
blood vessel : a tube that carries blood
bone marrow : the soft part inside bones where blood is made
bowel = gut
brain stem : the part of the brain that runs breathing and heartbeat
bronchus (bronchi) / bronchial tubes : the tubes that carry air into the lungs
bronchiole : a small air tube in the lung
bursa (bursae) : a small sac that cushions a joint
buttock : one side of your bottom
calf (calves) : the back of the lower leg
canine teeth / cuspids : the pointed teeth near the front
capillary : a very small blood vessel
cardiovascular system / circulatory system : the heart and blood vessels
carotid artery : a main blood vessel in the neck
carpals / carpus (carpi) = wrist bones
cartilage : firm, smooth tissue that covers the ends of bones
cecum (ceca) : the first part of the large bowel
cell : the smallest living part of the body
cementum : the hard cover of a tooth root
central nervous system : the brain and spinal cord
cerebellum (cerebella) : the part of the brain for balance
cerebrospinal fluid : the fluid around the brain and spine
cerebrum (cerebra) : the largest part of the brain
cerumen = ear wax
cervical spine = neck bones
cervix (cervixes) : the lower end of the womb
chromosome : a part of the cell that holds genes
circulation = blood flow
clavicle = collarbone
clitoris (clitorises) : a small, sensitive part of the female sex organs
coccyx (coccyges) = tailbone
cochlea (cochleae) : the part of the inner ear for hearing
colon = large bowel
connective tissue : tissue that holds the body together
cornea (corneas) : the clear front of the eye
coronary artery : a blood vessel that feeds the heart
cortex (cortices) : the outer layer of an organ
coxal bone = hip bone
cranium (crania) = skull
cranial nerve : a nerve that comes straight from the brain
cuticle : the skin at the edge of a nail
deciduous teeth / primary teeth = baby teeth
deltoid : the muscle on top of the shoulder
dental pulp : the soft part inside a tooth
dentin : the layer of a tooth under the hard outside
dermis : the layer of skin under the surface
diaphragm : the muscle under the lungs that helps you breathe
digestive tract / digestive system / alimentary canal = gut
digit : a finger or toe
disc / disk : a cushion between the bones of the spine
DNA : the code in your cells that you get from your parents
duct : a small tube in the body
duodenum : the first part of the small bowel
ear canal : the path from outside to the ear drum
eardrum / tympanic membrane : the thin skin inside the ear that lets you hear
embryo : a baby in the first 8 weeks in the womb
enamel : the hard outside of a tooth
endocrine system : the glands that make hormones
endometrium : the lining of the womb
enzyme : a substance that helps the body work, such as to break down food
epidermis : the outer layer of skin
epididymis : the tube behind each testicle that stores sperm
epiglottis : the flap that keeps food out of the windpipe
epithelium : the thin layer that covers body parts
erythrocyte = red blood cell
esophagus = food pipe
estrogen : a female hormone
Eustachian tube : a tube from the ear to the back of the nose
extremity = arm or leg
fallopian tube : a tube that carries eggs to the womb
femur = thigh bone
fetus (fetuses) : a baby in the womb, from week 9 on
fibula = outer shin bone
follicle : a small sac, such as the one a hair grows from
foreskin : the skin that covers the tip of the penis
frontal lobe : the front part of the brain
gallbladder : the small sac under the liver that stores bile
gamete : an egg or sperm cell
ganglion (ganglia) : a group of nerve cells, or a small lump near a joint
gastrointestinal tract = gut
gene : a code in the body that is passed from parent to child
genitals / genitalia / genital area = sex organs
gingiva (gingivae) = gums
gland : a body part that makes a fluid or hormone
glottis : the part of the throat with the vocal cords
gluteus (glutei) / gluteal muscle : a muscle of the bottom
groin : where the belly meets the leg
gut flora / microbiome : the good germs that live in and on the body
hamstring : the muscles at the back of the thigh
heart chamber : one of the four parts of the heart
heart valve : a small door in the heart that keeps blood moving one way
hippocampus : a part of the brain for memory
hormone : a substance that tells parts of the body what to do
humerus (humeri) = upper arm bone
hyoid : a small bone in the neck
hypothalamus : a part of the brain that controls hunger, sleep and heat
ileum : the last part of the small bowel
ilium : the upper part of the hip bone
immune system : how your body fights germs
incisors = front teeth
inner ear : the deep part of the ear for hearing and balance
intestine / intestines = gut
iris (irises) : the colored part of the eye
jejunum : the middle part of the small bowel
joint : a place where two bones meet
patella (patellae) = kneecap
labia : the folds of skin around the vagina
lacrimal gland / tear duct : the part of the eye that makes or drains tears
large intestine = large bowel
larynx (larynges) = voice box
lens : the part of the eye that helps you see clearly
leukocyte = white blood cell
ligament : a strong band that joins bones
limb = arm or leg
liver : a large organ that cleans the blood
lobe : one part of an organ
lumbar region / lumbar spine = lower back
lower extremity = leg
lumen (lumens) : the space inside a tube of the body
lymph : a clear fluid that helps fight germs
lymph node / lymph gland : a small bean-shaped part that helps fight germs
lymphocyte / B cells / T cells : a white blood cell that helps fight germs
macrophage : a white blood cell that eats germs
macula : the center of the back of the eye, for sharp sight
mammary gland : the part of the breast that makes milk
mandible = lower jaw
mastoid : the bone behind the ear
maxilla (maxillae) = upper jaw
melanin : what gives skin, hair and eyes their color
melatonin : a hormone that helps you sleep
meninges : the thin layers around the brain and spine
meniscus (menisci) : a pad of cartilage in the knee
metabolism : how the body turns food into energy
metacarpals = hand bones
metatarsals = foot bones
mitral valve : a small door on the left side of the heart
molars = back teeth
mucosa / mucous membrane : the moist lining inside the nose, mouth and gut
mucus = slime
musculoskeletal system : the muscles and bones
myocardium = heart muscle
nape : the back of the neck
nares = nostrils
nasal cavity / nasal passages : the inside of the nose
nasal septum : the wall inside the nose
naval / umbilicus (umbilici) / navel = belly button
nerve : a thread that carries feeling and orders in the body
nervous system : the brain, spine and nerves
neuron = nerve cell
neurotransmitter : a substance that carries messages between nerve cells
nucleus (nuclei) : the center of a cell
occipital bone : the bone at the back of the head
optic nerve : the nerve from the eye to the brain
oral cavity = mouth
organ : a part of the body with its own job, like the heart
orifice = opening
ovary : the part of a woman's body that makes eggs
ovum (ova) = egg cell
palate : the roof of the mouth
palm : the inside of the hand
pancreas (pancreases) : the organ that makes insulin
parathyroid gland : a small gland in the neck that controls calcium
parietal bone : the bone at the top of the head
pelvis / pelvic region = hip area
penis : the male sex organ
pericardium : the sac around the heart
perineum : the skin between the sex organs and the anus
periodontium : the gums and bone around the teeth
peripheral nervous system : the nerves outside the brain and spine
peritoneum : the lining of the belly
permanent teeth = adult teeth
phalanx (phalanges) : a bone of a finger or toe
pharynx (pharynges) = throat
pituitary gland : a small gland under the brain that makes hormones
placenta (placentas) : the organ that feeds a baby in the womb
plantar fascia : the band under the foot
plasma : the clear part of blood
platelet / thrombocyte : a part of blood that helps it clot
pleura (pleurae) : the thin lining around the lungs
pore : a tiny hole in the skin
prostate / prostate gland : a gland near the bladder in men
protein : a part of food that builds the body
pupil : the black dot in the eye
quadriceps : the big muscle at the front of the thigh
radius (radii) : the bone on the thumb side of the lower arm
rectum (rectums) : the end of the large bowel
reproductive system / reproductive organs : the parts of the body used to have babies
respiratory system / respiratory tract : the parts of the body you breathe with
retina (retinas) : the back of the eye that sees light
rib cage : the bones around the chest
rotator cuff : the muscles that hold the shoulder
sacrum (sacra) : the bone at the base of the spine
saliva = spit
salivary gland : a gland that makes spit
scapula (scapulae) = shoulder blade
sciatic nerve : the big nerve down the back of the leg
sclera (sclerae) : the white part of the eye
scrotum (scrotums) : the sac that holds the testicles
sebaceous gland = oil gland in the skin
semen : the fluid that carries sperm
sinus (sinuses) : a hollow space in the bones of the face
skeletal system / skeleton = bones
small intestine = small bowel
sperm : the male cell that can start a baby
sphincter : a ring of muscle that opens and closes
spinal column / vertebral column / spine = backbone
spinal cord : the nerves inside the backbone
spleen : an organ on the left side that helps clean the blood
stem cell : a cell that can grow into other kinds of cells
sternum (sterna) = breastbone
stratum corneum : the top layer of the skin
synapse : the place where two nerve cells meet
tarsals / tarsus (tarsi) = ankle bones
temple : the side of the head behind the eye
temporal artery : the blood vessel at the side of the head
tendon : a cord that joins muscle to bone
testicle / testis (testes) : the male part that makes sperm
testosterone : a male hormone
thoracic cavity / thorax / chest wall = chest
thoracic spine = upper back
thymus : a small gland in the chest
thyroid / thyroid gland : a gland in the neck that controls how fast the body works
tibia = shin bone
tissue : a group of cells that work together
tonsils : two lumps at the back of the throat
torso / trunk : the body without head, arms and legs
trachea (tracheae) = windpipe
tricuspid valve : a small door on the right side of the heart
ulna (ulnae) : the bone on the little finger side of the lower arm
umbilical cord : the cord between mother and baby
upper extremity = arm
ureter : a tube from the kidney to the bladder
urethra (urethras) : the tube that urine leaves the body by
urinary tract / urinary system : the kidneys, bladder and tubes for urine
uterus (uteri) = womb
uvula (uvulas) : the small flap at the back of the throat
vagina (vaginas) / birth canal : the passage from the womb to the outside
vas deferens : the tube that carries sperm
vascular system = blood vessels
vein : a blood vessel that takes blood back to the heart
ventricle : a lower part of the heart
vertebra (vertebrae) = backbone
vocal cords : the two bands in the throat that make sound
vulva (vulvas) : the outside of the female sex organs
white blood cell : a blood cell that fights germs
red blood cell : a blood cell that carries oxygen
## adjective
abdominal = belly
adrenal : of the glands on top of the kidneys
anal : of the opening where stool leaves
anterior = front
arterial : of the blood vessels from the heart
aural / auricular / otic = ear
axillary = armpit
bilateral = on both sides
brachial : of the arm
bronchial : of the air tubes in the lungs
buccal : of or in the cheek
cardiac = heart
cardiovascular = heart and blood vessel
caudal : toward the lower end of the body
cerebral = brain
cervical : of the neck, or of the lower end of the womb
cranial : of the skull
cutaneous / dermal = skin
dental = tooth
digestive = gut
distal : farther from the middle of the body
dorsal = back
endocrine : of the glands that make hormones
epigastric = upper belly
external = outer
facial = face
fetal : of a baby in the womb
focal : in one place only
gastric = stomach
gastrointestinal = stomach and gut
genital : of the sex organs
gingival = gum
hepatic = liver
immune : of the body's way to fight germs
inferior = lower
inguinal = groin
internal = inner
intestinal = gut
intracranial = inside the skull
intraocular = inside the eye
intrauterine = inside the womb
labial : of the lips
lateral = on the side
lingual : of or under the tongue
localized = in one place
lumbar = lower back
lymphatic : of the system that helps fight germs
mammary = breast
medial = toward the middle
mental : of the mind
muscular = muscle
musculoskeletal = muscle and bone
nasal = nose
neural : of the nerves
neurological / neurologic = brain and nerve
occipital : at the back of the head
occlusal : of the biting side of a tooth
ocular / ophthalmic / optic = eye
oral : by mouth
orbital : around the eye
ovarian : of the ovaries
palmar : of the palm
pancreatic : of the organ that makes insulin
patellar = kneecap
pectoral = chest
pelvic : of the hip area
perianal : around the opening where stool leaves
pericardial : around the heart
periorbital = around the eye
peripheral : in the arms and legs, away from the center
pharyngeal = throat
plantar : of the sole of the foot
pleural : of the lining of the lungs
posterior = back
proximal : closer to the middle of the body
pulmonary = lung
rectal : of the end of the bowel
renal = kidney
respiratory = breathing
retinal : of the back of the eye
sinusoidal : of small blood spaces
skeletal = bone
somatic : of the body
spinal : of the backbone
subcutaneous : under the skin
sublingual : under the tongue
superficial = near the surface
superior = upper
temporal : at the side of the head, or about time
thoracic = chest
topical : put on the skin
tracheal = windpipe
transdermal : through the skin
umbilical : of the belly button
unilateral = on one side
urethral : of the tube that urine leaves by
urinary = urine
uterine = womb
vaginal : of the birth canal
vascular = blood vessel
venous = vein
ventral : at the front or belly side
ventricular : of the lower part of the heart
vertebral : of the backbone
visceral : of the organs inside the body
visual : of sight
`
