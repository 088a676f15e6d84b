package org.assisterportal.shared;

import java.util.List;

/**
 * One page of a list.
 *
 * @param number from 1
 * @param size rows a page
 * @param total rows over all pages
 */
public record PageOf<T>(List<T> rows, int number, int size, long total) {

    public PageOf {
        rows = List.copyOf(rows);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < pages();
    }

    public long firstRow() {
        return total == 0 ? 0 : (long) (number - 1) * size + 1;
    }

    public long lastRow() {
        return firstRow() + rows.size() - (total == 0 ? 0 : 1);
    }
}
