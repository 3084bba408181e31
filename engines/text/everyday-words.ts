/**
 * Everyday Spanish words that are one or two letters from a word of illness or danger, beside the counted ones (`model/common-words.json`):
 * the Spanish of the permitted collections is small. Written for this project, without accents; plurals are made below.
 */
const NOUNS = `
  abrigo aceite acera actriz aduana aeropuerto agenda agosto aguja alba alcalde aldea alfombra algodon almohada altura amanecer ancla anden anillo anuncio apellido apodo archivo arena armario arroz articulo asiento asunto atardecer
  autobus autopista avena avion azafata bache baile balcon balon ballena banco bandera bandeja bano bar barba barca barco barra barrio barro bata batalla bateria baul bebida beca biblioteca bici bicicleta billete bocina boda bodega boleto
  bolsa bolsillo bombero borde borrador bosque bota botella boton brisa broma bruja bufanda burla burro buzon caballo cabana cadena caja cajero cajon calabaza calcetin calendario calle callejon camara camarero camino camion camisa
  campana campo canasta cancha cancion canela cantante cantina capa capilla capital capitulo caracol carga cargador caricatura carnaval carne carpeta carpintero carrera carreta carretera carta cartel cartera casco cascada castillo
  catalogo cebolla cena centavo cereza cerro cerveza cesta chaleco chamarra champu chaqueta charla chiste chocolate cielo cine cinta ciruela cita ciudad clavel cliente cobija coche cocina cocinero codigo cojin cola colcha colegio collar
  colina color columna comedor comedia cometa compra compromiso concierto conclusion conejo contrato copa copia corbata cordero correo corriente cortina cosecha costumbre crema cuaderno cuadra cuadro cuarto cubeta cubo cuchara cuento
  cuero cueva cumpleanos curso curva dama dato deber deporte derecho derrota desayuno desfile desierto destino deuda diario dibujo diccionario dinero director disco disfraz diseno diversion documento dulce dueno edificio ejercito elefante
  empleado empleo empresa enchufe encuesta enero ensalada entrada entrevista equipaje equipo error escalera escalon escena escoba escritor escritorio escudo espejo espectaculo esquina estacion estacionamiento estadio estante estatua
  estrella estufa etapa etiqueta examen excursion exito factura falda fama farol febrero fecha feria fiesta fila filtro firma flauta flecha flor foco folleto fondo formulario fortuna foto frase fregadero frontera fruta fuente funcion
  funda futbol futuro galaxia galleta gallina gallo ganado garaje gasto gato gaveta gemelo genio gerente gimnasio girasol globo gobierno gorra gorro grillo grupo guante guardia guerra guia guion guitarra gusto habitacion hacienda hada
  halla hamaca hambre harina helado hermano herramienta hielo hierba hierro higuera hilo historia hoja hogar hombre horario horno hotel hoyo huerta huevo humo idea idioma iglesia imagen impuesto incendio informe ingreso invierno isla jabon
  jamon jardin jarra jaula jefe jinete joya juez juego jugador jugo juguete julio junio junta jurado ladrillo ladron lago lampara lana lancha lapiz lata lavadora lechuga leccion lector leche lengua lenguaje leon letra letrero ley leyenda
  libertad libreta libro liga limon linea lista llanta llanto llave llegada lluvia loro luna lunes luz madera maestro maiz maleta mamifero manana manga mango manguera mantel mantequilla manzana mapa maquina marca marco marido mariposa
  marmol martes martillo marzo masa mascara mascota mayo mecanico media melon membresia menu mercado mes mesa mesero meta metro mezcla miel miembro miercoles milagro minuto mirada mochila moda molino momento moneda mono montana monton
  moto motor mudanza mueble muerto muneca muneco muro museo musica nave navidad neblina negocio nevera nido niebla nieve nivel noche nogal norte nota noticia novela novio nube nudo nuez numero obra obrero obsequio oferta oficina ola
  olla onda opcion orilla oro orquesta oso otono oveja pagina pago paisaje pajaro palabra palacio palma paloma pan panadero pantalla pantalon panuelo papa papel paquete parada paraguas pared pareja parque parrilla partido pasaje pasajero
  pasaporte paseo pasillo paso pastel patata patio pato pavo paz pedazo pedido pelicula peligro pelota peluquero pena periodico permiso perro persona pescado petalo pez piano pila pintor pintura piscina piso pista pizarra pizza planeta
  planta plata platano platillo plato playa plaza pluma pluma poema poeta policia polo polvo portada postal postre pozo pradera precio premio prenda prensa presa presidente prima primavera primo princesa problema profesor programa
  promesa propina propuesta provincia prueba pueblo puente puerta puerto pulsera puma punta punto queso rama ramo rana rata rato raton rayo razon receta recibo recreo recuerdo red refresco refugio regalo regla reina reino reja relato reloj
  remolque renta reparto reserva resfresco respuesta restaurante resumen reto retrato reunion revista rey rincon rio risa ritmo robo roca rollo ropa rosa rueda ruido ruta sabado sabana sabor saco sala salario salida salon salsa salto
  salud samba sandalia sandia santo sarten secretario seda selva semaforo semilla sena senal sendero senor serie servicio servilleta siesta siglo silla sillon sitio sobre sobrino sofa sol soldado solicitud sombra sombrero sonido sonrisa
  sopa sorpresa sotano subasta suelo sueldo suerte sueter tabla taller tamal tambor tapa tapete taquilla tarde tarea tarjeta tarta tasa taxi taza teatro techo teclado tecnico tela telefono television templo tenedor terraza terreno
  tesoro texto tia tienda tierra tigre tijera timbre tina tinta tipo titulo toalla tono toro torre torta tortilla trabajo traje trampa tramite tranvia trato trazo tren tribu trigo trofeo trompeta tronco trozo tubo turno tuerca unidad
  universo uva vaca vacacion valla valle vampiro vaso vecino vehiculo vela velocidad vendedor venta ventana verano verdad verdura vestido viaje viajero vida vidrio viento viernes vino violin visa visita vista vitrina vuelo yate yegua zanahoria
  zapato zona zoologico zorro taquilla ganga barata rebaja trueque ferreteria papeleria panaderia tortilleria tintoreria peluqueria estetica lavanderia
`
const OTHERS = `
  iros idos vamonos vayanse vayase mirenlo digame dime dile digale dame deme hazlo haganlo ven vengan oiga oye mira mire fijese quedate quedese quedarte quedarse cuidate cuidese
  alegre amable amargo amplio ancho antiguo apagado aparte apenas arriba asombroso atento aunque avaro azul bajo barato bello bendito blando bonito bravo breve brillante bruto bueno calido callado calvo caro celoso
  cerrado cierto claro clasico colorido comico comodo corto crudo cuadrado culto curioso debajo delgado delante dentro desde despacio detras dificil distinto divertido divino dorado duro egoista elegante encima enorme enfrente
  entero entonces especial estricto estupendo exacto extranjero extrano facil falso famoso feliz fiel fino firme flaco flojo formal fresco frente fuera ganador generoso genial gordo gracioso grande grato grueso guapo habil hermoso
  honesto hueco humilde igual impar inmenso justo largo lejano lejos lento libre ligero limpio lindo listo llano lleno local loco luego lujoso maduro magico malo manso mayor mediano mejor menor mentiroso moderno moreno mudo natural
  ninguno noble nublado nuevo oculto opuesto orgulloso oscuro pacifico parejo peligroso pequeno perfecto perezoso pesimo plano pleno pobre precioso primero principal privado profundo pronto propio proximo puro quieto rapido
  raro recto redondo rico romantico rubio ruidoso sabio sabroso salado salvaje sano santo sencillo serio severo siguiente simple sincero soltero soso suave sucio suelto tarde terco tieso timido tonto torpe tranquilo travieso unico
  usado util vacio valiente vario veloz verde viejo vivo arrestada arrestado senorita senoritas senora senoras septimo octavo noveno decimo magia zombie podadora ministro pana panas bulla colgo colgue senorito interesante interesantes conclusiones victima victimas muertos
`

const wordsIn = (block: string) => block.trim().split(/\s+/)

/** Both numbers, and both genders of what describes. */
export const EVERYDAY_WORDS: readonly string[] = [
  ...wordsIn(NOUNS).flatMap((word) => [word, plural(word)]),
  ...wordsIn(OTHERS).flatMap((word) =>
    word.endsWith('o') ? [word, `${word}s`, `${word.slice(0, -1)}a`, `${word.slice(0, -1)}as`] : [word, plural(word)],
  ),
]

function plural(word: string): string {
  if (/[aeo]$/.test(word)) return `${word}s`
  if (word.endsWith('z')) return `${word.slice(0, -1)}ces`
  return `${word}es`
}
