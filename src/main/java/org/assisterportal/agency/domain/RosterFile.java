package org.assisterportal.agency.domain;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assisterportal.agency.RosterColumn;

/** A CSV roster as bytes or text: UTF-8, or UTF-16 with its mark; commas, semicolons or tabs. */
final class RosterFile {
    static final int LARGEST_BYTES = 10 * 1024 * 1024;
    static final int MOST_ROWS = 20_000;
    static final int LONGEST_CELL = 10_000;

    private RosterFile() {}

    /** Not a roster file; the reason is a message key that says what to do. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;
        private final transient List<String> facts;

        Unreadable(String reason, String... facts) {
            super(reason, null, false, false);
            this.reason = "roster.file." + reason;
            this.facts = List.of(facts);
        }

        String reason() {
            return reason;
        }

        List<String> facts() {
            return facts;
        }
    }

    /** A row with the number that a spreadsheet program shows beside it. */
    record Row(int number, Cells cells) {}

    static String decode(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("blank");
        }
        if (bytes.length > LARGEST_BYTES) {
            throw new Unreadable("large");
        }
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
            throw new Unreadable("workbook");
        }
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length > 1 && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF))) {
            charset = StandardCharsets.UTF_16;
        }
        try {
            String text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Unreadable("nul");
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable("encoding");
        }
    }

    static List<Row> rows(String text) throws Unreadable {
        List<Row> rows = new ArrayList<>();
        Map<Integer, RosterColumn> columns = null;
        int number = 0;
        int needed = 0;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .skipEmptyLines(false)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .build(CsvRecordHandler.builder().maxFieldSize(LONGEST_CELL).build(), text)) {
            Iterator<CsvRecord> lines = reader.iterator();
            while (lines.hasNext()) {
                CsvRecord line = lines.next();
                number++;
                if (columns == null) {
                    columns = columns(line.getFields());
                    needed = line.getFieldCount();
                    continue;
                }
                boolean blank = line.getFields().stream().allMatch(String::isBlank);
                if (!blank && line.getFieldCount() != needed && !lines.hasNext() && oddQuotes(text)) {
                    throw new Unreadable("quotes", String.valueOf(number), String.valueOf(LONGEST_CELL));
                }
                if (!blank && line.getFieldCount() != needed) {
                    throw new Unreadable(
                            "cells", String.valueOf(number), String.valueOf(line.getFieldCount()), String.valueOf(needed));
                }
                Cells cells = cells(columns, line.getFields());
                if (!cells.isEmpty()) {
                    rows.add(new Row(number, cells));
                }
                if (rows.size() > MOST_ROWS) {
                    throw new Unreadable("rows", String.valueOf(MOST_ROWS));
                }
            }
        } catch (CsvParseException e) {
            throw new Unreadable("quotes", String.valueOf(number + 1), String.valueOf(LONGEST_CELL));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (columns == null || rows.isEmpty()) {
            throw new Unreadable("empty");
        }
        return rows;
    }

    // A mark that is never closed swallows the rest of the file, and its row is short for that reason.
    private static boolean oddQuotes(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.contains("\t") ? '\t' : first.contains(";") && !first.contains(",") ? ';' : ',';
    }

    private static Map<Integer, RosterColumn> columns(List<String> headings) throws Unreadable {
        Map<String, RosterColumn> known = new LinkedHashMap<>();
        for (RosterColumn column : RosterColumn.values()) {
            known.put(key(column.heading()), column);
        }
        Map<Integer, RosterColumn> found = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            RosterColumn column = known.get(key(headings.get(i)));
            if (column != null && found.containsValue(column)) {
                throw new Unreadable("twice", column.heading());
            }
            if (column != null) {
                found.put(i, column);
            }
        }
        List<String> missing = new ArrayList<>();
        for (RosterColumn column : RosterColumn.values()) {
            if (column.starred() && !found.containsValue(column)) {
                missing.add(column.heading());
            }
        }
        if (!missing.isEmpty()) {
            throw new Unreadable("columns", String.join(", ", missing));
        }
        return found;
    }

    private static Cells cells(Map<Integer, RosterColumn> columns, List<String> fields) {
        Map<RosterColumn, String> values = new EnumMap<>(RosterColumn.class);
        columns.forEach((at, column) -> values.put(column, at < fields.size() ? SafeCell.read(fields.get(at)) : ""));
        return Cells.of(values);
    }

    private static String key(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
