/**
 * The commonest wants in languages other than English and Spanish, by phrase lists (understanding-D16). Written for the project, not
 * yet reviewed by speakers. Latin and Cyrillic: words without accents; the other scripts: found anywhere in the text.
 */
import type { IntentName } from './intent-names.ts'

export type PhraseList = Partial<Record<IntentName, string>>

/** Matched word by word. */
export const wordLists: Record<string, PhraseList> = {
  fr: {
    book_appointment:
      'prendre rendez vous|prendre un rendez vous|prendre rdv|prendre un rdv|un rendez vous avec|voudrais un rendez vous|besoin d un rendez vous|besoin dun rendez vous|voir un medecin|voir le medecin',
    cancel_appointment:
      'annuler mon rendez vous|annuler le rendez vous|annuler mon rdv|annuler rendez vous|annuler ma visite',
    reschedule_appointment:
      'changer mon rendez vous|deplacer mon rendez vous|reporter mon rendez vous|changer la date|deplacer mon rdv|reporter mon rdv|changer l heure',
    check_appointment:
      'quand est mon rendez vous|a quelle heure est mon rendez vous|mon prochain rendez vous|confirmer mon rendez vous|heure de mon rendez vous',
    running_late: 'en retard|je serai en retard|du retard',
    refill_prescription:
      'renouveler mon ordonnance|renouvellement|renouveler mes medicaments|plus de medicaments|plus de medicament|nouvelle ordonnance',
    bill_question: 'ma facture|la facture|pourquoi dois je payer|combien je dois|combien dois je',
    test_results:
      'mes resultats|resultats d analyse|resultats de mes analyses|resultat de mon test|resultats de laboratoire|prise de sang',
    hours: 'heures d ouverture|horaires|a quelle heure ouvrez|a quelle heure fermez|etes vous ouvert|vous etes ouvert',
    directions_location:
      'quelle est votre adresse|votre adresse|ou etes vous|comment venir|ou se trouve|ou est la clinique|ou me garer|stationnement',
    interpreter: 'interprete|traducteur|parle francais|parlez vous francais|parler francais',
    symptom_report:
      'j ai mal|jai mal|mal a la tete|mal au ventre|de la fievre|j ai de la fievre|fait mal|vomi|vomit|douleur|malade',
    insurance_question: 'mon assurance|assurance|acceptez vous medicaid',
    greeting: 'bonjour|bonsoir|salut',
    medication_question:
      'puis je prendre|je peux prendre|effets secondaires|oublie la dose|oublie de prendre|avant ou apres manger|avec l antibiotique|quelle dose|deux comprimes par erreur',
    pay_bill: 'payer ma facture|payer en ligne|regler ma facture|payer par carte|regler la facture',
    financial_help: 'pas les moyens|ne peux pas payer|payer en plusieurs fois|aide financiere|sans assurance|trop cher',
    referral_request: 'lettre pour le specialiste|orientation vers|adressez moi|deuxieme avis|voir un specialiste',
    medical_records: 'mon dossier|dossier medical|carnet de vaccination|copie de mon dossier',
    forms_letters: 'arret de travail|certificat|mot du medecin|formulaire',
    portal_help: 'mot de passe|me connecter|code n arrive|connexion',
    telehealth_help: 'teleconsultation|la video|lien de la video',
    update_info: 'j ai demenage|nouvelle adresse|nouveau numero|changer d adresse|change d adresse',
    new_patient: 'nouveaux patients|nouveau patient|premiere fois|m inscrire',
    vaccine: 'vaccin|vaccins|vaccination',
    visit_prep: 'a jeun|que dois je apporter|avant l examen|preparation',
    complaint: 'plainte|reclamation|mal accueilli|inadmissible|lamentable',
    compliment: 'tres bon service|bravo|adorable|tres gentille|excellent',
    privacy_request: 'ne dites rien|confidentiel|effacez mes donnees|mes donnees',
    proxy_access: 'acces au compte de|tuteur|procuration|compte de ma mere',
    mental_health_support: 'deprime|deprimee|angoisse|angoisses|un psy|psychologue',
    accessibility_transport: 'fauteuil roulant|ascenseur|transport|venir me chercher',
    earlier_slot: 'plus tot|liste d attente|avancer',
    find_provider: 'femme medecin|un pediatre|cherche un medecin|quel medecin',
    goodbye: 'au revoir|bonne journee|c est tout',
    bot_identity: 'un robot|une machine|vous etes reel',
    prior_authorization: 'autorisation|accord prealable|accord de l assurance',
  },
  pt: {
    book_appointment:
      'marcar uma consulta|marcar consulta|agendar uma consulta|agendar consulta|preciso de uma consulta|quero uma consulta|marcar um horario|ver um medico|ver o medico',
    cancel_appointment:
      'cancelar minha consulta|cancelar a minha consulta|cancelar a consulta|cancelar consulta|desmarcar minha consulta|desmarcar a consulta|desmarcar',
    reschedule_appointment:
      'remarcar|reagendar|mudar minha consulta|mudar a minha consulta|mudar a data|trocar o horario|adiar minha consulta|adiar a consulta',
    check_appointment:
      'quando e minha consulta|quando e a minha consulta|que horas e minha consulta|que horas e a minha consulta|minha proxima consulta|confirmar minha consulta|confirmar a minha consulta',
    running_late: 'atrasado|atrasada|vou atrasar|vou me atrasar|chegar atrasado',
    refill_prescription:
      'renovar minha receita|renovar a minha receita|renovar receita|nova receita|acabou meu remedio|meu remedio acabou|preciso do meu remedio|mais remedio|sem remedio',
    bill_question: 'minha conta|minha fatura|a fatura|cobranca|quanto devo|quanto eu devo|por que fui cobrado',
    test_results:
      'resultado do exame|resultados dos exames|resultado do meu exame|meus exames|resultado de sangue|resultados',
    hours:
      'horario de funcionamento|que horas abre|que horas fecha|que horas abrem|que horas fecham|esta aberto|voces abrem|estao abertos',
    directions_location: 'qual e o endereco|endereco|onde fica|onde voces ficam|como chegar|estacionamento',
    interpreter: 'interprete|tradutor|fala portugues|falam portugues|alguem que fale portugues',
    symptom_report:
      'estou com dor|com dor|dor de cabeca|dor no|dor na|febre|vomitando|doi|esta doendo|passando mal|doente',
    insurance_question: 'meu plano|meu seguro|plano de saude|aceita medicaid|aceitam medicaid|seguro',
    greeting: 'ola|oi|bom dia|boa tarde|boa noite',
    medication_question:
      'posso tomar|efeitos colaterais|esqueci de tomar|antes ou depois de comer|tomei dois|qual a dose|da sono',
    pay_bill: 'pagar minha conta|quero pagar|pagar online|aceita cartao|pagar a conta',
    financial_help: 'nao posso pagar|nao tenho como pagar|parcelar|desconto|sem seguro|ajuda para pagar',
    referral_request: 'encaminhamento|me encaminha|segunda opiniao|pedido de exame',
    medical_records: 'prontuario|meu historico|carteira de vacinacao|copia do',
    forms_letters: 'atestado|declaracao|formulario',
    portal_help: 'senha|entrar no portal|nao consigo entrar|aplicativo|o codigo',
    telehealth_help: 'video|videochamada|teleconsulta',
    update_info: 'mudei de endereco|novo endereco|meu telefone mudou|mudei de telefone',
    new_patient: 'paciente novo|novos pacientes|primeira vez|me cadastrar',
    vaccine: 'vacina|vacinas',
    visit_prep: 'jejum|o que levo|preparo|antes do exame',
    complaint: 'reclamacao|reclamar|pessimo|grosseira|absurdo',
    compliment: 'otimo atendimento|parabens|muito atenciosa|excelente',
    privacy_request: 'nao contem|apaguem meus dados|meus dados|sigilo',
    proxy_access: 'conta da minha mae|procurador|tutora|responsavel legal',
    mental_health_support: 'depressao|deprimida|ansiedade|psicologo|triste',
    accessibility_transport: 'cadeira de rodas|transporte|rampa|elevador',
    earlier_slot: 'mais cedo|lista de espera|adiantar',
    find_provider: 'medica mulher|pediatra|qual medico|procuro um',
    goodbye: 'tchau|ate logo|e so isso',
    bot_identity: 'um robo|uma maquina',
    prior_authorization: 'autorizacao|autorizaram',
  },
  ht: {
    book_appointment:
      'pran yon randevou|pran randevou|bezwen yon randevou|bezwen randevou|vle yon randevou|fe yon randevou|we dokte|we yon dokte',
    cancel_appointment: 'anile randevou|anile randevou mwen|anile vizit|kanseye randevou|kansele randevou',
    reschedule_appointment: 'chanje randevou|chanje dat|deplase randevou|ranvwaye randevou|chanje le',
    check_appointment: 'kile randevou|ki le randevou|pwochen randevou|konfime randevou|a ki le randevou',
    running_late: 'an reta|gen reta|ap rive an reta|mwen reta',
    refill_prescription:
      'ranplase preskripsyon|renouvle preskripsyon|medikaman mwen fini|medikaman m fini|grenn mwen fini|plis medikaman|bezwen medikaman|refil|medikaman * mwen an fini',
    bill_question: 'fakti|bodwo|konbyen mwen dwe|konbyen m dwe|konbyen pou m peye',
    test_results: 'rezilta|rezilta tes|rezilta san|rezilta egzamen',
    hours:
      'ki le nou ouvri|ki le nou louvri|ki le nou femen|ki le yo ouvri|ki le yo femen|eske nou ouvri|eske nou louvri|klinik la ouvri',
    directions_location: 'ki kote nou ye|ki kote klinik|kote klinik|ki adres|adres nou|kote pou m|kijan pou m rive',
    interpreter: 'entepret|tradikte|pale kreyol|moun ki pale kreyol',
    symptom_report:
      'fe m mal|ap fe m mal|fe mwen mal|doule|lafyev|vomi|touse|malad|ap senyen|dyare|tet fe mal|vant fe mal',
    insurance_question: 'asirans|medicaid',
    greeting: 'bonjou|bonswa|alo',
  },
  vi: {
    book_appointment:
      'đat hen|đat lich hen|đat lich|lay hen|dat hen|dat lich hen|dat lich|muon gap bac si|can gap bac si|xin hen|lam hen',
    cancel_appointment: 'huy hen|huy lich hen|huy cuoc hen|huy buoi hen',
    reschedule_appointment:
      'đoi hen|đoi lich hen|đoi lich|đoi ngay|đoi gio|doi hen|doi lich hen|doi lich|doi ngay|doi gio|doi lai',
    check_appointment:
      'hen cua toi khi nao|lich hen cua toi|cuoc hen cua toi|hen may gio|khi nao toi co hen|xac nhan lich hen|xac nhan hen',
    running_late: 'đen tre|den tre|bi tre|toi tre|đen muon|den muon',
    refill_prescription: 'mua them thuoc|het thuoc|xin them thuoc|toa thuoc|lay them thuoc|can them thuoc|refill',
    bill_question: 'hoa đon|hoa don|tien vien phi|no bao nhieu|tra bao nhieu|tinh tien',
    test_results: 'ket qua|ket qua xet nghiem|xet nghiem mau',
    hours: 'gio mo cua|may gio mo cua|may gio đong cua|may gio dong cua|co mo cua|gio lam viec|mo cua khong',
    directions_location: 'đia chi|dia chi|o đau|o dau|đuong đi|duong di|đau xe|dau xe|phong kham o',
    interpreter: 'thong dich|thong dich vien|phien dich|noi tieng viet|nguoi viet',
    symptom_report:
      'bi đau|bi dau|đau bung|dau bung|đau đau|đau nguc|dau nguc|dau dau|bi sot|sot cao|oi mua|bi ho|kho tho|chong mat|bi benh|tieu chay',
    insurance_question: 'bao hiem|medicaid',
    greeting: 'xin chao|chao bac si|chao ban',
    medication_question: 'uong chung|tac dung phu|quen uong|truoc hay sau khi an|uong lon|lieu',
    pay_bill: 'tra tien|thanh toan|tra bang the',
    financial_help: 'khong co tien|tra gop|giup do tien|khong bao hiem',
    referral_request: 'giay gioi thieu|gioi thieu bac si|giay chuyen',
    medical_records: 'ho so|so chich ngua|ban sao',
    forms_letters: 'giay nghi|giay bac si|to đon|ky giay',
    portal_help: 'mat khau|đang nhap|nhan đuoc ma|tai khoan',
    telehealth_help: 'video|kham video',
    update_info: 'don nha|đoi đia chi|đoi so|so moi',
    new_patient: 'benh nhan moi|lan đau|ghi danh',
    vaccine: 'chich ngua|tiem|vac xin|vaccine',
    visit_prep: 'nhin an|mang theo|truoc khi xet nghiem',
    complaint: 'khieu nai|te qua|bat lich su|phan nan',
    compliment: 'tuyet voi|rat tot|cam on ca',
    privacy_request: 'đung noi|xoa thong tin|rieng tu',
    proxy_access: 'tai khoan cua me|giam ho|tai khoan cua con',
    mental_health_support: 'tram cam|lo au|tam ly|buon qua',
    accessibility_transport: 'xe lan|xe đon|thang may',
    earlier_slot: 'som hon|danh sach cho',
    find_provider: 'bac si nu|bac si noi tieng|tim bac si',
    goodbye: 'tam biet',
    bot_identity: 'robot|noi voi may',
    prior_authorization: 'cho phep truoc|bao hiem duyet',
  },
  tl: {
    book_appointment:
      'magpa appointment|magpaappointment|mag pa appointment|kumuha ng appointment|appointment po|kailangan ko ng appointment|gusto ko ng appointment|magpa schedule|magpatingin|magpacheck up|magpa check up|mag schedule|iskedyul ng appointment',
    cancel_appointment: 'kanselahin|i cancel|icancel|ikansela|pa cancel|pacancel|mag cancel|ipakansela',
    reschedule_appointment:
      'i reschedule|ireschedule|pa reschedule|palitan ang appointment|ilipat ang appointment|baguhin ang appointment|palitan ang oras|palitan ang petsa|ilipat sa',
    check_appointment:
      'kailan ang appointment|kelan ang appointment|anong oras ang appointment|oras ng appointment|susunod kong appointment|kumpirmahin ang appointment',
    running_late: 'male late|malelate|mahuhuli|nahuhuli|late po ako|late ako|mahuli',
    refill_prescription:
      'refill|naubos ang gamot|naubusan ng gamot|naubos na ang gamot|ubos na ang gamot|paubos na|reseta|bagong reseta|ng gamot ko',
    bill_question: 'bill ko|bayarin|magkano ang|magkano po|siningil|utang ko|babayaran',
    test_results: 'resulta|resulta ng|resulta ng test|resulta ng lab',
    hours:
      'anong oras kayo|anong oras po kayo|bukas ba kayo|bukas po ba|oras ng bukas|oras ng klinika|nagbubukas|nagsasara|magsasara',
    directions_location:
      'saan kayo|saan po kayo|nasaan kayo|nasaan ang|saan ang|paano pumunta|address ninyo|address nyo|paradahan',
    interpreter: 'interpreter|tagasalin|tagapagsalin|marunong mag tagalog|nagsasalita ng tagalog|nagtatagalog',
    symptom_report:
      'masakit|sumasakit|sakit ng|lagnat|nilalagnat|nagsusuka|suka|ubo|inuubo|nahihilo|hirap huminga|hindi makahinga|may sakit|nagtatae',
    insurance_question: 'insurance|seguro|medicaid',
    greeting: 'kumusta|kamusta|magandang umaga|magandang hapon|magandang gabi|magandang araw',
  },
  ru: {
    book_appointment:
      'записаться|записать|запишите|запись к|записаться на прием|нужен прием|нужна запись|хочу на прием|к врачу',
    cancel_appointment: 'отменить|отмените|отмена|отменяю|отменить запись|отменить прием',
    reschedule_appointment:
      'перенести|перенесите|перезаписаться|изменить время|изменить дату|на другой день|на другое время|поменять время',
    check_appointment:
      'когда мой прием|когда у меня прием|когда мой приём|во сколько прием|во сколько мой|подтвердить запись|время приема|когда моя запись',
    running_late: 'опаздываю|опоздаю|опаздываем|задерживаюсь',
    refill_prescription:
      'рецепт|продлить рецепт|закончились таблетки|закончилось лекарство|закончились лекарства|новый рецепт|повторить рецепт',
    bill_question: 'счет|счёт|за что|сколько я должен|сколько я должна|выставили',
    test_results: 'результаты|результат|анализы готовы|анализов|результаты анализов|мои анализы',
    hours:
      'часы работы|во сколько открываетесь|во сколько закрываетесь|вы открыты|вы работаете|до скольки|когда открыто|работаете ли',
    directions_location: 'адрес|где вы находитесь|как доехать|как добраться|где находится|парковка|где клиника',
    interpreter: 'переводчик|переводчика|говорит по русски|по русски|говорите по русски',
    symptom_report:
      'болит|болят|боль|температура|тошнит|рвота|кашель|кашляю|кружится|тяжело дышать|плохо себя чувствую|мне плохо|сыпь|понос',
    insurance_question: 'страховка|страховку|страховки|медикейд|медикер',
    greeting: 'здравствуйте|добрый день|доброе утро|добрый вечер|привет',
  },
}

/** Found anywhere in the text. */
export const substringLists: Record<string, PhraseList> = {
  zh: {
    book_appointment: '预约|預約|约时间|約時間|挂号|掛號|想看医生|想看醫生|要看医生|要看醫生|约医生|約醫生',
    cancel_appointment: '取消|不去了|不来了|不來了',
    reschedule_appointment: '改期|改时间|改時間|改约|改約|换时间|換時間|换一天|換一天|推迟|推遲|改到',
    check_appointment:
      '预约是什么时候|預約是什麼時候|预约几点|預約幾點|什么时候的预约|确认预约|確認預約|下次预约|下次預約|我的预约|我的預約',
    running_late: '迟到|遲到|晚到|晚一点到|晚點到',
    refill_prescription:
      '续药|續藥|药吃完|藥吃完|药用完|藥用完|药没有了|藥沒有了|补药|補藥|开药|開藥|处方|處方|配药|配藥',
    bill_question: '账单|帳單|賬單|欠多少|为什么收费|為什麼收費|收费|收費|费用|費用',
    test_results: '结果|結果|化验|化驗|检查报告|檢查報告|验血|驗血',
    hours:
      '几点开门|幾點開門|几点关门|幾點關門|营业时间|營業時間|开门吗|開門嗎|上班时间|上班時間|几点下班|開放時間|开放时间',
    directions_location: '地址|在哪里|在哪儿|在哪裡|怎么走|怎麼走|怎么去|怎麼去|停车|停車',
    interpreter: '翻译|翻譯|口译|口譯|会说中文|會說中文|讲中文|講中文|说普通话|說普通話|广东话|廣東話|粤语|粵語',
    symptom_report:
      '疼|痛|发烧|發燒|发热|發熱|咳嗽|呕吐|嘔吐|头晕|頭暈|恶心|噁心|喘不过气|喘不過氣|呼吸困难|呼吸困難|不舒服|拉肚子|流血|出血|皮疹|生病',
    insurance_question: '保险|保險|白卡|红蓝卡|紅藍卡',
    greeting: '你好|您好|早上好|早安|下午好|晚上好',
    medication_question:
      '一起吃吗|一起吃嗎|副作用|忘了吃|忘记吃药|忘記吃藥|饭前|飯前|饭后|飯後|多吃了|会困|能喝酒|剂量|劑量',
    pay_bill: '付款|付账单|付帳單|付钱|付錢|刷卡|缴费|繳費',
    financial_help: '付不起|分期|补助|補助|优惠|優惠|没钱|沒錢',
    referral_request: '转诊|轉診|转介|轉介|别的医生的意见',
    medical_records: '病历|病歷|疫苗记录|疫苗紀錄',
    forms_letters: '病假|证明|證明|表格',
    portal_help: '登录|登錄|登入|密码|密碼|验证码|驗證碼',
    telehealth_help: '视频|視頻|視訊',
    update_info: '搬家|换了电话|換了電話|改地址|改一下地址|新的保险卡',
    new_patient: '新病人|第一次来|第一次來|登记|登記',
    vaccine: '疫苗|打针|打針|接种|接種|流感针',
    visit_prep: '空腹|要带什么|要帶什麼|检查前|檢查前|肠镜|腸鏡',
    complaint: '投诉|投訴|太差|态度差|態度差|态度很差|態度很差',
    compliment: '很满意|很滿意|谢谢你们团队|很好',
    privacy_request: '不要告诉|不要告訴|谁看过|誰看過|删除我的|刪除我的|隐私|隱私',
    proxy_access: '妈妈的账户|媽媽的帳戶|监护人|監護人|代理',
    mental_health_support: '抑郁|抑鬱|焦虑|焦慮|心理医生|心理醫生|睡不着',
    accessibility_transport: '轮椅|輪椅|接送|电梯|電梯',
    earlier_slot: '早一点|早一點|提前|有人取消|候补|候補',
    find_provider: '女医生|女醫生|哪个医生|哪個醫生|会说中文的医生',
    goodbye: '再见|再見|拜拜',
    bot_identity: '机器人吗|機器人嗎|是真人吗|是真人嗎',
    prior_authorization: '事先批准|授权|授權|批了没',
  },
  ko: {
    book_appointment:
      '예약하고|예약을 하|예약을 잡|예약 잡|예약하려|예약할|예약 부탁|예약해|예약 가능|진료를 받고|진료 받고|진료받고',
    cancel_appointment: '취소',
    reschedule_appointment:
      '예약 변경|예약을 변경|변경하고|시간을 바꾸|날짜를 바꾸|시간 변경|날짜 변경|예약을 바꾸|예약 바꾸|미루고|연기',
    check_appointment: '예약이 언제|예약 시간|예약 확인|예약이 몇|예약 날짜|다음 예약|예약을 확인',
    running_late: '늦을|늦어|늦습니다|늦게 도착|지각',
    refill_prescription: '약이 떨어|약이 다|약 떨어|리필|처방전|약을 더|약 더|약을 다시|처방 받|처방을 받',
    bill_question: '청구서|청구|병원비|진료비|요금|얼마를 내|얼마 내|얼마예요|얼마인가요',
    test_results: '결과',
    hours:
      '영업시간|진료시간|진료 시간|몇 시에 문|몇시에 문|몇 시까지|몇시까지|문 여|문을 여|여나요|여시나요|문 닫|문을 닫|운영 시간|운영시간',
    directions_location: '주소|어디에 있|어디 있|어디예요|어디인가요|위치|가는 길|어떻게 가|주차',
    interpreter: '통역|한국어 하|한국말|한국어를 하|한국어 가능',
    symptom_report:
      '아파|아프|아픕|통증|열이 나|열이 있|기침|토했|토하|구토|어지러|숨이|숨을 못|설사|두통|복통|피가 나|몸이 안 좋',
    insurance_question: '보험|메디케이드|메디케어',
    greeting: '안녕하세요|안녕',
  },
  ar: {
    book_appointment:
      'حجز موعد|احجز موعد|أحجز موعد|أريد موعد|اريد موعد|أحتاج موعد|احتاج موعد|أحتاج إلى موعد|احتاج الى موعد|أخذ موعد|اخذ موعد|رؤية الطبيب|أرى الطبيب|موعد جديد',
    cancel_appointment: 'إلغاء|الغاء|ألغي|الغي|ألغوا|الغوا',
    reschedule_appointment:
      'تغيير موعد|تغيير الموعد|تأجيل|أغير موعد|اغير موعد|أؤجل|تعديل الموعد|نقل الموعد|موعد آخر|موعد اخر',
    check_appointment: 'متى موعدي|ما هو موعدي|موعدي القادم|موعدي متى|تأكيد موعد|تأكيد الموعد|وقت موعدي|أي ساعة موعدي',
    running_late: 'سأتأخر|ساتأخر|متأخر|متاخر|تأخرت|أتأخر',
    refill_prescription:
      'تجديد الوصفة|وصفة|الوصفة|نفد الدواء|نفذ الدواء|انتهى دوائي|انتهى الدواء|خلص الدواء|خلص دوائي|إعادة صرف|تجديد الدواء|مزيد من الدواء',
    bill_question: 'فاتورة|الفاتورة|فاتورتي|كم علي|كم يجب أن أدفع|المبلغ المستحق',
    test_results: 'نتائج|نتيجة|التحاليل|الفحوصات',
    hours:
      'ساعات العمل|متى تفتحون|متى تغلقون|أوقات العمل|اوقات العمل|هل أنتم مفتوح|هل العيادة مفتوحة|أوقات الدوام|متى تفتح|متى تغلق',
    directions_location:
      'العنوان|عنوانكم|أين تقع|اين تقع|أين أنتم|اين انتم|أين العيادة|اين العيادة|كيف أصل|كيف اصل|موقف سيارات|موقف السيارات',
    interpreter: 'مترجم|ترجمة|يتكلم العربية|يتحدث العربية|تتكلم عربي|يتكلم عربي|بالعربية',
    symptom_report:
      'ألم|الم في|يؤلمني|تؤلمني|وجع|يوجعني|حمى|حرارة|سعال|قيء|أتقيأ|دوخة|دوار|ضيق تنفس|لا أستطيع التنفس|إسهال|اسهال|نزيف|مريض|صداع',
    insurance_question: 'تأمين|التأمين|تاميني|تأميني|ميديكيد',
    greeting: 'مرحبا|السلام عليكم|صباح الخير|مساء الخير|أهلا',
    medication_question: 'هل آخذه|أعراض جانبية|نسيت الجرعة|قبل الأكل|بعد الأكل|حبتين بالغلط|يسبب النعاس|الجرعة',
    pay_bill: 'دفع الفاتورة|أدفع|ادفع|بالبطاقة',
    financial_help: 'لا أستطيع الدفع|تقسيط|مساعدة مالية|ليس عندي تأمين|غالي',
    referral_request: 'تحويل|حولوني|رأي ثان',
    medical_records: 'ملفي|سجل تطعيم|نسخة من',
    forms_letters: 'إجازة مرضية|تقرير طبي|شهادة',
    portal_help: 'كلمة السر|الدخول|الرمز',
    telehealth_help: 'الفيديو|فيديو',
    update_info: 'عنواني|رقمي الجديد|غيرت رقمي',
    new_patient: 'مرضى جدد|أول مرة|كيف أسجل',
    vaccine: 'تطعيم|لقاح',
    visit_prep: 'صيام|صائم|أحضر معي|قبل الفحص',
    complaint: 'شكوى|سيئة|وقحة|وقح',
    compliment: 'ممتازة|رائعة|شكراً للفريق',
    privacy_request: 'لا تخبروا|احذفوا|خصوصية',
    proxy_access: 'حساب أمي|الوصي|حساب ابني',
    mental_health_support: 'مكتئب|اكتئاب|هلع|طبيب نفسي|القلق',
    accessibility_transport: 'كرسي متحرك|مصعد|توصلون',
    earlier_slot: 'موعد أقرب|أبكر|قائمة الانتظار',
    find_provider: 'طبيبة|دكتور يتكلم|من يعالج',
    goodbye: 'مع السلامة|إلى اللقاء',
    bot_identity: 'روبوت|مع آلة',
    prior_authorization: 'موافقة مسبقة|وافق التأمين',
  },
}
