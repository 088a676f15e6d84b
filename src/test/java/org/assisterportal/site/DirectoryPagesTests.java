package org.assisterportal.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assisterportal.Region;
import org.assisterportal.access.Directory;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.Rosters;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.Tries;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whom the public directory shows, and how one finds them. */
class DirectoryPagesTests extends PageScene {
    private static final Random RANDOM = new Random();
    /** A part of the country for each test, where nobody else is listed. */
    private static final AtomicInteger AREAS = new AtomicInteger(600);

    @Autowired private Rosters rosters;
    @Autowired private Household household;
    @Autowired private Directory directory;
    @Autowired private Tries tries;

    private final MockHttpSession nobody = new MockHttpSession();
    private final String family = Region.unique("Quist").replaceAll("[0-9]", "");
    private final String postalArea = String.valueOf(AREAS.incrementAndGet());

    private Map<RosterColumn, String> row(String first) {
        Map<RosterColumn, String> row = new EnumMap<>(Region.row(Region.unique("nav.") + "@example.org"));
        row.put(RosterColumn.DISPLAY_NAME, first + " " + family);
        row.put(RosterColumn.STREET, "77 Private Lane");
        row.put(RosterColumn.BUSINESS_ADDRESS, "1 Main Street, Duluth, MN " + postalArea + "02");
        return row;
    }

    private PersonId listed(Region.Office office, Map<RosterColumn, String> row) {
        PersonId person = ((Rosters.Kept.Done) rosters.keep(null, null, row, office.contact())).person();
        region.submit(office.contact());
        return person;
    }

    private PersonId certified(Region.Office office, Map<RosterColumn, String> row) {
        PersonId person = listed(office, row);
        region.certify(person);
        return person;
    }

    private MvcTestResult named(String name) {
        return post(nobody, "/directory", "name", name);
    }

    @Test
    void itShowsCertifiedNavigatorsWhoseListingIsOnAndNobodyElse() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId shown = certified(office, row("Åsa"));
        Map<RosterColumn, String> hidden = row("Hidden");
        hidden.put(RosterColumn.IN_DIRECTORY, "No");
        PersonId off = certified(office, hidden);
        PersonId training = listed(office, row("Trainee"));
        PersonId counselor = certified(region.agency(AgencyKind.CAC), row("Counselor"));
        PersonId left = certified(office, row("Leaver"));
        rosters.stop(left, Rosters.Stop.EMPLOYMENT, office.contact());
        assertThat(named("asa " + family))
                .hasStatusOk()
                .bodyText()
                .contains("Åsa " + family, "Certified today", "612-555-0100", "info@lakes.example.org", "1 Main Street", "English, Spanish")
                .contains("Right now they cannot work in your online account")
                .doesNotContain("Private Lane", "nav.", "612-555-0123", shown.toString(), "??");
        assertThat(named(family))
                .bodyText()
                .contains("Åsa " + family)
                .doesNotContain("Hidden", "Trainee", "Counselor", "Leaver");
        assertThat(directory.lists(shown)).isTrue();
        for (PersonId one : new PersonId[] {off, training, counselor, left, new PersonId(UUID.randomUUID())}) {
            assertThat(directory.lists(one)).isFalse();
        }
    }

    @Test
    void aNameIsFoundByAPartOfItAndWithAWrongLetter() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        for (String first : new String[] {"Wilhelmina", "Bartholomew"}) {
            Map<RosterColumn, String> row = row(first);
            row.put(RosterColumn.DISPLAY_NAME, first + " Zachariassen");
            certified(office, row);
        }
        assertThat(named("Wilhelmina")).bodyText().contains("Wilhelmina Zachariassen").doesNotContain("Bartholomew");
        assertThat(named("helmin")).as("within a word").bodyText().contains("Wilhelmina Zachariassen");
        assertThat(named("wilhelmena zakariassen")).bodyText().contains("Wilhelmina Zachariassen");
        assertThat(named("bartolomew")).bodyText().contains("Bartholomew Zachariassen").doesNotContain("Wilhelmina");
        assertThat(named("xyzzy qqqq")).bodyText().contains("No navigators found").doesNotContain("Zachariassen");
    }

    @Test
    void whoseContractHasEndedIsNoLongerShown() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = certified(office, row("Ana"));
        assertThat(named(family)).bodyText().contains("Ana " + family);
        int ended =
                household.inTransaction(
                        () ->
                                jdbc.sql("UPDATE agency.contract SET last_day = :yesterday WHERE agency = :agency")
                                        .param("yesterday", Minnesota.today(clock).minusDays(1))
                                        .param("agency", office.id().value())
                                        .update());
        assertThat(ended).isEqualTo(1);
        assertThat(named(family)).bodyText().contains("No navigators found").doesNotContain("Ana " + family);
        assertThat(directory.lists(person)).isFalse();
    }

    @Test
    void onlyWhoMayUseThePortalTodayCanBeChosenAndOnlyByConsumers() {
        Household.Assister assister = household.assister(region.agency(AgencyKind.NAVIGATOR));
        Map<RosterColumn, String> row = row("Ana");
        row.put(RosterColumn.EMAIL, household.email(assister.person()));
        rosters.keep(assister.person(), null, row, assister.office().contact());
        region.submit(assister.office().contact());
        String choose = "/account/assister/" + assister.person();
        assertThat(named(family)).bodyText().contains("href=\"" + choose + "\"", "Choose this assister");
        assertThat(get(nobody, choose)).hasRedirectedUrl("/account/sign-in");
        assertThat(post(region.consumer(), "/directory", "name", family)).bodyText().contains(choose, "Back to my account");
        assertThat(post(member(Hat.ARC_OFFICER).actor(), "/directory", "name", family))
                .bodyText()
                .contains("Ana " + family)
                .doesNotContain(choose);
        assertThat(post(assister.actor(), "/directory", "name", family)).hasStatusOk().bodyText().contains("Ana " + family);
        household.stop(assister);
        assertThat(named(family)).bodyText().contains("Ana " + family, "Call or write").doesNotContain(choose);
    }

    @Test
    void countyZipAndLanguageAreAddresses() {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        Map<RosterColumn, String> near = row("Near");
        near.put(RosterColumn.BUSINESS_ADDRESS, "5 Hill Road, " + postalArea + "77");
        near.put(RosterColumn.LANGUAGES, "hmong");
        near.put(RosterColumn.COUNTIES, "Cook");
        certified(office, near);
        certified(office, row("Onspot"));
        String zip = "/directory?zip=" + postalArea;
        assertThat(get(nobody, zip + "77")).bodyText().containsSubsequence("Near " + family, "Onspot " + family);
        assertThat(get(nobody, zip + "02")).bodyText().containsSubsequence("Onspot " + family, "Near " + family);
        assertThat(get(nobody, zip + "02&county=Cook")).bodyText().contains("Near " + family).doesNotContain("Onspot");
        assertThat(get(nobody, zip + "02&language=Hmong")).bodyText().contains("Near " + family).doesNotContain("Onspot");
        assertThat(get(nobody, zip + "02&county=Cook&language=Spanish"))
                .bodyText()
                .contains("No navigators found", "Choose a county nearby", "651-555-0100")
                .contains("<option value=\"Cook\" selected=\"selected\">", "value=\"" + postalArea + "02\"");
        assertThat(get(nobody, "/directory?zip=558&county=Cook"))
                .bodyText()
                .contains("There is a problem", "Type a ZIP code of five digits", "value=\"558\"")
                .doesNotContain("ap-certified");
        assertThat(get(nobody, zip + "77&county=Nowhere&from=zzz")).bodyText().contains("Near " + family);
        assertThat(named("")).bodyText().contains("Type a part of the name");
    }

    @Test
    void aPageIsFullThoughSomeInBetweenAreNotCertified() throws Exception {
        Region.Office office = region.agency(AgencyKind.NAVIGATOR);
        for (int i = 0; i < 50; i++) {
            rosters.keep(null, null, row("P" + (char) ('a' + i / 10) + (char) ('a' + i % 10)), office.contact());
        }
        region.submit(office.contact());
        List<PersonId> all = inOrder();
        for (int i = 0; i < 50; i += 2) {
            region.certify(all.get(i));
        }
        String first = get(nobody, "/directory?zip=" + postalArea + "02").getResponse().getContentAsString();
        assertThat(cards(first)).isEqualTo(20);
        var more = Pattern.compile("href=\"(/directory\\?[^\"]*from=[0-9]+)\"").matcher(first);
        assertThat(more.find()).isTrue();
        String second = get(nobody, more.group(1).replace("&amp;", "&")).getResponse().getContentAsString();
        assertThat(cards(second)).isEqualTo(5);
        assertThat(second).contains("From the beginning").doesNotContain("More navigators");
        String posted = named(family).getResponse().getContentAsString();
        assertThat(cards(posted)).isEqualTo(20);
        assertThat(posted).contains("name=\"from\" value=\"40\"");
        assertThat(cards(post(nobody, "/directory", "name", family, "from", "40").getResponse().getContentAsString())).isEqualTo(5);
    }

    private List<PersonId> inOrder() {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT person FROM agency.entry WHERE display_name LIKE :family ORDER BY display_name")
                                .param("family", "%" + family)
                                .query(UUID.class)
                                .list()
                                .stream()
                                .map(PersonId::new)
                                .toList());
    }

    private static long cards(String page) {
        return Pattern.compile("<li class=\"ap-card\"").matcher(page).results().count();
    }

    @Test
    void itSpeaksSpanish() {
        certified(region.agency(AgencyKind.NAVIGATOR), row("Ana"));
        var request = pages.post().uri("/directory").with(this::token).param("name", family);
        MvcTestResult page =
                request.with(
                                in -> {
                                    in.setCookies(new Cookie("csrf", "a-token"), new Cookie("lang", "es"));
                                    return in;
                                })
                        .exchange();
        assertThat(page)
                .bodyText()
                .contains("Encuentre ayuda gratuita", "Certificado hoy", "Inglés, Español")
                .doesNotContain("[English]", "??");
    }

    @Test
    void aMachineThatCopiesItIsStopped() {
        String network = "10.99." + RANDOM.nextInt(256) + "." + RANDOM.nextInt(256);
        for (int i = 0; i < 600; i++) {
            tries.tryOnce("directory", network, 600, Duration.ofHours(1));
        }
        assertThat(pages.get().uri("/directory").with(from -> {
            from.setRemoteAddr(network);
            return from;
        }).exchange()).hasStatus(429);
        assertThat(get(nobody, "/directory")).hasStatusOk();
    }
}
