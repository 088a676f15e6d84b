package org.assisterportal.application.domain;

import java.nio.charset.StandardCharsets;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.SecretBox;
import org.springframework.stereotype.Component;

/** Seals Social Security numbers under the outside key; application and person belong to the seal. */
@Component
class SealedNumbers {
    private final SecretBox box;

    SealedNumbers(Keys keys) {
        this.box = keys.box("application-ssn");
    }

    byte[] seal(String number, String of) {
        return box.close(number.getBytes(StandardCharsets.UTF_8), of);
    }

    String open(byte[] sealed, String of) {
        return new String(box.open(sealed, of), StandardCharsets.UTF_8);
    }
}
