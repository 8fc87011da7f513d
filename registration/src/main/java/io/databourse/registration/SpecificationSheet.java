package io.databourse.registration;

import java.util.List;
import java.util.Set;

/// What a merchant says of its product, 产品说明书.
///
/// @param name at most 40 characters: time, region, industry, content and type
/// @param overview at most 400 characters
/// @param personalInformation whether it holds personal information
/// @param fields the data dictionary; the same columns as the profile's
public record SpecificationSheet(
        String name,
        String overview,
        String sector,
        List<String> keywords,
        String region,
        String timeSpan,
        String updateFrequency,
        SourceKind sourceKind,
        Set<DataRight> rights,
        Grade grade,
        boolean personalInformation,
        List<FieldDescription> fields,
        String restrictions) {
    public SpecificationSheet {
        keywords = List.copyOf(keywords);
        rights = Set.copyOf(rights);
        fields = List.copyOf(fields);
    }
}
