/**
 * Words that stand for the same thing when a want is named: a model that saw "lisinopril" and "metformin" should know "losartan".
 *
 * English and Spanish, without accents. Written for the project. A word belongs to one class.
 */
import neighbours from '#engines/text/model/neighbours.json' with { type: 'json' }

const classes: Record<string, string> = {
  medicine: `pill pills med meds medicine medicines medication medications tablet tablets capsule capsules drug drugs antibiotic
    antibiotics inhaler inhalers insulin drops cream ointment syrup patch patches painkiller painkillers thinner thinners
    lisinopril losartan metformin atorvastatin simvastatin rosuvastatin lipitor crestor amlodipine metoprolol atenolol carvedilol
    hydrochlorothiazide hctz furosemide lasix warfarin coumadin eliquis xarelto plavix aspirin ibuprofen advil motrin naproxen aleve
    tylenol acetaminophen paracetamol benadryl claritin zyrtec amoxicillin azithromycin penicillin doxycycline cephalexin cipro
    prednisone albuterol ventolin advair symbicort singulair humira enbrel ozempic wegovy mounjaro trulicity jardiance glipizide
    lantus humalog novolog levothyroxine synthroid omeprazole prilosec pantoprazole famotidine gabapentin lyrica tramadol oxycodone
    hydrocodone morphine suboxone xanax ativan klonopin valium ambien sertraline zoloft prozac fluoxetine lexapro escitalopram
    citalopram wellbutrin bupropion trazodone cymbalta effexor lithium seroquel abilify adderall ritalin concerta vyvanse
    melatonin dayquil nyquil mucinex sudafed viagra epipen methotrexate
    pastilla pastillas medicina medicinas medicamento medicamentos tableta tabletas capsula capsulas remedio remedios antibiotico
    antibioticos inhalador inhaladores insulina gotas crema pomada jarabe parche parches anticoagulante metformina atorvastatina
    levotiroxina omeprazol ibuprofeno aspirina amoxicilina prednisona sertralina warfarina amlodipino losartan anticonceptivos
    anticonceptiva`,
  clinician: `doctor doctors dr dra physician physicians nurse nurses np provider providers practitioner surgeon pcp
    doctora doctores medico medica medicos enfermera enfermero enfermeras cirujano cirujana`,
  specialist: `specialist specialists dermatologist dermatology cardiologist cardiology neurologist neurology orthopedic orthopedist
    ortho gastro gastroenterologist ent urologist urology gynecologist gynecology obgyn gyn ob endocrinologist oncologist oncology
    pulmonologist nephrologist rheumatologist allergist ophthalmologist optometrist podiatrist pediatrician pediatrics psychiatrist
    psychologist nutritionist dietitian hematologist
    especialista especialistas dermatologo dermatologa dermatologia cardiologo cardiologa cardiologia neurologo neurologa neurologia
    ortopedista gastroenterologo urologo ginecologo ginecologa endocrinologo oncologo neumologo nefrologo reumatologo alergologo
    oftalmologo oculista podologo pediatra pediatria psiquiatra psicologo psicologa nutriologo nutricionista otorrino`,
  counselor: `therapist therapists counselor counseling counselling therapy psychotherapy terapeuta terapia consejero consejera consejeria`,
  body: `head chest stomach belly abdomen back neck throat ear ears eye eyes nose mouth tooth teeth arm arms leg legs knee knees foot
    feet ankle ankles hand hands finger fingers wrist shoulder shoulders hip hips skin heart lung lungs kidney kidneys breast breasts
    jaw face toe toes elbow groin ribs side lips tongue gums
    cabeza pecho estomago panza barriga vientre abdomen espalda cuello garganta oido oidos oreja ojo ojos nariz boca muela muelas
    diente dientes brazo brazos pierna piernas rodilla rodillas pie pies tobillo tobillos mano manos dedo dedos muneca hombro hombros
    cadera piel corazon pulmon pulmones rinon rinones seno senos cara cintura labios lengua encias costado`,
  symptom: `pain pains ache aches aching hurt hurts hurting sore fever cough coughing vomiting vomit throwing nausea nauseous dizzy
    dizziness rash itchy itching hives swollen swelling bleeding bleed numb numbness weak weakness tired fatigue headache headaches
    migraine diarrhea constipated constipation cramps cramping burning burns wheezing breathless sneezing congestion chills sweating
    faint fainted infected infection pus lump bump blister bruise spotting palpitations pounding racing tingling cold flu sick
    dolor dolores duele duelen adolorido fiebre calentura tos tosiendo vomito vomitos vomitando nauseas nausea mareo mareos mareada
    mareado sarpullido roncha ronchas comezon picazon hinchado hinchada hinchazon sangrado sangrando sangre entumida entumido
    adormecido adormecida debil debilidad cansancio cansada cansado migrana diarrea estrenida estrenimiento colicos ardor arde silbido
    gripa gripe resfriado escalofrios sudor desmayo desmaye infectada infectado infeccion bolita moreton palpitaciones hormigueo
    enferma enfermo mocos`,
  relative: `mom mother mum dad father son sons daughter daughters wife husband brother sister kid kids child children baby grandma
    grandmother grandpa grandfather uncle aunt parents parent toddler infant teenager grandson granddaughter partner spouse
    mama madre papa padre hijo hija hijos hijas esposo esposa marido hermano hermana nino nina ninos ninas bebe abuela abuelo tio tia
    padres nieto nieta pareja senora suegra`,
  day: `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun today tomorrow tonight
    weekend morning afternoon evening noon january february march april june july august september october november december
    lunes martes miercoles jueves viernes sabado domingo hoy manana tarde noche mediodia enero febrero marzo abril mayo junio julio
    agosto septiembre octubre noviembre diciembre`,
  holiday: `thanksgiving christmas easter holiday holidays navidad feriado feriados festivo festivos`,
  span: `week weeks month months day days year years hour hours minute minutes min mins semana semanas mes meses dia dias ano anos hora horas
    minuto minutos`,
  test: `lab labs test tests xray mri ct cat scan ultrasound sonogram biopsy mammogram pap bloodwork urine culture cholesterol a1c
    colonoscopy endoscopy ekg ecg echo strep pathology thyroid imaging
    laboratorio laboratorios analisis examen examenes prueba pruebas radiografia radiografias resonancia tomografia ultrasonido
    ecografia biopsia mamografia papanicolau orina colesterol colonoscopia endoscopia electrocardiograma placa cultivo`,
  result: `result results resultado resultados findings`,
  insurer: `aetna cigna humana medicaid medicare kaiser united unitedhealthcare uhc anthem molina centene ambetter tricare bcbs cross
    insurance insurances insurer insured uninsured plan coverage covered network deductible hmo ppo marketplace obamacare
    seguro seguros aseguranza aseguradora cobertura cubre cubren medical deducible poliza`,
  vaccine: `vaccine vaccines vaccination vaccinations vaccinated shot shots booster boosters immunization immunizations jab flu covid
    tetanus shingles measles hepatitis pneumonia hpv mmr rsv polio
    vacuna vacunas vacunar vacunacion vacunarme refuerzo tetanos sarampion neumonia herpes`,
  place: `office clinic building hospital location locations site center department lobby suite floor entrance
    oficina clinica edificio consultorio sucursal centro piso entrada sede sedes`,
  tongue: `spanish english vietnamese chinese mandarin cantonese korean arabic russian portuguese french creole tagalog farsi asl hindi
    polish german italian haitian
    espanol ingles vietnamita chino mandarin coreano arabe ruso portugues frances criollo tagalo`,
  money: `bill bills billed billing charge charged charges cost costs price owe owed balance statement invoice copay dollars fee refund
    payment payments collections
    factura facturas cobro cobros cobraron cobran costo cuesta precio debo deuda saldo estado copago dolares cargo cargos reembolso
    pago pagos cuenta cuentas`,
  visit: `appointment appointments appt appts apointment apointments appoinment visit visits checkup physical consult consultation
    followup slot opening openings
    cita citas consulta consultas turno chequeo revision`,
  paper: `form forms letter letters note notes paperwork papers paper certificate excuse fmla disability
    forma formas formulario formularios carta cartas nota papel papeles papeleo certificado justificante constancia incapacidad`,
  record: `record records chart file files history expediente expedientes historial archivo archivos registros`,
  online: `portal app website site login log password username account online email code link activation mychart browser page
    aplicacion pagina contrasena usuario clave codigo enlace internet linea correo`,
  video: `video camera microphone zoom telehealth telemedicine virtual videocall screen audio
    videollamada camara microfono telesalud telemedicina pantalla videoconsulta`,
  ride: `ride rides transportation transport wheelchair ramp elevator bus taxi van scooter walker
    transporte silla ruedas rampa elevador ascensor camion autobus bastón andadera`,
  bad: `rude horrible terrible awful worst unacceptable disrespectful unprofessional disappointed angry upset unhappy filthy dirty
    disgusting ridiculous poor bad mean
    grosera grosero groseros pesimo pesima terrible horrible peor inaceptable malo mala sucio sucia enojada enojado molesta molesto
    decepcionada decepcionado`,
  good: `great wonderful amazing excellent awesome kind helpful best fantastic caring friendly nice happy impressed lovely beautiful
    excelente maravilloso maravillosa amable amables buenisimo buenisima increible contenta contento feliz encantada encantado`,
  book: `book booking schedule scheduling reserve arrange agendar agende agenda agendo programar programe apartar sacar reservar solicitar pedir`,
  cancel: `cancel cancelled canceled cancelling canceling cancle cancelation cancellation cancellations cancelar cancele cancelen cancelo cancelela cancelarla
    canselar anular anule anulen delete remove borrar borre borren quitar quite quiten`,
  move: `reschedule rescheduling resheduel rebook move moved moving change changing switch swap push postpone delay shift mover mueva
    muevan cambiar cambie cambien cambiarla reprogramar reagendar posponer pospongan aplazar retrasar recorrer pasar`,
  late: `late behind traffic delayed overslept tarde atrasada atrasado retrasada retrasado retraso trafico demorar demora`,
  sooner: `sooner earlier waitlist waiting wait pronto temprano adelantar antes espera cuanto`,
  refill: `refill refills refil renew renewal renewed reorder resurtir resurtan resurtido resurtidos rellenar renovar surtir surten`,
  gone: `out ran empty running finished acabo acabaron termino terminaron acabando quede quedan`,
  dose: `dose doses dosage mg dosis efectos effects side`,
  take: `take taking took tomar tomo tome tomarla tomarme tomando usar uso`,
  pay: `pay paying paid pagar pague pagarla abonar liquidar`,
  afford: `afford cheaper discount assistance afordable alcanza descuento ayuda apoyo barata barato plazos`,
  accept: `accept accepting accepts take takes aceptan acepta reciben recibe toman toma agarran`,
  approve: `authorization auth preauthorization approval approved approve authorize pa autorizacion preautorizacion autoricen aprobacion aprobaron aprobar aprueben autoriza`,
  refer: `referral referrals refer referred refferal referal order referido referidos referencia refiera refieran referir orden refirieron`,
  copy: `copy copies send fax mail transfer copia copias manden mande mandar envien enviar envie faxeen transferir`,
  sign: `fill complete sign signed signature llenar llenen llene firmar firme firmen`,
  where: `where located address directions location map donde direccion ubicados ubicacion ubicada queda quedan llego`,
  park: `park parking garage estacionamiento estaciono estacionarme parqueo`,
  open: `open close closed hours opening opens closes abren abre cierran cierra abierto abierta abiertos cerrado cerrados horario horarios atienden`,
  join: `join connect working load freezing entrar entro ingresar conectar conecto funciona sirve abre carga`,
  update: `update updated correct fix actualizar actualicen corregir corrijan agregar agreguen moved mude married`,
  contact: `address phone cell email number celular telefono numero direccion domicilio apellido nombre`,
  seek: `looking find recommend recommended busco buscando recomienda recomiende recomiendan encontrar`,
  fresh: `new first nuevo nueva nuevos nuevas primera primer`,
  enroll: `register enroll join establish registrar registrarme inscribir inscribirme registro`,
  prepare: `fast fasting prepare prep preparation bring wear arrive ayunas ayuno preparo preparar preparacion llevar llevo traer`,
  complain: `complaint complain grievance report queja quejo quejarme reclamo denuncia reportar reporte`,
  thank: `thank thanks appreciate compliment praise kudos gracias agradezco agradecer felicitar felicidades felicito`,
  speak: `speak talk call talking speaking reach chat hablar hablo llamar llamen llame llamenme llamame comunicarme platicar`,
  human: `person human someone somebody agent representative operator manager supervisor persona humano alguien agente representante operador operadora gerente`,
  translate: `interpreter translator translate interprete traductor traduzca traducir`,
  share: `share sharing private privacy confidential secret disclose hipaa compartan compartir privado privada privacidad confidencial confidenciales`,
  access: `access proxy guardian caregiver guardianship authorize permission acceso tutor tutora cuidador cuidadora apoderado poder permiso autorizo`,
  mood: `depressed depression anxiety anxious panic lonely hopeless overwhelmed stressed grief sad empty crying suicidal therapy deprimida deprimido depresion
    ansiedad ansiosa ansioso panico sola solo triste tristeza estresada estresado agobiada duelo`,
  drink: `drinking alcohol drugs addiction sober rehab alcohol drogas adiccion beber`,
  robot: `robot bot machine computer ai automated chatbot maquina computadora inteligencia artificial programa`,
  hello: `hi hello hey hola ola buenos buenas saludos greetings howdy`,
  farewell: `bye goodbye adios luego`,
  fever: `temperature degrees temperatura grados`,
  wish: `want need like wanna quiero necesito quisiera ocupo deseo gustaria would`,
  able: `can could may puedo puede pueden podria podrian podemos`,
  cannot: `cant cannot unable couldnt`,
  question: `why por`,
  when: `when cuando`,
  who: `who quien quienes`,
  much: `much cuanto cuanta many cuantos cuantas`,
  name: `smith lee gomez lopez patel chen kim jones brown adams nguyen rivera wilson garcia martinez hernandez rodriguez perez
    maria john juan ana luis`,
}

/** A word that stands in two lists keeps its first class. */
export const classOfWord = new Map<string, string>(
  Object.entries(classes)
    .flatMap(([name, words]) => words.split(/\s+/).map((word): [string, string] => [word, `#${name}`]))
    .reverse(),
)

// English words of no class stand for the group of words that mean alike (decision 0195).
neighbours.words.split(',').forEach((group, i) => {
  for (const word of group.split(' ')) if (!classOfWord.has(word)) classOfWord.set(word, `#${i}`)
})
