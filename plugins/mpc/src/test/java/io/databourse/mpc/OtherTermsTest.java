package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two owners whose nodes mean different things by one job.
class OtherTermsTest {

    @ParameterizedTest
    @CsvSource({
        "keyRules, mobile-cn",
        "keyRules, text",
        "duplicates, first",
        "minimumResultSize, 1",
        "unknown, parameter"
    })
    void both_owners_refuse_before_anything_is_compared(String name, String value) {
        new Kit(new Parameters(Map.of(name, value))).check(new DistributedPsiTest().usual());
    }

    @ParameterizedTest
    @CsvSource({"a, bc, ab, c", "a, b, b, a", "a, '', '', a"})
    void terms_that_run_together_differ(
            String name, String value, String otherName, String otherValue) {
        var one = new Parameters(Map.of(name, value));
        var other = new Parameters(Map.of(otherName, otherValue));
        assertThat(JobTerms.digest("job", one, 1))
                .isNotEqualTo(JobTerms.digest("job", other, 1))
                .isNotEqualTo(JobTerms.digest("job", one, 2))
                .isNotEqualTo(JobTerms.digest("job-2", one, 1));
    }

    /// The plugin, whose second owner is told other parameters.
    private record Kit(Parameters others) implements ComputePluginTck {
        @Override
        public ComputePlugin plugin() {
            return new Altered(new MpcPlugin(), others);
        }

        @Override
        public TckCase usual() {
            return new DistributedPsiTest().usual();
        }

        @Override
        public Expectation clearText(TckCase job) {
            return Expectation.refused(Outcome.Reason.INVALID_PARAMETERS);
        }
    }

    private record Altered(ComputePlugin real, Parameters others) implements ComputePlugin {
        @Override
        public PluginCard card() {
            return real.card();
        }

        @Override
        public Plan plan(TaskRequest request) {
            return real.plan(request);
        }

        @Override
        public PartyProgram program(String task, String role) {
            return context ->
                    real.program(task, role)
                            .run(context.self().id().equals("p2") ? altered(context) : context);
        }

        private PartyContext altered(PartyContext context) {
            return (PartyContext)
                    Proxy.newProxyInstance(
                            PartyContext.class.getClassLoader(),
                            new Class<?>[] {PartyContext.class},
                            (_, method, arguments) -> {
                                if (method.getName().equals("parameters")) {
                                    return others;
                                }
                                try {
                                    return method.invoke(context, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
        }
    }
}
