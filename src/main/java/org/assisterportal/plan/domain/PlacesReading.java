package org.assisterportal.plan.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.plan.domain.Store.Table;
import org.jspecify.annotations.Nullable;

/** Reads counties, ZIPs, networks and service areas. */
final class PlacesReading {
    private static final Pattern FIPS = Pattern.compile("\\d{5}");
    private static final Pattern IN_STATE = Pattern.compile("\\d{3}");
    private static final Pattern ZIP = Pattern.compile("\\d{5}");
    private static final Pattern AREA = Pattern.compile("(?:Rating Area )?(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISSUER = Pattern.compile("\\d{5}");
    private static final String STATE = "27";

    private final Draft draft;

    PlacesReading(Draft draft) {
        this.draft = draft;
    }

    void county(Row row) {
        String fips = fips(row, "CountyFips");
        Integer area = area(row, draft.rules);
        String name = row.required("CountyName");
        if (fips == null || area == null) {
            return;
        }
        if (draft.counties.putIfAbsent(fips, area) != null) {
            row.problem("CountyFips", "twice");
            return;
        }
        draft.store.row(Table.COUNTY, fips, name, area);
        draft.count("counties");
    }

    void zip(Row row) {
        String zip = row.text("ZipCode");
        String fips = fips(row, "CountyFips");
        if (!ZIP.matcher(zip).matches()) {
            row.problem("ZipCode", "zip");
        } else if (fips != null) {
            if (!draft.counties.containsKey(fips)) {
                row.problem("CountyFips", "county");
            } else if (!draft.zips.add(zip + fips)) {
                row.problem("ZipCode", "twice");
            } else {
                draft.store.row(Table.ZIP, zip, fips);
                draft.count("zips");
            }
        }
    }

    void network(Row row) {
        if (!draft.isOurs(row)) {
            return;
        }
        String issuer = issuer(row);
        String code = row.required("NetworkId");
        if (issuer == null) {
            return;
        }
        if (!draft.networks.add(issuer + code)) {
            return;
        }
        draft.store.row(Table.NETWORK, issuer, code, row.required("NetworkName"), row.address("NetworkURL"));
        draft.count("networks");
    }

    /** Rows of one service area and county, which some files repeat for the dental market. */
    private final Map<String, Set<String>> areaCounties = new HashMap<>();

    void serviceArea(Row row) {
        if (!draft.isOurs(row)) {
            return;
        }
        String issuer = issuer(row);
        String code = row.required("ServiceAreaId");
        if (issuer == null || code.isEmpty()) {
            return;
        }
        String key = issuer + code;
        Set<Integer> areas = draft.serviceAreas.computeIfAbsent(key, any -> new TreeSet<>());
        Set<String> counties = areaCounties.computeIfAbsent(key, any -> new HashSet<>());
        if (row.yes("CoverEntireState")) {
            areas.addAll(draft.counties.values());
            if (counties.add(Draft.WHOLE_STATE)) {
                draft.store.row(Table.SERVICE_AREA, issuer, code, Draft.WHOLE_STATE, null);
                draft.count("service-areas");
            }
            return;
        }
        String fips = fips(row, "County");
        if (fips == null) {
            return;
        }
        Integer area = draft.counties.get(fips);
        if (area == null) {
            row.problem("County", "county");
            return;
        }
        List<String> zips = null;
        if (row.yes("PartialCounty")) {
            zips = zips(row, fips);
            if (zips == null) {
                return;
            }
        }
        areas.add(area);
        if (counties.add(fips)) {
            draft.store.row(Table.SERVICE_AREA, issuer, code, fips, zips);
            draft.count("service-areas");
        }
    }

    private @Nullable List<String> zips(Row row, String fips) {
        List<String> zips = new ArrayList<>();
        for (String zip : row.text("ZipCodes").split("[,;\\s]+")) {
            if (!ZIP.matcher(zip).matches()) {
                row.problem("ZipCodes", "zips");
                return null;
            }
            if (!draft.zips.contains(zip + fips)) {
                row.problem("ZipCodes", "zip-elsewhere", zip, fips);
                return null;
            }
            zips.add(zip);
        }
        return zips;
    }

    /** Five digits; three digits are of this state. */
    private @Nullable String fips(Row row, String column) {
        String text = row.text(column);
        if (IN_STATE.matcher(text).matches()) {
            return STATE + text;
        }
        if (!FIPS.matcher(text).matches() || !text.startsWith(STATE)) {
            row.problem(column, "fips");
            return null;
        }
        return text;
    }

    static @Nullable Integer area(Row row, YearFile rules) {
        Matcher area = AREA.matcher(row.text("RatingAreaId"));
        int number = area.matches() ? Integer.parseInt(area.group(1)) : 0;
        if (number < 1 || number > rules.ratingAreas().number()) {
            row.problem("RatingAreaId", "area", rules.ratingAreas().number());
            return null;
        }
        return number;
    }

    static @Nullable String issuer(Row row) {
        String issuer = row.text("IssuerId");
        if (!ISSUER.matcher(issuer).matches()) {
            row.problem("IssuerId", "issuer");
            return null;
        }
        return issuer;
    }
}
