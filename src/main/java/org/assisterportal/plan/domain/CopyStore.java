package org.assisterportal.plan.domain;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Writes rows with PostgreSQL's COPY, in the transaction of its connection. */
final class CopyStore implements Store {
    private static final int FULL = 1 << 16;

    private final CopyManager copies;
    private final String catalog;
    private final StringBuilder buffer = new StringBuilder(FULL + (FULL >> 2));
    private @Nullable Table open;
    private @Nullable CopyIn copy;

    CopyStore(CopyManager copies, int catalog) {
        this.copies = copies;
        this.catalog = String.valueOf(catalog);
    }

    @Override
    public void row(Table table, @Nullable Object... cells) {
        if (open != table) {
            close();
            try {
                copy = copies.copyIn(table.copy());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            open = table;
        }
        buffer.append(catalog);
        for (Object cell : cells) {
            buffer.append('\t');
            cell(cell);
        }
        buffer.append('\n');
        if (buffer.length() >= FULL) {
            flush();
        }
    }

    private void cell(@Nullable Object cell) {
        switch (cell) {
            case null -> buffer.append("\\N");
            case String text -> escaped(text);
            case Boolean yes -> buffer.append(yes ? 't' : 'f');
            case int[] numbers -> numbers(numbers);
            case List<?> texts -> {
                buffer.append('{');
                for (int i = 0; i < texts.size(); i++) {
                    buffer.append(i == 0 ? "" : ",").append(texts.get(i));
                }
                buffer.append('}');
            }
            default -> buffer.append(cell);
        }
    }

    private void numbers(int[] numbers) {
        buffer.append('{');
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) {
                buffer.append(',');
            }
            buffer.append(numbers[i]);
        }
        buffer.append('}');
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(sign);
            }
        }
    }

    private void flush() {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            if (copy != null) {
                copy.writeToCopy(bytes, 0, bytes.length);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (copy == null) {
            return;
        }
        flush();
        try {
            copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        copy = null;
        open = null;
    }
}
