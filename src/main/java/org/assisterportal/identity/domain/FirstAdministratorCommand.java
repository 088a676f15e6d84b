package org.assisterportal.identity.domain;

import java.util.List;
import org.assisterportal.shared.EmailAddress;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code --first-administrator=<e-mail>}: prints the link and stops; exit 1 when it is refused. */
@Component
class FirstAdministratorCommand implements ApplicationRunner {
    private final FirstAdministrator first;
    private final ConfigurableApplicationContext context;

    FirstAdministratorCommand(FirstAdministrator first, ConfigurableApplicationContext context) {
        this.first = first;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> typed = arguments.getOptionValues("first-administrator");
        if (typed == null) {
            return;
        }
        int exit = print(typed.isEmpty() ? "" : typed.getFirst());
        System.exit(SpringApplication.exit(context, () -> exit));
    }

    private int print(String email) {
        if (!EmailAddress.isValid(email)) {
            System.err.println("--first-administrator needs an e-mail address: --first-administrator ana@example.org");
            return 1;
        }
        var link = first.link(new EmailAddress(email));
        if (link.isEmpty()) {
            System.err.println("Refused: this marketplace has an administrator. Ask them to invite others.");
            return 1;
        }
        System.out.println("Open this link once to set up the administrator's account:\n" + link.get());
        return 0;
    }
}
