package io.databourse.catalog;

import io.databourse.call.PageRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The ranked search as SQL. Words are parameters, never text.
record ListingSearchSql(String text, Map<String, Object> parameters) {
    static ListingSearchSql of(ListingQuery query, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("state = 'LISTED'");
        for (int i = 0; i < query.words().size(); i++) {
            parameters.put("w" + i, query.words().get(i));
            where.append(" and ").append(weight(i)).append(" > 0");
        }
        query.sector()
                .ifPresent(sector -> {
                    parameters.put("sector", sector);
                    where.append(" and sector = :sector");
                });
        query.task()
                .ifPresent(task -> {
                    parameters.put("task", " " + task + " ");
                    where.append(" and position(:task in tasks) > 0");
                });
        String outer = "true";
        if (page.after().isPresent()) {
            SearchCursor cursor = SearchCursor.parse(page.after().get());
            parameters.put("rank", cursor.rank());
            parameters.put("id", cursor.id().value());
            outer = "found.rank < :rank or (found.rank = :rank and found.id < :id)";
        }
        String inner = "select id, " + rank(query) + " as rank from catalog_listing where " + where;
        // One more than asked for tells whether there is a next page.
        String text =
                "select found.id, found.rank from (%s) found where %s order by found.rank desc, found.id desc limit %d"
                        .formatted(inner, outer, page.limit() + 1);
        return new ListingSearchSql(text, parameters);
    }

    private static String rank(ListingQuery query) {
        return query.words().isEmpty()
                ? "0"
                : IntStream.range(0, query.words().size())
                        .mapToObj(ListingSearchSql::weight)
                        .collect(Collectors.joining(" + "));
    }

    private static String weight(int word) {
        return "(case when position(:w%1$d in name_text) > 0 then %2$d when position(:w%1$d in keyword_text) > 0 then %3$d when position(:w%1$d in rest_text) > 0 then %4$d else 0 end)"
                .formatted(
                        word,
                        ListingQuery.IN_NAME,
                        ListingQuery.IN_KEYWORD,
                        ListingQuery.ELSEWHERE);
    }
}
