package org.assisterportal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole system, one deployable. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AssisterPortal {
    public static void main(String[] arguments) {
        SpringApplication.run(AssisterPortal.class, arguments);
    }
}
