/** Spanish: clinical and learned words with what people say. How a line is written: glossary.ts. */
export const spanish = `
## noun
abdomen = barriga
absceso : bolsa de pus
abrasión (abrasiones) = raspón
accidente cerebrovascular / derrame cerebral / ictus : cuando deja de llegar sangre a una parte del cerebro
acidez / pirosis = ardor de estómago
acné = granitos
adenoides : bultos blandos detrás de la nariz
adherencia : tomar la medicina como se indicó
administración : manera de dar
alergeno / alérgeno : lo que causa la alergia
alopecia = caída del pelo
alveolo / alvéolo : bolsita de aire del pulmón
amenorrea = falta de regla
amígdalas : dos bultos en el fondo de la garganta
amnesia = pérdida de memoria
amputación (amputaciones) : cortar una parte del cuerpo
analgésico = medicina para el dolor
anafilaxia / choque anafiláctico : alergia muy fuerte que puede matar
análisis clínico / prueba de laboratorio = prueba
anemia : poca sangre roja sana
anestesia : medicina para no sentir dolor
anestesia general : medicina que duerme para operar
anestesia local : medicina que duerme una parte
anestesiólogo / anestesista : médico que duerme al paciente
aneurisma : parte débil e hinchada de un vaso de sangre
angina de pecho / angina : dolor de pecho por poca sangre al corazón
ano : por donde sale el excremento
anorexia : falta de hambre
ansiedad : mucha preocupación o miedo
antiácido : medicina para la acidez
antibiótico : medicina que mata microbios
anticoagulante : medicina para que no se hagan coágulos
anticoncepción / anticonceptivo : lo que evita el embarazo
anticonvulsivo : medicina contra las convulsiones
anticuerpo : parte de la sangre que pelea contra los microbios
antidepresivo : medicina contra la tristeza profunda
antidiabético : medicina para el azúcar alta
antídoto : medicina contra un veneno
antiemético : medicina contra el vómito
antiespasmódico : medicina contra los cólicos
antifúngico / antimicótico : medicina contra los hongos
antígeno : cosa que hace reaccionar al cuerpo
antihipertensivo : medicina para la presión alta
antihistamínico = medicina para la alergia
antiinflamatorio : medicina para la hinchazón y el dolor
antipirético = medicina para la fiebre
antiséptico : líquido que mata microbios
antiviral : medicina contra los virus
aorta : el vaso de sangre más grande
aparato digestivo / tracto digestivo : por donde pasa la comida en el cuerpo
aparato respiratorio / sistema respiratorio / vías respiratorias : lo que usamos para respirar
apendicitis : apéndice hinchado e infectado
apnea del sueño / apnea : dejar de respirar un rato al dormir
arritmia : latido del corazón que no es parejo
arteria : vaso que lleva la sangre desde el corazón
arteriosclerosis / aterosclerosis : vasos de sangre tapados con grasa
articulación (articulaciones) = coyuntura
artralgia = dolor en las coyunturas
artritis : coyunturas hinchadas y con dolor
artritis reumatoide : el cuerpo ataca sus propias coyunturas
artrosis / osteoartritis : coyunturas gastadas
artroscopia : mirar dentro de una coyuntura con un tubito
ascitis : líquido en la barriga
asfixia = ahogo
asma : enfermedad que a veces no deja respirar bien
aspiración : comida o líquido que se va por otro lado
astigmatismo : ver borroso por la forma del ojo
atención primaria : el cuidado de su médico de siempre
atrofia = pérdida de músculo
audiometría = prueba de oído
audífono : aparato para oír mejor
aurícula : parte de arriba del corazón
autorización previa : permiso del seguro antes de la atención
axila = sobaco
bacteria / microorganismo = microbio
bacteriemia : microbios en la sangre
balance pendiente / saldo pendiente / saldo = lo que debe
bazo : órgano que limpia la sangre
beneficiario : persona que recibe ayuda del plan
bilirrubina : sustancia amarilla del hígado
bilis = hiel
biopsia : sacar un pedacito para estudiarlo
bocio : bulto en el cuello
bradicardia = corazón lento
broncodilatador : medicina que abre los bronquios
broncoscopia : mirar los pulmones con un tubito
bronquios : tubos que llevan aire a los pulmones
bronquitis : tos con los bronquios hinchados
bulimia : comer mucho y vomitar a propósito
cálculo biliar : piedra en la vesícula
cálculo renal / litiasis renal / nefrolitiasis : piedra en el riñón
candidiasis : infección por hongos
cáncer / neoplasia maligna / tumor maligno / carcinoma : células malas que crecen sin control
capilar : vaso de sangre muy chico
cardiólogo = médico del corazón
cardiología : cuidado del corazón
cardiopatía / enfermedad cardíaca / enfermedad cardiovascular : enfermedad del corazón
caries / caries dental : diente picado
cartílago : tejido liso que cubre los huesos
cataratas / catarata : nube en el ojo
catéter / sonda : tubito que se pone en el cuerpo
cefalea = dolor de cabeza
celulitis : infección de la piel que se extiende
cesárea : operación para sacar al bebé
cerumen = cera del oído
cérvix / cuello uterino : la parte baja de la matriz
cianosis = piel azul
ciática : dolor de la espalda a la pierna
cicatriz (cicatrices) : marca de una herida
cicatrización : cuando una herida cierra
circuncisión : quitar la piel de la punta del pene
circulación sanguínea / circulación : cómo corre la sangre
cirrosis : cicatrices en el hígado
cirugía / intervención quirúrgica = operación
cirugía ambulatoria : operación sin pasar la noche
cirujano : médico que opera
cistitis = infección de la vejiga
clavícula = hueso del hombro al cuello
coágulo : sangre dura
cobertura = lo que paga el plan
colecistectomía : operación para sacar la vesícula
colecistitis : vesícula hinchada
colesterol : grasa en la sangre
colitis : intestino grueso hinchado
colon / intestino grueso = tripa gruesa
colonoscopia : mirar el intestino con un tubito
colostomía : abertura en la barriga para que salga el excremento
coma : sueño profundo del que no se despierta
complicación (complicaciones) = problema
conjuntivitis = ojo rojo
conmoción cerebral : golpe fuerte que afecta el cerebro
consentimiento informado : decir que sí después de saber qué se hará
constipación / estreñimiento = dificultad para hacer del cuerpo
contagio : pasar una enfermedad a otro
contraindicación (contraindicaciones) : razón para no usar una medicina
contusión (contusiones) / equimosis / hematoma = moretón
convulsión (convulsiones) = ataque
copago : lo que usted paga en cada visita
córnea : la parte clara del frente del ojo
coronavirus : virus que da tos y fiebre
corticoide / corticosteroide / esteroide : medicina contra la hinchazón
coseguro : su parte del costo
cráneo : hueso de la cabeza
cuidado intensivo / cuidados intensivos / terapia intensiva : área para los muy enfermos
cuidados paliativos : cuidado para aliviar en una enfermedad grave
cultivo : prueba para ver qué microbio crece
dermatitis / eccema / eczema = piel irritada
dermatólogo = médico de la piel
deducible : lo que usted paga antes que el plan
deficiencia = falta
deglución = tragar
delirio : confusión repentina
demencia : pérdida de memoria y de pensar claro
denegación / negación de cobertura : cuando el plan dice que no paga
depresión : tristeza profunda por mucho tiempo
derrame pleural : líquido alrededor del pulmón
desfibrilador : máquina que da un golpe al corazón
deshidratación : falta de agua en el cuerpo
desnutrición : falta de buena comida
síncope = desmayo
diabetes / diabetes mellitus : azúcar alta en la sangre
diabetes gestacional : azúcar alta en el embarazo
diafragma : músculo debajo de los pulmones
diagnóstico : qué enfermedad tiene
diaforesis = sudor
diálisis / hemodiálisis : limpiar la sangre con una máquina
diarrea = excremento aguado
dieta blanda : comida suave
dificultad respiratoria / disnea = falta de aire
difteria : infección grave de la garganta
diplopia = visión doble
discapacidad : algo que hace más difícil la vida diaria
disfagia = dificultad para tragar
disfunción eréctil : problema para tener una erección
dislocación (dislocaciones) / luxación = hueso fuera de lugar
dismenorrea = cólicos de la regla
dispepsia / indigestión = mala digestión
distensión abdominal = barriga hinchada
disuria = ardor al orinar
diurético = pastilla para orinar
diverticulitis : bolsitas hinchadas del intestino
dosificación / dosis / posología : cuánta medicina tomar y cuándo
drenaje : tubo que saca líquido
duodeno : primera parte del intestino
eclampsia : ataques por presión alta en el embarazo
ecocardiograma : imagen del corazón con sonido
ecografía / ultrasonido / ultrasonografía : imagen con sonido
edema = hinchazón
efecto adverso / efecto secundario / reacción adversa : lo malo que puede hacer una medicina
electrocardiograma : prueba del latido del corazón
electroencefalograma : prueba de las ondas del cerebro
electrolitos : sales en la sangre
elegibilidad : si puede recibirlo
embolia / embolia pulmonar : coágulo que tapa un vaso
embrión (embriones) : bebé en las primeras semanas
embarazo ectópico : embarazo fuera de la matriz
emesis = vómito
encefalitis : hinchazón del cerebro
encía : carne alrededor de los dientes
endocarditis : infección dentro del corazón
endocrinólogo : médico de las hormonas y la diabetes
endometrio : capa por dentro de la matriz
endometriosis : capa de la matriz que crece fuera de ella
endoscopia : mirar por dentro con un tubito
enema / lavativa : líquido por detrás para limpiar
enfermedad crónica / padecimiento crónico : enfermedad larga
enfermedad de transmisión sexual / infección de transmisión sexual : infección que pasa por el sexo
enfermedad pulmonar obstructiva crónica / enfisema : enfermedad de los pulmones que no deja respirar bien
enfermedad renal / insuficiencia renal : riñones que no trabajan bien
epidemia / brote : muchos enfermos al mismo tiempo
epidermis : capa de arriba de la piel
epidural : inyección en la espalda que quita el dolor
epilepsia : enfermedad con ataques
epistaxis = sangre por la nariz
equipo médico duradero : cosas como camas o sillas de ruedas
eritema = piel roja
erupción (erupciones) / erupción cutánea / exantema = ronchas
escalofrío / escalofríos : temblor de frío
escáner / tomografía / tomografía computarizada : imagen por dentro con rayos X
escara / úlcera por presión : llaga por estar mucho en cama
escoliosis : espalda torcida
escroto : bolsa de los testículos
esguince = torcedura
esófago : tubo de la garganta al estómago
espasmo / contractura = calambre
especialista : médico de una sola área
espécimen (especímenes) / muestra : poquito para una prueba
esperma / semen : líquido del hombre
espirometría = prueba de respirar
esputo / expectoración = flema
esqueleto = huesos
esterilización : operación para no tener más hijos
esternón = hueso del pecho
estenosis : vaso o paso estrecho
estetoscopio : aparato para oír el corazón
estrógeno : hormona de la mujer
evaluación = revisión
examen físico = revisión
expectorante : medicina para sacar la flema
expediente médico / historia clínica / historial médico : las notas de su salud
exposición : estar cerca de algo dañino
extremidad / miembro = brazo o pierna
factor de riesgo : lo que hace más fácil enfermarse
faringe = garganta
faringitis / amigdalitis = garganta infectada
farmacéutico : persona que da las medicinas
fármaco / medicamento = medicina
fatiga / astenia = cansancio
fémur (fémures) = hueso del muslo
feto : bebé antes de nacer
fibrilación auricular : latido rápido y disparejo
fibroma / mioma : bulto en la matriz que no es cáncer
fibromialgia : dolor y cansancio en todo el cuerpo
fibrosis : cicatrices en un órgano
pirexia / hipertermia = fiebre
fisioterapia / terapia física : ejercicios para moverse mejor
fístula : paso que no debe estar
flatulencia = gases
flebitis : vena hinchada
formulario de medicamentos : lista de medicinas que paga el plan
fractura = hueso roto
frecuencia cardíaca / pulso : latidos por minuto
frecuencia respiratoria : veces que respira por minuto
gangrena : carne muerta
gastritis : estómago irritado
gastroenteritis : infección del estómago y los intestinos
gastroenterólogo : médico del estómago
genérico / medicamento genérico : medicina sin marca
genitales : partes íntimas
geriatra : médico de personas mayores
ginecólogo : médico de la mujer
gingivitis = encías hinchadas
glándula : parte que hace un líquido o una hormona
glaucoma : presión alta en el ojo
glóbulos blancos / leucocitos : parte de la sangre que pelea contra los microbios
glóbulos rojos / eritrocitos : parte de la sangre que lleva oxígeno
glucemia / glicemia / glucosa = azúcar en la sangre
glucómetro : aparato para medir el azúcar
gonorrea : infección que pasa por el sexo
gota : dolor fuerte en una coyuntura
influenza = gripe
hallazgo : lo que se encontró
halitosis = mal aliento
hematólogo : médico de la sangre
hematuria = sangre en la orina
hemiplejia / hemiparesia : debilidad de un lado del cuerpo
hemofilia : sangre que no cierra bien
hemoglobina : parte de la sangre que lleva oxígeno
hemoglobina glicosilada / hemoglobina glucosilada : prueba del azúcar de 3 meses
hemograma / conteo sanguíneo / biometría hemática : prueba que cuenta las células de la sangre
hemoptisis = tos con sangre
hemorragia = sangrado
hemorroides = almorranas
hepatitis : hígado hinchado
hernia : parte que sale por un lugar débil
hernia de disco / hernia discal : disco de la espalda que aprieta un nervio
herpes : virus que hace ampollas
herpes zóster / culebrilla : ronchas que duelen de un lado
hidratación : tomar agua
hipercolesterolemia = colesterol alto
hiperglucemia / hiperglicemia = azúcar alta
hiperplasia prostática : próstata grande
hipertensión / hipertensión arterial = presión alta
hipertiroidismo : tiroides que trabaja de más
hiperventilación = respirar muy rápido
hipoglucemia / hipoglicemia = azúcar baja
hipotensión = presión baja
hipotermia : cuerpo muy frío
hipotiroidismo : tiroides que trabaja poco
hipoxia = falta de oxígeno
histerectomía : operación para quitar la matriz
hormona : sustancia que da órdenes al cuerpo
hospicio : cuidado al final de la vida
hospitalización / ingreso hospitalario : quedarse en el hospital
húmero = hueso del brazo
ictericia = piel amarilla
implante : parte puesta en el cuerpo
incapacidad laboral : no poder trabajar
incidencia : cuántos se enferman
incisión (incisiones) = corte
incontinencia : no poder aguantar la orina o el excremento
indicación (indicaciones) = instrucción
infarto / infarto de miocardio / infarto agudo de miocardio = ataque al corazón
infección (infecciones) : microbios en el cuerpo
infección urinaria / infección de vías urinarias : infección al orinar
infertilidad / esterilidad : problema para tener hijos
inflamación = hinchazón
ingesta / ingestión = comer o beber
inhalador : aparato para respirar la medicina
inmunización / vacunación = vacuna
inmunidad : estar protegido de una enfermedad
inmunodepresión / inmunosupresión : pocas defensas
insomnio = falta de sueño
insuficiencia cardíaca : corazón débil
insuficiencia hepática : hígado que no trabaja bien
insuficiencia respiratoria : no poder respirar bien
insulina : hormona que baja el azúcar
interacción medicamentosa : cuando una medicina cambia a otra
intestino : tripa
intoxicación / envenenamiento : daño por algo malo
intoxicación alimentaria : enfermo por comida mala
intubación : poner un tubo para respirar
inyección (inyecciones) = piquete
isquemia : poca sangre en una parte
laceración (laceraciones) = cortada
laparoscopia : operación por cortes pequeños
laringe : caja de la voz
laxante : medicina para hacer del cuerpo
lesión (lesiones) = daño
letargo / somnolencia = mucho sueño
leucemia : cáncer de la sangre
ligamento : banda que une los huesos
linfoma : cáncer de los ganglios
ganglio / ganglio linfático : bolita que ayuda a las defensas
litiasis : piedras en el cuerpo
lumbago / lumbalgia = dolor de espalda baja
lupus : el cuerpo pelea contra sí mismo
malestar : sentirse mal
mamografía : rayos X del pecho
mandíbula = quijada
marcapasos : aparato que ayuda al corazón
mastectomía : operación para quitar el pecho
mastitis : pecho infectado
médico de cabecera : su médico de siempre
médula espinal : nervios dentro de la espalda
médula ósea : parte blanda de los huesos
melanoma : cáncer de piel peligroso
meningitis : infección alrededor del cerebro
menopausia : cuando se acaba la regla
menstruación / período menstrual = regla
metabolismo : cómo el cuerpo usa la comida
metástasis : cáncer que se extendió
mialgia = dolor muscular
micción (micciones) = orinar
micosis : infección por hongos
migraña / jaqueca : dolor de cabeza muy fuerte
miopía = no ver bien de lejos
miocardio = músculo del corazón
mononucleosis : enfermedad del beso
morbilidad = enfermedad
mortalidad : cuántos mueren
mucosa : piel húmeda por dentro
mucosidad = moco
narcótico / opiáceo / opioide : medicina fuerte para el dolor
náusea / náuseas = ganas de vomitar
nebulizador : máquina que hace vapor la medicina
nefrólogo = médico de los riñones
nefropatía : enfermedad de los riñones
neonato / recién nacido = bebé
neumonía / pulmonía : infección de los pulmones
neumólogo : médico de los pulmones
neumotórax : aire fuera del pulmón
neuralgia = dolor de un nervio
neurólogo : médico del cerebro y los nervios
neuropatía : daño de los nervios
nicturia : levantarse a orinar de noche
nódulo / bulto / masa / protuberancia = bolita
nutriente : lo bueno de la comida
obesidad : pesar demasiado
obstetra : médico del embarazo
obstrucción (obstrucciones) / oclusión = tapón
odontólogo / odontología = dentista
oftalmólogo = médico de los ojos
oncólogo = médico del cáncer
orificio = abertura
ortopedista / traumatólogo : médico de los huesos
osteoporosis : huesos débiles
otitis = infección del oído
otorrinolaringólogo : médico de oído, nariz y garganta
ovario : parte de la mujer que hace los óvulos
óvulo : huevo de la mujer
palpitaciones / palpitación : sentir fuerte el corazón
páncreas : órgano que hace la insulina
pancreatitis : páncreas hinchado
paperas : enfermedad con las mejillas hinchadas
parálisis : no poder mover una parte
parásito : bicho que vive en el cuerpo
parestesia / hormigueo : sentir piquetitos
paro cardíaco / paro cardiorrespiratorio : cuando el corazón se para
parto / alumbramiento = nacimiento
patología = enfermedad
pediatra = médico de niños
pelvis = cadera
perfil lipídico : prueba de grasas en la sangre
pericardio : bolsa alrededor del corazón
periodontitis : encías muy enfermas
peritonitis : infección grave de la barriga
placebo : pastilla sin medicina
placenta : lo que alimenta al bebé en la matriz
plaqueta : parte de la sangre que ayuda a cerrar heridas
pleura : capa alrededor de los pulmones
podólogo = médico de los pies
pólipo : bultito por dentro
póliza = contrato del seguro
posología : cómo tomar la medicina
preeclampsia : presión alta peligrosa en el embarazo
presión arterial / tensión arterial = presión
prima : lo que paga por el plan
procedimiento : lo que hace el médico
profilaxis = prevención
pronóstico : lo que se espera
próstata : glándula del hombre cerca de la vejiga
prótesis : parte hecha por el hombre
proveedor / proveedor de salud / prestador : médico o clínica
prurito = comezón
psicólogo : persona que ayuda con lo que siente
psicosis : perder contacto con lo real
psiquiatra : médico de la mente
psoriasis : piel con manchas gruesas
pubertad : cuando el niño se hace adulto
punción lumbar : sacar líquido de la espalda con una aguja
pústula : grano con pus
quemadura de primer grado : quemadura leve
queratitis : ojo irritado al frente
quimioterapia : medicina contra el cáncer
quiste : bolsita con líquido
quirófano = sala de operaciones
radiografía = rayos X
radiólogo : médico que mira los rayos X
radioterapia : rayos contra el cáncer
receta médica / prescripción : papel para la medicina
recaída / recidiva : cuando vuelve la enfermedad
reembolso : dinero que se devuelve
referencia / remisión / derivación : papel para ver a otro médico
reflujo / reflujo gastroesofágico : ácido que sube del estómago
rehabilitación : volver a hacer las cosas
remisión de la enfermedad : cuando la enfermedad está quieta
resección : cortar y sacar
resistencia bacteriana : microbios que la medicina ya no mata
resonancia magnética : imagen por dentro con un imán
resultado patológico : resultado malo
retina : el fondo del ojo
retención de líquidos : agua que se queda en el cuerpo
reumatólogo : médico de las coyunturas
rigidez = dureza
rinitis = nariz tapada
rinorrea = moqueo
rótula = hueso de la rodilla
rubéola : enfermedad con ronchas
salpullido / sarpullido = ronchas
sangrado vaginal : sangre por la vagina
sarampión : enfermedad con fiebre y ronchas
sarna / escabiosis : bichos en la piel
sedante : medicina que calma
septicemia / sepsis : infección muy grave de todo el cuerpo
seguimiento = próxima visita
shock / choque : la sangre no corre bien
sida : etapa tardía del virus VIH
sífilis : infección que pasa por el sexo
signos vitales : pulso, respiración, calor y presión
síndrome : señales que vienen juntas
síntoma = señal de enfermedad
sinusitis : nariz y cara tapadas con dolor
sistema inmunitario / sistema inmunológico / sistema inmune = defensas
sistema nervioso : cerebro y nervios
sobredosis : demasiada medicina
sobrepeso = pesar de más
soplo cardíaco : ruido del corazón
stent / endoprótesis : tubito que abre un vaso
suero / suero intravenoso : líquido por la vena
supositorio : medicina por detrás
sutura = punto
tabaquismo = fumar
tabique nasal : pared dentro de la nariz
taquicardia = corazón rápido
tendinitis : tendón hinchado
terapeuta : persona que trata
terapia = tratamiento
testículo : parte del hombre que hace esperma
testosterona : hormona del hombre
tétanos : infección que pone duros los músculos
tímpano : piel dentro del oído
tinnitus / acúfeno = zumbido
tiroides : glándula del cuello
tórax = pecho
tos ferina : tos muy fuerte en niños
tos productiva : tos con flema
toxina = veneno
trabajo de parto : dolores para que nazca el bebé
tráquea : tubo del aire
transfusión (transfusiones) : recibir sangre
trasplante : poner un órgano de otro
trastorno = problema de salud
trastorno bipolar : ánimo muy alto y muy bajo
tratamiento = cuidado
traumatismo = golpe fuerte
traumatismo craneal : golpe fuerte en la cabeza
triglicéridos : grasa en la sangre
trombo = coágulo
trombosis / trombosis venosa profunda : coágulo en una vena
tuberculosis : infección de los pulmones que se pega
tumor / neoplasia : bulto que crece
tumor benigno : bulto que no es cáncer
úlcera = llaga
úlcera gástrica / úlcera péptica : llaga en el estómago
umbilical = ombligo
uretra : tubo por donde sale la orina
urgencias / sala de urgencias = emergencias
urólogo : médico de la vejiga y del hombre
urticaria = ronchas
útero = matriz
úvula = campanilla
vaginitis : vagina irritada
varicela : enfermedad con fiebre y granos
várices / varices : venas hinchadas
vasectomía : operación para que el hombre no tenga hijos
vejiga : bolsa de la orina
ventilador / respirador : máquina para respirar
ventrículo : parte de abajo del corazón
vértebra : hueso de la espalda
vértigo = mareo
vesícula / vesícula biliar : bolsita de la hiel
vía oral : boca
vía intravenosa : vena
virus : microbio muy pequeño
virus de inmunodeficiencia humana : virus que causa el sida
vista borrosa : ver borroso
vómito / vómitos : devolver el estómago
vulva : parte de afuera de la mujer
## adjective
abdominal = de la barriga
adecuado = bueno
adverso = malo
agudo = repentino
ambulatorio = sin quedarse en el hospital
anual = de cada año
arterial = de las arterias
asintomático = sin señales
benigno = no es cáncer
bilateral = de los dos lados
cardíaco / cardiaco = del corazón
cerebral = del cerebro
clínico = del paciente
congénito = de nacimiento
contagioso / transmisible = que se pega
crónico = largo
cutáneo / dérmico = de la piel
degenerativo = que empeora
digestivo = del estómago y tripas
dorsal = de la espalda
endovenoso / intravenoso : por la vena
estéril : sin microbios, o que no puede tener hijos
facial = de la cara
febril = con fiebre
gástrico = del estómago
gastrointestinal = del estómago y tripas
genético / hereditario = que viene de los padres
gestacional = del embarazo
hepático = del hígado
idiopático = sin causa conocida
infeccioso = que se pega
inflamado : rojo e hinchado
inmunodeprimido : con pocas defensas
intestinal = de las tripas
intramuscular : en el músculo
invasivo = que entra al cuerpo
lateral = de lado
letal = que mata
leve = ligero
localizado = en un solo lugar
lumbar = de la espalda baja
maligno = de cáncer
mamario = del pecho
muscular = del músculo
nasal = de la nariz
neonatal = del bebé recién nacido
neurológico = del cerebro y los nervios
nocturno = de la noche
ocular / oftálmico = del ojo
óseo = del hueso
pélvico = de la cadera
periódico = de vez en cuando
persistente = que no se quita
posoperatorio / postoperatorio = después de operar
posparto / postparto = después del parto
prenatal = antes de nacer
preventivo = para no enfermarse
profiláctico = para no enfermarse
progresivo = que sigue
pulmonar = del pulmón
purulento = con pus
quirúrgico = de la operación
recurrente = que vuelve
renal = del riñón
respiratorio = de respirar
sanguíneo = de la sangre
severo = muy fuerte
sintomático = con señales
sistémico = de todo el cuerpo
subcutáneo : debajo de la piel
sublingual : debajo de la lengua
torácico = del pecho
tóxico = venenoso
tópico = sobre la piel
transitorio = que pasa
unilateral = de un lado
urinario = de la orina
uterino = de la matriz
vaginal = de la vagina
vascular = de los vasos de sangre
venoso = de las venas
## verb
administrar = dar
adquirir = conseguir
agravar = empeorar
aliviar = calmar
asistir = ayudar
aumentar = subir
autorizar = dar permiso
coagular = hacerse coágulo
comunicarse con = llamar a
consumir = comer o beber
contraer = agarrar
defecar / evacuar = hacer del cuerpo
descontinuar / interrumpir / suspender = dejar
detectar = encontrar
diagnosticar = encontrar qué tiene
disminuir = bajar
efectuar / realizar = hacer
ejecutar = hacer
eliminar = quitar
establecer = poner
evaluar = revisar
examinar = revisar
exceder = pasar de
expulsar = sacar
facilitar = ayudar
finalizar = terminar
hidratarse = tomar agua
hospitalizar = dejar en el hospital
implementar = hacer
incrementar = subir
ingerir = tragar
inhalar = respirar
iniciar = empezar
inmunizar = poner la vacuna
inyectar = poner una inyección
miccionar = orinar
modificar = cambiar
notificar = avisar
obtener = conseguir
optar = escoger
padecer = tener
participar = tomar parte
permanecer = quedarse
prescribir = recetar
presentar síntomas = tener señales
proporcionar = dar
reducir = bajar
remitir = mandar
requerir = necesitar
seleccionar = escoger
solicitar = pedir
sufrir = tener
utilizar = usar
verificar = revisar
## adverb
actualmente = ahora
adicionalmente = también
anualmente : cada año
aproximadamente = más o menos
constantemente = todo el tiempo
diariamente : cada día
frecuentemente = muchas veces
gradualmente = poco a poco
inmediatamente = ahora mismo
oralmente : por la boca
periódicamente = de vez en cuando
posteriormente = después
previamente = antes
principalmente = sobre todo
semanalmente : cada semana
significativamente = mucho
temporalmente = por un tiempo
## phrase
a la brevedad posible = pronto
a pesar de que = aunque
antes de los alimentos / antes de las comidas : antes de comer
con el fin de / con el objetivo de / con el propósito de = para
con respecto a / en relación con / con relación a / en cuanto a = sobre
de acuerdo con = según
debido a que / dado que / puesto que = porque
después de los alimentos / después de las comidas : después de comer
el día de mañana = mañana
en ayunas : sin comer ni beber
en caso de que = si
en el transcurso de = durante
en este momento = ahora
en forma gradual = poco a poco
en la actualidad = ahora
en virtud de = por
es necesario que / es preciso que = debe
la mayoría de = casi todos
llevar a cabo = hacer
no obstante / sin embargo = pero
por consiguiente / por lo tanto / por ende = así que
por medio de = con
por vía intravenosa : por la vena
por vía oral : por la boca
previo a = antes de
sin demora = ya
una vez al día : cada día
dos veces al día : en la mañana y en la noche
`
