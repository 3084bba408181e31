/**
 * Words that look like a misspelling of a word of the lexicon and must be left alone: "chess" is not "chest", "cooking"
 * is not "choking". The common words of English and Spanish (`npm run train -- text`), and a few more.
 */
import { spanishVerbForms } from '#engines/text/spanish-verbs.ts'
import { TWO_LETTER_WORDS } from '#engines/text/two-letter-words.ts'
import { EVERYDAY_WORDS } from '#engines/text/everyday-words.ts'
import common from '#engines/text/model/common-words.json' with { type: 'json' }

/** Words of case notes, of trades, and of what somebody was doing. */
const CASE_NOTES = 'respirations bran fizzy hurried unbroken symmetrical hairdresser schoolboy lightest insoles carpenter delights hobble unrefreshed adherence schoolteacher seamstress rower midwifery kilometre width plasterer rinsed resp scout footballer lorry supple reflexes boarder peeler narrowed moisturiser moisturizer basin postman pyjamas metastatic preserved cadet quarrel myopic barracks excessively injects roofer lain breadth crises forcefully sandpaper lavishly hazelnut darkened fuller empties knobbly reliably rarer slowness kerb rehydration combed insects insect vigorously fretful pessary latches grit steadily consultant draughty electrician gardener painter accountant builder translator designer visitor wearer swimmer smokes scattered productive frontal sheltered shouting centred outstretched formerly examined playground oriented transverse alike limbs flows sighted moist biscuit layer eased climbs warmth playful stressful wardrobe afternoons showering improves notices evenly distant flushed leaked litre partly lifelong jogger jogging plumber nursery librarian bricklayer caretaker cashier cleaner waiter waitress clerk tailor baker butcher barber'.split(' ') // prettier-ignore

const MORE = 'cane canes ski skis skied skiing skier desastre desastres bucle bucles sois wat booster boosters estrellas estrella subo rupee rupees chopin ranting helena elena infusion infusions transfusion fusion pronta pronto chess cheap bread brush flood floor blond braids bath path paint pair palm heat hearty hunt sheet shirt nest hare stork store stoke tall crutch crutches mill mills squint squints squinting soak soaks muddled calf calfs moms dads mums kids tar wax lbs kms uti fiber fibre bazo peo vibra ronca ronco roncan matare mataras matara mataremos mataran bombo bombos cole coles limo limar limas cataratas catarata'.split(' ') // prettier-ignore

/** What is written to a service desk and stands in no collection of everyday talk: laughter, forms, insurance, places of a clinic. */
const OF_A_DESK = (
  'haha hahaha hahah hehe lol lmao jaja jajaja jajaj jeje jejeje nite tonite mon tue tues wed thur thurs fri ppo hmo epo hipaa fmla dept auth suite ward wards ramp elevator elevators walker walkers folder lobby front desk ' +
  'deductible deductibles collections faxed voicemail landline autopay login copay prior medically writer reporter novel article articles locker correction corrections correcting representation informative intro prob memorial ' +
  'saldo saldos cartilla cartillas vacunacion chequeo chequeos ventanilla elevador elevadores rampa certificado certificados deducible deducibles copago copagos seleccion supuesto explicacion mero meros cuota cuotas tramite expediente ' +
  'owing grants grant concession concessions cruz lim delicado delicada delicados consulado consulados dated dates instalacion instalaciones lima hecha vial vials viales ascendio overbooked overbook rave raved raves raving vape vapes vaping squint squints squinting squat squatted squatting wort coarse urging contraption contraptions gus smoothest smoother cert certs pune facturado facturada facturados migrante migrantes ' +
  'saldar disputar disputo disputa acoger acogerme hallazgo hallazgos curp instruccion instrucciones rappi vello vocacion colar colarme agotan agotar ballpark guardian guardians guard guards internaron internar dared dare fretting fret blush blushing liceo bochornoso fotocopia fotocopias rondando alegria strobe chuukese stating wid dotor sita ' +
  'larry esquinita pancho ensucia relojito coladera mugrecito bandeja chamo chama chamos chamito pana panas sobo soba sobe sobada sobador guagua guaguas construccion construcciones obrero obreros rasposa rasposo betabel remolacha hormiguero hormigueros ' +
  'aloe lotion gatorade moquea moquean moqueo peque peques cargando receto sobar hiker mowed shaving shave'
).split(' ')

/** Said of a body, and known to the lexicon by their beginning only: a slip within the beginning would hide them. */
const OF_A_BODY = (
  'bleeding bleeds bloated bloating bloody blurry blurred burning burns burnt choking chokes chokin coughing coughs crusty depressed dizzy drooling drools drooping droopy drowning fainting fainted feverish floater floaters ' +
  'fluttering foaming gurgling hurting itching itchy jerking leaking leaks limping mumbling nauseated nauseous numbness peeling pooping puffy puking rattling scalded shaking shaky sleepy slurring slurred slurs snoring soaked soaking ' +
  'sweating sweaty swelling swells swollen tingling tingly twitching vomiting vomited weakness wheezing wheezy ' +
  'abuelita amputado amputada apriete aprieten ardor atascada atascado atorada atorado atoro babear babeando babea babeo aguada aguado aguadita aguadito ahoga ahogando ahogo ceniza cenizo cortada cortadas debilidad doblada dolia dolido doliendo ' +
  'dolorosa doloroso durmio embolia empanada empanado empapada empapado empapando empapo escamosa escamas escupe escupiendo escupio esputo evacua evacuar fetido fetida flema flemas helado helada hinchada hinchado hinchazon hincho hundida hundido ' +
  'inflamada inflamado jadea jadeando jalones mareada mareado mareos mojada mojado morada morado moradito moradita nacida nacido nausea nauseas nublada nublado orina orinar orinando palida palido palidez pesadez picazon ' +
  'pus nuca quemada quemado quemadura quemo rapidisimo reseca resequedad rigida rigido rojiza roncha ronchas rosada rozadura sangra sangrado sangrando sangrar sangre sangro sofocado sofoco sudada sudado sudando sudor sudores temblando ' +
  'temblor temblores toser tosiendo tosio vomita vomitando vomite vomito'
).split(' ')

export const realWords: ReadonlySet<string> = new Set([
  ...common.words.split(' '),
  ...MORE,
  ...CASE_NOTES,
  ...OF_A_DESK,
  ...OF_A_BODY,
  ...TWO_LETTER_WORDS,
  ...EVERYDAY_WORDS,
  ...spanishVerbForms(),
])
