/** People and places of care, insurance and bills, research and public health. How a line is written: glossary.ts. */
export const careAndCover = `
## noun
24-hour coverage : a health plan that covers you day and night
access to care : how easy it is to get care
accountable care organization : a group of doctors who share your care
activities of daily living : things you do each day, like washing and dressing
actual charge : the full price before insurance pays
acute care : short care for a sudden illness
adjudication : how an insurer decides on a claim
adjustment : a change of what you owe
adult day care : care for adults during the day
advance directive / living will : your written wishes for care if you cannot speak
affidavit : a written statement you swear is true
aggregate : the total
allergist / immunologist : a doctor for allergies
allowable charge / allowed amount / eligible expense : the most a plan pays for a service
ancillary services : extra services, such as lab tests
anesthesiologist : the doctor who puts you to sleep for surgery
annual maximum : the most a plan pays in a year
lifetime maximum : the most a plan pays in your life
appeal : asking a plan to change a decision
applicant : a person who asks to get something
assignment of benefits : letting the plan pay the doctor
assisted living : a home with help for daily tasks
attending physician : the doctor in charge of your care
audiologist : a person who tests hearing
audit : a close check of records
authorization : permission
balance billing : when you are asked to pay what the plan does not
balance due / outstanding balance / amount due = what you owe
bedside manner : how a doctor treats people
beneficiary : a person who gets help from a plan
benefit period : the time a plan pays for
benefits : what your plan pays for
billing statement / invoice / statement = bill
bioterrorism : using germs to harm people
brand-name drug : a medicine sold under its maker's name
capacity : how much a place can hold, or being able to decide
cardiologist = heart doctor
cardiology = heart care
caregiver : a person who takes care of someone
care plan / treatment plan : the plan for your care
case management / care coordination : help to arrange your care
case manager / care coordinator / patient navigator : a person who helps arrange your care
catastrophic coverage : a plan for very high costs
Centers for Disease Control and Prevention : the public health office of the US
certificate of medical necessity / letter of medical necessity : a letter that says why you need a treatment
chief complaint : the main reason you came
chiropractor : a person who treats the back with the hands
claim : asking the plan to pay
client : a person who gets a service
clinical guideline : advice for doctors on how to treat an illness
clinical trial / clinical study : a test of a treatment in people
clinician : a doctor, nurse or other person who treats you
code status : what to do if your heart stops
coinsurance : your share of a cost, as a percent
collection agency : a company that asks for unpaid bills
community transmission : when an illness spreads and no one knows from whom
compensation : pay for a loss or work
confidentiality : keeping your facts private
conflict of interest : when someone gains from what they decide
consent form : a paper you sign to say yes
informed consent : saying yes after you know what will be done
consultation / consult : a talk with a doctor
continuity of care : seeing the same team over time
continuing education : more training
control group : people in a study who do not get the new drug
coordination of benefits : how two plans share a bill
copay / copayment : what you pay for each visit
coroner / medical examiner : a person who finds out why someone died
cost sharing : the part of costs you pay
coverage : what the plan pays for
covered service : care that the plan pays for
credentials : papers that show training
crisis line / helpline / hotline : a phone number for help right away
critical care / intensive care : care for people who are very ill
cultural competence : care that respects each way of life
deductible : what you pay each year before the plan pays
denial of coverage / denial : when the plan says it will not pay
dental hygienist : a person who cleans teeth
dentist / dentistry : a doctor for teeth, and that work
dependent : a child or other person on your plan
dermatologist = skin doctor
dermatology = skin care
dietitian / nutritionist : a person who helps you eat well
disability benefits : money if you cannot work
discharge instructions / discharge summary : what to do after you leave the hospital
disenrollment : leaving a plan
disclosure : telling others
donor : a person who gives
drug formulary / formulary : the list of medicines a plan pays for
effective date : the day something starts
elder abuse : hurting an older person
eligibility : if you can get something
emergency contact : the person to call if something happens
emergency department / emergency room = ER
emergency medical services / emergency medical technician / paramedic : people who come with an ambulance
encounter = visit
endocrinologist : a doctor for hormones and diabetes
endodontics / endodontist : care of the inside of teeth
enrollee / member / subscriber : a person in a plan
enrollment : joining
open enrollment : the time each year you can join a plan
epidemiologist : a person who studies how illness spreads
epidemiology : the study of how illness spreads
ethics committee : a group that thinks about what is right
exclusion : what a plan does not pay for
exclusive provider organization / health maintenance organization / preferred provider organization / point of service plan : a kind of health plan with its own doctors
expenditure = cost
explanation of benefits : a paper that shows what the plan paid
exposure : being near a thing that can harm
family physician / family practitioner / general practitioner = family doctor
fee-for-service : paying for each service
fee schedule : a list of prices
financial assistance / charity care : help with paying
first aid : the first help for a hurt person
fiscal year = money year
flexible spending account / health savings account / health reimbursement arrangement / medical savings account : money set aside for health costs
follow-up / follow-up visit = next visit
gastroenterologist : a doctor for the stomach and gut
gastroenterology : care of the stomach and gut
gatekeeper : a doctor you must see first
generalist : a doctor for most problems
generation time / incubation period : the time from catching an illness to feeling it
geriatrician : a doctor for older people
geriatrics / gerontology : care of older people
grace period : extra days to pay
grievance = complaint
group health plan : a plan through work
group practice : doctors who work together
guarantor : the person who pays the bill
guardian / legal guardian : a person who decides for a child or adult by law
guideline = advice
gynecologist / gynecology : a doctor for women, and that care
harm reduction : making risky acts less harmful
hazardous waste : trash that can hurt you
health care provider / healthcare provider / provider : a doctor, nurse or clinic
health care proxy / healthcare proxy / durable power of attorney / medical power of attorney : the person who decides for you if you cannot
health disparities / health inequities : when some groups have worse health
health information exchange : sharing records between clinics
health insurance marketplace : where you can buy a plan
health literacy : how well you can find and use health facts
hematologist : a blood doctor
hematology : care of the blood
hepatologist : a liver doctor
high deductible health plan : a plan where you pay a lot first
high risk : more likely to get ill
home health aide / home health care : help with care at home
hospice / hospice care : care for people near the end of life
hospitalist : a doctor who works only in the hospital
hospitalization / admission : a stay in the hospital
household income : what all in your home earn
hypothesis (hypotheses) : an idea to be tested
identity-first language / person-first language : how to speak of people with a disability
in-network provider : a doctor who has a deal with your plan
income limit : the most you may earn to get help
infection control : steps to stop germs from spreading
infectious disease specialist : a doctor for infections
institutional review board : a group that keeps people in studies safe
insurance / health insurance : a plan that helps pay for care
insurance carrier / insurer / payer / payor : the company that pays for care
intensive care unit : the ward for people who are very ill
intern / resident : a doctor in training
internist / internal medicine : a doctor for adults, and that care
interpreter : a person who speaks your language for you
investigator / principal investigator : a person who leads a study
landlord : the person you rent from
legal representative : a person who acts for you by law
level of care : how much care you need
level of concern : how much to worry
licensed practical nurse / registered nurse : a nurse
long-term care : help with daily life for a long time
managed care : a plan that sets which doctors you see
maternity leave : time off work to have a baby
medical home : a clinic that looks after all your care
medical necessity : when care is really needed
medical record / health record : the notes about your health
medical record number : your number at the clinic
Medicaid : a state plan for people with low income
Medicare : a plan for people over 65 or with some disabilities
memory care : a home for people who forget
mental health professional : a person who helps with mood and thoughts
midwife (midwives) : a person who helps at birth
minor : a person under 18
monitoring / surveillance : watching over time
mortality : death
neonatologist : a doctor for newborns
neonatal intensive care unit : the ward for babies who are very ill
nephrologist = kidney doctor
nephrology = kidney care
network : the doctors who have a deal with your plan
neurologist : a doctor for the brain and nerves
neurology : care of the brain and nerves
neurosurgeon : a doctor who operates on the brain and nerves
next of kin = closest relative
non-covered service : care the plan does not pay for
notice of privacy practices : a paper on how your facts are used
nurse practitioner : a nurse with more training who can treat you
nursing home / skilled nursing facility : a home with nurses all day
obstetrician / obstetrics : a doctor for pregnancy and birth, and that care
occupation = job
occupational hazard : a danger at work
occupational therapist : a person who helps you do daily tasks
oncologist = cancer doctor
oncology = cancer care
ophthalmologist / ophthalmology = eye doctor
optometrist / optician : a person who tests eyes or makes glasses
oral surgeon : a doctor who operates in the mouth
orderly / nurse's aide : a person who helps nurses
orthodontist : a dentist who makes teeth straight
orthopedist / orthopedic surgeon : a bone and joint doctor
orthopedics : bone and joint care
osteopath / osteopathic medicine : a doctor who also treats with the hands
otolaryngologist / ENT specialist : a doctor for ear, nose and throat
out-of-area care : care far from home
out-of-network provider : a doctor without a deal with your plan
out-of-pocket cost / out-of-pocket : what you pay yourself
out-of-pocket maximum / out-of-pocket limit : the most you pay in a year
outcome = result
outpatient clinic / outpatient : care without staying the night
participant = person in the study
passive smoking / secondhand smoke : breathing in smoke of others
pathologist : a doctor who looks at tissue for illness
patient advocate / advocate / ombudsman : a person who speaks for you
patient portal : a website for your health record
patient rights : what you have a right to
payment plan : paying a bill in parts
pediatric dentistry / pedodontic dentistry : care of children's teeth
pediatrician = child doctor
pediatrics = child care by doctors
peer support : help from people who went through the same
periodontist : a gum doctor
personal representative : a person who acts for you
pharmacist : a person who gives out medicine
pharmacology : the study of medicines
pharmacy = drug store
physiatrist : a doctor who helps people move again
physical therapist / physiotherapist : a person who helps you move better
physician / medical doctor / practitioner = doctor
physician assistant : a trained person who works with a doctor
podiatrist = foot doctor
policyholder / policy holder : the person who owns a plan
post-acute care : care after the hospital
power of attorney : a paper that lets someone act for you
practice : a doctor's office
preauthorization / prior authorization / precertification / prior approval : a yes from the plan before care
premium : what you pay for a plan each month
preparedness / state of readiness : being ready
prescriber : the person who orders your medicine
prescription drug coverage : how a plan pays for medicine
preventive care / preventive service : care that keeps you well
primary care / primary health care : care by your own doctor for most needs
primary care physician / primary care provider : your own doctor
privacy policy : how your facts are kept private
proctologist : a doctor for the bottom
proof of insurance : a paper that shows you have a plan
prosthodontist : a dentist who makes false teeth
protected health information : facts about your health that are private
protocol : a plan of steps
provider directory : a list of doctors in a plan
psychiatrist : a doctor for mood and mind
psychiatry : care of mood and mind by doctors
psychologist : a person who helps with thoughts and feelings
public health : the health of all people in a place
pulmonologist = lung doctor
qualified medical expenses : health costs that count for tax
quality of life : how good life feels
questionnaire : a form with questions
radiologist : a doctor who reads X-rays
radiology = X-ray department
random sample / randomization : people chosen by chance
reasonable accommodation : a change that helps you take part
receptionist : the person at the front desk
recipient : a person who gets something
reconciliation / medication reconciliation : checking all your medicines
recovery room : the room where you wake up after surgery
referral : a note that sends you to another doctor
refill : more of the same medicine
registration = signing in
reimbursement : money paid back
release form / release of information / authorization for release : a paper that lets us share your facts
remittance : a payment sent
respite care : a rest for those who take care of someone
respiratory therapist : a person who helps you breathe better
retail clinic / walk-in clinic : a clinic you can go to without a set time
rheumatologist : a doctor for sore joints
risk = chance of harm
risk factor : a thing that makes illness more likely
safety net provider : a clinic for all who cannot pay
second opinion : what another doctor thinks
secondary insurance : a second plan
self-care : what you can do for yourself
service area : the places a plan covers
sliding scale / sliding fee scale : prices that depend on what you earn
social distancing / physical distancing : staying apart from others
social determinants of health : how you live and work, and what it does to health
social worker : a person who helps with money, home and family needs
specialist : a doctor for one kind of problem
speech therapist / speech pathologist : a person who helps with speaking
sponsor : who pays for a study
stakeholder : a person it matters to
standard of care : the care most doctors would give
statute = law
study coordinator : a person who runs a study
subsidy : money to help pay
support group : people with the same problem who meet
surgeon : a doctor who operates
surrogate : a person who acts for you, or carries a baby for you
surrogate decision maker : a person who decides for you
tax credit : money off your tax
temporal association : two things that happen at about the same time
term life : a kind of insurance
third-party payer : a company that pays for you
toll-free number : a phone number that costs nothing
treatment facility = clinic
triage : deciding who needs care first
underwriting : how a plan decides if you can join
uninsured person : a person without a plan
urgent care / urgent care center : a clinic for things that cannot wait but are not life-threatening
urologist / urology : a doctor for the bladder and for men, and that care
usual, customary and reasonable charge : the normal price in your area
utilization review : a check if care was needed
vaccine schedule : when to get shots
validity : being true or right
verification = check
vital records : papers of births and deaths
waiting period : the time before a plan starts
waiver : a paper that lets you skip a rule
wellness visit / annual wellness visit / annual physical = yearly check-up
workers' compensation / worker's compensation program : pay and care if you get hurt at work
## adjective
accredited = approved
acute = sudden
ambulatory care : care without staying the night
billable = to be billed
bilingual = speaking two languages
certified / licensed = trained and approved
complimentary = free
confidential = private
deceased = dead
dependent on = needing
disabled : with a condition that makes some things hard
eligible = able to get it
emergent = very urgent
exempt = free from it
geriatric = for older people
hazardous = dangerous
high-risk = more likely to get ill
insured = with a plan
in-network = in your plan
out-of-network / out-of-area = not in your plan
longitudinal = over a long time
medically necessary = needed
mandatory / compulsory = that you must do
multidisciplinary / interdisciplinary = with many kinds of experts
nonprofit = not for profit
obstetric / obstetrical = of birth
outstanding : not paid yet
pediatric = for children
per diem : each day
primary = main or first
prospective : looking ahead
psychiatric = of the mind
retroactive = going back in time
reimbursable = that can be paid back
statistically significant : not likely to be by chance
tax-deductible : that you can take off your tax
underinsured / uninsured = without enough insurance
voluntary = your choice
## verb
admit to hospital : take into the hospital
adjudicate = decide
advocate for = speak for
appeal = ask to change
authorize = allow
bill : ask you to pay
co-sign = sign too
collaborate / collaborate with = work with
compensate = pay
consent = agree
consult = ask
disclose = tell
discontinue = stop
disenroll = leave
enroll = join
expedite = speed up
forfeit = lose
invoice = bill
isolate = keep apart
monitor = watch
notify = tell
quarantine : keep apart from others
refer = send
reimburse = pay back
release = let go
remit = send
screen for = check for
verify = check
waive = give up
`
