using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

/// <summary>What may not stand in a reply, by kind: three or more in English, Korean, Chinese, Japanese and Vietnamese. Invented, every one.</summary>
internal static class ReplyExamples
{
    public static readonly IReadOnlyList<(ReplyFindingKind Kind, string Tag, string[] Texts)> Bad =
    [
        (ReplyFindingKind.Identifying, "en", ["My name is Hana.", "Write to @hana", "Look at example.com", "Call 13800138", "It is 5 Main Street"]),
        (ReplyFindingKind.Identifying, "ko", ["제 이름은 하나입니다", "카톡으로 말하십시오", "번호는 공일공일이삼사입니다", "연길시에서 왔습니다"]),
        (ReplyFindingKind.Identifying, "zh", ["我叫李花。", "加微信", "电话一三八零零一三八", "人民路88号"]),
        (ReplyFindingKind.Identifying, "ja", ["私の名前は花です", "LINEで送って", "ゼロイチゼロイチニにかける", "三丁目です"]),
        (ReplyFindingKind.Identifying, "vi", ["Xin gọi 0912 345 678", "Tìm hana_1 trên zalo", "không chín một hai ba", "Xem t.me/hana"]),

        (ReplyFindingKind.PlaceAndTime, "en", ["Be at the station at 3 pm.", "Come to the market tomorrow", "The bridge, 10:30", "A woman is at the church on Sunday"]),
        (ReplyFindingKind.PlaceAndTime, "ko", ["래일 역 앞에서 봅시다", "시장에 3시에 오십시오", "오늘 밤에 다리 밑으로", "병원에 오전에 가십시오"]),
        (ReplyFindingKind.PlaceAndTime, "zh", ["明天在车站等", "下午三点到超市", "周日去教堂", "医院门口，3点"]),
        (ReplyFindingKind.PlaceAndTime, "ja", ["明日、駅で会いましょう", "3時に病院の入口", "夜、公園に来てください", "教会は日曜です"]),
        (ReplyFindingKind.PlaceAndTime, "vi", ["Ngày mai ở nhà ga", "Đến chợ lúc 3 giờ", "Tối nay trước cổng trường", "Bệnh viện, 10:30"]),

        (ReplyFindingKind.Forbidden, "en", ["We called the police.", "You can escape", "You are a refugee", "A policeman is there", "the embassies", "to North Korean people", "our broker", "police2"]),
        (ReplyFindingKind.Forbidden, "ko", ["경찰에 말했습니다", "탈북한 사람", "대사관에 갑니다", "브로커가 있습니다", "북한에서", "인신매매"]),
        (ReplyFindingKind.Forbidden, "zh", ["我们报了警察", "你可以逃跑", "难民", "去大使馆", "朝鲜人", "蛇头", "叫police来"]),
        (ReplyFindingKind.Forbidden, "ja", ["警察に言いました", "逃げてください", "難民です", "大使館へ", "北朝鮮から", "ブローカー"]),
        (ReplyFindingKind.Forbidden, "vi", ["Chúng tôi báo công an", "Bạn hãy bỏ trốn", "người tị nạn", "đại sứ quán", "Triều Tiên", "môi giới", "goi cong an"]),

        (ReplyFindingKind.NeverAsk, "en", ["Please send us a photo", "Send your passport", "Share your live location", "Where are you now?", "You have to pay us", "Take a picture of the room"]),
        (ReplyFindingKind.NeverAsk, "ko", ["사진을 한 장 보내 주십시오", "신분증이 있습니까", "지금 어디에 있습니까?", "돈을 조금 보내십시오", "현재 위치를", "얼굴을 보여 주십시오"]),
        (ReplyFindingKind.NeverAsk, "zh", ["请发一张照片", "身份证带了吗", "发一下你的位置", "你在哪里？", "先付钱", "给我们一点钱"]),
        (ReplyFindingKind.NeverAsk, "ja", ["写真を一枚送ってください", "パスポートはありますか", "位置情報を出してください", "今どこにいますか。", "お金を少し送ってください", "顔を見せて"]),
        (ReplyFindingKind.NeverAsk, "vi", ["Hãy gửi một tấm ảnh", "Bạn có hộ chiếu không?", "Cho biết vị trí của bạn", "Bạn đang ở đâu?", "Hãy chuyển tiền", "chụp hình căn phòng"]),

        (ReplyFindingKind.Promise, "en", ["We will come soon.", "We guarantee it", "Trust us", "You will be safe", "I promised it", "We'll come"]),
        (ReplyFindingKind.Promise, "ko", ["우리가 데리러 갑니다", "약속합니다", "반드시 됩니다", "걱정하지 마십시오", "안전을 보장합니다"]),
        (ReplyFindingKind.Promise, "zh", ["我们会来接你", "我们保证", "你放心", "一定会好的"]),
        (ReplyFindingKind.Promise, "ja", ["迎えに行きます", "約束します", "必ずできます", "心配いりません"]),
        (ReplyFindingKind.Promise, "vi", ["Chúng tôi sẽ đến", "Chúng tôi hứa", "Bạn yên tâm", "chắc chắn được"]),
    ];

    /// <summary>Looks like one of the above and is none.</summary>
    public static TheoryData<string> Good { get; } =
    [
        "Would you like some grapes?", "One grape is enough.", "The therapist has time tomorrow.", "He copes well.", "A compass, not a promenade", "The parking is full today",
        "The station is big.", "Is the market open?", "Tomorrow is fine.", "Is 3 pm good for you?", "Does your child go to school?", "Is the baby 3 months old?",
        "We ask for no money and no photos.", "The gate to it is time.", "I'd like to know.", "Can the two of you look here in the morning?",
        "아이가 3살입니까?", "내일 다시 보십시오", "시장이 열렸습니까?", "또한 시작할 수 있습니까?", "세 시간 걸립니다", "약이 있습니까?", "우리는 돈도 사진도 바라지 않습니다",
        "孩子三岁吗？", "可以早一点看吗？", "明天方便吗？", "你有照片吗？", "我们不要钱", "车站人多吗？",
        "子どもは三歳ですか。", "明日また見てください。", "写真はいりません。", "三時間かかります。",
        "Tin an toàn hơn.", "Bạn yêu cầu điều gì ngày mai?", "Bạn chưa đọc?", "Anh ấy khỏe không?", "Ngày mai xem lại.", "Con có ganh tị không?",
    ];
}
