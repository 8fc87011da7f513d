package io.databourse.registration;

/// Asks for registration of what a profile describes.
public record ProductApplication(ProfileId profileId, SpecificationSheet sheet) {}
