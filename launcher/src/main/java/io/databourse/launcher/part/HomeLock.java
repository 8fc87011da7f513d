package io.databourse.launcher.part;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps two commands from changing the same system at once. It goes with the process, so that a
/// command that was killed blocks nobody.
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    public static HomeLock take(Home home) {
        Path file = home.run().resolve("command.lock");
        try {
            Files.createDirectories(home.directory());
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new Fault("another command is at work on " + home.directory());
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new Fault("cannot lock " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Fault("cannot unlock the state folder", e);
        }
    }
}
