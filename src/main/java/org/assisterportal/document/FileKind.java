package org.assisterportal.document;

/** Files that are taken, as recognized by their content. */
public enum FileKind {
    PDF("application/pdf", "pdf", true),
    JPEG("image/jpeg", "jpg", true),
    PNG("image/png", "png", true),
    /** Photos as iPhones keep them; few browsers show them. */
    HEIC("image/heic", "heic", false);

    private final String type;
    private final String ending;
    private final boolean shown;

    FileKind(String type, String ending, boolean shown) {
        this.type = type;
        this.ending = ending;
        this.shown = shown;
    }

    /** The media type that is sent with it; never one that somebody named. */
    public String type() {
        return type;
    }

    public String ending() {
        return ending;
    }

    /** Whether browsers show it; others keep it. */
    public boolean shown() {
        return shown;
    }
}
