package io.databourse.sandbox.room;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// `sandbox image build|verify [python|r|jvm]`: makes an image ahead of the first job, or reads all
/// of it again.
public final class SandboxImage {
    private SandboxImage() {}

    /// @return the exit code: 0 if all is well, 1 if an image is damaged or cannot be made, 2 for a
    ///   command that does not exist
    public static int run(List<String> arguments, PrintStream out) throws IOException {
        var verb = arguments.isEmpty() ? "" : arguments.getFirst();
        if (!List.of("build", "verify").contains(verb) || arguments.size() > 2) {
            out.println("sandbox image build|verify [python|r|jvm]");
            return 2;
        }
        var images = new Images(RoomHost.standard());
        int code = 0;
        for (var kind : kinds(arguments)) {
            try {
                code |= one(images, kind, verb.equals("verify"), out);
            } catch (RoomUnavailable e) {
                out.println(name(kind) + "  " + e.getMessage());
                code = 1;
            }
        }
        return code;
    }

    private static int one(Images images, ImageKind kind, boolean all, PrintStream out)
            throws IOException, RoomUnavailable {
        long began = System.nanoTime();
        var image = images.get(kind);
        var differing = all ? images.verify(image) : List.<String>of();
        differing.forEach(path -> out.println(name(kind) + "  differs: " + path));
        out.printf(
                Locale.ROOT,
                "%-6s  %s  %s  %.1f s%n",
                name(kind),
                image.sha256(),
                image.root(),
                (System.nanoTime() - began) / 1e9);
        return differing.isEmpty() ? 0 : 1;
    }

    private static List<ImageKind> kinds(List<String> arguments) {
        return arguments.size() < 2
                ? List.of(ImageKind.PYTHON, ImageKind.JVM)
                : List.of(ImageKind.valueOf(arguments.get(1).toUpperCase(Locale.ROOT)));
    }

    private static String name(ImageKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// For a class path of the plugin's own.
    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), System.out));
    }
}
