import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// Makes up the sales of 157 petrol stations on 42 days with price, weather, holidays and traffic,
/// and reckons by plain loops what the seven questions of the demo must answer.
///
/// Run it in this folder: `java Generate.java`. The same seed gives the same files. Seven stations
/// at a port are fewer than the ten that an answer must stand for: no answer may show them.
public final class Generate {
    private static final long SEED = 20261121;
    private static final int DAYS = 42;
    private static final int LEAST = 10;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final String[] PROVINCES = {"Zhejiang", "Jiangsu", "Anhui"};
    private static final String[] PROMOTIONS = {"NONE", "DISCOUNT", "CARD", "GIFT"};

    record Row(
            String station,
            String province,
            String area,
            int week,
            String day,
            String holiday,
            String weather,
            String promotion,
            String priceMove,
            long priceFen,
            long temperature,
            long traffic,
            long litres,
            long litresPrivate,
            long litresTaxi,
            long litresFreight) {
        String line() {
            return String.join(
                    ",",
                    station,
                    province,
                    area,
                    "" + week,
                    day,
                    holiday,
                    weather,
                    promotion,
                    priceMove,
                    "" + priceFen,
                    "" + temperature,
                    "" + traffic,
                    "" + litres,
                    "" + litresPrivate,
                    "" + litresTaxi,
                    "" + litresFreight);
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<Row> rows = rows(new Random(SEED));
        StringBuilder csv =
                new StringBuilder(
                        "station_id,province,area,week,day,holiday,weather,promotion,price_move,"
                                + "price_fen,temperature,traffic,litres,litres_private,litres_taxi,"
                                + "litres_freight\n");
        rows.forEach(row -> csv.append(row.line()).append('\n'));
        Files.writeString(Path.of("oil.csv"), csv);
        Files.writeString(Path.of("expected.json"), expected(rows));
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int station = 1; station <= 157; station++) {
            String area =
                    station > 150
                            ? "PORT"
                            : station % 5 == 0
                                    ? "HIGHWAY"
                                    : station % 3 == 0
                                            ? "RURAL"
                                            : station % 2 == 0 ? "DOWNTOWN" : "SUBURB";
            String province = PROVINCES[random.nextInt(PROVINCES.length)];
            long size = 4_000 + random.nextInt(6_000);
            for (int day = 0; day < DAYS; day++) {
                rows.add(row(random, station, area, province, size, day));
            }
        }
        return rows;
    }

    private static Row row(
            Random random, int station, String area, String province, long size, int day) {
        LocalDate date = FIRST.plusDays(day);
        boolean holiday = date.getMonthValue() == 10 && date.getDayOfMonth() <= 7;
        boolean weekend = date.getDayOfWeek().getValue() > 5;
        String move = day % 14 == 0 ? "UP" : day % 14 == 7 ? "DOWN" : "SAME";
        long price = 780 + 15 * (day / 14) - 6 * (day / 7 % 2) + random.nextInt(5);
        String weather = random.nextInt(10) < 7 ? "DRY" : random.nextInt(10) < 9 ? "RAIN" : "FOG";
        String promotion = PROMOTIONS[(station + day / 7) % PROMOTIONS.length];
        long temperature = 28 - day / 4 + random.nextInt(5) - 2;
        long traffic =
                size / 10
                        + (holiday && area.equals("HIGHWAY") ? 600 : 0)
                        + (weekend ? 80 : 0)
                        + random.nextInt(100);
        long litres =
                size
                        + 4 * traffic
                        - 3 * (price - 780)
                        + (promotion.equals("DISCOUNT") ? 900 : 0)
                        + (promotion.equals("GIFT") ? 150 : 0)
                        + (move.equals("UP") ? -700 : 0)
                        - (weather.equals("DRY") ? 0 : 400)
                        + random.nextInt(500);
        long freight = litres * (area.equals("PORT") ? 70 : area.equals("HIGHWAY") ? 40 : 12) / 100;
        long taxi = litres * (area.equals("DOWNTOWN") ? 20 : 4) / 100;
        return new Row(
                "S%04d".formatted(station),
                province,
                area,
                day / 7 + 1,
                date.toString(),
                holiday ? "NATIONAL_DAY" : "NONE",
                weather,
                promotion,
                move,
                price,
                temperature,
                traffic,
                litres,
                litres - freight - taxi,
                taxi,
                freight);
    }

    private static String expected(List<Row> rows) {
        Map<String, String> topics = new TreeMap<>();
        topics.put(
                "1-pricing",
                table(rows, _ -> true, row -> "" + row.week(), Row::litres, Row::priceFen));
        topics.put("2-promotion", table(rows, _ -> true, Row::promotion, Row::litres));
        topics.put(
                "3-holidays",
                table(
                        rows,
                        row -> row.promotion().equals("DISCOUNT"),
                        Row::holiday,
                        Row::litres,
                        Row::traffic));
        topics.put(
                "4-places", table(rows, _ -> true, Row::area, Row::litres, Row::traffic));
        topics.put(
                "5-groups",
                table(
                        rows,
                        _ -> true,
                        Row::area,
                        Row::litresPrivate,
                        Row::litresTaxi,
                        Row::litresFreight));
        topics.put("6-trend", table(rows, _ -> true, Row::day, Row::litres));
        topics.put("7-mood", table(rows, _ -> true, Row::priceMove, Row::litres));
        StringBuilder json = new StringBuilder("{\n  \"rows\": " + rows.size());
        json.append(",\n  \"suppressed\": \"PORT\",\n  \"topics\": {");
        String comma = "\n";
        for (var topic : topics.entrySet()) {
            json.append(comma).append("    \"%s\": %s".formatted(topic.getKey(), topic.getValue()));
            comma = ",\n";
        }
        return json.append("\n  },\n  \"script\": ").append(slopes(rows)).append("\n}\n").toString();
    }

    /// The groups that stand for enough stations, each with its stations and the sums of the
    /// measures.
    @SafeVarargs
    private static String table(
            List<Row> rows,
            Predicate<Row> where,
            Function<Row, String> by,
            ToLongFunction<Row>... measures) {
        Map<String, TreeSet<String>> stations = new TreeMap<>();
        Map<String, long[]> sums = new TreeMap<>();
        for (Row row : rows) {
            if (where.test(row)) {
                String group = by.apply(row);
                stations.computeIfAbsent(group, _ -> new TreeSet<>()).add(row.station());
                long[] sum = sums.computeIfAbsent(group, _ -> new long[measures.length]);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += measures[i].applyAsLong(row);
                }
            }
        }
        StringBuilder json = new StringBuilder("{");
        for (var group : stations.entrySet()) {
            if (group.getValue().size() >= LEAST) {
                json.append(json.length() > 1 ? ", " : "")
                        .append("\"%s\": [%d".formatted(group.getKey(), group.getValue().size()));
                for (long sum : sums.get(group.getKey())) {
                    json.append(", ").append(sum);
                }
                json.append("]");
            }
        }
        return json.append("}").toString();
    }

    /// What one more car of traffic sells, by place: the slope of the least squares line.
    private static String slopes(List<Row> rows) {
        StringBuilder json = new StringBuilder("{");
        for (String area : List.of("DOWNTOWN", "HIGHWAY", "RURAL", "SUBURB")) {
            List<Row> own = rows.stream().filter(row -> row.area().equals(area)).toList();
            double x = own.stream().mapToLong(Row::traffic).average().orElseThrow();
            double y = own.stream().mapToLong(Row::litres).average().orElseThrow();
            double xy = 0;
            double xx = 0;
            for (Row row : own) {
                xy += (row.traffic() - x) * (row.litres() - y);
                xx += (row.traffic() - x) * (row.traffic() - x);
            }
            json.append(json.length() > 1 ? ", " : "")
                    .append(String.format(Locale.ROOT, "\"%s\": %.6f", area, xy / xx));
        }
        return json.append("}").toString();
    }
}
