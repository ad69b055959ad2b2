namespace IntakeBot.Cli;

/// <summary>Thirty invented intakes: every level, every language, children, complaints, and each oddity that staff must recognise.</summary>
internal static class DemoPeople
{
    private const string Rest = " made.none sentback.no held.no want.talk where.china window.evening helper.woman";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("ko", 0, "danger.today who.me age.adult health.none free.no made.body sentback.soon held.yes papers.none want.protection where.china window.night helper.woman"),
        new("zh", 0, "danger.today who.me_and_child age.adult health.baby_pain free.no made.live sentback.not_now held.yes papers.kept want.doctor want.protection where.china window.- helper.woman"),
        new("en", 1, "danger.today", HasNumber: false),
        new("ko", 0, "danger.days who.child_alone health.sick free.with_someone" + Rest + " papers.none child_reg.no child_school.no_papers"),
        new("vi", 0, "danger.not_now who.me age.under_18 health.baby_pain free.no made.body made.live sentback.no held.yes papers.kept want.doctor where.china window.morning helper.woman"),
        new("ja", 2, "danger.days who.me age.adult health.sick free.yes papers.have" + Rest),
        new("ko", 1, "danger.days who.me age.adult health.none free.with_someone papers.kept" + Rest),
        new("zh", 1, "danger.not_now who.me age.under_18 health.none free.no papers.kept" + Rest, Note: "我不敢出门。<b>救</b>\u202E123\u202C 谢谢"),
        new("en", 0, "danger.days who.someone_else age.adult health.medicine free.yes papers.none" + Rest),
        new("vi", 3, "danger.not_now who.me age.adult health.baby free.with_someone papers.none" + Rest, HasNumber: false),
        new("ko", 0, "danger.not_now who.me_and_child age.adult health.none free.yes made.work sentback.no held.no papers.none child_reg.no child_school.no_papers want.child where.china window.day helper.anyone"),
        new("ko", 4, "danger.not_now who.me_and_child age.adult health.medicine free.with_someone papers.none child_reg.afraid child_school.no_other" + Rest),
        new("zh", 2, "danger.not_now who.child_alone health.none free.yes papers.none child_reg.unknown child_school.too_young" + Rest),
        new("zh", 1, "danger.not_now who.me age.adult health.medicine free.yes papers.none" + Rest),
        new("ja", 1, "danger.not_now who.me age.adult health.none free.with_someone papers.have" + Rest),
        new("en", 3, "danger.- who.me age.- health.- free.- papers.none" + Rest),
        new("ko", 2, "danger.not_now who.me age.adult health.none free.yes papers.none want.place" + Rest),
        new("vi", 1, "danger.not_now who.me age.adult health.medicine free.yes papers.have" + Rest),
        new("ko", 0, "danger.not_now who.me age.adult health.none free.yes papers.have" + Rest),
        new("zh", 5, "danger.not_now who.me age.adult health.none free.yes papers.have want.unknown where.on_the_way window.any helper.anyone made.work sentback.no held.no"),
        new("en", 6, "danger.not_now who.someone_else age.adult health.none free.yes papers.have" + Rest),
        new("ja", 0, "danger.not_now who.me age.adult health.none free.yes papers.have made.none sentback.no held.no want.talk where.korea_japan window.any helper.anyone"),
        new("ko", 3, "danger.not_now who.me age.adult", HasNumber: false),
        new("vi", 2, "danger.not_now who.me age.adult health.none free.yes papers.have" + Rest, Oddity: "busy"),
        new("zh", 0, "danger.days who.me age.adult health.none free.yes papers.have" + Rest, HasNumber: false, Oddity: "flood"),
        new("en", 0, "danger.not_now who.me age.adult health.none free.yes papers.have child_reg.no" + Rest, HasNumber: false, Oddity: "flood"),
        new("ko", 1, "danger.not_now who.me age.adult health.none free.yes papers.have" + Rest, Oddity: "tampered"),
        new("en", 0, "harm.money harm.threat harm_danger.days harm_who.chat harm_still.yes harm_age.adult harm_want.stop", Form: 1),
        new("ko", 1, "harm.body harm_danger.not_now harm_who.met harm_still.no harm_age.under_18 harm_want.talk", Form: 1),
        new("zh", 2, "harm.told harm_danger.not_now harm_who.unknown harm_still.unknown harm_age.- harm_want.know", Form: 1),
    ];
}
