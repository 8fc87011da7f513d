package io.databourse.web.job;

import static io.databourse.web.job.Reports.NOON;
import static io.databourse.web.job.Reports.buckets;
import static io.databourse.web.job.Reports.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.dispatch.JobState;
import io.databourse.dispatch.PartyProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartyProgressCardTest {
    @Test
    void buckets_pace_time_left_and_bytes_of_a_report_are_shown() {
        Pace pace = Pace.of(buckets(0, 0)).after(buckets(20, 10));

        assertThat(text(buckets(20, 10), Map.of("p2", pace), NOON.plusSeconds(10)))
                .contains("求交", "20 / 100 分桶", "每秒 2.0 分桶", "本阶段约剩 40 秒", "已发送 3.2 MB，已接收 1.5 kB");
    }

    @Test
    void without_a_pace_there_are_the_bytes_alone() {
        PartyProgress once = buckets(20, 10);

        assertThat(text(once, Map.of("p2", Pace.of(once)), NOON.plusSeconds(10)))
                .contains("20 / 100 分桶", "已发送 3.2 MB")
                .doesNotContain("每秒", "约剩", "没有");
    }

    @Test
    void a_peer_without_a_sign_of_life_is_told_by_its_name_and_with_the_limit() {
        assertThat(text(said("silent:p2", 12, 20, "seconds", 0), Map.of(), NOON))
                .contains("已 12 秒没有收到 Huadong Airlines 的任何消息；满 20 秒则结束本次尝试并重试")
                .doesNotContain("silent", "12 / 20");
    }

    @Test
    void a_node_that_says_nothing_itself_is_noticed_while_the_job_runs() {
        Instant later = NOON.plusSeconds(45);

        assertThat(text(buckets(20, 0), Map.of(), later)).contains("该节点已有 45 秒没有消息");
        assertThat(
                        new PartyProgressCard(
                                        JobState.FAILED, List.of(buckets(20, 0)), Map.of(), later)
                                .getElement()
                                .getTextRecursively())
                .contains("已停止")
                .doesNotContain("没有消息");
    }

    private static String text(PartyProgress said, Map<String, Pace> paces, Instant now) {
        return new PartyProgressCard(JobState.RUNNING, List.of(said), paces, now)
                .getElement()
                .getTextRecursively();
    }
}
