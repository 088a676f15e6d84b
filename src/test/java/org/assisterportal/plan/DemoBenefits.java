package org.assisterportal.plan;

import java.util.ArrayList;
import java.util.List;
import org.assisterportal.plan.DemoDesigns.Variant;

/** The benefit rows of the made-up plans. */
final class DemoBenefits {
    private static final String NONE = "Not Applicable";

    private DemoBenefits() {}

    static List<List<String>> medical(Variant terms) {
        List<List<String>> rows = new ArrayList<>();
        visit(rows, "Primary Care Visit to Treat an Injury or Illness", terms, 0);
        visit(rows, "Specialist Visit", terms, 1);
        row(rows, "Preventive Care/Screening/Immunization", "No Charge", "No Charge", "", "");
        visit(rows, "Mental/Behavioral Health Outpatient Services", terms, 0);
        visit(rows, "Substance Abuse Disorder Outpatient Services", terms, 0);
        shared(rows, "Mental/Behavioral Health Inpatient Services", terms);
        visit(rows, "Urgent Care Centers or Facilities", terms, 1);
        shared(rows, "Emergency Room Services", terms);
        shared(rows, "Emergency Transportation/Ambulance", terms);
        shared(rows, "Inpatient Hospital Services (e.g., Hospital Stay)", terms);
        shared(rows, "Outpatient Facility Fee (e.g., Ambulatory Surgery Center)", terms);
        shared(rows, "Outpatient Surgery Physician/Surgical Services", terms);
        shared(rows, "Laboratory Outpatient and Professional Services", terms);
        shared(rows, "X-rays and Diagnostic Imaging", terms);
        shared(rows, "Imaging (CT/PET Scans, MRIs)", terms);
        row(rows, "Prenatal and Postnatal Care", "No Charge", "No Charge", "", "");
        shared(rows, "Delivery and All Inpatient Services for Maternity Care", terms);
        visit(rows, "Generic Drugs", terms, 2);
        visit(rows, "Preferred Brand Drugs", terms, 3);
        shared(rows, "Non-Preferred Brand Drugs", terms);
        shared(rows, "Specialty Drugs", terms);
        shared(rows, "Outpatient Rehabilitation Services", terms);
        shared(rows, "Chiropractic Care", terms, "15", "Visit(s) per Year");
        shared(rows, "Hearing Aids", terms, "2", "Item(s) per 3 Years");
        row(rows, "Routine Eye Exam for Children", "No Charge", NONE, "1", "Exam(s) per Year");
        shared(rows, "Eye Glasses for Children", terms, "1", "Item(s) per Year");
        row(rows, "Dental Check-Up for Children", "No Charge", NONE, "2", "Visit(s) per Year");
        shared(rows, "Basic Dental Care - Child", terms);
        shared(rows, "Major Dental Care - Child", terms);
        rows.add(List.of("Routine Dental Services (Adult)", "", "", "", "", "No", "Not Covered", "No", "", "", "", ""));
        return rows;
    }

    static List<List<String>> dental(int share) {
        List<List<String>> rows = new ArrayList<>();
        row(rows, "Dental Check-Up for Children", "No Charge", NONE, "2", "Visit(s) per Year");
        rows.add(paid("Basic Dental Care - Child", share + ".00% Coinsurance after deductible", "Yes"));
        rows.add(paid("Major Dental Care - Child", "50.00% Coinsurance after deductible", "Yes"));
        rows.add(paid("Orthodontia - Child", "50.00%", "Yes"));
        rows.add(paid("Routine Dental Services (Adult)", "0.00%", "No"));
        rows.add(paid("Basic Dental Care - Adult", share + ".00% Coinsurance after deductible", "No"));
        rows.add(paid("Major Dental Care - Adult", "50.00% Coinsurance after deductible", "No"));
        return rows;
    }

    private static List<String> paid(String name, String share, String essential) {
        return List.of(name, NONE, share, NONE, "60.00%", essential, "Covered", "No", "", "", "", "");
    }

    private static void row(List<List<String>> rows, String name, String copay, String share, String quantity, String unit) {
        rows.add(List.of(name, copay, share, NONE, "50.00% Coinsurance after deductible", "Yes", "Covered", quantity.isEmpty() ? "No" : "Yes", quantity, unit, "", ""));
    }

    /** A visit or a drug: a copay where the plan has them, else like everything. */
    private static void visit(List<List<String>> rows, String name, Variant terms, int which) {
        if (terms.copays().length == 0 || terms.number().equals("02")) {
            shared(rows, name, terms);
        } else {
            row(rows, name, "$" + terms.copays()[which] + ".00", NONE, "", "");
        }
    }

    private static void shared(List<List<String>> rows, String name, Variant terms) {
        shared(rows, name, terms, "", "");
    }

    private static void shared(List<List<String>> rows, String name, Variant terms, String quantity, String unit) {
        if (terms.number().equals("02")) {
            row(rows, name, "No Charge", "No Charge", quantity, unit);
        } else if (terms.share() == 0) {
            row(rows, name, NONE, "No Charge after deductible", quantity, unit);
        } else {
            row(rows, name, NONE, terms.share() + ".00% Coinsurance after deductible", quantity, unit);
        }
    }
}
