package io.databourse.node;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What became of one instruction of the exchange.
///
/// @param code empty if done
/// @param result empty if not done
public record Answer(Status status, String code, String detail, ObjectNode result) {
    public enum Status {
        DONE,
        REFUSED,
        FAILED
    }

    public static Answer done(ObjectNode result) {
        return new Answer(Status.DONE, "", "", result);
    }

    public static Answer done() {
        return done(Json.object());
    }

    public static Answer refused(String code, String reason) {
        return new Answer(Status.REFUSED, code, reason, Json.object());
    }

    public static Answer failed(String code, String detail) {
        return new Answer(Status.FAILED, code, detail, Json.object());
    }

    public String toJson() {
        var json = Json.object().put("status", status.name());
        if (status != Status.DONE) {
            json.put("code", code).put("detail", detail);
        }
        json.set("result", result);
        return Json.write(json);
    }
}
