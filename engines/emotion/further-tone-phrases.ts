/**
 * Anger and service frustration in the other languages of words with spaces (understanding-D17: a furious message must not score
 * neutral). Written for the project, not yet reviewed by speakers; they only make a tone heard, never calm.
 */
import type { Lists } from './tone-phrases.ts'
import type { Tone } from './tones.ts'

export const furtherLists: Partial<Record<Tone, Lists>> = {
  anger: {
    strong: `
      furieux|furieuse|en colere|hors de moi|enrage|scandaleux|scandale|inadmissible|inacceptable|honteux|une honte|
      moquez de moi|moquez de nous|foutez de moi|fichez de moi|fiche de moi|menteurs|menti|voleurs|escrocs|arnaque|incapables|
      incompetents|bons a rien|porter plainte|vous denoncer|comment osez|de quel droit|manque de respect|comme un chien|
      comme une merde|merde|putain|connards|connard|allez au diable|degoute|degoutant|lamentable|ri au nez|plus jamais chez vous|
      la pire clinique|de vos mensonges|marre de vous|insultee|insulte|com raiva|que raiva|que odio|absurdo|inadmissivel|
      inaceitavel|escandalo|desrespeito|falta de respeito|ladroes|roubo|enganada|enganado|mentiram|bando de|vou processar|
      vou denunciar|um advogado|como tem coragem|como ousam|quem voces pensam|com que direito|que nojo|merda|porra|caralho|
      vao para o inferno|pessimo|pessima|pior clinica|como lixo|nunca mais volto|uma vergonha|palhacada|m fache|fache anpil|
      voleur|vole lajan|manti|san respe|pa gen respe|wont pou nou|yon wont|joure m|joure mwen|trete m tankou|nou pa gen kè|
      m ap rele avoka|wutend|stinksauer|unverschamt|unverschamtheit|frechheit|unmoglich von ihnen|unverantwortlich|skandal|
      betruger|abzocke|lugner|gelogen|inkompetent|beschweren|schamen sie sich|wie konnen sie es wagen|scheisse|nie wieder|
      arrabbiato|arrabbiata|furibondo|vergognatevi|vergognoso|inaccettabile|ladri|truffa|bugiardi|incompetenti|denuncio|
      come vi permettete|mi avete mentito|presa in giro|maleducati|wsciekly|wsciekla|bezczelnosc|zlodzieje|oszusci|klamcy|
      niekompetentni|do sadu|jak smiecie|galit na galit|galit ako|nakakagalit|bwisit|bastos|walang hiya|sinungaling|manloloko|
      magnanakaw|putang ina|gago|walang kwenta|irereklamo|kakasuhan|napakabastos|tuc gian|rat gian|qua dang|vo trach nhiem|
      mat day|lua dao|noi doi|khong the chap nhan|coi thuong|возмущен|возмущена|возмутительно|безобразие|в бешенстве|зол|злюсь|
      позор|хамство|хамы|воры|обман|лжецы|вранье|некомпетентные|буду жаловаться|подам в суд|как вы смеете|отвратительно|ненавижу|
      издеваетесь|غاضب|غاضبة|فضيحة|عيب عليكم|كذابين|كذبتم|لصوص|سرقة|قلة احترام|غير مقبول|سأشتكي|مهزلة|عصبانی|عصبانیم|عصبانی هستم|
      خجالت بکشید|دروغگو|دروغ|دزدی|بی احترامی|افتضاح|شکایت|गुस्सा|बहुत गुस्सा|शर्म आनी चाहिए|शर्मनाक|बकवास|धोखा|झूठ|झूठे|चोर|
      बदतमीज़|बदतमीजी|लापरवाही|मुकदमा|शिकायत करूंगा|화가 나요|화가 납니다|화나요|열받아요|어이없네요|사기꾼|거짓말|불쾌합니다|고소|cest du vol|prendre un avocat|
      rage contre|me da raiva|mein anwalt|mit meinem anwalt|il mio avvocato|avec mon avocat|vous etes nuls|vous etes nulles|
      indigne de|revoltant|deplorable|irrespectueux|irrespectueuse|maltraite|maltraitee|humilie|humiliee|on se moque|
      foutage de gueule|honte a vous|avoir honte|bande de|vous etes incapable|inhumain|monstres|revoltante|indignada|indignado|
      descaso|humilhada|humilhado|maltratada|maltratado|destratada|destratado|desrespeitaram|riu da minha|rindo da minha|
      na minha cara|debochou|sacanagem|desumano|monstros|vergonha na cara|sao uns|voces sao uns|dincapables|dincompetents|
      descrocs|didiots|dimbeciles|larnaque|une arnaque|dune honte|quelle honte|vous etes nuls|vous etes nulles|indigne de|
      revoltant|deplorable|irrespectueux|irrespectueuse|maltraite|maltraitee|humilie|humiliee|on se moque|foutage de gueule|
      honte a vous|avoir honte|dincapables|dincompetents|descrocs|didiots|dimbeciles|larnaque|une arnaque|dune honte|
      quelle honte|bande de|vous etes incapable|inhumain|monstres|revoltante|indignada|indignado|descaso|palhacada|humilhada|
      humilhado|maltratada|maltratado|destratada|destratado|desrespeitaram|riu da minha|rindo da minha|na minha cara|debochou|
      sacanagem|desumano|monstros|vergonha na cara|sao uns|voces sao uns`,
  },
  frustration: {
    strong: `
      ras le bol|jen ai marre|en ai assez|perds patience|personne ne rappelle|ne me rappelle|personne ne repond|aucune nouvelle|
      sans nouvelles|aucune reponse|pas de reponse|fois que jappelle|deja appele|deja envoye|deja explique|deja dit|on me balade|
      me renvoie|tourne en rond|attends toujours|attends depuis|ne marche jamais|ca plante|ca coupe|ca raccroche|encore annule|
      encore reporte|si complique|agacant|troisieme fois|quatrieme fois|cinquieme fois|dixieme fois|chacun dit|cansei de|farto|
      farta|ninguem atende|ninguem responde|ninguem retorna|ninguem resolve|ninguem liga|sem resposta|ainda nada|vez que ligo|
      ja liguei|ja mandei|ja expliquei|ja enviei|ja falei|de um setor|fico rodando|perdendo a paciencia|remarcaram|
      cancelaram de novo|nunca funciona|nao funciona|trava toda|cai a ligacao|na espera|continuo esperando|estou esperando ha|
      ficaram de me ligar|prometeram|a toa|tao complicado|irritante|terceira vez|quarta vez|quinta vez|cobraram duas vezes|
      cada um fala|fatige tann|fatige rele|pesonn pa reponn|pa janm reponn|pa janm rele|toujou ap tann|twazyem fwa|katriyem fwa|
      m rele deja|m voye l deja|lontan m ap tann|niemand ruft|niemand meldet|zum dritten mal|zum vierten mal|warteschleife|
      keine antwort|ich habe es satt|nervt|genervt|frustrierend|nichts funktioniert|stufo|stufa|ancora niente|nessuno risponde|
      nessuno mi|terza volta|quarta volta|aspetto da|non funziona|ho gia chiamato|ho gia mandato|perdo la pazienza|
      nikt nie odbiera|nikt nie oddzwania|trzeci raz|czwarty raz|wciaz czekam|ciagle czekam|mam dosc|zadnej odpowiedzi|
      nakakainis|nakakapagod|tatlong beses|pangatlong beses|pang apat na|walang sumasagot|walang tumatawag|pabalik balik|
      hanggang kailan|sawang sawa|goi mai|lan thu ba|lan thu tu|khong ai tra loi|khong ai nghe may|khong ai goi lai|cho mai|
      третий раз|четвертый раз|пятый раз|в который раз|никто не отвечает|никто не перезвонил|никто не перезванивает|
      сколько можно|надоело|устал ждать|устала ждать|невозможно дозвониться|للمرة الثالثة|للمرة الرابعة|لا أحد يرد|لا احد يرد|
      لا أحد يجيب|ما حدا بيرد|محدش بيرد|تعبت من الانتظار|مللت|طفح الكيل|بار سوم|بار چهارم|هیچکس جواب|هیچ کس جواب|هنوز جواب|
      तीसरी बार|चौथी बार|कोई जवाब नहीं|कोई नहीं उठाता|세 번째|네 번째|아무도 안 받아요|아무도 연락|답답해요|답답합니다|짜증나요|bouke tann|route pour rien|
      toujours pas de|toujours rien|immer noch keine antwort|marre de|marre d attendre|marre dattendre|
      encore une fois je rappelle|combien de fois faut|combien de fois je dois|quantas vezes preciso|quantas vezes tenho|
      minutes dattente|heure dattente|heures dattente|site ne marche|lien ne marche|cansei|ja perdi a conta|de novo isso|
      toda vez a mesma|sempre a mesma coisa|ninguem me ajuda|ninguem me responde|ninguem ai|sem retorno|ate quando|
      toujours la meme chose|toujours le meme|personne ne maide|personne ne me repond|personne ne decroche|jusqua quand|
      ca suffit|cest trop long|ca traine|cansei|ja perdi a conta|de novo isso|toda vez a mesma|sempre a mesma coisa|
      ninguem me ajuda|ninguem me responde|ninguem ai|sem retorno|ate quando|toujours la meme chose|toujours le meme|
      personne ne maide|personne ne me repond|personne ne decroche|jusqua quand|ca suffit|cest trop long|ca traine|
      jattends toujours|jattends encore|jattends depuis|jai deja appele|jai deja envoye|jai deja explique|quon me rappelle|
      quelquun peut enfin`,
  },
}
