package io.databourse.plugin.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.plugin.Channel;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyProgram;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// Plugins that are wrong in one way each, and the test of the kit that says so.
@SuppressWarnings("JUnitMethodInvoked") // that the kit's tests fail is what is tested
class KitCatchesTest {
    private static final String SECRET = "41122233345";

    @Test
    void a_value_sent_as_text() {
        assertLeakFound(SECRET.getBytes(UTF_8));
    }

    @Test
    void a_value_sent_as_a_number() {
        assertLeakFound(MaskedSumPlugin.number(41_122_233_345L).array());
    }

    @Test
    void a_value_sent_as_hex() {
        assertLeakFound(HexFormat.of().formatHex(SECRET.getBytes(UTF_8)).getBytes(UTF_8));
    }

    @Test
    void a_value_sent_as_base64() {
        assertLeakFound(Base64.getEncoder().encode(SECRET.getBytes(UTF_8)));
    }

    @Test
    void a_value_sent_as_a_truncated_unsalted_hash() throws NoSuchAlgorithmException {
        var hash = MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(UTF_8));
        assertLeakFound(Arrays.copyOf(hash, 10));
    }

    private static void assertLeakFound(byte[] leak) {
        var plugin =
                new MaskedSumPlugin() {
                    @Override
                    void sendSum(long sum, long mask, Channel compute) throws InterruptedException {
                        super.sendSum(sum, mask, compute);
                        compute.send(ByteBuffer.wrap(leak));
                    }
                };
        assertThatThrownBy(() -> tck(plugin).no_secret_is_seen_on_any_channel())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("411222333");
    }

    @Test
    void a_wrong_result() {
        var plugin =
                new MaskedSumPlugin() {
                    @Override
                    void sendSum(long sum, long mask, Channel compute) throws InterruptedException {
                        super.sendSum(sum + 1, mask, compute);
                    }
                };
        assertThatThrownBy(() -> tck(plugin).the_result_is_that_of_the_clear_text_twin())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_program_that_swallows_a_cancellation() {
        var plugin =
                new MaskedSumPlugin() {
                    @Override
                    public PartyProgram program(String task, String role) {
                        var program = super.program(task, role);
                        return context -> swallow(program, context);
                    }
                };
        assertThatThrownBy(() -> tck(plugin).a_run_can_be_cancelled_at_any_message())
                .isInstanceOf(AssertionError.class);
    }

    private static Outcome swallow(PartyProgram program, PartyContext context) {
        try {
            return program.run(context);
        } catch (InterruptedException e) {
            return new Outcome.Failed(Outcome.Blame.RESOURCES, "cancelled");
        }
    }

    @Test
    void a_size_learned_that_is_not_on_the_card() {
        var plugin =
                new MaskedSumPlugin() {
                    @Override
                    public PartyProgram program(String task, String role) {
                        var program = super.program(task, role);
                        return context -> {
                            context.meter().learned("rowsOfTheOther", 33);
                            return program.run(context);
                        };
                    }
                };
        assertThatThrownBy(() -> tck(plugin).a_run_counts_and_learns_only_what_the_card_says())
                .isInstanceOf(AssertionError.class);
    }

    private static MaskedSumTest tck(ComputePlugin plugin) {
        return new MaskedSumTest() {
            @Override
            public ComputePlugin plugin() {
                return plugin;
            }
        };
    }
}
