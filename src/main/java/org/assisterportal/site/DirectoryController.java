package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.assisterportal.access.Directory;
import org.assisterportal.agency.Listings;
import org.assisterportal.agency.Rosters;
import org.assisterportal.pages.OftenOpened;
import org.assisterportal.pages.Words;
import org.assisterportal.policy.PolicyValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** The public directory: county, ZIP and language are addresses that one can share; a name goes by POST. */
@Controller
@RequestMapping("/directory")
class DirectoryController {
    private static final int LONGEST_NAME = 80;

    private final Directory directory;
    private final Rosters rosters;
    private final PolicyValues policy;
    private final OftenOpened opened;
    private final Words words;

    DirectoryController(
            Directory directory, Rosters rosters, PolicyValues policy, OftenOpened opened, Words words) {
        this.directory = directory;
        this.rosters = rosters;
        this.policy = policy;
        this.opened = opened;
        this.words = words;
    }

    /** What was asked for, as typed; never null. */
    record Filter(String county, String zip, String language, String name, String from) {
        Filter {
            county = tidy(county);
            zip = tidy(zip);
            language = tidy(language);
            name = tidy(name);
            from = tidy(from);
        }

        private static String tidy(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        boolean zipIsRight() {
            return zip.isEmpty() || zip.matches("\\d{5}(-\\d{4})?");
        }

        int place() {
            return from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        }
    }

    /** A language by its name on rosters, and as the reader calls it. */
    record LanguageChoice(String value, String name) {}

    /** Somebody as the page shows them, with their languages as the reader calls them. */
    record Card(Listings.Listing who, String languages, boolean mayBeChosen) {}

    @GetMapping
    String list(@ModelAttribute("filter") Filter filter, HttpServletRequest request, Model model) {
        count(request);
        form(model);
        if (!filter.zipIsRight()) {
            model.addAttribute("problem", "directory.zip.wrong");
            return "site/directory";
        }
        // An address with a county or language that nobody offers is read as if it didn't name one.
        String county = rosters.counties().contains(filter.county()) ? filter.county() : "";
        String language = offered().contains(filter.language()) ? filter.language() : "";
        String zip = filter.zip().isEmpty() ? "" : filter.zip().substring(0, 5);
        show(directory.find(new Listings.Wanted(county, zip, language, ""), filter.place()), model);
        model.addAttribute("base", base(county, zip, language));
        return "site/directory";
    }

    @PostMapping
    String search(@ModelAttribute("filter") Filter filter, HttpServletRequest request, Model model) {
        count(request);
        form(model);
        if (filter.name().isEmpty() || filter.name().length() > LONGEST_NAME) {
            model.addAttribute("nameProblem", "directory.name.wrong");
            return "site/directory";
        }
        show(directory.find(new Listings.Wanted("", "", "", filter.name()), filter.place()), model);
        model.addAttribute("named", filter.name());
        return "site/directory";
    }

    private void form(Model model) {
        model.addAttribute("counties", rosters.counties());
        model.addAttribute("choices", offered().stream().map(name -> new LanguageChoice(name, words.language(name))).toList());
    }

    private void show(Directory.Found found, Model model) {
        model.addAttribute("found", found);
        model.addAttribute(
                "cards",
                found.people().stream()
                        .map(one -> new Card(one.listing(), words.languages(one.listing().languages()), one.mayBeChosen()))
                        .toList());
    }

    private List<String> offered() {
        return policy.inForce("directory.languages").items();
    }

    private static String base(String county, String zip, String language) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/directory");
        for (String[] one : new String[][] {{"county", county}, {"zip", zip}, {"language", language}}) {
            if (!one[1].isEmpty()) {
                address.queryParam(one[0], one[1]);
            }
        }
        String made = address.encode().toUriString();
        return made + (made.contains("?") ? "&" : "?");
    }

    private void count(HttpServletRequest request) {
        opened.count("directory", request, "directory.pages-an-hour", Duration.ofHours(1));
    }
}
