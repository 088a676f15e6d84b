package org.assisterportal.arc;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The record's filters as typed: ids, codes and days only, so that the address can be kept and
 * shared.
 */
record RecordForm(
        String from,
        String to,
        String subject,
        String account,
        String agency,
        String act,
        @Nullable Boolean refused) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A filter that can't be used, and why. */
    record Problem(String field, String reason) {}

    RecordForm {
        from = clean(from);
        to = clean(to);
        subject = clean(subject);
        account = clean(account);
        agency = clean(agency);
        act = clean(act);
        refused = Boolean.TRUE.equals(refused);
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (first == null && !from.isEmpty()) {
            problems.add(new Problem("from", "arc.record.problem.day"));
        }
        if (last == null && !to.isEmpty()) {
            problems.add(new Problem("to", "arc.record.problem.day"));
        }
        if (first != null && last != null && last.isBefore(first)) {
            problems.add(new Problem("to", "arc.record.problem.order"));
        }
        if (id(subject) == null && !subject.isEmpty()) {
            problems.add(new Problem("main", "arc.record.problem.subject"));
        }
        if (id(account) == null && !account.isEmpty()) {
            problems.add(new Problem("main", "arc.record.problem.account"));
        }
        return problems;
    }

    public boolean refusedOnly() {
        return Boolean.TRUE.equals(refused);
    }

    public @Nullable LocalDate fromDay() {
        return day(from);
    }

    public @Nullable LocalDate toDay() {
        return day(to);
    }

    public @Nullable UUID subjectId() {
        return id(subject);
    }

    public @Nullable UUID accountId() {
        return id(account);
    }

    /** The address of this search with one filter changed; empty takes the filter away. */
    public String with(String name, String value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/arc/record");
        add(address, "from", name, value, from);
        add(address, "to", name, value, to);
        add(address, "subject", name, value, subject);
        add(address, "account", name, value, account);
        add(address, "agency", name, value, agency);
        add(address, "act", name, value, act);
        add(address, "refused", name, value, refusedOnly() ? "true" : "");
        return address.encode().build().toUriString();
    }

    /** What paging appends its number to. */
    public String base() {
        String address = with("", "");
        return address + (address.contains("?") ? "&" : "?");
    }

    private static void add(
            UriComponentsBuilder address,
            String name,
            String changed,
            String value,
            String present) {
        String now = name.equals(changed) ? value : present;
        if (!now.isEmpty()) {
            address.queryParam(name, now);
        }
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable UUID id(String text) {
        return ID.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
