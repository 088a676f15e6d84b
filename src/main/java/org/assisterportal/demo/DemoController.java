package org.assisterportal.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyView;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.ConsumerAccounts;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.pages.Languages;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs in as a made-up person with one press, and shows every mail that was sent. */
@Controller
@Profile("demo")
class DemoController {
    private static final int MOST_MAILS = 100;
    private static final List<String> STAFF =
            List.of(
                    "adam@portal.example", "olga@portal.example", "oscar@portal.example", "carla@lakes.example",
                    "pia@lakes.example", "colin@prairie.example");

    private final Accounts accounts;
    private final Agencies agencies;
    private final RosterRecords records;
    private final SessionStart sessions;
    private final ConsumerAccounts consumers;
    private final Consumers profiles;
    private final Languages languages;
    private final Mailbox mailbox;
    private final DemoBook book;

    DemoController(
            Accounts accounts,
            Agencies agencies,
            RosterRecords records,
            SessionStart sessions,
            ConsumerAccounts consumers,
            Consumers profiles,
            Languages languages,
            Mailbox mailbox,
            DemoBook book) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.records = records;
        this.sessions = sessions;
        this.consumers = consumers;
        this.profiles = profiles;
        this.languages = languages;
        this.mailbox = mailbox;
        this.book = book;
    }

    /** One button of the page; code is what the person's authenticator app shows now. */
    record Door(String name, String what, String email, @Nullable String code, @Nullable String trainingId) {}

    @GetMapping("/demo")
    String people(Model model) {
        List<Door> staff = new ArrayList<>();
        for (String email : STAFF) {
            account(email).ifPresent(account -> staff.add(door(email, account)));
        }
        List<Door> learners = new ArrayList<>();
        for (AgencyView agency : agencies.list(null, 1).rows()) {
            List<PersonId> people = records.ofAgency(agency.id());
            records.of(people).values().stream()
                    .sorted(java.util.Comparator.comparing(record -> record.name().sorted()))
                    .forEach(record -> learners.add(door(record)));
        }
        List<Door> helped = new ArrayList<>();
        for (String email : DemoConsumers.EMAILS) {
            consumer(email)
                    .map(account -> new Door(accounts.view(account).name(), email.replaceFirst("@.*", ""), email, null, null))
                    .ifPresent(helped::add);
        }
        model.addAttribute("consumers", helped);
        model.addAttribute("staff", staff);
        model.addAttribute("learners", learners);
        model.addAttribute("password", DemoMarketplace.PASSWORD);
        return "demo/people";
    }

    @PostMapping("/demo")
    String signIn(
            @RequestParam String email,
            @RequestParam(defaultValue = "false") boolean learn,
            @RequestParam(defaultValue = "false") boolean consumer,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (learn) {
            RosterRecord record = byEmail(email).orElseThrow(NotFound::new);
            Actor learner = new Actor(null, null, record.person().value(), null, record.name().full());
            sessions.start(request, response, learner, record.agencyName(), SessionStart.LEARNER);
            return "redirect:/learn";
        }
        AccountId account = (consumer ? consumer(email) : account(email)).orElseThrow(NotFound::new);
        HatGrant hat =
                accounts.hats(account).stream().filter(grant -> grant.activatedAt() != null).findFirst().orElseThrow(NotFound::new);
        Actor actor = new Actor(account.value(), hat.hat(), hat.subject(), hat.agency(), accounts.view(account).name());
        sessions.start(request, response, actor, hat.organization(), hat.hat().authority());
        if (hat.hat() == Hat.CONSUMER) {
            profiles.language(actor).flatMap(languages::offered).ifPresent(language -> languages.prefer(request, language));
        }
        return "redirect:" + hat.hat().home();
    }

    @GetMapping("/mailbox")
    String mails(Model model) {
        model.addAttribute("mails", mailbox.newest(null, MOST_MAILS));
        return "demo/mails";
    }

    @GetMapping("/mailbox/{file}")
    String mail(@PathVariable String file, Model model) {
        model.addAttribute("mail", mailbox.find(file).orElseThrow(NotFound::new));
        return "demo/mail";
    }

    private Door door(String email, AccountId account) {
        HatGrant hat = accounts.hats(account).getFirst();
        return new Door(accounts.view(account).name(), hat.hat().name(), email, book.code(email).orElse(null), null);
    }

    private Door door(RosterRecord record) {
        String email = String.valueOf(record.email());
        return new Door(
                record.name().full(), record.agencyName(), email, book.code(email).orElse(null), record.trainingId());
    }

    private Optional<AccountId> account(String email) {
        return EmailAddress.isValid(email) ? accounts.byEmail(new EmailAddress(email)) : Optional.empty();
    }

    private Optional<AccountId> consumer(String email) {
        return EmailAddress.isValid(email) ? consumers.byEmail(new EmailAddress(email)) : Optional.empty();
    }

    private Optional<RosterRecord> byEmail(String email) {
        return EmailAddress.isValid(email)
                ? records.byEmail(new EmailAddress(email)).map(person -> records.of(List.of(person)).get(person))
                : Optional.empty();
    }
}
