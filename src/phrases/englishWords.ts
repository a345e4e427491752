/**
 * English words that stand in Chinese text as they are, and could be read as pinyin or initials of something. Those that
 * are as good a pinyin (can, fan, men) are left to it.
 */
export const englishWords: ReadonlySet<string> = new Set(
  `a about access account action admin age agent ai air alert all alpha an and android any api app apple are area arm art
  as ask at auto back bank base be best beta big bit block blog board book bot box brand build bus business but buy by cad
  call camera car card case cash cell center chain change chart chat check chip city class clean click client close cloud
  club code comment company computer config content copy core cost count course cpu create css csv customer data database
  date day debug default delete demo desk device dialog digital docker document domain done dos down download drive driver
  earth easy edge edit email end engine english enter error event every excel expo eye face fact file film filter find fire
  first flag flash flow font for form free from full game gas get git global go good google gpt gpu green group guide hand
  hard has have head health help her here high his home host hot hour house how html http icon id idea if image in index
  info input install internet into intranet ios ip is it item java job json jump just key kit know lab land laptop large
  last led let level library life light like line link linux list live local lock log login logo look loop machine mail
  main make map mark market master max media meeting memory menu message mobile mode model money monitor month more most
  move movie music my name need net network new news next no node not note now npm number of off office ok old on one
  online only open option or order other our out over page paper park part password paste path pay pdf people phone photo
  php plan play plus png point pop post power ppt print product program project public push python query quick rate react
  read real red report reset right road robot role root route run safe sale same save scale school screen script sdk
  search see server service set share shop show sign site size skill sms so soft some sound source spa space speed sql star
  start state station step stock stop store street study style submit summit sun super support system table tablet tag task
  team tech test text thank that the their them then there this time tip title to token tool top total tour town track
  trade train tree trip true txt type ui up update upload url usb use user value version very video view vip virus visit
  vlog voice vr vue wait walk wall want was water way we web website week well what when where which who wifi will windows
  wiki wind with word work world wps write xls xml year yes you your zero zip zone zoom`
    .trim()
    .split(/\s+/),
);
