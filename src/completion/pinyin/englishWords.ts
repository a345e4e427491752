/**
 * English words and abbreviations that stand in Chinese text as they are, and could be read as pinyin or initials of
 * something. Those that are as good a pinyin (can, fan, men) are left to it, as are two consonants (gb for 干部).
 */
export const englishWords: ReadonlySet<string> = new Set(
  `a able about access account acm act action add admin after again against age agent ago agree ai aigc air alert all
  allow alpha also always am amoled among an and android animal ansible answer any apec api app appear apple are area
  arm arrange art as asic ask at atom auto babel baby back bad ball band bank bar base bash basic bat be bear beat bed
  been before began bell bert best beta better between big bim bird bit black block blog blood blow blue bmp board boat
  body bom book born bot both bottom box boy branch brand bread break broad broke brother brought brown bug bugs build
  bun burn bus business busy but buy by cad call cam camera camp capital captain car card carry case cash cat catch cba
  ccc cell cent center centos century certain cfo chain chair change character charge chart chat check chick chief
  child children chip choose chord circle city claim clang class clean clear click client clock close clothe cloud club
  cmake cmo cnc cnn coast coat code cold collect colony color come comment common company compare complete computer
  config connect consonant contain content continue control coo cook cool copy core corn corner correct cost cotton
  could count country course cow cpi cpu crease create crm crop cross crowd cry css csv cto curl current customer cut
  cypress dad dark data database date day ddl dead deal dear death debug decimal deep default degree delete demo depend
  describe desert design desk determine device dialog did differ digital direct distant dna dns do doc docker doctor
  document docx does dog dollar domain done door dos dota double down download draw dream dress drive driver drop dry
  duck during each ear early earth east easy eat edge edit effect egg eight either element else email emba end enemy
  energy engine english enough enter equal erp error eslint etc etf event every exact example excel except excite
  exercise expect experience expo eye face fact fall family famous far farm fast fat father fear feature feed feel feet
  fell felt few file film filter find fire first flag flash flat flink floor flow flower fly follow font food foot for
  force forest form forward found four fpga free fresh from front fruit full fun game garden gas gather gbp gcc gdp
  general gentle get git glad glass global gmp go golang gold gone good google got gps gpt gpu grafana grand grass gray
  great green grew ground group grow gsp guess guide had hadoop hair half hand happen happy hard harmony has hat have
  hdd head health hear heard heart heat held helm help her here high his hkd hold hole home hope horse host hot hour
  house how html http hundred hunt hurry icon id idea if image in index info input install internet into intranet ios
  ip is it item java jest job joy jpg json jump just kafka keep kept key kit knew know kotlin kpi kubernetes lab lady
  land laptop large last law lay lcd lead learn least led left leg length less let letter level library life lift light
  like line link linux list listen little live local lock log login logo logstash look loop lost lot loud low lte
  machine macos magnet mail main major make many map mark market mass master match material matter max may mba meant
  meat media meet meeting melody memory menu mes message metal method middle might milk mind miss mix mobile mode model
  modern moment money mongo monitor month moon more morning most mother motion mount mountain mouth move movie mpg much
  music must my mysql name nas nation nato natural nba near necessary neck need neighbor net network new news next nfc
  night no node noon nor north nose not note notice noun now npc npm number numeral object of off offer office often oh
  ok okr old oled on once one online only opec open operate opposite option or oracle order organ other our out over
  own oxygen paas page paint pair paper paragraph parent park part party pass password past paste path pattern pay pct
  pdf people perhaps perl person phd phone photo php phrase pick pitch place plain plan plane planet plant play plc
  please plus png pnpm poem point poor pop port position post postgres postman pound power ppi ppt pptx practice
  prepare present press prettier pretty print probable problem process produce product program project proper property
  protect public pull push put python quart query quick quotient race radio raise ram rar rate rather reach react read
  ready real reason record red redis remember repeat reply report represent reset rest result rich right ring rmb rna
  rnn road robot rock role roll rom room root rope rose round route row rub ruby run rust saas safe said sail sale salt
  same sand sass sat save saw say scale school sci science score screen script sdk search season seat second see seed
  seem segment select selenium self sell send sent sentence separate server service set settle shall shape share sharp
  sheet shell ship shoe shop shore short should shoulder shout show sight sign silent similar simple since sing single
  sister sit site six size skill sky sleep slow small smart smell smile sms snow so soc soft soldier solve some son
  soon sop sound source south spa space spark speak speech speed spell spend spoke spot spread sql sqlite square ssd
  ssh ssl stand star start state station stay stead steam steel step stock stone stood stop store story strange stream
  street stretch strong study style subject submit substance subtract success such sudden sugar suggest suit summer
  summit sun super supply support surface syllable symbol system table tablet tag tail talk tall tar task tcp teach
  team tech teeth tell temperature ten term terraform test text than thank that the their them then there these they
  this those though thought thousand three through throw time tiny tip title tls to together token told toml tone too
  took tool top total touch tour toward town track trade train tree triangle trip trouble true try tube turn twenty two
  txt type ui up update upload url usb use user value version very video view vip virus visit vlog voice vr vue wait
  walk wall want war warm was wash watch water way we wear weather web webpack website week weight well went were west
  wget what wheel when where whether which who whole whose why wifi wiki will wind windows with wonder wood word work
  world wps write wrong wrote wto xls xlsx xml yaml yard yarn year yellow yes yet you young your zero zip zone zoom`
    .trim()
    .split(/\s+/),
);
