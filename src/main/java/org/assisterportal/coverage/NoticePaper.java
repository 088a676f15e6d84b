package org.assisterportal.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assisterportal.application.Notice;
import org.assisterportal.application.Notices;
import org.assisterportal.pages.PdfPaper;
import org.springframework.stereotype.Component;

/** A notice as a PDF: the blocks of its page, in the same order and the same words. */
@Component
class NoticePaper {

    byte[] of(Notice notice, Notices.Addressee addressee) {
        try (PdfPaper paper = new PdfPaper(notice.title(), notice.language())) {
            paper.address(Stream.concat(Stream.of(addressee.name()), addressee.lines().stream()).toList());
            for (Notice.Block block : notice.blocks()) {
                write(block, paper);
            }
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Notice.Block block, PdfPaper paper) throws IOException {
        String language = block.language();
        switch (block.kind()) {
            case TITLE -> paper.heading(1, block.words(), language);
            case HEADING -> paper.heading(2, block.words(), language);
            case SUBHEADING -> paper.heading(3, block.words(), language);
            case GRANTED, OPEN -> paper.strong(block.words(), language);
            case TEXT -> paper.paragraph(block.words(), language);
            case ITEMS -> paper.items(block.rows().stream().map(Notice.Row::words).toList(), language);
            case FACTS -> {
                Map<String, String> facts = new LinkedHashMap<>();
                block.rows().forEach(row -> facts.put(row.name(), row.words()));
                paper.facts(facts);
            }
        }
    }
}
