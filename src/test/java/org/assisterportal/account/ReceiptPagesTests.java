package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assisterportal.Region;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Scope;
import org.assisterportal.pages.PdfPaper;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a consumer has in hand, and what it proves to others. */
class ReceiptPagesTests extends AssisterScene {

    private static String receipt(AuthorizationView given) {
        return "/account/receipts/" + given.id();
    }

    private static String grouped(String code) {
        return code.substring(0, 4) + " " + code.substring(4, 8) + " " + code.substring(8);
    }

    private MvcTestResult check(String code) {
        return post(new org.springframework.mock.web.MockHttpSession(), "/receipt", "code", code);
    }

    @Test
    void theReceiptHasTheRecordAndTheWordsThatWereAgreedTo() {
        AuthorizationView given = household.authorize(maria, ana, Scope.SEE);
        assertThat(open(receipt(given)))
                .hasStatusOk()
                .bodyText()
                .contains("Receipt of your permission No. " + given.number(), "Maria Lopez", "Ana Torres", given.agencyName())
                .contains("Only see", "You typed the reference number", "was certified, and", "Version of Jan 1, 2018, in English")
                .contains(grouped(given.receiptCode()), given.textHash(), "they may not choose a plan for you", "Not ended")
                .doesNotContain("??", "sign and send an application for you");
        household.end(maria);
        assertThat(open(receipt(given))).bodyText().contains("It ended on", "You ended it");
    }

    @Test
    void aStrangersReceiptDoesNotExistAndTheTryLeavesALine() {
        AuthorizationView given = household.authorize(maria, ana, Scope.SEE);
        maria = region.consumer();
        assertThat(open(receipt(given))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(
                        jdbc.sql("SELECT count(*) FROM audit.line WHERE account = :me AND refused AND act = 'authorization.own-shown'")
                                .param("me", maria.account())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void aCodeIsGenuineHoweverItIsWrittenAndSaysNothingOfTheConsumer() {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        assertThat(check(grouped(given.receiptCode()).toLowerCase(java.util.Locale.ROOT)))
                .hasStatusOk()
                .bodyText()
                .contains("Receipt No. " + given.number() + " is genuine", "Ana Torres", given.agencyName())
                .contains("Apply and enroll for the consumer", "The permission has not ended")
                .doesNotContain("Lopez", "??");
        household.end(maria);
        assertThat(check(given.receiptCode())).bodyText().contains("is genuine", "The permission ended on").doesNotContain("Lopez");
    }

    @Test
    void aCodeThatNoReceiptHasIsSaidToBeUnknown() {
        assertThat(check("BCDF GHJK MNPQ"))
                .hasStatusOk()
                .bodyText()
                .contains("No receipt has this code", "value=\"BCDF GHJK MNPQ\"", "href=\"#code\"")
                .doesNotContain("Receipt No.", "??");
        assertThat(check(" ")).bodyText().contains("Type the code");
        assertThat(get(new org.springframework.mock.web.MockHttpSession(), "/receipt"))
                .hasStatusOk()
                .bodyText()
                .contains("Check a receipt", "Twelve letters and digits")
                .doesNotContain("There is a problem", "??");
    }

    @Test
    void whoChecksManyCodesWaits() {
        for (int i = 0; i < 60; i++) {
            assertThat(check(Region.unique("B"))).as("check %s", i).bodyText().contains("No receipt has this code");
        }
        assertThat(check("BCDFGHJKMNPQ")).bodyText().contains("Many codes were checked from your network. Wait ").doesNotContain("??");
    }

    private PDDocument pdf(MvcTestResult answer) throws IOException {
        assertThat(answer)
                .hasStatusOk()
                .hasContentType("application/pdf")
                .headers()
                .hasHeaderSatisfying("Content-Disposition", names -> assertThat(names.getFirst()).startsWith("attachment; filename=\"receipt-"));
        return Loader.loadPDF(answer.getResponse().getContentAsByteArray());
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    @Test
    void theReceiptIsAFileToKeepWithTheSameWords() throws IOException {
        AuthorizationView given = household.authorize(maria, ana, Scope.SEE);
        try (PDDocument document = pdf(open(receipt(given) + "/receipt.pdf"))) {
            assertThat(text(document))
                    .contains("Receipt of your permission No. " + given.number(), "Given by Maria Lopez", "Ana Torres")
                    .contains("Code of the receipt " + grouped(given.receiptCode()), "Only see", given.agencyName(), "1 / ")
                    .contains("No tax adviser and no attorney", "they may not choose a plan for you", "your private data")
                    .contains(given.textHash())
                    .doesNotContain("sign and send an application for you");
            assertThat(document.getDocumentInformation().getTitle()).contains("No. " + given.number());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void theFileSpeaksSpanishAndSaysWhichWordsAreEnglish() throws IOException {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        household.end(maria);
        try (PDDocument document = pdf(openInSpanish(receipt(given) + "/receipt.pdf"))) {
            assertThat(text(document))
                    .contains("Comprobante de su permiso N.º " + given.number(), "Número de referencia", "Código del comprobante")
                    .contains("Usted lo terminó", "Versión del 1 de enero de 2018, en inglés")
                    .doesNotContain("[English]", "?");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es");
            List<PDStructureElement> parts = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), parts);
            assertThat(parts).extracting(PDStructureElement::getStructureType).contains("H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody");
            assertThat(parts)
                    .filteredOn(part -> "H3".equals(part.getStructureType()))
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(part.getLanguage()).isEqualTo("en"));
        }
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> parts) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement part) {
                parts.add(part);
                collect(part, parts);
            }
        }
    }

    @Test
    void everyWordOfTheFileBelongsToAPartOfIt() throws IOException {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        try (PDDocument document = pdf(open(receipt(given) + "/receipt.pdf"))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            int index = 0;
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                PDParentTreeValue owners =
                        (PDParentTreeValue) document.getDocumentCatalog().getStructureTreeRoot().getParentTree().getValue(index++);
                int numbered = 0;
                for (PDMarkedContent marked : extractor.getMarkedContents()) {
                    if (!"Artifact".equals(marked.getTag())) {
                        assertThat(marked.getMCID()).isEqualTo(numbered++);
                    }
                }
                assertThat(((COSArray) java.util.Objects.requireNonNull(owners).getCOSObject()).size()).isEqualTo(numbered);
            }
        }
    }

    @Test
    void lettersOfManyLanguagesAndAWordWithoutAnEndAreWrittenAndOthersDoNotBreakTheFile() throws IOException {
        try (PdfPaper paper = new PdfPaper("Título", "es")) {
            paper.heading(1, "Nguyễn Thị Ánh, Łukasz Żółć, Muñoz, 李明\u202e\n", "vi");
            paper.paragraph("W".repeat(400), "es");
            try (PDDocument document = Loader.loadPDF(paper.bytes())) {
                String text = new PDFTextStripper().getText(document);
                assertThat(text).contains("Nguyễn Thị Ánh, Łukasz Żółć, Muñoz, ??");
                assertThat(text.chars().filter(letter -> letter == 'W').count()).isEqualTo(400);
            }
        }
    }
}
