package org.assisterportal.carrier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.CarrierEvent.Insured;
import org.assisterportal.enrollment.CarrierEvent.Kind;
import org.junit.jupiter.api.Test;

class EnrollmentFileTests {
    static String written(int control, CarrierEvent... events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EnrollmentFile file =
                new EnrollmentFile(
                        new EnrollmentFile.Envelope("MARKETPLACE", MadeUpPolicy.ISSUER, control, Instant.parse("2026-11-29T05:30:00Z"), false), out);
        for (CarrierEvent event : events) {
            file.add(event);
        }
        file.end();
        return out.toString(StandardCharsets.US_ASCII);
    }

    private static void isIn(String file, String golden) {
        assertThat(file).contains(golden.replace("\n", ""));
    }

    private static ReadBack.Member first(Insured person) {
        String file = written(1, MadeUpPolicy.event(7, Kind.ENROLLED, List.of(person), MadeUpPolicy.amount(MadeUpPolicy.NEW_YEAR, "1.00", "0.00")));
        return new ReadBack(file).sets().getFirst().members().getFirst();
    }

    @Test
    void theFourKindsOfEventsReadAsTheyShould() {
        isIn(written(17, MadeUpPolicy.enrolled(41)), GoldenSets.ENROLLED);
        isIn(written(17, MadeUpPolicy.babyCame(42)), GoldenSets.BABY_CAME);
        isIn(written(17, MadeUpPolicy.ended(43)), GoldenSets.ENDED);
        isIn(written(17, MadeUpPolicy.cancelled(44)), GoldenSets.CANCELLED);
    }

    @Test
    void theEnvelopeSaysWhoWritesToWhomInMinnesotasTimeAndThatItIsATest() {
        String file = written(17, MadeUpPolicy.cancelled(44));
        assertThat(file)
                .startsWith(
                        "ISA*00*          *00*          *ZZ*MARKETPLACE    *ZZ*99101          *261128*2330*^*00501*000000017*0*T*:~"
                                + "GS*BE*MARKETPLACE*99101*20261128*2330*17*X*005010X220A1~ST*834*0044*005010X220A1~")
                .endsWith("SE*24*0044~GE*1*17~IEA*1*000000017~");
        assertThat(file.indexOf('~')).as("the first segment has its fixed length").isEqualTo(105);
    }

    @Test
    void aReaderWithoutTheLibraryFindsEveryFactOfThePolicy() {
        CarrierEvent event = MadeUpPolicy.babyCame(42);
        ReadBack.Set set = new ReadBack(written(3, MadeUpPolicy.enrolled(41), event)).sets().get(1);
        assertThat(set.control()).isEqualTo("0042");
        assertThat(set.header("REF", "38")).isEqualTo(event.policy());
        assertThat(set.header("N1", "IN")).isEqualTo("99101");
        assertThat(set.members()).hasSize(2);
        ReadBack.Member maria = set.members().getFirst();
        ReadBack.Member noa = set.members().get(1);
        assertThat(maria.of("NM1")).containsExactly("NM1", "IL", "1", "Lopez", "Maria", "", "", "", "34", "987654321");
        assertThat(maria.of("INS")).startsWith("INS", "Y", "18", "001");
        assertThat(noa.of("NM1")).containsExactly("NM1", "IL", "1", "Lopez", "Noa");
        assertThat(noa.of("INS")).startsWith("INS", "N", "19", "021", "02");
        assertThat(noa.value("DTP", "348")).isEqualTo("20270314");
        assertThat(noa.value("REF", "0F")).isEqualTo(maria.value("REF", "17"));
        assertThat(noa.value("REF", "CE")).isEqualTo("99101MN001000305");
        assertThat(noa.categories()).containsExactly("PRE AMT 1 240.10 20270314", "SEP REASON 02");
        assertThat(set.segments()).as("nobody answers for an adult").noneMatch(one -> one[0].equals("NM1") && one[1].equals("QD"));
        assertThat(maria.categories()).contains("PRE AMT TOT 892.55 20270314", "TOT RES AMT 482.55 20270314", "APTC AMT 410.00 20270314");
    }

    @Test
    void aCancelledPolicyEndsOnTheDayOnWhichItWouldHaveBegun() {
        ReadBack.Member maria = new ReadBack(written(3, MadeUpPolicy.cancelled(44))).sets().getFirst().members().getFirst();
        assertThat(maria.value("DTP", "348")).isEqualTo("20270101");
        assertThat(maria.value("DTP", "349")).isEqualTo("20270101");
        assertThat(maria.categories()).isEmpty();
    }

    @Test
    void whereOnlyAChildNeverCameInTheSubscriberGoesOn() {
        Insured never = MadeUpPolicy.until(MadeUpPolicy.leo(), MadeUpPolicy.NEW_YEAR.minusDays(1), CarrierEvent.Reason.BY_WISH);
        CarrierEvent event = MadeUpPolicy.event(44, Kind.CANCELLED, List.of(MadeUpPolicy.maria(), never));
        List<ReadBack.Member> members = new ReadBack(written(3, event)).sets().getFirst().members();
        assertThat(members.getFirst().of("INS")[3]).isEqualTo("001");
        assertThat(members.getFirst().value("DTP", "349")).isEmpty();
        assertThat(members.get(1).of("INS")).startsWith("INS", "N", "19", "024", "14");
        assertThat(members.get(1).value("DTP", "349")).as("ends on the day on which it would have begun").isEqualTo("20270101");
    }

    @Test
    void whoStaysWhileAnotherLeavesIsChangedAndNotTerminated() {
        CarrierEvent event =
                MadeUpPolicy.event(
                        45, Kind.ENDED,
                        List.of(MadeUpPolicy.maria(), MadeUpPolicy.until(MadeUpPolicy.leo(), MadeUpPolicy.NEW_YEAR.plusMonths(2), CarrierEvent.Reason.MOVED)),
                        MadeUpPolicy.amount(MadeUpPolicy.NEW_YEAR, "652.45", "300.00"));
        List<ReadBack.Member> members = new ReadBack(written(3, event)).sets().getFirst().members();
        assertThat(members.getFirst().of("INS")[3]).isEqualTo("001");
        assertThat(members.getFirst().value("DTP", "349")).isEmpty();
        assertThat(members.get(1).of("INS")).startsWith("INS", "N", "19", "024", "43");
        assertThat(members.get(1).value("DTP", "349")).isEqualTo("20270301");
    }

    @Test
    void whoGoesOnInAnothersNameIsEnrolledUnderThatNumberWithTheFormerOneBesideIt() throws Exception {
        CarrierEvent like = MadeUpPolicy.enrolled(0);
        Insured leo = MadeUpPolicy.because(MadeUpPolicy.leo(), CarrierEvent.Reason.HANDED_ON);
        Insured alone =
                new Insured(
                        leo.key(), leo.number(), null, leo.firstName(), leo.lastName(), leo.born(), null, false, leo.what(), leo.from(), null, leo.reason(), leo.premium());
        CarrierEvent event =
                new CarrierEvent(
                        50, like.at(), Kind.ENROLLED, "P-50", like.planYear(), like.plan(), like.variant(), false, like.home(), List.of(alone), like.amounts(),
                        MadeUpPolicy.maria().number(), new CarrierEvent.Responsible("María", "López"));
        String file = written(3, event);
        ReadBack.Member subscriber = new ReadBack(file).sets().getFirst().members().getFirst();
        assertThat(subscriber.of("INS")).startsWith("INS", "Y", "18", "021", "41");
        assertThat(subscriber.value("REF", "0F")).isEqualTo(leo.number());
        assertThat(subscriber.value("REF", "Q4")).isEqualTo(MadeUpPolicy.maria().number());
        assertThat(subscriber.categories()).noneMatch(one -> one.startsWith("SEP REASON"));
        assertThat(file)
                .as("who answers for the child, after where everything is sent to")
                .contains("~NM1*QD*1*Lopez*Maria~PER*RP**TE*6515550134*EM*maria@families.example~HD*021**HLT~");
        assertThat(faults(file)).isEmpty();
    }

    @Test
    void whereOnlyTheAmountChangesNobodyIsAdded() {
        CarrierEvent event =
                MadeUpPolicy.event(
                        46, Kind.CHANGED, List.of(MadeUpPolicy.maria(), MadeUpPolicy.leo()), MadeUpPolicy.amount(MadeUpPolicy.NEW_YEAR, "652.45", "310.00"));
        assertThat(new ReadBack(written(3, event)).sets().getFirst().members()).allMatch(member -> member.of("INS")[3].equals("001"));
    }

    @Test
    void namesComeInPlainLettersAndBreakNothing() {
        assertThat(first(MadeUpPolicy.named(MadeUpPolicy.maria(), "Zoë", "Núñez-Ångström")).of("NM1")).contains("Zoe", "Nunez-Angstrom");
        assertThat(first(MadeUpPolicy.named(MadeUpPolicy.maria(), "A~ISA*B", "O’Neil:C^D")).of("NM1")).contains("A ISA B", "O'Neil C D");
        assertThat(first(MadeUpPolicy.named(MadeUpPolicy.maria(), "美", "Đặng Łuß")).of("NM1")).contains("?", "Dang Luss");
        assertThat(first(MadeUpPolicy.named(MadeUpPolicy.maria(), "N".repeat(36), "L".repeat(61))).of("NM1"))
                .contains("N".repeat(35), "L".repeat(60));
    }

    @Test
    void aLongStreetGoesOnInItsSecondLine() {
        CarrierEvent event =
                MadeUpPolicy.event(
                        47, MadeUpPolicy.ISSUER, "P-47", Kind.CANCELLED, List.of(MadeUpPolicy.maria()),
                        MadeUpPolicy.home("x".repeat(55) + "y".repeat(55), "Ely", "55731-1234", null, null));
        ReadBack.Member maria = new ReadBack(written(3, event)).sets().getFirst().members().getFirst();
        assertThat(maria.of("N3")).containsExactly("N3", "x".repeat(55), "y".repeat(55));
        assertThat(maria.of("N4")).contains("557311234");
        assertThat(maria.segments()).noneMatch(one -> one[0].equals("PER"));
    }

    @Test
    void whoHasNoFixedHomeHasNoStreetAndMailThatComesElsewhereStandsBesideTheirPlace() throws Exception {
        CarrierEvent event =
                MadeUpPolicy.event(
                        49, MadeUpPolicy.ISSUER, "P-49", Kind.CANCELLED, List.of(MadeUpPolicy.maria()),
                        MadeUpPolicy.home("", "Ely", "55731", null, null).with(new CarrierEvent.Mailing("PO Box 12", "Hudson", "WI", "54016")));
        String file = written(3, event);
        assertThat(file).contains("~N4*Ely*MN*55731**CY*27053~", "~NM1*31*1~N3*PO Box 12~N4*Hudson*WI*54016~");
        assertThat(new ReadBack(file).sets().getFirst().members().getFirst().segments()).filteredOn(one -> one[0].equals("N3")).hasSize(1);
        assertThat(faults(file)).isEmpty();
    }

    @Test
    void whatTheSchemaDoesNotHaveIsNotWrittenAndTheFaultNamesThePlaceAndNotTheText() {
        CarrierEvent event =
                MadeUpPolicy.event(
                        48, MadeUpPolicy.ISSUER, "P-48", Kind.CANCELLED, List.of(MadeUpPolicy.maria()),
                        MadeUpPolicy.home("12 Oak St", "Ely", "557", null, null));
        assertThatThrownBy(() -> written(3, event))
                .isInstanceOfSatisfying(
                        Segments.Misfit.class,
                        misfit -> {
                            assertThat(misfit.tag()).isEqualTo("N4");
                            assertThat(misfit.element()).isEqualTo(3);
                        })
                .hasMessageNotContaining("557");
    }

    @Test
    void theLibrarysReaderFindsNothingWrongWithWhatWasWritten() throws Exception {
        String file = written(17, MadeUpPolicy.enrolled(41), MadeUpPolicy.babyCame(42), MadeUpPolicy.ended(43), MadeUpPolicy.cancelled(44));
        assertThat(faults(file)).isEmpty();
        assertThat(faults(file.replace("SE*24", "SE*23"))).as("a wrong count").isNotEmpty();
        assertThat(faults(file.replace("HD*024**HLT", "HD*024**DOG"))).as("a code that isn't there").isNotEmpty();
        assertThat(faults(file.replace("DMG*D8*20150830*U~", ""))).as("a segment left out").isNotEmpty();
    }

    private static List<String> faults(String file) throws Exception {
        List<String> faults = new ArrayList<>();
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_TRANSACTION) {
                    reader.setTransactionSchema(X12.ENROLLMENTS);
                } else if (event.isError()) {
                    faults.add(reader.getErrorType() + " " + reader.getLocation().getSegmentTag());
                }
            }
        }
        return faults;
    }

    @Test
    void aSetsCountIsTheNumberOfItsSegments() {
        for (ReadBack.Set set : new ReadBack(written(17, MadeUpPolicy.enrolled(41), MadeUpPolicy.babyCame(42), MadeUpPolicy.ended(43))).sets()) {
            String[] last = set.segments().getLast();
            assertThat(last).containsExactly("SE", String.valueOf(set.segments().size()), set.control());
        }
    }
}
