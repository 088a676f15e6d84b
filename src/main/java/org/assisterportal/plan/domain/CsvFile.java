package org.assisterportal.plan.domain;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.assisterportal.plan.Catalogs.Source;
import org.jspecify.annotations.Nullable;

/** A file of the import: which one it is, and its rows one after another. */
final class CsvFile {
    private final Source source;
    private final Map<String, Integer> places;
    private final int width;

    private CsvFile(Source source, Map<String, Integer> places, int width) {
        this.source = source;
        this.places = places;
        this.width = width;
    }

    String name() {
        return source.name();
    }

    Set<String> headings() {
        return places.keySet();
    }

    /** Reads the headings; null for what can't be read, which then is a problem. */
    static @Nullable CsvFile open(Source source, Problems problems) {
        Map<String, Integer> places = new HashMap<>();
        AtomicInteger width = new AtomicInteger();
        boolean read =
                reading(
                        source,
                        problems,
                        rows -> {
                            if (rows.hasNext()) {
                                CsvRecord headings = rows.next();
                                width.set(headings.getFieldCount());
                                for (int i = 0; i < headings.getFieldCount(); i++) {
                                    String heading = headings.getField(i).strip();
                                    if (places.putIfAbsent(heading, i) != null && !heading.isEmpty()) {
                                        problems.problem(source.name(), 1, heading, "", "column-twice");
                                    }
                                }
                            }
                        });
        return read ? new CsvFile(source, places, width.get()) : null;
    }

    /** Each row in turn; the same object every time. */
    void rows(PlanFile file, Problems problems, Consumer<Row> reader) {
        Set<String> missing = new LinkedHashSet<>(file.columns());
        missing.removeAll(places.keySet());
        for (String column : missing) {
            problems.problem(name(), 1, column, "", "column");
        }
        if (!missing.isEmpty()) {
            return;
        }
        reading(
                source,
                problems,
                rows -> {
                    rows.next();
                    Row row = null;
                    while (rows.hasNext()) {
                        CsvRecord record = rows.next();
                        // A cell too many may have shifted all that follow it.
                        if (record.getFieldCount() != width) {
                            String what = record.getFieldCount() < width ? "short" : "long";
                            problems.problem(name(), record.getStartingLineNumber(), "", record.getField(0), what, record.getFieldCount(), width);
                            continue;
                        }
                        if (row == null) {
                            row = new Row(name(), places, problems, record);
                        } else {
                            row.at(record);
                        }
                        reader.accept(row);
                    }
                });
    }

    private static boolean reading(Source source, Problems problems, Consumer<Iterator<CsvRecord>> rows) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (InputStream in = source.open();
                Reader text = new InputStreamReader(in, decoder);
                CsvReader<CsvRecord> reader =
                        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(new WithoutMark(text))) {
            rows.accept(reader.iterator());
            return true;
        } catch (CsvParseException e) {
            problems.problem(source.name(), 0, "", "", cause(e) ? "utf-8" : "csv");
        } catch (UncheckedIOException e) {
            problems.problem(source.name(), 0, "", "", e.getCause() instanceof CharacterCodingException ? "utf-8" : "unreadable");
        } catch (IOException e) {
            problems.problem(source.name(), 0, "", "", e instanceof CharacterCodingException ? "utf-8" : "unreadable");
        }
        return false;
    }

    private static boolean cause(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }
}
