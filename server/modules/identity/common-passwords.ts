/** Passwords that are tried first, and words that anybody would try at a clinic: lower case, letters and digits only. */
const words = `
  password passwort contrasena parola motdepasse letmein welcome bienvenido iloveyou teamo trustno1 football baseball basketball
  superman batman starwars princess princesa dragon monkey shadow master sunshine whatever freedom computer internet samsung
  liverpool chelsea barcelona realmadrid michelle jennifer jessica michael charlie thomas daniel andrea
  administrator admin superuser supervisor manager changeme changeit default secret qwertyuiop qwerty123 abc12345 abcd1234 a1b2c3d4
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 zaq12wsx 123qwe123 qwe123qwe asdf1234 zxcv1234 pass1234 passw0rd p4ssw0rd pa55word
  hospital clinic clinica doctor doctora nurse enfermera patient paciente medical medicine medicina health healthcare salud emergency
  reception frontdesk practice surgery pharmacy farmacia laboratory stethoscope ambulance
  spring summer autumn winter primavera verano otono invierno january february march april october november december monday friday
  correcthorsebatterystaple thequickbrownfox nothingtosee opensesame`

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean))
