/**
 * The forms of everyday Spanish verbs, without accents, so that spelling repair knows them as words of their own: "bailando" (dancing) is no
 * slip of the pen for a word of danger. Written for this project from the regular endings; rare irregular forms are left out.
 */

/** Infinitives; behind ":" the stem where it is stressed ("contar:cuent"). Reflexive pronouns are added to all. */
const INFINITIVES = `
  abandonar abrazar abrochar aburrir acabar acampar aceptar acercar acertar:aciert aclarar acomodar acompanar aconsejar acordar:acuerd acostumbrar actuar acudir acusar adelantar adivinar administrar
  admirar admitir adoptar adorar adornar afectar afeitar afirmar agarrar agradar agregar aguantar aguardar ahorrar alabar alcanzar alegrar alejar aligerar aliviar almorzar:almuerz alojar alquilar amar
  amenazar amueblar anadir andar animar anotar anunciar apagar aparcar apartar apasionar apetecer aplaudir aplicar apostar:apuest apoyar apreciar aprender apresurar aprobar:aprueb aprovechar apuntar archivar
  arrancar arrastrar arreglar arrendar arrepentir:arrepient arrestar arriesgar arrojar arruinar asear asegurar asistir asombrar aspirar asumir asustar atender:atiend aterrizar atraer atrapar atrasar atreverse
  aumentar autorizar avanzar averiguar avisar ayudar bailar bajar bajar banar barrer batir besar borrar bostezar botar brillar brindar bromear burlar buscar caber calcular calentar:calient callar calmar cambiar caminar
  cancelar cansar cantar capturar casar castigar causar cazar celebrar cenar censurar cepillar cerrar:cierr charlar chatear checar chocar cobrar cocinar coger coincidir colaborar coleccionar colgar:cuelg colocar
  combatir combinar comentar comenzar:comienz comparar compartir complacer completar componer comprar comprender comprobar:comprueb comprometer comunicar conceder concluir condenar conducir conectar confesar:confies
  confiar confirmar conformar confundir conocer conquistar conseguir:consig conservar considerar consistir construir consultar contactar contar:cuent contemplar contener contestar continuar contratar controlar
  convencer convenir conversar convertir:conviert convocar copiar corregir:corrig correr cortejar coser costar:cuest crear crecer creer criar criticar cruzar cubrir cuidar culpar cultivar cumplir curiosear dañar
  danar decidir declarar decorar dedicar defender:defiend definir dejar deletrear delegar demandar demostrar:demuestr denunciar depender deportar depositar derramar derribar derrotar desaparecer desarrollar desayunar
  descansar descargar descender:desciend describir descubrir descuidar desear desempacar deshacer desilusionar deslizar desobedecer despachar despedir:despid despegar desperdiciar despertar:despiert despreciar destacar
  destinar destruir detener determinar devolver:devuelv dibujar dictar dirigir discutir disenar disfrazar disfrutar disminuir disponer distinguir distraer distribuir divertir:diviert dividir divorciar doblar domar
  donar dormir:duerm duchar dudar durar echar editar educar efectuar ejecutar ejercer ejercitar elaborar elegir:elig eliminar elogiar emocionar empacar empapar empatar empenar empezar:empiez emplear empujar enamorar
  encantar encargar encender:enciend encerrar:encierr encontrar:encuentr enfadar enfocar enfrentar enfriar enganar enojar enriquecer ensayar ensenar ensuciar entender:entiend enterar enterrar:entierr entrar entregar
  entrenar entretener entrevistar entusiasmar enviar envolver:envuelv equivocar escalar escapar escoger esconder escribir escuchar esforzar:esfuerz esperar esquiar estacionar estimar estirar estrenar estudiar evaluar
  evitar exagerar examinar exclamar exigir existir experimentar explicar explorar exponer exportar expresar extender:extiend extranar fabricar facilitar fallar faltar fascinar felicitar festejar fijar filmar firmar
  formar formular fotografiar fracasar freir fregar:frieg frenar frotar funcionar fundar ganar gastar girar gobernar:gobiern golear gozar grabar graduar gritar guardar guiar gustar habitar hablar hallar heredar
  hervir:hierv hojear honrar hornear huir hundir ignorar iluminar imaginar imitar implicar importar imprimir incluir inclinar incomodar indicar influir informar iniciar inscribir insistir inspirar instalar insultar
  intentar intercambiar interesar interpretar interrumpir inundar inventar invertir:inviert investigar invitar ir jubilar jugar:jueg juntar jurar juzgar ladrar lamentar lanzar lavar leer levantar liberar limpiar
  llamar llegar llenar llevar llorar llover:lluev lograr luchar luchar madrugar maldecir mandar manejar manifestar:manifiest mantener maquillar marcar marchar masticar matricular mejorar mencionar mentir:mient merecer
  merendar:meriend meter mezclar mimar mirar modificar mojar molestar montar morar mostrar:muestr mover:muev mudar multiplicar nacer nadar navegar necesitar negar:nieg negociar nevar:niev nombrar notar obedecer obligar
  obtener ocultar ocupar ocurrir odiar ofender ofrecer oir oler olvidar operar opinar oponer optar ordenar organizar orientar otorgar padecer pagar parar parecer participar partir pasar pasear patinar pedir:pid pegar
  peinar pelear pensar:piens perder:pierd perdonar permanecer permitir perseguir:persig pertenecer pesar pescar picar pintar pisar planchar planear plantar platicar poder:pued poner portar poseer practicar preceder
  predecir preferir:prefier preguntar preocupar preparar presenciar presentar prestar presumir pretender prevenir probar:prueb proceder procurar producir programar progresar prohibir prometer pronunciar proponer proteger
  protestar provocar publicar quedar quejar querer:quier quitar rayar reaccionar realizar rebajar rebasar rebotar rechazar recibir reciclar recitar reclamar recoger recomendar:recomiend reconocer recordar:recuerd
  recorrer recortar recuperar redactar reducir referir:refier reflejar reflexionar reformar regalar regar:rieg regatear registrar regresar rehusar reinar reir relacionar relajar rellenar relatar rematar remover:remuev
  renovar:renuev rentar renunciar reparar repartir repasar repetir:repit reportar representar reprobar:reprueb rescatar reservar resistir resolver:resuelv respetar responder restar resultar retar retirar retrasar
  reunir revelar revisar robar rodar:rued rodear rogar:rueg romper saber saborear sacar sacudir salir saltar saludar salvar secar seguir:sig seleccionar sembrar:siembr sentar:sient separar servir:sirv significar situar
  sobrar sobresalir solicitar soltar:suelt solucionar sonar:suen sonreir soplar soportar sorprender sospechar subir subrayar suceder sujetar sumar superar suponer surgir suspender suspirar sustituir tapar tardar
  teclear tejer telefonear temer tender:tiend tener terminar tirar tocar tolerar tomar tostar:tuest trabajar traducir traer tramitar transferir:transfier transformar transmitir trasladar tratar trazar tropezar:tropiez
  unir usar utilizar vaciar vacilar valer valorar variar vencer vender ver viajar vigilar visitar vivir volar:vuel voltear volver:vuelv votar vacunar rasurar estacionar reagendar agendar reprogramar renovar surtir
`
  .trim()
  .split(/\s+/)

const PRONOUNS = ['me', 'te', 'se', 'lo', 'la', 'le', 'nos', 'los', 'las', 'les', 'melo', 'selo', 'sela', 'telo']

const PRESENT = {
  a: { stressed: ['o', 'as', 'a', 'an', 'e', 'es', 'en'], plain: ['amos', 'ais', 'emos', 'ad'] },
  e: { stressed: ['o', 'es', 'e', 'en', 'a', 'as', 'an'], plain: ['emos', 'eis', 'amos', 'ed'] },
  i: { stressed: ['o', 'es', 'e', 'en', 'a', 'as', 'an'], plain: ['imos', 'is', 'amos', 'id'] },
}
const PAST = {
  a: 'e aste o asteis aron aba abas abamos abais aban ara aras aramos aran ase asen ando ado ada ados adas'.split(' '),
  e: 'i iste io imos isteis ieron ia ias iamos iais ian iera ieras ieramos ieran iese iendo ido ida idos idas'.split(
    ' ',
  ),
  i: 'i iste io imos isteis ieron ia ias iamos iais ian iera ieras ieramos ieran iese iendo ido ida idos idas'.split(
    ' ',
  ),
}
const FUTURE = 'e as a emos eis an ia ias iamos ian'.split(' ')

function addForms(entry: string, forms: Set<string>): void {
  const [infinitive = '', stressed] = entry.split(':')
  const stem = infinitive.slice(0, -2)
  const vowel = infinitive.at(-2)
  if (vowel !== 'a' && vowel !== 'e' && vowel !== 'i') return
  const before = (root: string, ending: string) => forms.add(spelled(root, ending, vowel) + ending)
  for (const ending of PRESENT[vowel].stressed) before(stressed ?? stem, ending)
  for (const ending of [...PRESENT[vowel].plain, ...PAST[vowel]]) before(stem, ending)
  for (const ending of FUTURE) forms.add(infinitive + ending)
  forms.add(infinitive)
  const gerund = stem + (vowel === 'a' ? 'ando' : 'iendo')
  for (const pronoun of PRONOUNS) forms.add(infinitive + pronoun).add(gerund + pronoun).add((stressed ?? stem) + (vowel === 'a' ? 'a' : 'e') + pronoun) // prettier-ignore
}

/** "Toque" of tocar, "pague" of pagar, "empiece" of empezar; "coja" of coger. */
function spelled(root: string, ending: string, vowel: string): string {
  const isSoft = /^[ei]/.test(ending)
  if (vowel === 'a' && isSoft) {
    if (root.endsWith('c')) return `${root.slice(0, -1)}qu`
    if (root.endsWith('g')) return `${root}u`
    if (root.endsWith('z')) return `${root.slice(0, -1)}c`
  }
  if (vowel !== 'a' && !isSoft) {
    if (root.endsWith('gu')) return root.slice(0, -1)
    if (root.endsWith('g')) return `${root.slice(0, -1)}j`
  }
  return root
}

/** Every form, built once at load: about 50,000 words in some 20 ms. */
export function spanishVerbForms(): Set<string> {
  const forms = new Set<string>()
  for (const entry of INFINITIVES) addForms(entry, forms)
  return forms
}
