package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.application.Question;
import org.junit.jupiter.api.Test;

/** The immigration page asks for just those former statuses that the rules know. */
class StatusBeforePagesTests extends CoverageScene {
    private static final Pattern LISTED = Pattern.compile("\"noWaitAsResidentAfter\": \\{\\s+\"statuses\": \\[([^]]*)]");

    @Test
    void aStatusThatSparesTheWaitCanBeSaidOnThePage() throws IOException {
        fillIn(maria);
        answer(maria, Question.CITIZENS, "", "self", "NO");
        String page = body(look(maria, at("people/self/immigration")));
        String before = page.substring(page.indexOf("<select class=\"usa-select\" id=\"before\""));
        String offered = before.substring(0, before.indexOf("</select>"));
        for (String year : new String[] {"2026", "2027"}) {
            Matcher listed = LISTED.matcher(Files.readString(Path.of("src/main/resources/eligibility/" + year + ".json")));
            assertThat(listed.find()).isTrue();
            String[] statuses = Arrays.stream(listed.group(1).split(",")).map(one -> one.strip().replace("\"", "")).toArray(String[]::new);
            for (String status : statuses) {
                assertThat(offered).as(year).contains("value=\"" + status + "\"");
            }
            assertThat(offered.split("value=\"[A-Z]", -1)).as("and no other").hasSize(statuses.length + 1);
        }
    }
}
