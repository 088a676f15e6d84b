package org.assisterportal.carrier.domain;

import java.util.ArrayList;
import java.util.List;

/** A 999 as a carrier writes it, by hand and not through the library. */
final class CarriersAnswer {
    private final List<String> body = new ArrayList<>();

    private final String issuer;

    CarriersAnswer(int group) {
        this("99101", group);
    }

    CarriersAnswer(CarrierHand.Sent sent) {
        this(sent.issuer(), sent.control());
    }

    private CarriersAnswer(String issuer, int group) {
        this.issuer = issuer;
        body.add("ST*999*0001*005010X231A1");
        body.add("AK1*BE*" + group + "*005010X220A1");
    }

    CarriersAnswer set(long event, String decision, String... faults) {
        body.add("AK2*834*" + PolicySet.control(event) + "*005010X220A1");
        body.addAll(List.of(faults));
        body.add("IK5*" + decision);
        return this;
    }

    /** A TA1, which answers an interchange before anything in it is read. */
    static String receipt(CarrierHand.Sent sent, String decision, String note) {
        return String.join(
                        "~",
                        "ISA*00*          *00*          *ZZ*" + sent.issuer() + "          *ZZ*MARKETPLACE    *261129*0900*^*00501*000000906*0*P*:",
                        String.format("TA1*%09d*261129*0900*%s*%s", sent.control(), decision, note), "IEA*0*000000906")
                + "~";
    }

    String whole(String decision, int sets, int accepted) {
        List<String> all = new ArrayList<>();
        all.add("ISA*00*          *00*          *ZZ*" + issuer + "          *ZZ*MARKETPLACE    *261129*0900*^*00501*000000905*0*P*:");
        all.add("GS*FA*" + issuer + "*MARKETPLACE*20261129*0900*1*X*005010X231A1");
        all.addAll(body);
        all.add("AK9*" + decision + "*" + sets + "*" + sets + "*" + accepted);
        all.add("SE*" + (body.size() + 2) + "*0001");
        all.add("GE*1*1");
        all.add("IEA*1*000000905");
        return String.join("~", all) + "~";
    }
}
