/**
 * What a word can be, for finding identifiers: a name, a title, a month, the word before a number. Looked up by a hash of its folded
 * letters, so that reading a message makes no strings. Two words share a 32-bit hash about once in a million; both are then read alike.
 */
import common from '#engines/text/model/common-words.json' with { type: 'json' }
import rarer from '#engines/text/model/rarer-words.json' with { type: 'json' }
import { MEDICINE_NAMES } from '#engines/text/medicine-names.ts'

import nameLists from './name-lists.json' with { type: 'json' }
import { ALSO_WORDS, FAMILY_NAMES, GIVEN_NAMES } from './names.ts'
import placeList from './place-list.json' with { type: 'json' }
import { THINGS } from './things.ts'

export const IS = {
  given: 1 << 0,
  family: 1 << 1,
  alsoWord: 1 << 2,
  common: 1 << 3,
  title: 1 << 4,
  month: 1 << 5,
  digit: 1 << 6,
  tens: 1 << 7,
  street: 1 << 8,
  streetFirst: 1 << 9,
  state: 1 << 10,
  city: 1 << 11,
  cue: 1 << 12,
  kin: 1 << 13,
  nameCue: 1 << 14,
  eponym: 1 << 15,
  medicine: 1 << 16,
  organization: 1 << 17,
  particle: 1 << 18,
  year: 1 << 19,
  greeting: 1 << 20,
  placeCue: 1 << 21,
  care: 1 << 22,
  spoken: 1 << 23,
  biometric: 1 << 24,
  picture: 1 << 25,
  domain: 1 << 26,
  ordinal: 1 << 27,
  nineties: 1 << 28,
  /** A town of one word. */
  town: 1 << 29,
  /** Written in small letters by many, though not by so many that it is common. */
  word: 1 << 30,
  /** May begin a town of several words. */
  townFirst: 1 << 31,
} as const

/** The kind of number that each cue announces. */
export const CUES: Record<string, string> = {}
const cue = (kind: string, words: string) => {
  for (const word of words.split(' ')) CUES[word] = kind
}
cue(
  'phone',
  'phone telephone cell mobile call text tel telefono celular llame llamame llamar llamenme movil whatsapp celu tfno tlf tlfno tfn fono whats wasap wsp landline fijo line reach numero number ph marque',
)
cue('fax', 'fax facsimile')
cue('ssn', 'ssn social ss nss seguridad')
cue('mrn', 'mrn record chart expediente historia')
cue(
  'plan_id',
  'member policy subscriber insurance medicaid medicare group poliza miembro afiliado seguro mbi beneficiary',
)
cue('account', 'account acct invoice statement claim cuenta factura reclamo tarjeta card receipt recibo bill')
cue('licence', 'license licence dl dea npi licencia certificate passport pasaporte curp')
cue('vehicle', 'vin plate plates placa placas tag')
cue('device', 'serial imei device udi mac serie sn dispositivo')
cue(
  'other',
  'case ticket confirmation reference study trial caso folio confirmacion referencia estudio enrollment badge id cedula dni rut cuit cuil nif nie rfc incident denuncia atestado',
)

/** Months, with their number. */
export const MONTHS: Record<string, number> = {}
'january february march april may june july august september october november december'.split(' ').forEach((word, i) => (MONTHS[word] = i + 1)) // prettier-ignore
'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ').forEach((word, i) => (MONTHS[word] = i + 1)) // prettier-ignore
'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').forEach((word, i) => (MONTHS[word] = i + 1))
Object.assign(MONTHS, { sept: 9, setiembre: 9, ene: 1, abr: 4, dic: 12 })

/** Value of a number word below ten, and of the tens. */
export const DIGITS: Record<string, number> = {}
'zero one two three four five six seven eight nine'.split(' ').forEach((word, i) => (DIGITS[word] = i))
'cero uno dos tres cuatro cinco seis siete ocho nueve'.split(' ').forEach((word, i) => (DIGITS[word] = i))
Object.assign(DIGITS, { oh: 0, o: 0, un: 1, una: 1 })
export const TENS: Record<string, number> = {}
'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ').forEach((word, i) => (TENS[word] = i + 10)) // prettier-ignore
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, i) => (TENS[word] = (i + 2) * 10))
'diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'.split(' ').forEach((word, i) => (TENS[word] = i + 10)) // prettier-ignore
'treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ').forEach((word, i) => (TENS[word] = (i + 3) * 10)) // prettier-ignore

const EPONYMS =
  'gleason gehrig gehrigs parkinson parkinsons alzheimer alzheimers foley crohn crohns hodgkin hodgkins graves addison addisons cushing cushings bell bells down downs lyme epley hallpike dix babinski romberg glasgow apgar mohs kegel heimlich murphy murphys mcburney wilson wilsons huntington huntingtons hashimoto hashimotos ' +
  'raynaud raynauds sjogren sjogrens meniere menieres reye reyes tourette tourettes turner turners marfan marfans kawasaki kaposi barrett barretts baker bakers paget pagets peyronie peyronies gilbert gilberts guillain barre hirschsprung wernicke korsakoff stevens johnson fallot holter doppler papanicolaou pap braxton hicks wegener behcet ehlers danlos hirschsprungs tay sachs ' +
  'klinefelter noonan williams prader willi angelman asperger aspergers rett dupuytren dupuytrens quervain quervains osgood schlatter perthes lachman mcmurray phalen phalens tinel tinels homans kernig brudzinski trendelenburg swan ganz hickman groshong jackson pratt penrose kocher burch nissen whipple roux billroth hartmann ' +
  'snellen ishihara mantoux coombs gram wright giemsa kirby bauer westergren schirmer valsalva trousseau chvostek cullen kehr rovsing bishop norton braden morse mallampati ranson child pugh fitzpatrick tanner denver beck hamilton young widal rorschach bouchard heberden colles smith jones bennett monteggia salter harris lisfranc ' +
  'hoehn yahr mcmurray wolff brackmann brugada finkelstein spurling lasegue laseguel blumberg giordano kussmaul cheyne biot babinsky chaddock brunnstrom fugl ashworth tinetti barthel zarit yesavage lhermitte rinne frenkel dejerine charcot amsler titmus neer yergason patte ortolani galeazzi gaenslen thessaly apley ' +
  'eisenmenger ebstein takayasu takotsubo dressler libman osler janeway killip nyha cockcroft seldinger tenckhoff hickmann portacath broviac quinton mahurkar sengstaken blakemore malecot pezzer nelaton metzenbaum kirschner steinmann schanz ilizarov illizarov risser ' +
  'zollinger boerhaave schatzki zenker meckel peutz jeghers turcot cowden wilms kaposi merkel burkitt waldenstrom castleman sezary paget breslow gleason scarff binet durie bosniak clichy ' +
  'kawasakis coxsackie norovirus epstein dengue zika chikungunya chagas zinsser rickettsia leishmania trichomonas giardia aspergillus cryptococcus pneumocystis nocardia klebsiella pseudomonas proteus serratia enterobacter acinetobacter salmonella shigella campylobacter helicobacter pylori bordetella haemophilus moraxella gardnerella chlamydia mycoplasma treponema legionella listeria bacteroides clostridium enterococcus streptococcus staphylococcus ' +
  'asherman mullerian bartholin skene naboth shirodkar pfannenstiel kristeller zavanelli mcroberts erb klumpke duchenne werdnig rett patau digeorge noonans beckwith wiedemann sturge trenaunay rendu bourneville recklinghausen lindau hippel lennox gastaut dravet sandifer ' +
  'pityriasis rosea'

const CARE =
  'cardiology oncology radiology neurology urology pediatrics dermatology orthopedics gynecology obstetrics psychiatry psychology nephrology endocrinology gastroenterology pulmonology rheumatology hematology ophthalmology optometry surgery anesthesia icu nicu er ed lab laboratory pharmacy billing scheduling registration records reception triage imaging mri ct xray ultrasound dialysis rehab therapy physical occupational speech ' +
  'melena tab tabs cap caps tablet tablets puff puffs aetna cigna humana kaiser tricare anthem molina ambetter centene wellcare bcbs uhc unitedhealthcare bluecross optum caremark honda toyota ford chevy chevrolet nissan hyundai kia subaru mazda harley jeep dodge volkswagen bmw tesla kroger publix safeway target samsung iphone android google chrome applebee starbucks azure bard tandem stryker zimmer resmed omron freestyle libre insulet coloplast novartis sanofi siemens  nutrition wellness urgent care emergency primary family internal medicine women womens men mens health labor delivery nursing nurse nurses front desk clinic hospital center department unit ward office team staff customer service patient portal help line hospice palliative pain dental behavioral mental home visiting interpreter services walgreens cvs rite aid walmart costco google amazon zoom facetime whatsapp uber lyft instacart epic mychart medtronic dexcom omnipod abbott pfizer moderna covid flu ' +
  'cardiologia oncologia radiologia neurologia urologia pediatria dermatologia ortopedia ginecologia obstetricia psiquiatria psicologia nefrologia endocrinologia gastroenterologia neumologia reumatologia hematologia oftalmologia cirugia urgencias emergencias laboratorio farmacia facturacion citas recepcion archivo maternidad enfermeria terapia fisica trabajo social salud clinica hospital consultorio departamento equipo doctor doctora doctores medico medica enfermera enfermero ' +
  'digestivo traumatologia alergologia alergia otorrinolaringologia otorrino endocrinologia endocrino nefrologia uci upa quirofano rehabilitacion radiodiagnostico ecografia resonancia analitica preventiva paliativos geriatria odontologia fisioterapia logopedia nutricion dietetica infectologia inmunologia hemodialisis hemodinamia endoscopia tomografia mamografia admision admisiones cobranza cobranzas contabilidad convenios planta externas consultas poliza polizas asunto motivo diagnostico tratamiento antecedentes observaciones indicaciones volante informe tfno tlf tlfno tfn domicilio adjunto adj curp rfc dni nss cuit imss issste infonavit eps isapre fonasa osde ' +
  'denuncia folio recibo boleta comprobante solicitud constancia ictus pediatrica pediatricas pediatrico pediatricos neonatal neonatales coronaria coronarias vouch hmong qeqchi kaqchikel ixil quechua aymara nahuatl mixteco zapoteco tzotzil tzeltal otomi mapudungun amharic tigrinya swahili urdu bengali punjabi gujarati farsi pashto khmer burmese nepali haitian salish navajo cherokee lakota recorder exac ' +
  'disch dtr subj subject dob mrn snf pcp insur guarantor copay lavender purple turquoise maroon beige orthopaedics paediatrics neurosurgery telemetry stepdown cath echo ekg ecg ' +
  'monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo mon tue wed thu fri sat sun christmas easter thanksgiving ramadan navidad pascua english spanish espanol ingles chinese vietnamese arabic russian french portuguese korean creole tagalog hindi catholic baptist muslim jewish christian america american mexico mexican'

const CITIES =
  'boston chicago seattle denver miami atlanta detroit portland baltimore milwaukee albuquerque tucson fresno sacramento omaha oakland minneapolis tulsa wichita cleveland tampa honolulu cincinnati pittsburgh toledo anchorage laredo lubbock buffalo hialeah chula irvine norfolk scottsdale spokane tacoma modesto fontana shreveport akron yonkers amarillo knoxville worcester brownsville mcallen ' +
  'springfield columbus indianapolis philadelphia nashville louisville memphis orlando bakersfield stockton newark plano boise richmond rochester chattanooga tallahassee providence fargo topeka bismarck cheyenne montpelier annapolis dover hartford raleigh durham greensboro savannah mobile biloxi baton ' +
  'guadalajara monterrey tijuana puebla merida cancun oaxaca veracruz acapulco culiacan hermosillo saltillo morelia queretaro toluca chihuahua reynosa matamoros mexicali tegucigalpa managua bogota medellin cali barranquilla quito guayaquil lima caracas maracaibo montevideo asuncion rosario cordoba mendoza valparaiso tapachula zacatecas durango tampico havana habana ponce bayamon mayaguez ' +
  'avellaneda choluteca ecatepec nezahualcoyotl naucalpan lanus ushuaia bariloche viedma rawson catamarca chimalhuacan texcoco tultitlan pachuca xalapa guaymas tlajomulco tarapoto abancay moquegua chitre penonome higuey maipu nunoa penalolen pudahuel caaguazu paysandu tacuarembo miraflores huesca teruel castellon tenerife lavapies vallecas triana segovia'

/** Towns of several words that the list lacks. */
const MORE_TOWNS =
  'el alto,lomas de zamora,poza rica,tuxtla gutierrez,san cristobal de las casas,los cabos,puerto cortes,las condes,villa el salvador,san juan de lurigancho'

const STATES =
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ' +
  'al ak az ar ca co ct de fl ga hi id il ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr jalisco sonora sinaloa michoacan guerrero chiapas yucatan tabasco nayarit hidalgo ' +
  'tlaxcala coahuila tamaulipas antioquia cundinamarca boyaca tolima huila risaralda quindio caqueta putumayo guaviare vichada casanare arauca tucuman misiones chubut jujuy andalucia cataluna catalunya galicia asturias cantabria extremadura euskadi zulia tachira carabobo ancash apurimac ucayali manitoba saskatchewan newfoundland nunavut yukon ' +
  'honduras peru chile cuba guatemala nicaragua colombia venezuela ecuador bolivia argentina uruguay paraguay haiti brasil brazil espana spain portugal italia alemania canada filipinas philippines vietnam ukraine ucrania nigeria ghana ethiopia somalia sudan syria afghanistan pakistan bangladesh nepal ' +
  'ireland scotland wales england britain france germany poland austria switzerland belgium netherlands holland denmark norway sweden finland iceland greece turkey hungary romania bulgaria serbia croatia bosnia slovenia slovakia czechia albania kosovo macedonia montenegro latvia lithuania estonia belarus moldova russia siberia kazakhstan uzbekistan mongolia armenia azerbaijan ' +
  'iran iraq kuwait qatar yemen oman bahrain egypt libya tunisia algeria morocco mauritania senegal gambia liberia benin togo cameroon gabon congo zaire rwanda burundi uganda kenya tanzania zambia zimbabwe malawi mozambique angola namibia botswana eritrea djibouti madagascar mauritius japan korea taiwan thailand laos cambodia myanmar burma malaysia indonesia singapore vietnam samoa tonga fiji guam palau micronesia australia tasmania queensland belize jamaica trinidad barbados grenada bahamas bermuda aruba guyana suriname ' +
  'irlanda escocia inglaterra francia alemania polonia suiza belgica holanda dinamarca noruega suecia finlandia grecia turquia hungria rumania rusia marruecos argelia egipto nigeria senegal camerun japon corea tailandia india belice jamaica mexico polska deutschland brasil peru'

const SIZE = 1 << 17
const keys = new Int32Array(SIZE)
const values = new Int32Array(SIZE)

export const HASH_START = 0x811c9dc5 | 0
export const HASH_PRIME = 0x01000193

export function hashOf(word: string): number {
  let hash = HASH_START
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), HASH_PRIME)
  return hash
}

export function classesOf(hash: number): number {
  const key = hash === 0 ? 1 : hash
  for (let at = (key ^ (key >>> 15)) & (SIZE - 1); keys[at] !== 0; at = (at + 1) & (SIZE - 1)) {
    if (keys[at] === key) return values[at]!
  }
  return 0
}

function add(words: Iterable<string>, bit: number) {
  for (const word of words) {
    const key = hashOf(word) || 1
    let at = (key ^ (key >>> 15)) & (SIZE - 1)
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & (SIZE - 1)
    keys[at] = key
    values[at]! |= bit
  }
}

const words = (list: string) => list.split(' ')

add(common.words.split(' '), IS.common)
// Short words are not in that list.
add(words('i a an am is it he we us my me to of in on at by or no so do go up if as be hi ok our your her his its the and for you she was are had has not but can who how yo tu el la lo un mi me te se le les los las de en y o a al es si su sus que con por para del una ya he fue son soy muy mas'), IS.common) // prettier-ignore
add(GIVEN_NAMES, IS.given)
add(FAMILY_NAMES, IS.family)
add(nameLists.given.split(' '), IS.given)
add(nameLists.family.split(' '), IS.family)
add(ALSO_WORDS, IS.alsoWord)
add(words('dr dra mr mrs ms miss mx sr sra srta don dona prof professor nurse doctor doctora senor senora senorita enfermera enfermero grandma grandpa aunt uncle abuela abuelo tia tio rev pastor father padre lic ing maestra maestro sister hermana judge officer'), IS.title) // prettier-ignore
add(Object.keys(MONTHS), IS.month)
add([...Object.keys(DIGITS), 'double', 'triple', 'doble'], IS.digit)
add(Object.keys(TENS), IS.tens)
add(words('street st avenue ave road rd lane ln drive dr court ct boulevard blvd place pl way terrace ter circle cir highway hwy parkway pkwy trail trl square sq loop alley crossing route rte turnpike plaza gardens mill club ranch ferry port row run ridge grove manor landing meadow point bend glen hollow cove heights view vista pike walk pass path camino via hall mews'), IS.street) // prettier-ignore
add(words('calle avenida av ave carrera cra boulevard blvd privada callejon colonia col barrio fraccionamiento fracc urbanizacion calzada paseo andador prolongacion carretera cerrada'), IS.streetFirst) // prettier-ignore
add(words(STATES), IS.state)

/** "Saint Cloud" is also written "St. Cloud". */
const SHORTER: Record<string, string> = { saint: 'st', fort: 'ft', mount: 'mt', sainte: 'ste' }
const TOWNS = `${placeList.towns},${MORE_TOWNS}`.split(',').flatMap((town) => {
  const [first, ...others] = words(town)
  const short = others.length > 0 ? SHORTER[first!] : undefined
  return short === undefined
    ? [[first!, ...others]]
    : [
        [first!, ...others],
        [short, ...others],
      ]
})
/** Words of the longest name of a town. */
export const LONGEST_TOWN_NAME = 4
const longTowns = new Set<number>()
for (const town of TOWNS) if (town.length > 1) longTowns.add(hashOfTown(town.map(hashOf)))
/** Whether words with these hashes are a town together. */
export const isLongTown = (hashes: readonly number[]): boolean => longTowns.has(hashOfTown(hashes))

function hashOfTown(hashes: readonly number[]): number {
  let hash = HASH_START
  for (const each of hashes) hash = Math.imul(hash ^ each, HASH_PRIME)
  return hash
}

add(
  TOWNS.filter(({ length }) => length === 1).map((town) => town[0]!),
  IS.town,
)
add(
  TOWNS.filter(({ length }) => length > 1).map((town) => town[0]!),
  IS.townFirst,
)
add(words(rarer.words), IS.word)
add(words(CITIES), IS.city)
add(Object.keys(CUES), IS.cue)
add(words('son daughter husband wife mother father mom dad mama papa brother sister boy girl kid baby grandson granddaughter grandmother grandfather grandma grandpa aunt uncle niece nephew cousin partner fiance fiancee boyfriend girlfriend friend neighbor caregiver caretaker aide guardian stepson stepdaughter stepmother stepfather roommate hijo hija esposo esposa marido mujer madre padre mami papi hermano hermana abuelo abuela abuelito abuelita papaw mamaw gramps nieto nieta sobrino sobrina primo prima tio tia novio novia suegra suegro yerno nuera cunado cunada bebe nino nina amigo amiga vecino vecina cuidadora cuidador pareja nan nana gran granny grammy nanny papi babushka dedushka yaya yayo abue oma opa baba teta amma appa cuz bro sis tita tito lolo lola ate kuya halmoni yiayia papou nonna nonno bubbe zayde'), IS.kin) // prettier-ignore
add(words('name named names called nombre llamo llama llaman soy patient pt paciente this im its am signed firma contact emergency apellido surname attention attn caller habla resident spoke'), IS.nameCue) // prettier-ignore
add(words(EPONYMS), IS.eponym)
add(MEDICINE_NAMES, IS.medicine)
add(words('hospital school elementary academy university college church clinic center medical nursing manor temple mosque synagogue parish county escuela colegio universidad iglesia parroquia primaria secundaria preparatoria'), IS.organization) // prettier-ignore
add(words('de la del los las da dos van von der den di el al bin ibn san santa'), IS.particle)
add(words('year years yr yrs yo anos ano yearold'), IS.year)
add(words('hi hello dear hey hola estimado estimada querido querida thanks thx thank sincerely regards best respectfully gracias atentamente saludos cordialmente cheers love signed'), IS.greeting) // prettier-ignore
add(words('live lives lived living born moved from vivo vive vivimos viven nacio naci somos near address direccion domicilio county condado zip postal reside trabajo box apartado outside downtown'), IS.placeCue) // prettier-ignore
add(words(CARE), IS.care)
add(
  words(THINGS).filter((word) => (classesOf(hashOf(word)) & (IS.given | IS.family | IS.particle)) === 0),
  IS.care,
)
add(words('dot punto arroba'), IS.spoken)
add(
  words('fingerprint fingerprints finger retina retinal iris voiceprint voice palm facial face huella huellas'),
  IS.biometric,
)
add(words('jpg jpeg png heic heif gif bmp tif tiff dcm webp mov mp4 pdf'), IS.picture)
add(words('com net org edu gov io mx us info co es example'), IS.domain)
add(words('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth primero'), IS.ordinal) // prettier-ignore
add(words('ninety nineties noventa hundred cien ciento centenarian'), IS.nineties)
