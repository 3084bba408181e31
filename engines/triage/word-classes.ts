/**
 * Groups of words that stand for each other inside a phrase, English and Spanish together (people mix them).
 * Separated by " / "; "*" ends a word beginning.
 */
export const wordClasses = {
  pain: `
    pain / pains / painful / pane / payne / hurt / hurts / hurting / ache / aches / aching / sore / soreness / killing / throbbing / stabbing / sharp /
    cramp / cramping / agony / tender / discomfort / burning / burns
    dolor / dolores / duele / duelen / doliendo / dolio / dolia / dolido / doloroso / punzada* / ardor / arde / molestia / molestias / lastima`,
  pressure: `
    pressure / pressing / tight / tightness / tightening / squeezing / squeeze / squeezed / heavy / heaviness / crushing / crush / weight / clenching / constricted /
    constricting / gripping / fullness / elephant / band / vise
    presion / aprieta / aprietan / apretado / apretando / opresion / oprime / oprimido / pesado / peso / pesadez / aplasta / aplastando / aplastante`,
  severe: `
    severe / terrible / horrible / awful / worst / unbearable / excruciating / intense / extreme / agonizing / bad / worse / worsening / intolerable /
    fuerte / fuertes / fuertisimo / terrible / horrible / insoportable / intenso / intensa / severo / severa / peor / tremendo / agudo / agudisimo / splitting`,
  sudden: `
    sudden / suddenly / out of nowhere / all of a sudden / abrupt / abruptly / came on fast / acute / instantly / out of the blue
    de repente / repentino / repentina / repentinamente / de golpe / subito / subita / subitamente / de pronto / de la nada / de un jalon / de jalon / de sopeton / like a switch / de trancazo`,
  chest: `chest / sternum / breastbone / breast bone / pecho / torax / esternon / pechito / pexo`,
  arm: `arm / arms / brazo / brazos / brasos`,
  limb: `arm / arms / leg / legs / hand / hands / foot / feet / limb / brazo / brazos / pierna / piernas / mano / manos / pie / pies`,
  leg: `leg / legs / calf / calves / thigh / shin / pierna / piernas / pantorrilla / pantorrillas / muslo / batata`,
  face: `face / mouth / smile / cheek / eyelid / lip / cara / boca / rostro / sonrisa / labio`,
  lips: `lips / lip / tongue / face / mouth / fingers / fingertips / nails / labios / labio / lengua / cara / boca / dedos / unas`,
  throat: `throat / tongue / airway / neck / garganta / lengua / cuello / ganote / gañote / pescuezo / gaznate / windpipe`,
  belly: `belly / stomach / abdomen / abdominal / tummy / gut / guts / stomache / abd / epigastric / barriga / estomago / panza / vientre / abdomen / tripa / guata`,
  head: `head / skull / cabeza / craneo`,
  back: `back / lower back / spine / espalda / columna / cintura / lumbar`,
  eye: `eye / eyes / eyeball / ojo / ojos`,
  cant: `
    can't / cannot / can not / cant / cnt / couldn't / could not / unable to / not able to / isn't able to / wasn't able to / can barely / can hardly / barely / hardly / struggling to /
    no puedo / no puede / no pueden / no podia / no podemos / no logro / no logra / apenas puedo / apenas puede / casi no puedo / casi no puede / no pude / no pudo`,
  breathe: `breathe / breath / breathing / breeding / breeth / breething / breading / breating / breath* / breth / breathin / respirar / respira / respirando / respiro / respiracion`,
  blood: `blood / bloody / bleeding / bleed / clots / sangre / sangrado / sangrando / sangra / sangr* / coagulos`,
  bleed: `bleeding / bleed / bleeds / blood / hemorrhage / hemorrhaging / hemorrhag* / sangr* / hemorragia / desangr*`,
  lots: `
    a lot / lots / heavy / heavily / gushing / pouring / pumping / spurting / everywhere / soaking / soaked / buckets / profuse* / tons / massive / severe / large amount / uncontrolled /
    mucho / mucha / muchisima / muchisimo / chorro / chorros / a borbotones / abundante / por todos lados / muchas / demasiada / sin parar`,
  vomit: `vomit / vomits / vomiting / vomited / throw up / throwing up / threw up / throws up / puke / puking / puked / barf / barfing / spitting up / spit up / emesis / vomit* / arroja / arrojando / guacare*`,
  cough: `cough / coughing / coughed / coughs / hacking / tos / tose / toser / tosiendo / tosio`,
  poop: `poop / stool / stools / bowel movement / bm / poo / toilet / diarrhea / diarrhoea / feces / popo / heces / excremento / evacuacion* / caca / deposicion* / pupu`,
  pee: `pee / urine / urinate / peeing / urinating / wee / urination / orina / orinar / orino / orinando / pipi / pis / chis / mear / hacer pipi`,
  swell: `swollen / swelling / swell / swells / swelled / puffy / puffed / bloated / hinchad* / hincha / hinchando / hinchazon / inflamad* / inflamo / inflama`,
  weak: `numb / numbness / weak / weakness / paralyzed / paralysis / limp / drooping / debil / debilidad / paraliz* / adormecid* / entumecid* / entumecimiento`,
  numb: `numb / numbness / tingling / tingly / weak / weakness / paralyzed / paralysis / limp / drooping / adormecid* / adormecio / adormecimiento / dormid* / entumecid* / entumecimiento / debil / debilidad / hormigue* / paraliz*`,
  mychild: `my baby / my son / my daughter / my child / my kid / my newborn / my infant / my toddler / the baby / our baby / mi bebe / mi hijo / mi hija / el bebe / la bebe / mi nino / mi nina / mi nene / mi nena / mi recien nacido`,
  baby: `baby / newborn / infant / bebe / recien nacido / recien nacida / lactante / nene / nena`,
  hospital: `hospital / er / emergency room / emergencia / urgencias`,
  pills: `pills / tablets / tablet / pill / capsules / meds / medicine / medication / tylenol / acetaminophen / paracetamol / ibuprofen / advil / aspirin / xanax / oxycodone / percocet / antidepressants / painkillers / sleepers / benadryl / antidepresivos / calmantes / pastillas / pastilla / tabletas / tableta / capsulas / medicina / medicinas / medicamento / medicamentos / remedios`,
  took: `took / taken / take / taking / swallowed / ate / ingested / drank / gulped / downed / tome / tomo / tomado / trago / trague / comio / bebio / se tomo / me tome / ingirio / ingeri`,
  hot: `hot / boiling / scalding / hirviendo / caliente / hervida`,
} satisfies Record<string, string>
