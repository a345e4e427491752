/** Provinces, large cities, regions and rivers, and what only one place has. */
const places =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门|' +
  '石家庄|太原|沈阳|大连|长春|哈尔滨|南京|杭州|宁波|合肥|福州|厦门|南昌|济南|青岛|郑州|武汉|长沙|广州|深圳|南宁|海口|成都|贵阳|昆明|拉萨|西安|兰州|西宁|银川|乌鲁木齐|苏州|无锡|义乌|' +
  '京津冀|长三角|珠三角|粤港澳|大湾区|成渝|雄安|浦东|长江|黄河|淮河|珠江|海河|太湖|洞庭|鄱阳|三江|秦岭|东北|西部|中部|东部|兵团|两岸|江淮|齐鲁|荆楚|八桂|琼|滇|黔|赣|皖|闽|豫|鄂|湘|陇|粤|沪|渝|蜀|川渝|欧亚|东盟|中亚|欧洲|非洲|亚太|美国|俄罗斯|中欧|乌克兰|塔里木|高原';

/** Persons of today, and organs that are said of one day's news. */
const persons =
  '李强|李克强|孙春兰|赵乐际|王沪宁|蔡奇|丁薛祥|李希|韩正|李书磊|石泰峰|何立峰|张国清|王毅|胡春华|陈文清|王小洪|李干杰|吴政隆|谌贻琴|铁凝|尹力|陈吉宁|刘国中|李鸿忠|武维|何维|主任[王沈张李]|总书记|主席|总理|委员长|部长|代表团|记者|央视|总台|新华|清华|北京大学|科学院|中科院|公司$';

/** What belongs to one year, plan, meeting or campaign. */
const passing =
  '今年|去年|明年|上半年|下半年|季度|年来|年以来|收官|开局|十四五|十三五|二[〇○]|两会|春节|国庆|元旦|亚运|进博|冬奥|全运|世博|服贸会|抗战|周年|疫情|新冠|党纪学习|主题教育|学习教育|学查改|专题学习|一五五';

/** Names of places. */
export const placeNames = new RegExp(places);
/** Names of persons, and words of reporting. */
export const personNames = new RegExp(persons);
/** What is over with the year. */
export const ofOneYear = new RegExp(passing);
