package io.databourse.metering;

/// What happens at the meter.
public sealed interface MeterEvent {
    record Recorded(MeterRecord record) implements MeterEvent {}
}
