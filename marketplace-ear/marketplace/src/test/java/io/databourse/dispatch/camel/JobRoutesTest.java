package io.databourse.dispatch.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobState;
import io.databourse.dispatch.JobSteps;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.Seen;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class JobRoutesTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();

    @Test
    void two_instances_carry_a_job_to_its_end_once() throws Exception {
        Job job = market.start(market.contract());
        try (DefaultCamelContext one = routes();
                DefaultCamelContext two = routes()) {
            Instant until = Instant.now().plus(Duration.ofMinutes(15));
            while (!market.find(job).state().isEnd() && Instant.now().isBefore(until)) {
                market.answerAll();
                Thread.sleep(20);
            }
            assertThat(one.getStatus().isStarted() && two.getStatus().isStarted()).isTrue();
        }

        assertThat(market.find(job).state()).isEqualTo(JobState.DELIVERED);
        assertThat(
                        exchange.bean(Seen.class).jobs().stream()
                                .filter(event -> event.job().jobId().equals(job.id())))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Requested", "Authorized", "Placed", "Started", "Delivered");
    }

    private DefaultCamelContext routes() throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.addRoutes(new JobRoutes(exchange.bean(JobSteps.class)));
        context.start();
        return context;
    }
}
