package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.assisterportal.pages.Languages;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class TextsTests {
    private final Texts texts = new Texts(List.of("messages/shared", "texts/half"), List.of(Languages.ENGLISH, Languages.SPANISH));

    @Test
    void aTextIsSaidInTheLanguageOfItsReader() {
        assertThat(texts.getMessage("layout.sign-out", null, Languages.ENGLISH)).isEqualTo("Sign out");
        assertThat(texts.getMessage("layout.sign-out", null, Languages.SPANISH)).isEqualTo("Cerrar sesión");
        assertThat(texts.getMessage("layout.rows", new Object[] {1, 20, 1234}, Languages.SPANISH)).isEqualTo("1 a 20 de 1,234");
    }

    @Test
    void aTextThatIsNotTranslatedIsSaidInEnglishAndItsReaderSeesIt() {
        assertThat(texts.getMessage("half.english-only", null, Languages.SPANISH)).isEqualTo("[English] Only in English");
        assertThat(texts.getMessage("half.with-fact", new Object[] {"Ana"}, Languages.SPANISH)).isEqualTo("[English] For Ana");
        assertThat(texts.getMessage("half.english-only", null, Languages.ENGLISH)).isEqualTo("Only in English");
    }

    @Test
    void aLanguageThatNobodyOffersIsAnsweredInEnglish() {
        assertThat(texts.getMessage("layout.sign-out", null, Locale.FRENCH)).isEqualTo("Sign out");
    }

    @Test
    void aKeyThatNoFileHasFails() {
        assertThatThrownBy(() -> texts.getMessage("half.nothing", null, Languages.SPANISH))
                .isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void aTimeThatEndsWithADotEndsItsSentence() {
        Texts apply = new Texts(List.of("messages/apply"), List.of(Languages.ENGLISH, Languages.SPANISH));
        String time = "16 de noviembre de 2026, 2:05 p.\u00a0m.";
        assertThat(apply.getMessage("apply.tasks.signed", new Object[] {time}, Languages.SPANISH)).endsWith("2:05 p.\u00a0m.").doesNotEndWith("..");
        assertThat(apply.getMessage("apply.tasks.signed", new Object[] {"Nov 16"}, Languages.SPANISH)).endsWith("Nov 16.");
        assertThat(apply.getMessage("apply.tasks.signed", new Object[] {"form.."}, Languages.ENGLISH)).contains("form...");
    }
}
