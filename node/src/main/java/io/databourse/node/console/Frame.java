package io.databourse.node.console;

import io.databourse.node.masking.People;
import io.databourse.plugin.Text;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What stands around every page.
record Frame(String node, Call call, Optional<Sessions.Session> session) {
    /// As on the exchange's pages, so that both show the same deadline.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                    .withZone(ZoneId.of("Asia/Shanghai"));

    private static final Set<String> REVIEWS = Set.of("reviews", "scripts");

    Language language() {
        return call.language();
    }

    String say(String zh, String en) {
        return language().say(zh, en);
    }

    String say(Text text) {
        return say(text.zh(), text.en());
    }

    String time(Instant instant) {
        return TIME.format(instant);
    }

    void show(int status, String title, String body) throws IOException {
        call.send(
                status,
                "text/html",
                """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s · %s</title>
                <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css"></head>
                <body><header><strong>%s</strong>%s</header><main><h1>%s</h1>
                %s</main><footer>%s</footer></body></html>
                """
                        .formatted(
                                language().tag(),
                                Html.text(title),
                                Html.text(node),
                                Html.text(node),
                                menu(),
                                Html.text(title),
                                body,
                                say("时间均为北京时间（UTC+8）", "All times are Beijing time (UTC+8)")));
    }

    /// What the user did is not taken, and why.
    void refuse(int status, String why) throws IOException {
        var path = call.path();
        var isReview = path.size() == 2 && REVIEWS.contains(path.getFirst());
        show(
                status,
                say("未受理", "Not taken"),
                "<p class=\"problem\">%s</p><p>%s</p>"
                        .formatted(
                                Html.text(why),
                                Html.link(
                                        isReview ? "/" + String.join("/", path) : "/",
                                        say("返回", "Back"))));
    }

    private String menu() {
        var other =
                Html.link(
                        language() == Language.ZH ? "?lang=en" : "?lang=zh", say("English", "中文"));
        return session.map(who ->
                        """
                        <nav>%s</nav><form method="post" action="/logout">%s
                        <button>%s · %s</button></form>\
                        """
                                .formatted(
                                        places(who.who()) + other,
                                        field(who),
                                        Html.text(who.name()),
                                        say("退出", "log out")))
                .orElse("<nav>" + other + "</nav>");
    }

    private String places(People.Person who) {
        return (who.reviews() ? Html.link("/reviews", say("结果审核", "Reviews")) + " " : "")
                + Html.link("/results", say("结果", "Results"))
                + " "
                + (who.administers() ? Html.link("/reads", say("查阅记录", "Reads")) + " " : "");
    }

    /// The field that every form brings.
    static String field(Sessions.Session session) {
        return "<input type=\"hidden\" name=\"form\" value=\"%s\">".formatted(session.form());
    }
}
