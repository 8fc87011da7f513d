package io.databourse.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who gets into the console, and how it speaks to those who do not.
class ConsoleDoorTest extends ConsoleCase {
    @Test
    void nothing_but_the_log_in_is_shown_to_strangers() throws Exception {
        hold(1, Map.of("answer.txt", "secret"));
        for (var path :
                List.of(
                        "/",
                        "/reviews",
                        "/reviews/job-1",
                        "/reviews/job-1/files/answer.txt",
                        "/results")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/login");
        }
        assertThat(post("/login", "name", "wang", "password", "li-password").statusCode())
                .isEqualTo(403);
    }

    @Test
    void other_sites_cannot_speak_to_the_console() throws Exception {
        var answer = send(request("/login").header("Origin", "http://evil.example"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
    }

    @Test
    void the_page_speaks_the_browsers_language_or_the_chosen_one() throws Exception {
        assertThat(
                        send(request("/login").header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8"))
                                .body())
                .contains("<h1>登录</h1>");
        assertThat(send(request("/login").header("Accept-Language", "de")).body())
                .contains("<h1>Log in</h1>");
        var chosen = get("/login?lang=zh").headers().firstValue("Set-Cookie").orElse("");
        assertThat(send(request("/login").header("Cookie", chosen.split(";", -1)[0])).body())
                .contains("<h1>登录</h1>");
    }

    @Test
    void why_something_is_not_taken_is_said_in_the_pages_language() throws Exception {
        hold(1, Map.of("answer.txt", "1"));
        logIn("wang");
        assertThat(get("/nowhere").body()).contains("There is no such page");
        language = "zh";
        assertThat(get("/nowhere").body()).contains("没有这个页面").doesNotContain("HTTP");
        String[] fields = {"form", "", "decision", "reject", "password", "wang-password"};
        assertThat(post("/reviews/job-1", fields).body()).contains("请求不是来自本控制台");
        fields[1] =
                all(get("/reviews/job-1").body(), "name=\"form\" value=\"([^\"]*)\"").getFirst();
        assertThat(post("/reviews/job-1", fields).body()).contains("请写明理由");
        fields[5] = "x";
        assertThat(post("/reviews/job-1", fields).body()).contains("姓名或密码不对");
    }

    @Test
    void after_ten_wrong_passwords_even_the_right_one_waits() throws Exception {
        for (int i = 0; i < 10; i++) {
            post("/login", "name", "wang", "password", "x" + i);
        }
        assertThat(post("/login", "name", "wang", "password", "wang-password").body())
                .contains("Too many");
        language = "zh";
        assertThat(post("/login", "name", "wang", "password", "wang-password").body())
                .contains("密码错误次数过多");
    }
}
