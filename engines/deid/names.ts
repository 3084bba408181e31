/**
 * Given and family names common in the Americas, folded (lower case, no accents), and the names that are also everyday words.
 *
 * A name in the list is only a hint: what stands around decides (find-names.ts). Which names are common is a fact of public birth and
 * census records; the lists are written by hand.
 */

const list = (words: string) => words.split(/\s+/).filter((word) => word !== '')

export const GIVEN_NAMES = list(`
aaliyah aaron abby abdul abel abigail abraham abril ada adaeze adam adan addison adela adele adeline adina adriana adrian adrienne agnes agustin
agustina ahmad ahmed aida aiden aileen aisha aiyana akira al alan alana alba albert alberto alec alejandra alejandro alejo alessandra alex
alexa alexander alexandra alexandria alexis alfonso alfred alfredo ali alia alice alicia alina alisa alison allan allen allison alma alonso
alvaro alvin alyssa amalia amanda amara amaya amber ambrose amelia amina amir amit amos amparo amy an ana anastasia anaya andre andrea andreas andrei
andres andrew andy angel angela angelica angelina angelo angie anh anibal anita ann anna annabel anne annette annie anselmo anthony antoine antonia
antonio apolonia araceli archie ariana ariel arlene armando arnold arthur artie arturo arun asha ashley ashlyn asim astrid athena aubrey audrey augusto
aurelia aurelio aurora austin ava avery axel ayesha ayana azucena barbara barry bartolome basil beatrice beatriz becky belen belinda ben
benita benito benjamin bennett benny bernadette bernard bernardo bernice bert bertha bessie beth bethany betsy betty beverly bianca bibiana billy
blanca blas bo bob bobby bonifacio bonnie boris brad bradley brandi brandon brandy brayden breanna brenda brendan brenna brent brett brian briana bridget
britney brittany brock brooke bruce bruno bryan bryce bryson byron caitlin caleb calvin cameron camila camille candace candelaria candice carina
carl carla carlos carlton carly carmela carmelo carmen carol carolina caroline carolyn carrie carson casey cassandra cassie catalina
catherine cathy cecelia cecilia cecilio cedric celeste celia celina cesar chad chandra charlene charles charlie charlotte chase chelsea chen
cheryl chester chloe chris chrissy christian christina christine christopher chuck cindy claire clara clarence clarissa claude claudia
claudio clay clayton clemente cliff clifford clint clinton clyde cody colin colleen connie connor conrad constance consuelo cora corey cornelia
cornelius cory courtney craig cristian cristina cristobal crystal curtis cynthia cyrus daisy dakota dale dalia dalton damian damon dan dana
danny dante daniel daniela danielle daphne daria dario darius darlene darnell darrell darren darryl dave david dayana deandre deanna deb debbie deborah debra declan deepak
deirdre delfina delia delilah delores demetrius denise dennis derek derrick desiree destiny devin devon dexter diana diane diego dillon dimitri
dina dinesh dionisio dmitri dolores dominic dominique don donald donna donnie donovan dora doreen dorian doris dorothy doug douglas doyle duane
dulce duncan dustin dwayne dwight dylan earl earnest eddie edgar edith edmund edna edson eduardo edward edwin efrain eileen elaine elba eleanor elena
eleazar eli elias elijah elisa elisabeth elise elisha eliza elizabeth ella ellen ellie elliot eloisa elsa elsie elton elvia elvira elvis emanuel
emeka emely emerson emiliano emilia emilio emily emma emmanuel enrique epifanio eric erica erick ericka erik erika erin ernest ernestina ernesto ernie
esmeralda esperanza esteban estela estelle ester esther ethan ethel etta eugene eugenia eugenio eulalia eunice eva evan evangelina eve evelyn everett ezekiel
ezequiel ezra fabian fabiola faith fannie farah fatima faustino faye federico felicia felicitas felipe felix fermin fernanda fernando fidel filiberto filomena
fiona flora florence florencia florencio floyd fran frances francesca francesco francine francis francisca francisco franklin fred freda freddie frederick
frida fumiko gabriel gabriela gabrielle gael gail garrett gary gavin gene genesis geneva genevieve genoveva geoffrey george georgia georgina gerald geraldine
gerard gerardo german gertrude gilbert gilberto gilda gina ginger giovanni giselle gisela gladys glen glenda glenn gloria gonzalo gordon
graciela graham grant greg gregorio gregory greta gretchen griselda guadalupe guillermina guillermo gus gustavo gwen gwendolyn hailey haley hana hank hannah
hans harold harriet harrison harry haruto harvey hassan hattie hazel heath heather hector heidi heidy helen helena helga heloise henrietta henry herbert heriberto herlinda
herman hermelinda herminia hernan hilario hilary hilda hiram hiroshi holly homer horace horacio hortensia howard hubert hugh hugo humberto hussein ian ibrahim ida
ignacio igor ilana iliana ilse iman imani imelda imran ines inez ingrid ione ira irene iris irma irving isaac isabel isabela isabella isabelle isaiah isaias isidro
ismael israel itzel ivan ivette ivy jack jackie jackson jacob jacqueline jacquelyn jade jaden jaime jairo jake jamal jamar jamie james jamila jan jane
janet janice janie janine jared jasmin jasmine jason jasper javier jay jayden jayla jayne jean jeanette jeanne jeannie jeff jeffery jeffrey jenna jennie
jennifer jenny jeremiah jeremias jeremy jermaine jerome jerry jesse jessica jessie jesus jill jillian jim jimena jimmy jo joan joana joann joanna joanne joaquin
jocelyn jodi jodie jody joe joel joey johanna john johnathan johnnie johnny jon jonah jonas jonathan jordan jorge jose josefa josefina joseph josephine josh
joshua josiah josue joy joyce juan juana juanita jude judith judy julia julian juliana julianne julie juliet juliette julieta julio julissa julius june
justin justina justine justo kadijah kaitlyn kamal kamila kara karen kari karim karin karina karl karla kate katelyn katherine kathleen kathryn kathy
katie katrina kavita kay kayla kaylee keisha keith kelley kelli kellie kelly kelsey kelvin ken kendall kendra kendrick kenia kenji kenneth kenny kent kenya kerry kevin khadija
khalid kiara kim kimberly kimiko kirk kobe krista kristen kristi kristin kristina kristine kristy krystal kurt kwame kyle kylie lakeisha lakisha lamar lana lance lara
larissa larry latasha latoya laura lauren laurence laurie lawrence lazaro leah leandro leandra leann lee leila leland lena lenora leo leon leona leonard leonardo
leonel leonor leopoldo leroy leslie lester leticia levi lewis liam lidia lila lilia lilian liliana lillian lillie lily lina linda lindsay lindsey lionel lisa lisandro liz
liza lizbeth lizette lloyd lois lola lonnie lorena lorenzo loretta lori lorraine lou louis louisa louise lourdes lucas lucia luciana luciano lucille lucinda lucio
lucy luis luisa luke lupe lupita lydia lyle lynette lynn mabel mable macarena mackenzie madeline madison mae magdalena maggie mahmoud maisie malachi malcolm malik mallory
mamie mandy manny manuel manuela marc marcela marcelino marcelo marcia marco marcos marcus margaret margarita margie marguerite mari maria mariah marian mariana
mariano maribel maricela marie mariel marilyn marina mario marion marisa marisela marisol maritza marjorie marlene marlon marsha marta martha martin martina
martins marty marvin mary maryann matias matilda matilde matt matteo matthew mattie maude maura maureen maurice mauricio mauro max maxine maximiliano maximo maya mayra mckenzie meagan megan meghan mei
melanie melinda melissa melody melvin mercedes meredith mia micah micaela michael micheal michele michelle miguel miguelangel mildred milena miles millie milton mindy minerva minh ming minnie miranda
mireya miriam misty mitchell modesta modesto mohamed mohammad mohammed moises mollie molly mona monica monique monserrat montserrat moses muhammad muriel myra myriam myrna myron nadia nadine nancy naomi narciso
nasir natalia natalie natasha nate nathan nathaniel nayeli neal ned neha neil nellie nelly nelson nestor nettie neville ngozi nia nicanor nicholas nichole nick nicolas nicole nidia nigel nikhil nikki nikolai nina
noah noe noel noelia noemi nora norberto noreen norma norman nubia nydia obed ociel octavia octavio odalys odette ofelia olga oliver olivia ollie olive omar onofre opal ophelia oralia oren orlando oscar osvaldo oswaldo
otis otto owen pablo paige paloma pam pamela paola pascual pat patrice patricia patricio patrick patsy patti patty paul paula paulette paulina pauline paulo pearl pedro peggy penelope penny percy perla
pete peter petra phil philip phillip phoebe phyllis pierre pilar placido polly pradeep priscilla priya providencia prudence quentin quincy quinn rachael rachel raheem rahul rajesh ralph ramiro ramon ramona
randall randolph randy raphael raquel rashad rashid raul ray raymond raymundo reba rebeca rebecca refugio regina reginald reina remedios rena rene renata renaldo renee reyna reynaldo rhea rhoda rhonda ricardo richard rick ricky rigoberto riley rita
robert roberta roberto robin robyn rocio rocky rod roderick rodney rodolfo rodrigo rogelio roger roland rolando roman romeo ron ronald ronnie roosevelt rory rosa rosalba rosalia rosalie rosalind rosalinda rosalyn rosana rosario
rosaura roscoe rosemarie rosemary rosetta rosie roslyn ross rowan roxana roxanne roy ruben rubi rudolph rudy rufino rufus rupert russell ruth ryan sabina sabrina sadie sal sally salma salome salvador salvatore sam samantha
samir sammy samuel sandra sandy sanjay santiago santos sara sarah sasha saul savannah scarlett scott sean sebastian selena selma serena sergio seth shamika shane shanice shannon sharon shaun shauna shawn
shawna sheila shelby sheldon shelia shelley shelly sheri sherman sherri sherrie sherry sheryl shirley shreya sidney sienna sierra silas silvestre silvia simon simone sinead siobhan skyler socorro sofia soledad solomon sonia sonja sonya sophia sophie soraya
spencer stacey stacy stan stanley stefan stefanie stella stephanie stephen steve steven stewart stuart sue summer sunil susan susana susanna susie suzanne suzette svetlana sven sylvester sylvia tabitha tamara tamika
tammy tania tanisha tanya tara tasha tatiana taylor ted teodora teodoro terence teresa teresita teri terrance terrence terri terry tessa thaddeus thelma theo theodora theodore theresa therese thomas tia tiana tiffany tim timothy tina toby
todd tom tomas tommy toni tony tonya tracey traci tracy travis trent trevor tricia trinidad trisha trista tristan trudy tucker tuan tyler tyra tyrell tyrese tyrone tyson ulises ulysses umberto ursula valentin valentina valeria valerie van vanessa vanna
velma vera vernon veronica vicente vicki vickie vicky victor victoria vidal vijay vikram vilma vince vincent vincenzo viola violet virgil virginia virgilio viridiana vivian viviana vladimir walter wanda warren wayne wendell
wendy wesley whitney wilbert wilbur wilfredo wilhelmina willa willard william willie wilma wilmer winifred winston xavier ximena xiomara xochitl yadira yahaira yamila yan yasmin yasmine yesenia yoko yolanda yosef yuki yuri yusuf yvette yvonne zachary zachery zaira zelda
zeke zenaida zoe zoila zoraida jose mark rose grace hope dawn will art rosendo may rico chip bud juventino lalo paco pancho chucho memo nacho beto lupita chayo toño tono chela kiko santi rafa mateo thiago salvatore luka nikita raj anil sanjiv lakshmi deepa meera asif bilal omari kofi amina fatou rob rudolf herschel thurman jeannette lela yvonne shannan aron lamont barney stan charley percy milo myrtle ollie otha percival raleigh ransom reuben rex rhett rolf rosanne rosella roxane royce rupert rusty rutha santina shante sharla shaquille shawanna sheena shelli shera sherita sherri sheryll silas sol sonny stacia stanford starla stefania sterling sudie sunni sylvie tad talia tam tamar tamra tawana tena terra thad thea thora tiera tobias trey tressa twana ty tyree ula una valene velva verda verla verna vernell vina violeta virgie waldo ward wendie wes wilber wilda wilfred willis willow winfred woodrow yahir yetta yvone zada zane zella zola zuleika zulema zulma autumn precious buddy bubba junior heaven nevaeh trinity miracle blessing comfort promise journey winter treasure princess duke ace lucky frank hunter justice mike mercy paz woody piedad brooklyn
abdelaziz abdelrahman abderrahim abdi abdirahman abdullahi abdulrahman abundio achieng adanna adaobi adebayo adeel adetokunbo adewale afzal ahanu ainhoa
aitana aitor akinyi algernon alipio alirio amaia amaka amancio amarjit amjad anastasio andriy annelise anong antia antolin anwar anxela anxo anyela
anyelina anyi aoife aparna apolinar aquanetta arantxa arash archana ardeshir aristides arnau arsenio arshad artemio arthit arvind ashwini atieno atticus
auristela austreberto avelino ayo ayumi azadeh azita babar babatunde bahram baljit baltasar balwinder barnaby bartholomew bassam baudilio beckett begona
behnam behrouz belarmino belisario bernabe bernardino bernat bertin bhaskar biel blai boguslaw bolanle boleslaw bongani boonmee bopha brais breixo briar
briggitte brigido bronislaw bushra calixta calixto caoimhe caritina caspian cassius catarino cayetano ceferino celedonio cenobio chabela chandrika chanthou
charo chaska chayito chayton chebet chelo chema chepe chepito chidi chidiebere chidinma chinonso chinwe chioma chipo chukwuemeka chuy chuyita ciaran
cillian cirilo cleofas conrado constantino cormac cosme cosmo crescencia crescencio crisanta crisanto crispin czeslaw dairo daisuke daljit daquan dariush
dashiell dayquan deiby deiner delroy dermot diamantina dietmar dmytro domiciano donaciano donal dontae duvan eamon ebenezer edelmiro edinson edurne efua
ehsan eider eilis ellery emad emerenciana emeterio encarna encarnacion eneko engracia eoin epigmenio escolastica esiquio esme estanislao estiven etelvina
eudald eudoxia euladia eulogia eulogio eunji eunjung eustaquia eustaquio eutimio evarista exiquio ezhno ezzat facundo fahad faisal farai farhad farhiya
farideh farzana farzaneh fatemeh fawzi feliciana fenton fereshteh fergus fidencio filadelfo fionnuala fitz folake fortino francisquita froilan fructuoso
fulgencia fulgencio funmi garazi gaudencio ghassan ghazal ghulam gines giovany gollo golnaz gorka goyo graciano grainne greer guadalupana guifre gumersindo
gunnhild gunther guohua guoqiang gurdeep gurpreet guthrie haisley haitham halvor halyna hanako hanan haneen haoran harish haroon harpreet haruka heiner
heliodoro heraclio herculano hermilo hernando hezekiah hibo hideo higinia higinio hikaru hilarino hildeberto hildegarda hiromi hisham hodan holger hongmei
honorata honorina honorio horacia hosein hossam hossein hyejin hyunjin ibai ichabod idelfonso ifeanyi ifrah iggy ihab ijaz ikaika inaki indalecio ingram
ingvar inocencio iqbal irenea irineo isamu ishaan isolde itziar izaro jader jahmir jamari jaroslaw jaspreet javaid javed jebediah jeferson jemima jericho
jethro jhoan jhon jhonatan jhonny jiahao jianguo jianhua jianjun jihoon jiwoo jiyoung jokin jomo jorgelina joseba josephus jumana junjie jurgen justiniano
juvencio juventina kadeem kaimana kalani kamau kanya kaori karelis kariuki katiuska katsumi kaveh kavitha kawika kazuo keily keiry kelechi kenichi kenyi
keola keyonna khaled khurram kipchoge kiprotich kishore kiyoshi kohana koldo kourosh kuldeep kulwinder kumiko kyungsoo laith laleh lalitha laquisha latha
leidy leire lencha lencho leocadia leocadio leoncia leoncio leonides leonilo leovigildo leszek leydi liesel lindiwe lindolfo liping liudmyla llorenc llucia
lubna lucero lucrecio luzdary luzmila lyudmila macedonio macrina madhavi madhu mahin mahina mahmood mahnaz mahpiya mahsa maialen maicol maikol mairead
majid makena makoa makoto malakai malee malgorzata mandeep manolo manpreet marceliano marcial marciala marciana mariona mariusz markel markell marlenis
marleny marlowe martiniano maryuri masao massoud mauricia maximino maylin mayumi megumi mehrdad mehwish meiling melecio melesio melquiades mencho merce
meritxell meylin midori mieczyslaw mijeong minghao mingzhu minji minjun minoru minseo miroslaw miyuki mohsen mohsin mojgan montse mordecai morteza mostafa
mounir muireann mushtaq mwangi mykhailo mykola nabor nacha nadeem nader nadim nadiya nairobi nakoma nalani naledi nandini naoki naoko naresh naroa naser
nasreen nasrin nasser nataliya nattapong naveed navid navpreet nazanin ndeye neelam nehemiah nekane nelcy nemesia nemesio nepomuceno nereyda niamh nicasio
nighat niloofar niloufar nimco nini niran nirmala nitin nizhoni njeri nkechi nneka noa noboru noelani norbey nwamaka nyambura oaklynn obadiah obdulio
obinna octavius oddvar odhiambo ofe ofelio oihane oisin okechukwu oksana olatz olegario oleksiy olufemi olusegun oluwatobi omid onawa onesima onesimo
oonagh oriol orla osama osiris osneidy otieno otilio oton ottoline padraig pancracio pardeep parisa parminder parveen parvin parviz pascuala patrocinia
pawel petronilo phineas policarpo ponciano pooya posey pramod prasert pratibha preeti priyanka prudencia prudencio przemyslaw pudenciana qasim qiang
quanisha quentavious quim quinlan quique radoslaw raed rafita ragnhild rajwinder ramin rashaun rashmi ratana ravindra raymunda reem regino reinalda
rigoberta rithy rodolfa rogaciano rogelia roisin romualda romulo roque rosmery ruairi rubina ruixue rukhsana rumbidzai ruperta rutilio ryo sabah sabas
sabela sadia sahar salote salustia salustiano samnang sandalio sangeeta sanghoon sanjana santiaga saoirse saroj satoshi saulo savita sawsan secundina
secundino segismundo seojun seoyeon sepideh seraphina serapia serapio shabnam shadi shahin shahla shalini shanique sharada shazia sherif shigeru shinji
shirin shobha shreyas shufen shweta siamak siaosi siegfried siham silveria sinforosa sinforoso sione siriporn sixto slawomir sneha sohrab sokha somchai
somsak soojin sooyoung sophea sopheap sophronia sorcha sotero sothea sridevi srinivas stanislaw stanislawa stellan stiven suad sudha sudhir sugey sukhdeep
sukhwinder suleiman sunghee sungmin supaporn sushila susumu suthep swati tadeusz tadhg taehyung takashi takeshi takoda takumi tallulah tamsin tarek tariq
tarsicio tatenda tavia tavo tawfiq telesforo tencha tencho tendai teodulo teofilo tere tereso terje tetsuo thabo thandiwe thelonius thorvald tiburcio tirso
tonito torcuato toribia toribio tranquilino trygve tsuyoshi tunde uche uchenna ugochi unai urszula uwe uxia uxio uxue vandana vannak varun vasanth vasyl
veasna venancia venancio venkatesh victoriano vidar vijaya vikas viktoriya vinod virgilia vishal vitaliano volker volodymyr vyacheslav waldemar wambui
wanjiku wanjiru warsame wasim weidong weiwei wenceslao wenjing wichai wieslaw wilfrido willington wilmar winema winslow witold wladyslaw wojciech wuilmer
xabier xiana xiaohong xiaoling xiaoming xiaoyan xinyi xiuying xoan xochilt xose xurxo yadiel yamid yamilet yanely yanet yaneth yanling yareli yarelis
yaroslav yaser yasir yefferson yeimi yeison yejin yenifer yesid yessica yevgenia yevgeny yevhen yifan yimmy yingying yoli yolotzin yongho yorman yoselin
younghee youngmi youngsook yovanny yuleisy yuli yulieth yulissa yumiko yuridia yuriy yusleidy yusuke yuxuan zacarias zaynab zbigniew zdzislaw zebulon
zeeshan zeferino zephaniah zhenhua zhiqiang zihan zinnia zohreh zoilita zoya zubair zulfiqar zurine
`)

export const FAMILY_NAMES = list(`
abbott abrams abreu acevedo acosta adams adkins agarwal aguayo aguilar aguilera aguirre ahmed akins alaniz alarcon albright alcantar alcaraz aldana aldridge aleman alexander alfaro ali allen allison almanza almeida almonte alonso alvarado alvarenga alvarez alvira amador amaya anaya anderson andrade
andrews anguiano aponte aquino aragon arana aranda araujo arce archuleta arellano arenas arevalo argueta arias armas armendariz armstrong arnold arredondo arreola arriaga arroyo arteaga atkins atkinson austin avalos avila aviles ayala ayers azevedo baca baez bailey baker baldwin ballard
banks barajas barber barboza barker barnes barnett barrera barrett barrientos barrios barron barry barragan barton bass bastida bates batista bauer bautista baxter beasley bedoya becerra beck becker beltran benavides benitez bennett benson berger bermudez bernal bernard berry betancourt bishop blackburn
blackwell blair blanchard blanco blankenship blevins bolton bonilla booth borges bowen bowers bowman boyd boyle bradford bradley bradshaw brady bravo brennan brewer briggs brito britt brooks browning bruce bryan bryant buchanan buckley buckner buenrostro burch burgess burke burnett burns burrell burris burton bustamante
bustos byrd byrne caballero cabral cabrera caceres cain calderon caldwell calhoun callahan camacho camarena cameron campbell campos canales cannon cano cantrell cantu cardenas cardona carey carlson carmona carney carpenter carr carranza carrasco carrera carrillo carrion carroll carson carter
carvajal carver casas casey castaneda castellan castellano castellanos castillo castro cavazos cazares ceballos cedeno cerda cervantes chacon chambers chan chandler chaney chang chapa chapman chavarria chavez chen cheng cherry chin cho choi chow christensen christian chung cisneros clark clarke clayton clemente clements cline
cobb cochran coffey cohen coleman collier collins colon combs compton concepcion conde conley conner contreras conway cooke cooley cooper copeland corbett cordero cordova corona coronado corrales correa cortes cortez costa costello cote cotto cox craig crawford crespo crosby cruz cuellar cuevas cummings cunningham
curry curtis dalton daniel daniels daugherty davenport davidson davies davila davis dawson deleon decker delacruz delagarza delarosa deleon delgado delgadillo dennis desai diaz dickerson dickson dillard dillon dixon dodson do dominguez donahue donaldson donnelly donovan dorsey doyle drake duarte dudley duffy duke duncan dunlap
dunn duong duran durham dyer eaton echevarria echeverria edwards elliott ellis ellison emerson enriquez erickson escalante escobar escobedo escamilla espinal espinosa espinoza esparza esquivel estes estrada estevez evans everett ewing fajardo farley farmer farrell faulkner felix ferguson fernandez ferreira ferrell ferrer fields figueroa
finley fischer fisher fitzgerald fitzpatrick fleming fletcher flores florez flowers floyd flynn foley fonseca forbes foreman foster fowler franco franklin franks frazier frederick freeman frias friedman frost fry frye fuentes fuller fulton gaines galindo gallagher gallardo gallegos galloway galvan galvez gamble gamboa gamez
garcia gardner garibay garner garrett garrison garza gates gay gentry gibbs gibson gil gilbert gill gilliam gilmore giles glass glenn glover godinez golden goldberg gomes gomez goncalves gonzales gonzalez goodman goodwin gordon gould graham granados grant graves gray green greene greer gregory griffin griffith grimes gross guajardo
guerra guerrero guevara guillen gupta gutierrez guthrie guzman hahn haley hale hall hamilton hammond hampton han hancock hanna hansen hanson hardin harding hardy harmon harper harrell harrington harris harrison hart hartman harvey hassan hatfield hawkins hayden hayes haynes hays heath hebert henderson hendricks hendrix
henry henson herman hernandez herrera herring hess hester hickman hicks higgins hinojosa hill hines hinton ho hobbs hodge hodges hoffman hogan holcomb holden holder holland holloway holman holmes holt hood hooper hoover hopkins hopper horn horne horton house houston howard howe howell huang hubbard huber hudson huerta huff huffman
hughes hull humphrey hunt hunter hurley hurst hurtado hussain hutchinson huynh hyde ibarra ingram irwin islas iyer jackson jacobs jacobson jaimes jain james jaramillo jarvis jefferson jenkins jennings jensen jimenez johns johnson johnston jones jordan joseph joyce juarez justice kane kang kapoor kaufman kaur keith keller kelley kelly kemp kennedy
kent kerr khan kim king kirby kirk klein kline knapp knight knowles knox koch kowalski krueger kumar lam lamb lambert lancaster landry lane lang langley lara larsen larson lawrence lawson le leach leal leblanc lee leon leonard lester levine levy lewis lin lindsey lindqvist little liu livingston llamas lloyd logan londono long
lopez lott lowe lowery lozano lucas lucero luevano lugo luna lynch lynn lyons macdonald macias mack madden maddox madrid madrigal magana mahoney maldonado malone mann manning marin marks marquez marsh marshall martin martinez mason massey mata mathews mathis matos matthews maxwell maya mayer maynard mayo mays mccall mccarthy mccarty mcclain
mcclure mcconnell mccormick mccoy mccray mccullough mcdaniel mcdonald mcdowell mcfarland mcgee mcguire mcintosh mcintyre mckay mckee mckenzie mckinney mcknight mclaughlin mclean mcleod mcmahon mcmillan mcneil mcpherson meadows medina medrano mehta mejia melendez melton mendez mendoza menendez mercado mercer merrill merritt meyer meyers meza michael
middleton miles miller mills miranda mitchell molina monroe montano montes montgomery montalvo montoya moody moon mooney moore mora morales moran moreno morgan morin moreau morris morrison morrow morse morton moses moss mota moya mueller mullen mullins munoz murillo murphy murray myers najera naranjo nash nava navarrete navarro neal negron nelson newman newton
nguyen nichols nicholson nielsen nieto nieves nixon noble noel nolan norman norris norton novak nowak nunez oconnor odell odom odonnell okafor okeefe oliver olivares olivas olivera olsen olson oneal oneill orozco orr ortega ortiz osborn osborne osorio otero owen owens ozuna pacheco pace padilla padron page paige palacios palmer palomino pantoja paredes park parker
parks parra parrish parsons patel patrick patterson patton paul payne paz pearson peck pedraza pena pennington perales peralta pereira perez perkins perry person peters petersen peterson petty pham phan phillips pickett pierce pineda pinto pittman pitts plascencia pollard ponce poole pope porras porter portillo potter potts powell powers pratt preston price prieto prince proctor pruitt puckett
puga pugh puente quezada quinn quinonez quintana quintanilla quintero quiroz ramirez ramos ramsey randall randolph rangel rao rasmussen ray raymond razo reddy reed reese regalado reid renteria resendiz reyes reyna reynolds reynoso rhodes rice rich richard richards richardson richmond rico riddle riggs riley rios rincon rivas rivera rivers roach robbins roberson roberts
robertson robinson robles robledo rocha rodgers rodriguez rodriquez rogers rojas roldan rollins roman romero romo rosado rosales rosario rosas rosen rosenberg ross rossi roth rowe rowland roy rubio ruiz rush russell russo rutledge ryan saavedra saenz salas salazar salcedo saldana salgado salinas salmeron samaniego sampson sanchez sanders sandoval sanford santana santiago santos sandhu
santillan sargent sarmiento saucedo saunders savage sawyer schaefer schmidt schmitt schneider schroeder schultz schwartz scott sears segovia segura sellers sepulveda serna serrano sevilla sexton shaffer shah shannon sharma sharp shaw shelton shepard shepherd sheppard sherman shields short sierra silva silverman simmons simon simpson sims sinclair singh singleton skinner slater sloan small smith
snider snow snyder solano solis solomon soriano sosa sotelo soto sousa souza sparks spears spence spencer stafford stanley stanton stark steele stein stephens stephenson stevens stevenson stewart stokes stone stout strickland strong stuart suarez sullivan summers sutton swanson sweeney sweet sykes tafoya takahashi talley tamayo tanaka tanabe tang tanner tapia tate taylor tejada tejeda tellez terrell terry tham
thomas thompson thornton tirado todd toledo torres tovar townsend tran travis trejo trevino trevizo trujillo truong tucker turner tyler tyson ulloa underwood urbina uribe urrutia valadez valdes valdez valdivia valencia valentin valentine valenzuela valle vallejo vance vang vargas vasquez vaughan vaughn vazquez vega vela velasco velasquez velazquez velez venegas vera verdugo viera vigil villa villagran villalobos villanueva
villarreal villasenor villegas vincent vo vu wade wagner walker wall wallace waller walls walsh walter walters walton wang ward ware warner warren washington waters watkins watson watts weaver webb weber webster weeks weiss welch wells werner west wheeler whitaker whitehead whitfield whitley whitney wiggins wilcox wiley wilkerson wilkins wilkinson william williams williamson
williford willis wilson winters wise wolf wolfe wong woodard woodruff woods woodward wooten workman wright wu wyatt white brown black swift berry block hand beard moody crane bauer beahan wong xiong yamamoto yanez yang yates ybarra yoder york young yu zamarripa zambrano zamora zapata zaragoza zavala zepeda zhang zhao zhou zhu zimmerman zuniga
abbasi abdelaziz abdulaziz abebe abelleira aboud abramov abubakar achebe achterberg addo adesanya adeyemi adjei agbaje aggarwal agirre aguirrezabal agyeman
ahmadi aizpurua ajami ajanel akande akbari akhtar akinola akinwande akkad albarracin albornoz alcaide alekseev alemany alemu alexopoulos aluko alzola amadi
amezaga amini amoah anagnostopoulos anand andreev angelopoulos ankrah annan antoniou antonov anyanwu aoun apaza aranburu aranguren archila arregui asadi
asfour aslam assaf assefa asuquo atallah athanasiou ayestaran ayew ayma ayodele azizi azkarate azzam badawi badia bae bagheri bahrami baidoo baig bajaj
bakr balaguer balam balcazar balderston bandyopadhyay bankole bansal barrenechea barzegar basterra basu basurto batlle batun bazzi bedi bediako bekele
belov benali benet bengoetxea benhaddou benmoussa berhane bhagat bhalla bhardwaj bhargava bhasin bhatnagar bhattacharyya bhutto bista biya bjornstad
boersma bofill bogdanov bohorquez bondarenko boonyarat borisov boutros bouwman bouza brandauer brookhaven bucio buitrago cabanes cahuana calafell calixto
callisaya camejo canche canul capdevila cardozo casademont casals castells castineira catacora catari cauich ccahuana ccori cetz chable chacin chadha
chahine chaiyasit chakrabarti chakraborty chambi chandra chandrasekhar charoensuk chatterjee chaudhary chauhan chavajay chawla chege chernenko chhim chhun
chilufa chirwa choc christodoulou christopoulos chuc chukwu chura cocom colmenares colomer colque condori constantinou couoh couso cusihuaman cutipa dahal
daher dalmau daneshvar danjuma danylenko darwish dasgupta delacroix demetriou deshmukh desta dhaliwal dhillon diakite dimopoulos dirie dixit docampo
doumbia duale dubey durrani ebrahimi echavarri echeverri economou egal egorov eichmann eizaguirre elmasry elmi elsayed emenike erauskin eskandari espindola
esquivias esteve estupinan etcheverry etxeberria euan fabregas fairbrass fakhoury fandino farahani farhadi farre fashola fawaz fayed fedorenko fedorov
ferran figueiro figueres filippov fontanals freixeiro frimpong frolov galeas gamal gamarra ganguly garaikoetxea garba garg gastineau gathoni gaviria
gaztanaga gebre gebremariam gedi georgiou gerasimov getachew ghaffari ghanem ghazal ghimire ghorbani giannopoulos gibert gilani girma gitau goel goikoetxea
gokhale golshani golubev gorostiza gowon grewal grigoriev grisales guadarrama gualdron guarneros guasch gulati guled gurrutxaga gwon haakonsen hamadi
hammad handa haq harb hariri hashemi hashmi hassoun heidari heo hersi higashi hijazi hinestroza hosseini hrytsenko huallpa huaman huamani huanca huarcaya
huchim huitron hussaini husseini ibarguren ibarretxe ibekwe idowu ifeanyi igwe iida ikwuemesi illanes illescas ilyin ingebrigtsen inostroza ioannou
irigoyen iturbe iturriaga itza ivanenko iwasaki iwu izagirre jabbar jaber jadhav jafar jafari jalali jamil jansma javadi jaziri jensson jha jorda kabbani
kalinin kalu kamau kanaan kaneko kapadia karagiannis karanja karimi karpov kassem katsaros kattan kawaguchi kazemi kazmi kebede khalaf khalifa khalili
khatib khattak khosravi khurana kibet kikuchi kimani kinoshita kiplagat kiptoo kiselev kittisak kjeldgaard koech kohli kojima kolesnikov kone konovalov
koutsoukos kovalchuk kovalenko kovalev kozlov kravchenko kravchuk krishnamurthy krylov kudo kuffour kuipers kulkarni kurian kuruvilla kuzmenko kuznetsov
kuznetsova kyriakou lahoud lambropoulos lamichhane larranaga larrazabal lartey lazcano lebedev legarda legarreta limachi lizama llanque llobet llorente
lluch lodhi luevanos lupaca lysenko maalouf mabuza machaca macharia mahdavi mahfouz maina mairena majdalani makarov makgoba makhlouf maksimov malagon
maleki malhotra mamani mansouri maphosa maradiaga marchenko markopoulos marulanda maruyama masip masri mathur matsuoka matveev mavros mayta mazariegos mbah
mbeki mcelhinney mcilroy medvedev mehmood mekonnen melnikov melnyk mendizabal mengistu merchan merlos mikhailov miralles mirzaei mittal miyazaki moghaddam
mohammadi mohamud mokhtari mokoena monsalve montejo monterrubio montserrat moradi morelos morozov mourad moure mousavi moyo mozaffari mpofu mroueh msimang
mughal muguruza mukesh mukherjee mukul mulugeta murata musa mutua mwangi mykhailenko naderi naffah naidu najafi najarro najjar nakajima nakhle nambiar
naqvi narang narayan narayanan natarajan naupari nayak nazari ncube ndungu negash negussie neupane nhem niazi nikitin nikolaev nikolaidis nimer njoroge
nnadi nnaji noguchi nomura norouzi norzagaray novikov nwankwo nweke nwosu nyaga nyarko obasi obeid ochieng odeh odili odukoya oduya ogbonna ogola ogunbanjo
ogunleye oikonomou ojha okeke okello okereke okoli okonjo okoro okoye okpara olabarria oladipo olaizola olaniyan oliynyk omondi onate onwudiwe onyango
onyeka opara orbegozo orlov osagie oshodi osipov ostapenko otaegi otalora otieno otsuka ouellet ouma outeiro oyarzabal oyedepo oyelaran padmanabhan pahlavi
panagiotopoulos panchenko pandya papadakis papadimitriou papageorgiou papanikolaou paracha paraskevopoulos paudel pazmino penalver pereiro pesantez
petrakis petrenko phiri phoeun phongphan piedrahita pietrangeli pillco pokharel polishchuk polyakov ponomarenko ponomarev poudel pousa prats przybyla
puigdomenech pumacahua purohit qabbani qazi quansah quecano quenta quinteros quispe quraishi qureshi radhakrishnan raghavan raghunathan rahal rahmani
rajagopal rajan rajput ramachandran ramakrishnan raman ramaswamy ramezani ranganathan rashidi rastogi rathore rattanakul rebolledo rehman requena respess
rezaei riascos ribas ricardez riera rifai rijal rimachi rizvi robayo roig romanenko romanov rosero rostami roura rovira rudenko ruto rybakov ryu sabogal
sachdeva sadeghi sadiq saetang safavi sagastizabal sagastume sahni sakurai salaberria salehi salibi samatar sandino sanhueza sapkota sarantopoulos sarasola
sarkis savchenko saxena sayegh seijas seixas semenov sengupta seoane seong septien sergeev serrat shahbazi shaheen shalhoub shami shcherbakov shcherbakova
shehadeh shehu shestakov shetty shevchenko shevchuk shimabukuro shimada shirazi shrivastava sibanda sidorov sinchi sirikit sissoko sleiman smirnov smirnova
sobolev sodhi sokolov solaguren solovyov sood sorokin souto sovann srisai srivastava stavrou subramaniam subramanian sugawara sugiyama sulca suleiman
sullca sundaram suwannarat swaminathan sydorenko tabbara taboada tadesse taheri tahir takada takagi takeda takeuchi tamay taneja tannous tapias tarasov
tarres tavakoli taweel teijeiro tekle tembo tesfaye teshome tetteh thakur thankappan theodorou thongchai thorvaldsen ticona tikhonov titov tiwari tizon
tkachenko tkachuk tlapanco tojin tojo torras torrealba torrico touma travers trejos triantafyllou tsakiris tsuchiya tsvetkov tuyub tyagi tymoshenko tziu
tzoc tzompantzi ucan udoh ueda ueno ugwu uicab umeh uppal upreti uranga urkijo ushakov usuga uzoma vaidya valbuena vanderberg vandersloot vanderwal
vankampen vardaman vasconcelos vasilakis vasiliev vasylenko vaziri velandia venkataraghavan venkataraman venkatesan verastegui verdaguer verjan vermeer
viana vilanova vilar vilas vilaseca vilca vinogradov viswanathan vlahos vohra volkov vorobyov vyas wadhwa wafula wanjala warraich warsame wattana waweru
wehbe wlodarczyk woldemariam wongsakul worku xenakis xicotencatl xiu xol yacoub yadav yakovenko yakovlev yakubu yamazaki yassin yasuda yazdani yeom yepes
yohannes yousafzai yujra yupanqui zaidi zaitsev zakharchenko zakharov zaki zamani zand zarco zardari zaydan zelensky zenteno zewde zhukov zoghbi zorrilla
zubeldia zubiaurre zubieta zubizarreta zuleta zulueta zumaya
`)

/** Names that are also words of every day, of a month, a place or a sign of illness: names only beside a title or another name. */
export const ALSO_WORDS = new Set(
  list(`
  al an art ash ava bill bo bob brandy bud candy carol cash chance chase chip christian clay cliff clement colon crystal daisy dale dan dawn dean deb
  destiny dolores don dora drew earnest esperanza eve faith fay felix fidel flor florence frank gay gene genesis german ginger grace grant gus guy harmony harry hazel
  heath herb holly homer honor hope hunter ian iris ivy jack jade jan jay jean jerry jo joy jordan june justice kay ken kim kit lance lee leo lily long lou luna mae major marina mark marsh
  matt max may mercedes mercy melody miles milagros misty modesta modesto nick noel olive opal paris pat patience paz pearl penny perla pete phil pilar placido polly prudence ray reed refugio remedios rich rick river rob rocky rod roman
  ron rosa rosario rose ruby rusty sal salvador sam sandy santos savannah sierra skip socorro soledad sol spencer stella sterling sue summer sunny tab taylor ted terry tim tony trinidad tucker van victor victoria viola violet
  virginia wade ward wayne will woody austin dallas houston phoenix brooklyn charlotte madison jackson lincoln washington georgia carolina dakota israel jesus angel consuelo concepcion asuncion
  white brown black swift block hand beard crane
  autumn precious buddy bubba junior heaven trinity miracle blessing comfort promise journey winter treasure princess duke ace lucky
  andrews banks barber bass becker berry bishop black blanco bond booth boyd brewer brown burns cain calle campos cannon carpenter carr castillo castro chambers cherry church clay cline close coffee cole conde cook cooper corona cortes costa cotton cox
  crane cross cruz curry day dell do duke duran elder english farmer field fields fisher flores flowers foster fox franks freeman frost fry fuentes fuller gates glass glover golden good goodman gray green gross guerra hahn hail hale hall hand harding hardy hart hayes heath
  hill ho holder hood hooper horn house hull hunt hyde kane keen key kidd king kirk knight koch lake lamb land lane lang lara law le leach leal leon levy lin little lima lira llamas love low lugo lyons mack mann marin marks mason mata mayo mays meadows mercado mercer mesa meza mills miranda mora morales moon moss mota munoz nash nava nieves
  noble nunez ortega page palacios palmer paredes park parks parra parson parsons pena person pinto pitts ponce pope porter post potter potts powers pratt price prieto prince puente rangel rao rice rico riddle rios rivas rivera rivers rocha rojas romero roper rosales rosas roth rubio rush savage
  sawyer sears sellers serna serrano shah sharp shepherd shields short sierra simon skinner small snow soto sparks spears staff stark steel steele stein stone stout street strong summers sweet tan tanner tapia tate torres toledo trejo underwood valencia valentine valle vargas vega vela vera villa vo vu wall walls waller ware warner waters watts weaver
  webb weeks wells west wise wolf wong wood woods workman wu yates york young yu alba aurora blanca celeste clara consuelo dulce estela flor gloria guadalupe linda luz mar nieve piedad reina reyes sol vida violeta zona plata cano delgado moreno franco bravo crespo cuevas calvo alegria amor angeles ochoa
  mora rubi segura sosa prado montes navarro ramos rosado soriano salas sierra tirado tovar trujillo luna marina matias domingo mercado garza lopez
  `).filter(
    (word) =>
      ![
        'lopez',
        'garza',
        'trujillo',
        'tovar',
        'munoz',
        'nunez',
        'ortega',
        'rivera',
        'romero',
        'rojas',
        'vargas',
        'navarro',
        'ochoa',
        'morales',
        'torres',
        'parra',
        'serrano',
        'gloria',
        'guadalupe',
        'linda',
      ].includes(word),
  ),
)
