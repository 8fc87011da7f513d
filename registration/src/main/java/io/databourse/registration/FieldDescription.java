package io.databourse.registration;

/// One line of the data dictionary, 数据字典.
public record FieldDescription(String name, String type, String description, boolean sensitive) {}
