package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assisterportal.application.Hand;
import org.assisterportal.enrollment.Made;
import org.assisterportal.enrollment.PlanProposal;
import org.junit.jupiter.api.Test;

/** Who signs for a consumer says how the consumer chose. */
class MadePagesTests extends ProposalScene {
    @Test
    void whoSignsForTheConsumerSaysHowTheyChose() throws Exception {
        choose(ana.actor(), offered.get(0));
        assertThat(body(look(ana.actor(), at("plans/sign")))).contains("How did Maria Lopez choose?", "by phone").doesNotContain("By picking from");
        assertThat(body(sign(ana.actor()))).contains("There is a problem", "Say how the choice was made");
        assertThat(body(sign(ana.actor(), "made", "BY_PIGEON"))).contains("Say how the choice was made");
        assertThat(body(sign(ana.actor(), "made", "FROM_PROPOSAL"))).contains("Not all of these plans were picked");
        assertThat(policies.open(new Hand.Own(maria).consumer())).isEmpty();
        assertThat(sign(ana.actor(), "made", "BY_PHONE")).hasRedirectedUrl(at("policies"));
        assertThat(enrolled().made()).isEqualTo(Made.BY_PHONE);
        String address = at("policies/" + enrolled().number());
        assertThat(body(look(maria, address))).contains("What was signed", "made together with Ana Torres by phone");
        byte[] paper = look(maria, address + "/confirmation.pdf").getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains("made together with Ana Torres by phone");
        }
        assertThat(body(look(maria, "/account/diary"))).contains("that you chose together, by phone (number 6").doesNotContain("Signed for your plans");
        assertThat(body(look(ana.actor(), "/portal/consumers/" + maria.subject() + "/diary"))).contains("chosen together by phone");
    }

    @Test
    void thatTheConsumerPickedIsSaidWhereItIsSo() {
        PlanProposal one = proposed(offered.get(0), offered.get(1));
        pick(one, offered.get(1));
        assertThat(body(look(ana.actor(), at("plans/sign")))).contains("By picking from plans that were proposed");
        choose(ana.actor(), offered.get(0));
        assertThat(body(sign(ana.actor(), "made", "FROM_PROPOSAL"))).as("proposed, and not picked").contains("Not all of these plans were picked");
        choose(ana.actor(), offered.get(1));
        assertThat(sign(ana.actor(), "made", "FROM_PROPOSAL")).hasRedirectedUrl(at("policies"));
        assertThat(enrolled().made()).isEqualTo(Made.FROM_PROPOSAL);
    }

    @Test
    void whoSignsForThemselvesIsNotAsked() {
        choose(maria, offered.get(0));
        assertThat(body(look(maria, at("plans/sign")))).doesNotContain("How did");
        assertThat(sign(maria, "made", "BY_PHONE")).hasRedirectedUrl(at("policies"));
        assertThat(enrolled().made()).isNull();
    }
}
