package org.assisterportal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole system as one process; several of them serve one marketplace from one database. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AssisterPortal {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(AssisterPortal.class);
        application.addListeners(new ProductionSettings());
        application.run(arguments);
    }
}
