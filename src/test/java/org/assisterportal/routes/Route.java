package org.assisterportal.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One line of the route table. */
record Route(
        String method,
        String pattern,
        Set<String> who,
        String whose,
        Map<String, String> ids,
        String form,
        String line) {
    private static final Path TABLE = Path.of("src/test/resources/route-table.txt");

    static List<Route> table() {
        try {
            List<Route> routes = new ArrayList<>();
            for (String line : Files.readAllLines(TABLE, StandardCharsets.UTF_8)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    routes.add(parse(line));
                }
            }
            return routes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route parse(String line) {
        String[] cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        if (cells.length != 6) {
            throw new AssertionError("six columns, please: " + line);
        }
        String[] route = cells[0].split("\\s+");
        Map<String, String> ids = new LinkedHashMap<>();
        for (String pair : cells[3].split("\\s+")) {
            if (!pair.isEmpty()) {
                ids.put(
                        pair.substring(0, pair.indexOf('=')),
                        pair.substring(pair.indexOf('=') + 1));
            }
        }
        Set<String> who =
                Arrays.stream(cells[1].split(",")).map(String::strip).collect(Collectors.toSet());
        return new Route(route[0], route[1], who, cells[2], ids, cells[4], cells[5]);
    }

    String key() {
        return method + " " + pattern;
    }

    boolean posts() {
        return method.equals("POST");
    }

    /** The act of the line that this visitor leaves: an assister's may be another one than the consumer's. */
    String line(Visitor visitor) {
        String[] lines = line.split(" or ");
        return lines[visitor.called().contains("ASSISTER") ? lines.length - 1 : 0];
    }

    boolean leavesALine() {
        return !line.equals("-");
    }

    boolean opensTo(Visitor visitor) {
        return who.stream().anyMatch(visitor.called()::contains);
    }

    /** The address with what the kind of each name stands for. */
    String path(Function<String, String> valueOf) {
        String path = pattern;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path =
                    path.replaceFirst(
                            "\\{" + id.getKey() + "(:[^/]*)?}(?=/|$)",
                            valueOf.apply(id.getValue()));
        }
        return switch (path) {
            case "/css/**" -> "/css/site.css";
            case "/img/**" -> "/img/favicon.svg";
            case "/js/**" -> "/js/page.js";
            case "/vendor/**" -> "/vendor/uswds/css/uswds.min.css";
            default -> path.replace("/**", "/db");
        };
    }

    String form(Function<String, String> valueOf) {
        String filled = form;
        for (String kind : List.of("upload", "person", "unique", "number", "authorization", "helped")) {
            if (filled.contains("{" + kind + "}")) {
                filled = filled.replace("{" + kind + "}", valueOf.apply(kind));
            }
        }
        return filled;
    }

    @Override
    public String toString() {
        return key();
    }
}
