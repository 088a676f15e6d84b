package org.assisterportal.plan.domain;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Leaves out the byte order mark that spreadsheets put before a text. */
final class WithoutMark extends FilterReader {
    private static final char MARK = '\uFEFF';
    private boolean begun;

    WithoutMark(Reader text) {
        super(new PushbackReader(text));
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (!begun) {
            begun = true;
            int first = in.read();
            if (first >= 0 && first != MARK) {
                ((PushbackReader) in).unread(first);
            }
        }
        return super.read(into, from, length);
    }
}
