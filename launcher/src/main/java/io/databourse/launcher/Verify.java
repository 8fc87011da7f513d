package io.databourse.launcher;

import io.databourse.bill.BillCheck;
import io.databourse.bill.BillVerdict;
import io.databourse.crypto.CryptoException;
import io.databourse.crypto.Pem;
import io.databourse.launcher.part.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// `./bourse verify bill FILE [--key PEM]`: says line by line what holds of a bill. It needs no
/// exchange, and asks none.
final class Verify {
    private final Console console;

    Verify(Console console) {
        this.console = console;
    }

    /// @return 0 if all holds, 1 if something does not, 2 if it was called wrongly
    int run(List<String> arguments) {
        boolean keyed = arguments.size() == 4 && arguments.get(2).equals("--key");
        if (arguments.size() < 2
                || !arguments.getFirst().equals("bill")
                || (arguments.size() != 2 && !keyed)) {
            System.err.println("bourse: verify bill FILE [--key CERTIFICATE.pem]");
            return 2;
        }
        Optional<X509Certificate> trusted =
                keyed ? Optional.of(certificate(arguments.get(3))) : Optional.empty();
        BillVerdict verdict = BillCheck.check(read(arguments.get(1)), trusted);
        verdict.findings()
                .forEach(finding ->
                        console.line((finding.good() ? "ok     " : "WRONG  ") + finding.text()));
        console.line(verdict.isGood() ? "The bill is right." : "The bill is not right.");
        return verdict.isGood() ? 0 : 1;
    }

    private static X509Certificate certificate(String file) {
        try {
            return Pem.certificate(read(file));
        } catch (CryptoException e) {
            throw new Fault(file + " is no certificate", e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException _) {
            throw new Fault("there is no file " + file);
        } catch (IOException e) {
            throw new Fault("cannot read " + file, e);
        }
    }
}
