package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyProgram;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/// Turns what can go wrong in a program into an [Outcome].
public final class PsiOutcomes {

    @FunctionalInterface
    public interface Program {
        Outcome run(PartyContext context) throws InterruptedException, IOException;
    }

    private PsiOutcomes() {}

    public static PartyProgram of(Program program) {
        return context -> {
            try {
                return program.run(context);
            } catch (WrongMessageException e) {
                return new Outcome.Failed(
                        Outcome.Blame.COUNTERPARTY, String.valueOf(e.getMessage()));
            } catch (UnusableInputException e) {
                return new Outcome.Refused(
                        Outcome.Reason.INPUT_UNUSABLE, String.valueOf(e.getMessage()));
            } catch (OtherTermsException e) {
                return new Outcome.Refused(
                        Outcome.Reason.INVALID_PARAMETERS, String.valueOf(e.getMessage()));
            } catch (ClosedByInterruptException e) {
                throw interrupted(e);
            } catch (IOException e) {
                return new Outcome.Failed(Outcome.Blame.RESOURCES, "the workspace failed: " + e);
            }
        };
    }

    public static Outcome belowMinimum(long minimum) {
        return new Outcome.Refused(
                Outcome.Reason.RESULT_BELOW_MINIMUM,
                "fewer than " + minimum + " identifiers match, so none is revealed");
    }

    private static InterruptedException interrupted(Exception cause) {
        Thread.interrupted(); // the exception says it from here on
        var interrupted = new InterruptedException();
        interrupted.initCause(cause);
        return interrupted;
    }
}
