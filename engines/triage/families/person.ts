import type { Family } from '../protocol.ts'

/** Facts about a person that raise a verdict: illnesses, medicines, pregnancy. No rule of its own fires on them. */
export const person: Family = {
  id: 'person',
  title: 'Who the message is about',
  concepts: [
    {
      id: 'pregnant',
      name: 'Pregnant',
      kind: 'fact',
      en: `
        pregnant / expecting a baby / i am expecting / (weeks|months|wks) (pregnant|preg|along|gestation) / pregnancy / preggo / with child / (first|second|third) trimester
        gravid / my due date / baby bump / unborn baby / obstetric patient / g1p0 / <number> weeks gestation / (i'm|im|i am) <number> (wks|weeks) and / <number> (wks|weeks) (pregnant|preggo|gone)`,
      es: `embarazad* / embarazo / encinta / esperando (un|una)? bebe / (semanas|meses) de (embarazo|gestacion) / (estoy|estaba|ando|voy) (de|en) ..1 <number> (semanas|sem|meses) / (estoy|voy) en ..1 semana <number> / tengo <number> semanas / a las <number> semanas / gestante / en estado / en cinta / primer trimestre / segundo trimestre / tercer trimestre / (estoy|ando|voy) de (un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|<number>) (mes|meses) / de (dos|tres|cuatro|cinco|seis|siete|ocho|nueve) meses y con (asco|nauseas|antojos|acidez|agruras)`,
      nearMisses: `pregnancy test ..4 negative / negative ..2 pregnancy test / test ..2 negative for pregnancy / prueba de embarazo ..3 negativa / (weeks|months|wks) along with / (nobody|no one|noone|none|nadie) ..1 (at home|in the house|in the family|in the household|around|around us|else|en casa|en la familia) ..1 (is|are|esta)? ..1 (pregnant|immunosuppress*|immune|immunocompromised|embarazad*) ..1 (or)? ..1 (immune|immunosuppress*|immunocompromised|suppressed|pregnant)? ..1 (suppressed|suppress*)? / (nobody|no one|noone|none) ..1 (is)? ..1 (pregnant|immunosuppress*|immunocompromised) ..2 (at home|in the house|in the family|here|around) / (nobody|no one|nadie) ..1 (is|esta|in the house|here)? ..1 (pregnant|embaraz*) / (her|my|his|the|two|three|<number>) pregnancies`,
    },
    {
      id: 'postpartum',
      name: 'Gave birth in the last weeks',
      kind: 'fact',
      en: `
        (<number>|one|two|three|four|five|six|few|couple) (days|day|weeks|week) (postpartum|post partum|pp|after (giving birth|birth|delivery|my delivery|c section|having my baby|my baby)) / postpartum / post partum / just had (a|my) baby / just gave birth / gave birth ..4 (days|day|weeks|week|yesterday) / had (my|a|the|our) baby ..4 (days|day|weeks|week|yesterday) / after (giving birth|delivery|my delivery|childbirth) / since (giving birth|delivery|my delivery|the baby came|the birth) / my c section / post c section / delivered ..3 (days|weeks) ago / (delivered|gave birth|had the baby|had our baby) ..2 (yesterday|today|sunday|monday|tuesday|wednesday|thursday|friday|saturday|last week|days ago|this week|<number>)
        had (a|her|our|the|my) (c section|baby|little boy|little girl) ..3 (day|days|week|weeks) ago / (gave birth|delivered) ..4 (day|days|week|weeks) ago / c section (a|one|two|three|<number>) (week|weeks|days) ago / had our (son|daughter) ..2 (day|days|week|weeks) ago / (<number>|one|two|three|four|five|six|ten|few|couple) (days|day|weeks|week) (after|since) (the|our|my|her)? ..1 (baby|twins|boy|girl|little one|arrival|c section|section) / day <number> (after|since|post) ..1 (birth|the birth|delivery|giving birth|partum|section) / (wife|girlfriend|partner|sister|daughter|i|she) ..1 had (our|a|the|her|my) ..1 (baby|son|daughter|boy|girl|twins) ..2 (day|days|week|weeks) ago / (gave birth|delivered|had (our|the|a|her|my) (baby|son|daughter|twins)) (last (week|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|yesterday|on (monday|tuesday|wednesday|thursday|friday|saturday|sunday))`,
      es: `posparto / postparto / puerper* / (di|dio) a luz / despues del parto / despues de dar a luz / desde el parto / desde que nacio (mi|el|la) / recien parida / cuarentena del parto / tuve (a)? mi bebe hace / mi cesarea / (di|dio) a luz hace ..2 (dias|semana|semanas) / (tuve|tuvo) (al|a la|a mi|a su)? ..1 (bebe|nino|nina) hace ..2 (dias|semana|semanas) / cesarea hace ..2 (dias|semana|semanas) / (<number>|un|una|dos|tres|cuatro|cinco|seis|diez) (dias|dia|semanas|semana) de (parida|aliviada|haber dado a luz|puerpera|operada de cesarea) / (dia) <number> (despues)? del parto / (pario|parimos|pari) hace ..2 (dia|dias|semana|semanas) / (pario|pari|dio a luz|se alivio|me alivie) ..1 (ayer|antier|anteayer|la semana pasada|el (lunes|martes|miercoles|jueves|viernes|sabado|domingo)) / (recien parida|recien aliviada) / (tuvo|tuve|tuvimos) (al|a la|a nuestr*|un|una|el|la) ..2 (bebe|hijo|hija|nene|nena|nino|nina) hace ..2 (dia|dias|semana|semanas)`,
    },
    {
      id: 'on-anticoagulant',
      name: 'Takes a blood thinner',
      kind: 'fact',
      en: `
        blood (thinner|thinners) / warfarin / coumadin / jantoven / eliquis / apixaban / xarelto / rivaroxaban / pradaxa / dabigatran / savaysa / edoxaban / heparin / lovenox / enoxaparin / plavix / clopidogrel / brilinta / ticagrelor / anticoagula* / anticoagulant / anticoagulants / effient / prasugrel / inr`,
      es: `anticoagulante / anticoagulantes / anticoagulad* / sintrom / acenocumarol / adelgazante de (la)? sangre / warfarina / rivaroxaban / apixaban / para adelgazar la sangre / heparina / clopidogrel`,
    },
    {
      id: 'on-chemo',
      name: 'On chemotherapy',
      kind: 'fact',
      en: `chemo / chemotherapy / on chemo / getting chemo / leukemia / lymphoma / immunotherapy / radiation therapy / oncology patient / bone marrow transplant / stem cell transplant / taxol / cancer treatment`,
      es: `quimio / quimioterapia / leucemia / linfoma / inmunoterapia / trasplante de medula / tratamiento (de|para el|contra el) cancer / radioterapia`,
    },
    {
      id: 'neutropenia',
      name: 'Few white blood cells',
      kind: 'fact',
      en: `neutropeni* / low white (cell|cells|count|blood) / no white cells / low neutrophils / white count is low`,
      es: `neutropeni* / defensas bajas / globulos blancos bajos / neutrofilos bajos`,
    },
    {
      id: 'immune-weak',
      name: 'Weak defences',
      kind: 'fact',
      en: `
        immunocompromised / immunosuppress* / immune suppress* / weak* immune / (kidney|liver|heart|lung|organ) transplant / transplant (patient|recipient) / anti rejection / tacrolimus / cyclosporine / mycophenolate / humira / remicade / infliximab / adalimumab / rituximab / methotrexate / hiv / aids / biologics / sickle cell / on dialysis / lupus / cirrhosis / infusion ..5 (last|yesterday|today|monday|tuesday|wednesday|thursday|friday|ago|days|week) / (round|cycle|infusion|dose) ..1 <number> ..6 (chemo|oncology|infusion|last|was|ago)`,
      es: `inmunosuprimid* / inmunodeprimid* / inmunosupres* / trasplante / trasplantad* / vih / sida / metotrexato / anemia falciforme / dialisis / lupus / cirrosis`,
      nearMisses: `(hearing|first|legal|financial|band|medical|student|walking|sleep|visual|teaching|home|health) (aid|aids|aide|aides) / (iron|vitamin|hydration|iv fluids|infusion pump|set) ..2 infusion / infusion (pump|set|supplies) / (nobody|no one|noone|none|nadie) ..1 (at home|in the house|in the family|in the household|around|around us|else|en casa|en la familia) ..1 (is|are|esta)? ..1 (pregnant|immunosuppress*|immune|immunocompromised|embarazad*) ..1 (or)? ..1 (immune|immunosuppress*|immunocompromised|suppressed|pregnant)? ..1 (suppressed|suppress*)? / (nobody|no one|noone|none) ..1 (is)? ..1 (pregnant|immunosuppress*|immunocompromised) ..2 (at home|in the house|in the family|here|around)`,
    },
    {
      id: 'no-spleen',
      name: 'No spleen',
      kind: 'fact',
      en: `no spleen / without (a|my)? spleen / spleen (was)? (removed|taken out) / splenectomy / asplenia / asplenic / don't have a spleen`,
      es: `sin bazo / no tengo bazo / me quitaron el bazo / esplenectomia / asplenia`,
    },
    {
      id: 'diabetes',
      name: 'Diabetes',
      kind: 'fact',
      en: `diabetes / diabetic / type 1 / type 2 / t1d / t2d / t1dm / t2dm / a1c / dm2 / dm1 / metformin / ozempic / insulin dependent`,
      es: `diabetes / diabetic* / azucarada / tengo azucar en la sangre / metformina / tipo 1 / tipo 2`,
    },
    {
      id: 'on-insulin',
      name: 'Uses insulin or sugar-lowering tablets',
      kind: 'fact',
      en: `insulin / humalog / lantus / novolog / insulin pump / glipizide / glyburide / glimepiride / levemir / tresiba / basaglar / sulfonylurea / sugar (injections|injection|jabs|jab|needles|shots|pen|pens) / (injects|injecting) ..2 sugar`,
      es: `insulina / bomba de insulina / glibenclamida / glimepirida / glipizida / (inyecciones|inyeccion|piquetes|pluma|plumas) (de|del|para) (la|el)? ..1 azucar / se inyecta ..2 azucar`,
    },
    {
      id: 'heart-disease',
      name: 'Heart disease',
      kind: 'fact',
      en: `
        heart (failure|disease|condition|problems|problem|patient) / chf / congestive heart / stent / stents / bypass / cabg / angina / cad / coronary artery disease / coronary disease / afib / atrial fibrillation / cardiomyopathy / heart valve / pacemaker / (had|previous|prior|past) (a)? heart attack / ischemic heart / prior mi`,
      es: `insuficiencia cardiaca / enfermedad del corazon / enfermo del corazon / enferma del corazon / problemas del corazon / problema del corazon / padezco del corazon / stent / marcapasos / angina / fibrilacion auricular / cardiopatia / infarto previo / infarto anterior`,
    },
    {
      id: 'lung-disease',
      name: 'Lung disease',
      kind: 'fact',
      en: `asthma / asthmatic / copd / emphysema / chronic bronchitis / pulmonary fibrosis / cystic fibrosis / lung (disease|cancer|condition) / home oxygen`,
      es: `asma / asmatic* / epoc / enfisema / bronquitis cronica / fibrosis pulmonar / enfermedad pulmonar / oxigeno en casa`,
    },
    { id: 'copd', name: 'COPD', kind: 'fact', en: `copd / emphysema / chronic obstructive`, es: `epoc / enfisema` },
    {
      id: 'kidney-disease',
      name: 'Kidney disease',
      kind: 'fact',
      en: `kidney (failure|disease) / dialysis / ckd / esrd / renal (failure|disease)`,
      es: `insuficiencia renal / dialisis / enfermedad (renal|del rinon|de los rinones) / fallo renal`,
    },
    {
      id: 'on-opioid',
      name: 'Takes opioids',
      kind: 'fact',
      en: `oxycodone / oxycontin / percocet / hydrocodone / vicodin / norco / morphine / fentanyl / methadone / suboxone / buprenorphine / tramadol / heroin / opioid / opioids / dilaudid / codeine`,
      es: `opioide* / morfina / tramadol / fentanilo / oxicodona / metadona / heroina / codeina`,
    },
    { id: 'on-lithium', name: 'Takes lithium', kind: 'fact', en: `lithium / lithobid`, es: `litio` },
    {
      id: 'on-ace-inhibitor',
      name: 'Takes an ACE inhibitor',
      kind: 'fact',
      en: `lisinopril / enalapril / ramipril / benazepril / captopril / quinapril / ace inhibitor / entresto / perindopril`,
      es: `enalapril / lisinopril / captopril / ramipril`,
    },
    {
      id: 'on-steroid',
      name: 'Takes steroids',
      kind: 'fact',
      en: `prednisone / prednisolone / dexamethasone / hydrocortisone / steroids daily / methylprednisolone / long term steroids / addison's / adrenal insufficiency`,
      es: `prednisona / dexametasona / cortisona / esteroides / corticoides / insuficiencia suprarrenal`,
    },
    {
      id: 'recent-surgery',
      name: 'Operation or discharge in the last weeks',
      kind: 'fact',
      en: `
        (after|since|following|from) (my|his|her|the|a)? (surgery|operation|procedure|knee replacement|hip replacement|c section|hysterectomy|biopsy|appendectomy) / (had|having) (a|my)? (surgery|operation|knee replacement|hip replacement|hysterectomy|appendix out|gallbladder out) ..3 (days|week|weeks|yesterday|ago|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday) / post op / postop / post operative / postoperative / days after surgery / just had surgery / recent surgery / recent (hip|knee) / discharged (from)? ..4 (days|yesterday|week|last) / just (got)? (out of|home from|discharged from) the hospital / my incision / surgical (wound|site) / stitches / staples
        (surgery|operation|c section|hysterectomy|gallbladder|appendix|hernia repair|knee replacement|hip replacement|bypass) ..4 (was|been|is|on)? ..2 (<number>|two|three|four|five|six|seven|eight|nine|ten|last|this) (day|days|week|weeks|monday|tuesday|wednesday|thursday|friday|weekend) ..1 (ago|back)? / (days|weeks|day|week) (after|since|out from|post) ..2 (my|his|her|the)? ..2 (surgery|operation|procedure|c section|replacement|bypass)`,
      es: `despues de (la|mi|una)? (cirugia|operacion) / desde (la|mi) (cirugia|operacion) / me operaron / lo operaron / la operaron / recien operad* / cirugia reciente / postoperatorio / sali del hospital / me dieron de alta / la herida de la (cirugia|operacion) / los puntos de la / tuve (una)? (cirugia|operacion) / (me|le|lo|la) operaron ..8 (hace|ayer|antier|semana|dias|lunes|martes|miercoles|jueves|viernes) / (operacion|cirugia|cesarea) ..3 (hace|de hace|fue hace|fue el|del)`,
      nearMisses: `(nasal|nose|thick|watery|clear|vaginal|ear|eye|yellow|green|white|bloody|purulent) ..2 discharge / discharge (for|from the (nose|ear|eye|penis|nipple)) / stitch ..2 (on|in|when|at) ..3 (right|left|side|coughing|running|breathing|breathes)`,
    },
    {
      id: 'lives-alone',
      name: 'Is alone',
      kind: 'fact',
      en: `i live alone / lives alone / i am alone / i'm home alone / all alone at home / by myself at home / no one (is)? (here|home) / nobody (is)? (here|home) / lives by (himself|herself)`,
      es: `vivo sol* / vive sol* / estoy sol* (en casa)? / no hay nadie / no tengo a nadie`,
    },
    {
      id: 'newborn',
      name: 'Newborn',
      kind: 'fact',
      en: `newborn / new born / (<number>|one|two|three|four|five|six|seven|eight) (day|days|week|weeks) old (baby|infant|son|daughter|boy|girl)? / neonate / preemie / premature baby / (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty) days old / (was born|born) (<number>|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty) (day|days) ago / (was born|born) (last (week|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|yesterday|this week|(a|one|two|three) (week|weeks) ago)`,
      es: `recien nacido / recien nacida / reciennacid* / neonato / prematur* / (dias|semanas) de nacid* / (un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte) (dia|dias) de nacid* / (nacio|naci*) hace ..1 (<number>|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte) (dia|dias) / (nacio|nacid*) hace (una|dos|tres|1|2|3) (semana|semanas) / (nacio|nacid*) ..1 (ayer|antier|anteayer|la semana pasada|el (lunes|martes|miercoles|jueves|viernes|sabado|domingo))`,
      nearMisses: `(breastfeeding|nursing|feeding) (a|her|my|the) ..1 <number> (week|day|month) old / (breastfeeding|nursing) (a|an|her) ..1 (one|two|three|four|five|six|<number>) (week|day|month) old / (mother|mum|mom) of (a|an) (<number>|one|two|three|four|five|six|seven|eight) (week|weeks|day|month) old`,
    },
    {
      id: 'child-said',
      name: 'A child',
      kind: 'fact',
      en: `my (baby|son|daughter|child|kid|toddler|little one|infant|grandson|granddaughter) / our (baby|son|daughter|child) / the baby / a child / pediatric / toddler / schoolboy / schoolgirl / baby boy / baby girl / my (lad|wee one|wee boy|wee girl|bairn|nipper|youngest|twins|grandbaby|niece|nephew|stepson|stepdaughter) / our (kid|lad|wee one|baby (boy|girl)|twins|youngest|grandson|granddaughter) / (his|her) (nursery|kindergarten|preschool|daycare)`,
      es: `mi (bebe|hijo|hija|nino|nina|nene|nena|hijito|hijita) / el (bebe|nino|nene) / la (bebe|nina|nena) / mi (nieto|nieta|nietecito|nietecita|sobrinito|sobrinita|chamaco|chamaca|chamaquito|chamaquita|muchachito|muchachita|guagua|chavito|chavita|peque|pequeno|pequena|bendicion|enano|enana|bicho de <number>|crio|cria|huerco|huerca|gordito|gordita|ahijado|ahijada|chiquito|chiquita|chiquillo|chiquilla|pelao de <number>|bebo|beba|gurí|guri|botija) / el (chamaco|chamaquito|muchachito|peque|chiquito|crio|guagua|bebo|bebito|nieto) / la (chamaca|chamaquita|muchachita|peque|chiquita|cria|guagua|beba|bebita|nieta) / (nino|nina|nene|nena) (mio|mia)`,
      nearMisses: `(the|my|her) baby ..3 (moves|moving|moved|active|kicks|kicking|kicked)`,
    },
    {
      id: 'baby-said',
      name: 'A baby',
      kind: 'fact',
      en: `my (baby|infant|newborn) / our (baby|newborn) / the (baby|infant) / breastfed / bottle fed / formula fed`,
      es: `mi (bebe|recien nacido|recien nacida) / el bebe / la bebe / lactante / mi (bebita|bebito|bebo|beba|guagua|lactante) / (el|la|al|del) (bebita|bebito|bebo|beba|guagua|lactante) / (bebe|bebo|beba|bebita|bebito) de <number> (meses|mes|semanas|dias)`,
      nearMisses: `(the|my|her) baby ..3 (moves|moving|moved|active|kicks|kicking|kicked)`,
    },
    {
      id: 'epilepsy',
      name: 'Known epilepsy',
      kind: 'fact',
      en: `epilepsy / epileptic / seizure disorder / keppra / dilantin / levetiracetam / lamictal`,
      es: `epilepsia / epileptic* / levetiracetam / fenitoina`,
    },
    {
      id: 'pressure-history',
      name: 'High blood pressure',
      kind: 'fact',
      en: `hypertension / high blood pressure / htn / hypertensive`,
      es: `hipertension / presion alta / hipertens*`,
    },
    {
      id: 'adult-said',
      name: 'An adult by what is told',
      kind: 'fact',
      en: `my (husband|wife|spouse|job|boss|shift|office|truck|coworkers|coworker|employer|kids|grandkids|grandson|granddaughter|son|daughter|students|mortgage) / (back|go|went|get|return) ..1 to work / (at|for|from|off|before|after) work / (i|we) ..1 (drive|drove|driving|work)`,
      es: `mi (esposo|esposa|marido|mujer|trabajo|jefe|jefa|turno|oficina|camion|hijo|hija|nieto|nieta) / (mis) (hijos|nietos|alumnos) / (trabajo|manejo|conduzco|trabajar|jornada) / (al|del|en el) trabajo`,
    },
  ],
  rules: [],
}
