package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a signed application says isn't asked for again: the consumer takes it over into their information. */
class FromApplicationPagesTests extends PageScene {
    private static final String OFFER = "href=\"/account/profile?take=application\"";

    @Autowired private Handiwork handiwork;
    @Autowired private Consumers consumers;

    private Actor maria;

    @BeforeEach
    void aConsumer() {
        maria = region.consumer();
    }

    private String page(String address) {
        try {
            return get(maria, address).getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itIsOfferedAfterTheSignatureAndNotAskedForAgain() {
        assertThat(page("/account")).contains("date of birth", "address").doesNotContain(OFFER);
        handiwork.signed(maria);
        assertThat(page("/account")).contains(OFFER, "You see it before you save it.", "Still missing, so that we").doesNotContain("An application will ask for this", "??");
        assertThat(consumers.own(maria).birthDate()).as("nothing is taken by itself").isNull();
    }

    @Test
    void itIsShownFirstAndSavedByTheConsumerOnly() {
        handiwork.signed(maria);
        assertThat(page("/account/profile")).doesNotContain("1412 Superior Street");
        assertThat(page("/account/profile?take=application"))
                .contains("value=\"5/17/1990\"", "value=\"1412 Superior Street\"", "This comes from the application that you signed last")
                .doesNotContain("??");
        assertThat(consumers.own(maria).address()).isNull();
        Map<String, String> form = new LinkedHashMap<>(consumers.own(maria).form());
        form.putAll(Map.of("birth-date", "5/17/1990", "street", "1412 Superior Street", "city", "Duluth", "state", "MN", "zip", "55802", "county", "St. Louis"));
        form.put("version", String.valueOf(consumers.own(maria).version()));
        assertThat(post(maria, "/account/profile", form.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())).toArray(String[]::new)))
                .hasRedirectedUrl("/account/profile");
        assertThat(Objects.requireNonNull(consumers.own(maria).address()).street()).isEqualTo("1412 Superior Street");
        assertThat(page("/account")).doesNotContain(OFFER);
        assertThat(page("/account/profile?take=application")).as("there is nothing to take").doesNotContain("This comes from");
    }

    @Test
    void anAddressThatIsKeptOutOfTheApplicationIsStillMissing() {
        handiwork.signed(maria);
        handiwork.changed(maria, Spot.of(Question.HOME), Map.of("kept", "true", "stays", "YES"));
        assertThat(page("/account")).contains(OFFER, "Still missing", ">address</span>");
        assertThat(page("/account/profile?take=application")).contains("value=\"5/17/1990\"").doesNotContain("1412 Superior Street");
    }

    @Test
    void whatTheInformationSaysAlreadyStays() {
        handiwork.change(maria, Map.of("street", "12 Oak St", "city", "Duluth", "state", "MN", "zip", "55802", "county", "St. Louis"));
        handiwork.signed(maria);
        handiwork.changed(maria, Spot.of(Question.HOME), Map.of("street", "1412 Superior Street", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES"));
        assertThat(page("/account/profile?take=application")).contains("value=\"12 Oak St\"", "value=\"5/17/1990\"").doesNotContain("1412 Superior Street");
    }
}
