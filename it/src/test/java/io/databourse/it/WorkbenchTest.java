package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A bank's researcher at the workbench: questions and a script beside an oil company's data, under
/// the contract that `./bourse demo oil` left.
class WorkbenchTest {
    private static final String QUESTION =
            "SELECT area, sum(litres) AS litres_sum, count(*) AS days FROM data GROUP BY area";

    @RegisterExtension static final Browsers BROWSERS = new Browsers("workbench");

    /// The second demo may have been played by other tests.
    @BeforeAll
    static void sell() throws IOException, InterruptedException {
        if (room().isEmpty()) {
            Bourse.Run demo = Bourse.run("demo", "oil");
            assertThat(demo.exit()).as(demo.output()).isZero();
        }
    }

    private static String contract() throws IOException, InterruptedException {
        return room().orElseThrow();
    }

    /// The newest contract with a room.
    private static Optional<String> room() throws IOException, InterruptedException {
        for (JsonNode each : Client.as("bank").get("/contracts").body().path("items")) {
            if (each.at("/policy/room").isObject()
                    && each.path("state").asText().equals("ACTIVE")) {
                return Optional.of(each.path("id").asText());
            }
        }
        return Optional.empty();
    }

    private static long left(String contract) throws IOException, InterruptedException {
        return Client.as("bank")
                .get("/contracts/" + contract + "/quota")
                .body()
                .path("available")
                .asLong();
    }

    @Test
    void a_question_is_tried_on_made_up_rows_for_nothing_then_run_for_one_unit()
            throws IOException, InterruptedException {
        String contract = contract();
        long before = left(contract);
        Browser bank = BROWSERS.as("bank").open("/workbench");
        bank.follow("workbench/" + contract);
        assertThat(bank.text("granted")).contains("station_id", "litres").contains("实体", "度量");

        bank.write("sql", QUESTION);
        bank.click("dry-run");
        bank.seeState("run-state", "DELIVERED");
        assertThat(bank.text("run-card")).contains("合成数据 SYNTHETIC", "正式运行的估计");
        assertThat(left(contract)).isEqualTo(before);

        bank.click("run");
        bank.seeText("谁会知道什么", "沙箱规则");
        bank.click("run-confirm");
        bank.seeNoTextIn("run-card", "SYNTHETIC");
        bank.seeState("run-state", "DELIVERED");
        assertThat(bank.text("run-card")).contains("结果只在买方节点上，交易所没有副本").doesNotContain("SYNTHETIC");
        assertThat(bank.text("result-rows")).isEqualTo("4");
        assertThat(left(contract)).isEqualTo(before - 1);
        assertThat(bank.text("runs")).contains(QUESTION);
    }

    @Test
    void a_changed_script_is_another_version_that_the_owner_has_not_approved()
            throws IOException, InterruptedException {
        Browser bank = BROWSERS.as("bank").open("/workbench/" + contract() + "?mode=script");
        bank.seeState("algorithm-state", "APPROVED");

        bank.append("script", "\n# one more line\n");
        bank.click("dry-run");
        bank.seeText("先登记为新版本");
        String number = "9." + System.currentTimeMillis();
        bank.type("algorithm-number", number);
        bank.click("register");
        bank.seeState("algorithm-state", "DRAFT");
        bank.click("dry-run");
        bank.seeState("run-state", "REFUSED");
        assertThat(bank.text("run-card")).contains("脚本尚未批准");
        bank.click("submit-algorithm");
        bank.seeState("algorithm-state", "SUBMITTED");
        bank.click("deprecate-algorithm");
        bank.seeState("algorithm-state", "DEPRECATED");
    }
}
