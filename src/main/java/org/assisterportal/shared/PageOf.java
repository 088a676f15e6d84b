package org.assisterportal.shared;

import java.util.List;

/**
 * One page of a list.
 *
 * @param number from 1
 * @param size rows a page
 * @param total rows over all pages; with {@code more} those up to this page
 * @param more whether others follow that nobody counted
 */
public record PageOf<T>(List<T> rows, int number, int size, long total, boolean more) {
    /** Lists count so far and no further, so that no page grows with the table. */
    public static final int COUNTED_TO = 1_000;

    public PageOf {
        rows = List.copyOf(rows);
    }

    public PageOf(List<T> rows, int number, int size, long total) {
        this(rows, number, size, total, false);
    }

    /**
     * A page whose rows were counted up to {@link #COUNTED_TO}, or not at all if that is what is given: then only a page
     * that isn't full tells how many there are.
     */
    public static <T> PageOf<T> counted(List<T> rows, int number, int size, int found, long counted) {
        boolean open = counted >= COUNTED_TO;
        long known = (long) (number - 1) * size + found;
        return new PageOf<>(rows, number, size, open ? known : counted, open && found == size);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return more || number < pages();
    }

    public long firstRow() {
        return total == 0 ? 0 : (long) (number - 1) * size + 1;
    }

    public long lastRow() {
        return firstRow() + rows.size() - (total == 0 ? 0 : 1);
    }
}
