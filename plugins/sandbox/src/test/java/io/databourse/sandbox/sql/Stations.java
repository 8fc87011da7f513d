package io.databourse.sandbox.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;

/// Seeded sales of filling stations, with small groups in them, in a database of their own.
final class Stations implements AutoCloseable {
    static final String RULES =
            """
            {"entityKey":"station_id",
             "columns":{
               "province":{"role":"DIMENSION"},
               "grade":{"role":"DIMENSION"},
               "day":{"role":"DIMENSION"},
               "secret_group":{"role":"DIMENSION","filter":false},
               "litres":{"role":"MEASURE","aggregates":["count","sum","avg"]},
               "margin":{"role":"MEASURE","aggregates":["avg"]},
               "note":{"role":"MEASURE","aggregates":["count","sum"]},
               "age":{"role":"MEASURE","aggregates":["count"],"filter":true},
               "station_id":{"role":"ENTITY"},
               "region":{"role":"JOIN"}},
             "minimumEntities":10,"maximumRows":1000}
            """;
    static final String WEATHER =
            """
            {"entityKey":"sensor",
             "columns":{
               "sky":{"role":"DIMENSION"},
               "rain":{"role":"MEASURE","aggregates":["count","sum","avg"]},
               "sensor":{"role":"ENTITY"},
               "region":{"role":"JOIN"}},
             "minimumEntities":12,"maximumRows":500}
            """;

    private final Connection connection;

    Stations() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        run(
                "CREATE TABLE t (province VARCHAR, grade VARCHAR, day DATE, secret_group VARCHAR,"
                        + " litres DOUBLE, margin DECIMAL(10,2), note VARCHAR, age BIGINT,"
                        + " station_id VARCHAR, region BIGINT)");
        run("CREATE TABLE w (sky VARCHAR, rain BIGINT, sensor BIGINT, region BIGINT)");
        fill(new Random(7));
    }

    private void fill(Random random) throws SQLException {
        try (var rows = connection.prepareStatement("INSERT INTO t VALUES (?,?,?,?,?,?,?,?,?,?)")) {
            for (int i = 0; i < 4_000; i++) {
                int station = random.nextInt(120);
                rows.setString(1, station < 4 ? "Tibet" : "P" + station % 7);
                rows.setString(2, random.nextInt(20) == 0 ? null : "9" + random.nextInt(4));
                rows.setString(3, "2026-0" + (1 + random.nextInt(9)) + "-15");
                rows.setString(4, "s" + random.nextInt(3));
                rows.setObject(5, station % 11 == 0 ? null : (double) random.nextInt(100_000) / 64);
                rows.setObject(
                        6, new java.math.BigDecimal(random.nextInt(10_000)).movePointLeft(2));
                rows.setString(7, "n" + i);
                rows.setLong(8, random.nextInt(80));
                rows.setString(9, random.nextInt(200) == 0 ? null : "id" + station);
                rows.setLong(10, station % 9);
                rows.addBatch();
            }
            rows.executeBatch();
        }
        for (int i = 0; i < 300; i++) {
            run(
                    "INSERT INTO w VALUES ('%s', %d, %d, %d)"
                            .formatted(
                                    i % 5 == 0 ? "rain" : "sun",
                                    random.nextInt(50),
                                    i % 40,
                                    i % 9));
        }
    }

    static GovernedTable sales() {
        return sales(RULES);
    }

    static GovernedTable sales(String rules) {
        SequencedMap<String, Type> columns = new LinkedHashMap<>();
        columns.put("province", Type.TEXT);
        columns.put("grade", Type.TEXT);
        columns.put("day", Type.DATE);
        columns.put("secret_group", Type.TEXT);
        columns.put("litres", Type.DOUBLE);
        columns.put("margin", Type.DECIMAL);
        columns.put("note", Type.TEXT);
        columns.put("age", Type.INTEGER);
        columns.put("station_id", Type.TEXT);
        columns.put("region", Type.INTEGER);
        return new GovernedTable("t", Rules.parse(rules), columns);
    }

    static GovernedTable weather() {
        SequencedMap<String, Type> columns = new LinkedHashMap<>();
        columns.put("sky", Type.TEXT);
        columns.put("rain", Type.INTEGER);
        columns.put("sensor", Type.INTEGER);
        columns.put("region", Type.INTEGER);
        return new GovernedTable("w", Rules.parse(WEATHER), columns);
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The rows as texts, in the order they came.
    List<List<String>> rows(String sql) throws SQLException {
        var rows = new ArrayList<List<String>>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                    row.add(String.valueOf(result.getObject(c)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
