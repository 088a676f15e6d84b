package org.assisterportal.document.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.junit.jupiter.api.Test;

class PdfProgramsTests {

    /** Written and read again, as it comes in. */
    private static boolean hasProgram(Consumer<PDDocument> with) {
        try (PDDocument made = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            made.addPage(new PDPage());
            with.accept(made);
            made.save(out);
            try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
                return PdfPrograms.isIn(read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(PDDocument document, org.apache.pdfbox.pdmodel.interactive.action.PDAction action) {
        try {
            PDAnnotationLink link = new PDAnnotationLink();
            link.setAction(action);
            document.getPage(0).getAnnotations().add(link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatRunsByItselfIsAProgram() {
        PDActionJavaScript script = new PDActionJavaScript("app.alert(1)");
        assertThat(hasProgram(document -> document.getDocumentCatalog().setOpenAction(script))).as("as it opens").isTrue();
        assertThat(
                        hasProgram(document -> {
                            PDPageAdditionalActions actions = new PDPageAdditionalActions();
                            actions.setO(script);
                            document.getPage(0).setActions(actions);
                        }))
                .as("as its page opens")
                .isTrue();
        assertThat(hasProgram(document -> link(document, script))).as("behind a link").isTrue();
        assertThat(hasProgram(document -> link(document, new PDActionLaunch()))).as("a program of the computer").isTrue();
        assertThat(
                        hasProgram(document -> {
                            COSDictionary names = new COSDictionary();
                            names.setItem(COSName.JAVA_SCRIPT, new COSDictionary());
                            document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
                        }))
                .as("of the whole file")
                .isTrue();
        assertThat(hasProgram(document -> document.getDocumentCatalog().setOpenAction(new PDActionURI()))).as("goes elsewhere as it opens").isTrue();
    }

    @Test
    void anOrdinaryFileIsNone() {
        assertThat(hasProgram(document -> {})).isFalse();
        assertThat(hasProgram(document -> link(document, new PDActionURI()))).as("a link that one may follow").isFalse();
        assertThat(hasProgram(document -> document.getDocumentCatalog().setOpenAction(toItsPage(document)))).as("opens at its first page").isFalse();
        assertThat(
                        hasProgram(document -> {
                            PDActionGoTo go = new PDActionGoTo();
                            go.setDestination(toItsPage(document));
                            document.getDocumentCatalog().setOpenAction(go);
                        }))
                .as("the same as an action")
                .isFalse();
    }

    private static PDPageFitDestination toItsPage(PDDocument document) {
        PDPageFitDestination destination = new PDPageFitDestination();
        destination.setPage(document.getPage(0));
        return destination;
    }
}
