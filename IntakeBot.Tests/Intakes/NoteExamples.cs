namespace IntakeBot.Tests.Intakes;

/// <summary>What may not be kept of a note, and what must not be taken for it, in four languages. Invented, every one.</summary>
internal static class NoteExamples
{
    public static TheoryData<string> Refused { get; } =
    [
        // Numbers, in whatever signs.
        "call 13800", "138 0013 8000", "138-0013-8000", "138.0013.8000", "(010)1234-5678", "010. 1234. 5678", "+86 138 0013", "1 3 8 0 0",
        "1,3,8,0,0,1,3,8,0", "１３８００１３８０００", "٠١٢٣٤٥", "०१२३४", "①③⑧⓪⓪", "⑩⑫⑮", "Ⅰ Ⅲ Ⅷ Ⅴ Ⅴ", "1️⃣3️⃣8️⃣0️⃣0️⃣", "𝟏𝟑𝟖𝟎𝟎", "1\u200B3\u200D8\u20600\uFEFF0",
        "1\u03013\u03018\u03010\u03010", "138\n00138000", "我的电话一三八零零一三八", "一三八〇〇", "幺三八零零", "壹叁捌零零", "打 一 三 八 零 零", "1三8零0", "090ー1234ー5678", "０３の１２３４の５６７８",
        "010ㅡ1234ㅡ5678", "공일공일이삼사오육칠팔", "공일공 일이삼사 오육칠팔", "공일공에 일이삼사에 오육칠팔", "일삼팔령령일삼팔", "ゼロイチゼロイチニ", "ぜろきゅうぜろ いちにさんよん", "ゼロ・キュウ・ゼロ・イチ・ニ",
        "ｾﾞﾛｷｭｳｾﾞﾛｲﾁﾆ", "zero one zero one two", "oh one oh three four", "call oh one oh, one two three four", "Zero-nine-zero one 2", "one, three, eight, zero, zero, one, three, eight, zero", "không chín một hai ba",
        "110101199001011234", "I was born 1990-05-12", "8 digits: 12 34 56 78",

        // Ways to reach somebody.
        "/start", "/erase all", "write me @kim", "＠ｋｉｍ", "kim＠example", "my id kim_1", "find kim1990", "passport M12345", "train G1234", "wx abc", "wx：abc", "WXid", "加我vx", "加微信", "微 信 同号", "ｗｅｃｈａｔ", "WeChat me", "加v聊", "我的qq", "抖音找我",
        "카톡 주세요", "카 톡으로", "카카오톡에 있어요", "위챗으로 말해요", "웨이신 있습니다", "라인으로 해 주세요", "라인 아이디 있어요", "텔레그램으로", "골뱅이 네이버",
        "ⓚⓐⓚⓐⓞ", "kakao talk", "my LINE ID", "LINEで送って", "ラインを教えます", "インスタを見て", "カカオにいます", "telegram only", "t.me/abc", "T . me", "whats app", "my viber", "facebook page",
        "https://example.org", "HTTP ://x", "www.example", "example.com", "see example . com", "example。com", "abc dot com", "예시닷컴", "例子点com", "ドットコム", "foo.kr", "foo.net", "example.xyz/abc", "foo.me/abc", "예시.한국", "kim at gmail", "저의 지메일", "アットマーク",
        "my name is Hana", "제 이름은 하나입니다", "我叫李花。", "我的名字是花", "私の名前は花です",

        // Where she is, as a map says it.
        "42.90, 129.51", "42.9012 129.5123", "N42.90 E129.51", "42°54", "42.9N 129.5E", "북위 42도", "北纬42度", "東経129度", "lat: 42", "8FVC9G8F+5W", "9G8F+5W Yanji", "///filled.count.soap",

        // Addresses.
        "我在吉林省", "延吉市", "住在朝阳区", "和龙县城", "在图们江边的开山屯镇", "东盛村里", "人民路88号", "住人民路", "在人民路上班", "在解放大街", "建设弄3号", "3号楼", "2单元", "龙井市东盛乡", "阳光小区", "延边朝鲜族自治州",
        "東京都", "北海道にいます", "横浜市です", "新宿区", "千葉県", "三丁目", "5番地", "3番5号", "1-2-3", "草津町", "白川村にいる", "中村さん",
        "함경북도 온성", "량강도", "연길시에 살아요", "연길시에서 왔습니다", "서울특별시", "서울시 강남구", "강남구 역삼동", "역삼동에 있어요", "가리봉동 살아요", "온성군 삼봉리", "삼합진에 있습니다", "12번지", "산 12-3번지", "101동 202호", "302호", "세종로 12-3", "강남대로 12길", "회령시입니다", "5인민반",
        "5 Main Street", "12 cold winter road", "at nanjing road", "I am in Chaoyang District", "Renmin Road", "apt 5", "Flat 3b", "room no. 3", "room 305", "building 7", "PO box", "Yanji City",

        // Signs that no hand writes.
        "help \u202Enow", "a\u2066b", "a\u0007b", "a\U000E0041b", "half \uD83D of a pair",
    ];

    public static TheoryData<string> Accepted { get; } =
    [
        "I need a doctor for my child", "My baby has had a fever for 3 days.", "He locks the door at night. I am alone from 9 to 12.", "I cannot go out, only with him", "I have two children, 5 and 7 years old",
        "They are 3, 5, 7 and 9", "My children are 10, 12, 14", "Please hurry, I am afraid", "Someone else has my papers", "No one knows. Everyone sleeps at one.", "I work on the line in a factory", "I heard the road is closed",
        "I live in a small village", "there are 2 men on the street", "She is 8 months pregnant", "Fever 38.5, then 39.2", "He wants 3000 for my papers", "I can read this online at night", "I am sick. Net is slow here", "We are 12 people in one room",
        "the third floor, I cannot leave", "I need insulin", "Thank you \u2764\uFE0F", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 need help", "covid-19", "At 10:30 he is away", "9:00-17:00", "It is not my fault", "2 days no dr", "the village head knows about me", "I do not know the road", "The street is full of men", "I live on a farm", "please answer between 1 and 3 in the afternoon", "He comes back on the 5th",

        "아이가 아픕니다", "아이도 저도 다시 아픕니다", "혼자 나갈 수 없습니다. 남편이 문을 잠급니다.", "3일 동안 먹지 못했습니다", "우리 아이 두 명이 있어요. 5살, 7살", "머리가 아프고 다리도 다쳤어요", "친구도 같이 있어요", "혹시 의사를 만날 수 있습니까", "밤 10시부터 2시까지 혼자입니다",
        "이 일이 오늘 끝납니다", "이사 일이 오늘 있어요", "오이 사이에", "사람이 사는 곳이 아닙니다", "온라인으로 일합니다", "잠자리에 들어요", "추우면 잠자리에 들어요", "남자친구 목소리가 무서워요", "도시에 살고 싶어요", "우리 집에 있어요", "학교로 3명이 갑니다", "강제로동입니다", "아동입니다", "열두시입니다", "구사일생",
        "말이 통하지 않습니다", "약이 있어야 합니다", "배고프면 우리 아이가 웁니다", "삼촌에게 맞았어요", "강제노동에 있어요", "남자친구예요", "뒷문입구에서", "농촌에 살아요", "읍에서 사람들이 왔습니다", "저녁 일곱시에 있어요", "우리 동네에 의사가 없습니다", "감시하는 사람이 두 명 있습니다", "임신 팔 개월입니다", "그 사람들이 돈을 달라고 합니다", "고향에 가고 싶지 않아요", "길에서 잡힐가 무섭습니다", "아이를 호구에 올리지 못했습니다",

        "孩子病了，需要医生", "我不能出门，他把门锁了", "我有两个孩子，一个五岁，一个三岁", "请快一点，我很怕", "我走路很慢，脚疼", "我在城市里，不认识路", "回家的路上他打我", "我们村里的人都知道", "在农村，没有医院", "孩子不能上学，没有户口", "我想去超市买药", "他每天晚上十点回来", "小区的门锁着",
        "我怀孕八个月了", "三五个人看着我", "这个地区没有医生", "我不知道怎么走", "去市场买菜", "家乡的妈妈病了", "我要镇痛药", "省钱给孩子看病", "发烧39度5", "一二三岁的孩子", "我很怕。中国话不会说", "有男女区别", "我叫他走，他不走", "信号不好", "挂号要钱", "县里来人了", "去镇上要走两个小时", "他在县城上班", "乡下没有车", "我在路边等", "学校在街对面", "家在农村", "弄不好会出事", "走投无路了", "我住的县里没有医院", "那村里没有水", "在回家的路上", "孩子10岁、12岁",

        "子どもが熱を出しています", "外に出られません。夫が鍵をかけます。", "子どもが二人います。五歳と三歳です。", "お母さんにご飯をあげたい", "医者に行きたいです", "夜9時から11時まで一人です", "この地区には病院がありません", "この町に来たばかりです", "小さな村にいます", "都市に行きたい", "オンラインで働いています", "熱が39度5分あります", "お父さんにしごとがない",
        "兄さんにさんざん言われた", "道がわかりません", "妊娠八か月です", "村の人が見ています", "町まで歩いて二時間です", "市場で働いています", "村長がこわいです", "姉さんにごめんと言いたい", "市役所はこわいです", "田舎町です", "だれにも言わないでください", "いちにちに二回たたかれます", "ここにいちばん長くいます", "男女の区別があります", "食べ物がありません", "は\u3099んこ\u3099はんがない",

        "Con tôi bị ốm, cần bác sĩ", "Tôi không ra ngoài được", "Tôi có hai con, năm tuổi và ba tuổi",
    ];
}
