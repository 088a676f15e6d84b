package org.assisterportal.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.embedded.EmbeddedPostgres;
import org.assisterportal.processes.DatabaseServer.Database;
import org.junit.jupiter.api.Test;

/** Production mode by settings alone, and demo mode beside it. */
class ProductionProcessTests {
    private static final Path FOLDER = Path.of("target", "process-demo");

    private static Map<String, String> complete(Database database, String role) {
        Map<String, String> settings = new HashMap<>(database.settings(role));
        settings.put("ASSISTERPORTAL_BASE_URL", "https://portal.example.org");
        settings.put("ASSISTERPORTAL_KEY", "lV+12wPp+Hni2hiBY+dxGgUsE1zMYuSD07kmnYiHl8U=");
        settings.put("ASSISTERPORTAL_MAIL_FROM", "no-reply@portal.example.org");
        settings.put("ASSISTERPORTAL_MAIL_ARC_FROM", "arc@portal.example.org");
        settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        return settings;
    }

    private static ServerProcess without(String setting, Database database) {
        Map<String, String> settings = complete(database, "app");
        settings.remove(setting);
        return ServerProcess.start("refused", 0, settings);
    }

    private static ServerProcess with(String setting, String value, Database database) {
        Map<String, String> settings = complete(database, "app");
        settings.put(setting, value);
        return ServerProcess.start("refused", 0, settings);
    }

    @Test
    void itRefusesToStartWithEachUnsafeSettingAndNamesIt() {
        Database database = DatabaseServer.empty("unsafe_settings");
        Map<ServerProcess, String> refused = new LinkedHashMap<>();
        refused.put(with("ASSISTERPORTAL_BASE_URL", "http://p.example", database), "ASSISTERPORTAL_BASE_URL must");
        refused.put(without("ASSISTERPORTAL_KEY", database), "ASSISTERPORTAL_KEY must");
        refused.put(with("ASSISTERPORTAL_KEY", "c2hvcnQ=", database), "5 bytes, 32 are needed");
        refused.put(
                with("ASSISTERPORTAL_KEY", "ZGVtby1tb2RlLW9ubHktZGVtby1tb2RlLW9ubHktMDE=", database), "is the demo's");
        refused.put(without("ASSISTERPORTAL_MAIL_FROM", database), "ASSISTERPORTAL_MAIL_FROM must");
        refused.put(without("ASSISTERPORTAL_MAIL_ARC_FROM", database), "ASSISTERPORTAL_MAIL_ARC_FROM must");
        refused.put(
                ServerProcess.start("refused", 0, complete(database, "postgres")),
                "the database user of spring.datasource.username is a superuser");
        refused.put(
                ServerProcess.start("refused", 0, complete(database, "app_owner")),
                "the database user of spring.datasource.username owns tables");
        refused.forEach(
                (process, why) -> {
                    assertThat(process.ended()).as(process.output()).isEqualTo(1);
                    assertThat(process.output())
                            .contains("APPLICATION FAILED TO START")
                            .contains(why)
                            .doesNotContain("\tat ");
                });
    }

    @Test
    void theDemosAddressesAreUnknownOnes() {
        Marketplace marketplace = Marketplace.open();
        for (Visitor visitor : List.of(marketplace.visitor(), marketplace.officer().browser)) {
            visitor.open("/no-such-page");
            String answer = visitor.status() + " " + visitor.text();
            for (String address : List.of("/demo", "/mailbox", "/mailbox/1-a.eml")) {
                visitor.open(address);
                assertThat(visitor.status() + " " + visitor.text()).as(address).isEqualTo(answer);
            }
        }
    }

    @Test
    void besideARunningDemoTheFirstAdministratorsLinkIsRefusedAndTheDemoRunsOn() {
        Map<String, String> settings =
                Map.of("SPRING_PROFILES_ACTIVE", "demo", "ASSISTERPORTAL_EMBEDDED_FOLDER", FOLDER.toString());
        int port = ServerProcess.freePort();
        ServerProcess demo = ServerProcess.start("demo", port, settings).healthy("http://127.0.0.1:" + port);
        ServerProcess beside =
                ServerProcess.start(
                        "command", 0, settings, "--first-administrator=eve@portal.example",
                        "--assisterportal.mail.deliver=false");
        assertThat(beside.ended()).as(beside.output()).isEqualTo(1);
        assertThat(beside.output()).contains("Refused: this marketplace has an administrator");
        assertThat(new Visitor("http://127.0.0.1:" + port).answers("/actuator/health")).isTrue();

        // A killed demo leaves its database server running; the next process that comes owns it and stops it.
        demo.kill();
        Path pid = FOLDER.resolve("database/postmaster.pid");
        assertThat(pid).exists();
        EmbeddedPostgres.start(FOLDER).close();
        assertThat(pid).doesNotExist();
    }
}
