package io.databourse.web.parts;

import java.time.ZoneId;

/// The exchange's own zone: dates that are agreed on, such as the end of a contract, are days
/// there.
public final class Zone {
    public static final ZoneId ID = ZoneId.of("Asia/Shanghai");

    private Zone() {}
}
