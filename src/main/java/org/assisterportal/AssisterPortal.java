package org.assisterportal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The marketplace's assister system: one process, one PostgreSQL. */
@SpringBootApplication
@Modulithic(systemName = "Assister Portal", sharedModules = "shared")
public class AssisterPortal {

    public static void main(String[] args) {
        SpringApplication.run(AssisterPortal.class, args);
    }
}
