package io.databourse.harness;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// Keeps what was fired, and tells one observer at once.
public final class SeenEvents<T> implements Event<T> {
    private final List<T> seen = new ArrayList<>();
    private final Consumer<T> observer;

    public SeenEvents() {
        this(_ -> {});
    }

    public SeenEvents(Consumer<T> observer) {
        this.observer = observer;
    }

    public synchronized List<T> seen() {
        return List.copyOf(seen);
    }

    @Override
    public synchronized void fire(T event) {
        seen.add(event);
        observer.accept(event);
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event<T> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
