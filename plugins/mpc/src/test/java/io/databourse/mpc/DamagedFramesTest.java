package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.Channel;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.testkit.TckCase;
import io.databourse.plugin.testkit.TckRun;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a frame that arrives damaged, or in the place of another, does to each task: who reads it
/// says so, and nobody has a wrong result.
class DamagedFramesTest {
    /// Later messages of a party are of kinds that came before.
    private static final int MESSAGES = 5;

    static List<TaskJobs> tasks() {
        return TaskJobs.all();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void a_frame_with_one_bit_changed_ends_the_run_where_it_is_read(TaskJobs task) {
        everywhere(
                task,
                "a damaged message",
                (frame, _) -> {
                    frame[frame.length / 2] ^= 0x10;
                    return frame;
                });
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void a_frame_in_the_place_of_the_next_ends_the_run_where_it_is_read(TaskJobs task) {
        // numbers begin anew after the agreement on a key, and kinds differ there
        everywhere(
                task, "a message (out of order|of another kind than \\d+)", (_, before) -> before);
    }

    @FunctionalInterface
    private interface Change {
        /// What arrives instead of a frame.
        ///
        /// @param before the frame before on the same channel; empty if there is none
        byte[] of(byte[] frame, byte[] before);
    }

    private static void everywhere(TaskJobs task, String complaint, Change change) {
        var keys = PsiCases.keys(12, 10, 5);
        var job = task.on(keys.bank(), keys.airline());
        int done = 0;
        for (var player : job.players()) {
            for (int message = 0; message < MESSAGES; message++) {
                var faulty = new Faulty(player.party().id(), message, change);
                var run = TckRun.of(faulty, job);
                if (!faulty.reader.get().isEmpty()) {
                    assertComplains(run, faulty.reader.get(), complaint);
                    assertNoWrongResult(task, job, run);
                    done++;
                }
            }
        }
        assertThat(done).as("frames that were changed").isGreaterThanOrEqualTo(2);
    }

    private static void assertComplains(TckRun run, String reader, String complaint) {
        assertThat(run.outcome(reader))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.blame()).isEqualTo(Outcome.Blame.COUNTERPARTY);
                            assertThat(failed.detail()).matches("party \\w+ sent " + complaint);
                        });
    }

    private static void assertNoWrongResult(TaskJobs task, TckCase job, TckRun run) {
        if (run.outcome("p1") instanceof Outcome.Completed) {
            assertThat(run.rows("p1")).isEqualTo(task.clearText(job).tables().get("p1"));
        } else {
            assertThat(run.rows("p1")).isEmpty();
        }
    }

    /// The plugin over channels of which one changes one frame.
    private static final class Faulty implements ComputePlugin {
        private final MpcPlugin plugin = new MpcPlugin();
        private final String party;
        private final int message;
        private final Change change;
        private final AtomicInteger sent = new AtomicInteger();

        /// Who got the changed frame; empty as long as none was sent.
        private final AtomicReference<String> reader = new AtomicReference<>("");

        Faulty(String party, int message, Change change) {
            this.party = party;
            this.message = message;
            this.change = change;
        }

        @Override
        public PluginCard card() {
            return plugin.card();
        }

        @Override
        public Plan plan(TaskRequest request) {
            return plugin.plan(request);
        }

        @Override
        public PartyProgram program(String task, String role) {
            var honest = plugin.program(task, role);
            return context ->
                    honest.run(context.self().id().equals(party) ? faulty(context) : context);
        }

        private PartyContext faulty(PartyContext context) {
            Map<String, Channel> channels = new HashMap<>();
            return proxy(
                    PartyContext.class,
                    (_, method, arguments) ->
                            method.getName().equals("channel")
                                    ? channels.computeIfAbsent(
                                            (String) arguments[0],
                                            peer -> faulty(context.channel(peer), peer))
                                    : call(context, method, arguments));
        }

        private Channel faulty(Channel channel, String peer) {
            var before = new AtomicReference<>(new byte[0]);
            return proxy(
                    Channel.class,
                    (_, method, arguments) -> {
                        if (method.getName().equals("send")) {
                            send((ByteBuffer) arguments[0], channel, peer, before);
                            return null;
                        }
                        return call(channel, method, arguments);
                    });
        }

        private void send(
                ByteBuffer frame, Channel channel, String peer, AtomicReference<byte[]> before)
                throws InterruptedException {
            var bytes = new byte[frame.remaining()];
            frame.get(bytes);
            var last = before.getAndSet(bytes.clone());
            boolean now = sent.getAndIncrement() == message;
            var changed = now ? change.of(bytes, last) : bytes;
            boolean there = changed.length > 0; // there is no frame before the first
            if (now && there) {
                reader.set(peer);
            }
            channel.send(ByteBuffer.wrap(there ? changed : bytes));
        }

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }

        private static Object call(
                Object target, java.lang.reflect.Method method, Object[] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
