package org.assisterportal.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A PDF of headings, paragraphs and a list of facts, on Letter paper, tagged so that a screen reader reads it in order.
 * Sizes are in points.
 */
public final class PdfPaper implements AutoCloseable {
    private static final float MARGIN = 56;
    private static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * MARGIN;
    private static final float NAMES = 150;
    private static final float DASH = 14;
    private static final float BODY = 10.5f;
    private static final float LEADING = 1.4f;

    private final PDDocument document = new PDDocument();
    private final Letters letters;
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final PDStructureElement whole;
    /** By page and by number of its marked content: which element it belongs to. */
    private final List<COSArray> owners = new ArrayList<>();

    private PDPage page;
    private PDPageContentStream content;
    private float y;

    public PdfPaper(String title, String language) throws IOException {
        letters = new Letters(document);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(language);
        catalog.setStructureTreeRoot(tree);
        PDMarkInfo tagged = new PDMarkInfo();
        tagged.setMarked(true);
        catalog.setMarkInfo(tagged);
        PDViewerPreferences shown = new PDViewerPreferences(catalog.getCOSObject());
        shown.setDisplayDocTitle(true);
        catalog.setViewerPreferences(shown);
        document.getDocumentInformation().setTitle(title);
        whole = element(StandardStructureTypes.DOCUMENT, tree);
        page = new PDPage(PDRectangle.LETTER);
        content = begin(page);
    }

    /** A heading of the first, second or third rank. */
    public void heading(int rank, String words, String language) throws IOException {
        float size = rank == 1 ? 18 : rank == 2 ? 14 : 11.5f;
        y -= rank == 1 ? 0 : 8;
        room(size * LEADING + 2 * BODY * LEADING);
        write(said("H" + rank, language), letters.wrap(words, size, WIDTH), MARGIN, size, true);
        y -= 3;
    }

    public void paragraph(String words, String language) throws IOException {
        write(said(StandardStructureTypes.P, language), letters.wrap(words, BODY, WIDTH), MARGIN, BODY, false);
        y -= 5;
    }

    /** To whom it goes, a line below the other, where a window of an envelope shows it. */
    public void address(List<String> lines) throws IOException {
        y -= 2 * BODY * LEADING;
        List<String> wrapped = new ArrayList<>();
        for (String line : lines) {
            wrapped.addAll(letters.wrap(line, BODY, WIDTH / 2));
        }
        write(element(StandardStructureTypes.P, whole), wrapped, MARGIN, BODY, false);
        y -= 2 * BODY * LEADING;
    }

    /** A paragraph that stands out. */
    public void strong(String words, String language) throws IOException {
        write(said(StandardStructureTypes.P, language), letters.wrap(words, BODY, WIDTH), MARGIN, BODY, true);
        y -= 5;
    }

    /** Names with what they are, as a list. */
    public void facts(Map<String, String> facts) throws IOException {
        PDStructureElement list = element(StandardStructureTypes.L, whole);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            List<String> name = letters.wrap(fact.getKey(), BODY, NAMES);
            List<String> value = letters.wrap(fact.getValue(), BODY, WIDTH - NAMES - 12);
            room(Math.max(name.size(), value.size()) * BODY * LEADING);
            PDStructureElement item = element(StandardStructureTypes.LI, list);
            float top = y;
            write(element(StandardStructureTypes.LBL, item), name, MARGIN, BODY, true);
            float below = y;
            y = top;
            write(element(StandardStructureTypes.L_BODY, item), value, MARGIN + NAMES + 12, BODY, false);
            y = Math.min(y, below) - 3;
        }
        y -= 6;
    }

    /** Points of a list, each with a dash. */
    public void items(List<String> items, String language) throws IOException {
        PDStructureElement list = element(StandardStructureTypes.L, whole);
        list.setLanguage(language);
        for (String one : items) {
            List<String> lines = letters.wrap(one, BODY, WIDTH - DASH);
            room(BODY * LEADING);
            PDStructureElement item = element(StandardStructureTypes.LI, list);
            float top = y;
            write(element(StandardStructureTypes.LBL, item), List.of("–"), MARGIN, BODY, false);
            y = top;
            write(element(StandardStructureTypes.L_BODY, item), lines, MARGIN + DASH, BODY, false);
            y -= 3;
        }
        y -= 4;
    }

    /** The whole file; nothing can be written after it. */
    public byte[] bytes() throws IOException {
        content.close();
        numberPages();
        Map<Integer, PDParentTreeValue> parents = new HashMap<>();
        for (int i = 0; i < owners.size(); i++) {
            parents.put(i, new PDParentTreeValue(owners.get(i)));
        }
        PDNumberTreeNode numbers = new PDNumberTreeNode(PDParentTreeValue.class);
        numbers.setNumbers(parents);
        tree.setParentTree(numbers);
        tree.setParentTreeNextKey(owners.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private PDPageContentStream begin(PDPage next) throws IOException {
        next.getCOSObject().setInt(COSName.STRUCT_PARENTS, owners.size());
        next.getCOSObject().setName("Tabs", "S");
        document.addPage(next);
        owners.add(new COSArray());
        y = PDRectangle.LETTER.getHeight() - MARGIN;
        return new PDPageContentStream(document, next);
    }

    private void turn() throws IOException {
        content.close();
        page = new PDPage(PDRectangle.LETTER);
        content = begin(page);
    }

    private void room(float height) throws IOException {
        if (y - height < MARGIN) {
            turn();
        }
    }

    private static PDStructureElement element(String type, PDStructureNode parent) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    private PDStructureElement said(String type, String language) {
        PDStructureElement element = element(type, whole);
        element.setLanguage(language);
        return element;
    }

    private void write(PDStructureElement element, List<String> lines, float x, float size, boolean bold)
            throws IOException {
        mark(element);
        for (String line : lines) {
            if (y - size * LEADING < MARGIN) {
                content.endMarkedContent();
                turn();
                mark(element);
            }
            y -= size * LEADING;
            content.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            content.setLineWidth(size / 40);
            show(content, line, x, y, size);
        }
        content.endMarkedContent();
    }

    private void show(PDPageContentStream to, String line, float x, float at, float size) throws IOException {
        to.beginText();
        to.setFont(letters.font(), size);
        to.newLineAtOffset(x, at);
        to.showText(line);
        to.endText();
    }

    private void mark(PDStructureElement element) throws IOException {
        COSArray owned = owners.getLast();
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(owned.size());
        element.appendKid(reference);
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), owned.size());
        owned.add(element.getCOSObject());
    }

    private void numberPages() throws IOException {
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(
                            document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                foot.beginMarkedContent(COSName.ARTIFACT);
                show(foot, (i + 1) + " / " + pages, PDRectangle.LETTER.getWidth() - MARGIN - 24, MARGIN / 2, 9);
                foot.endMarkedContent();
            }
        }
    }
}
