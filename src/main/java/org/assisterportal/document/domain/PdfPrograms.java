package org.assisterportal.document.domain;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Finds in a PDF what would run by itself at the officer who opens it. */
final class PdfPrograms {
    private static final COSName LAUNCH = COSName.getPDFName("Launch");

    private PdfPrograms() {}

    /**
     * Whether it has JavaScript anywhere that its pages lead to, starts a program, or does something as soon as it is
     * opened. That it opens at a certain page is a plain array there, or an action that only goes to a page: nearly every
     * writer of PDFs says so, and nothing runs.
     */
    static boolean isIn(PDDocument document) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (catalog.getDictionaryObject(COSName.OPEN_ACTION) instanceof COSDictionary open && !goesToAPage(open)) {
            return true;
        }
        return isUnder(catalog);
    }

    private static boolean goesToAPage(COSDictionary action) {
        return "GoTo".equals(action.getNameAsString(COSName.S)) && !action.containsKey(COSName.NEXT);
    }

    /** Walks without recursion: a file from outside may nest as deep as it likes. */
    private static boolean isUnder(COSBase root) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            COSBase base = open.pop();
            COSBase one = base instanceof COSObject indirect ? indirect.getObject() : base;
            if (one == null || !seen.add(one)) {
                continue;
            }
            switch (one) {
                case COSDictionary dictionary -> {
                    if (runs(dictionary)) {
                        return true;
                    }
                    dictionary.getValues().forEach(open::push);
                }
                case COSArray array -> array.forEach(value -> {
                    if (value != null) {
                        open.push(value);
                    }
                });
                default -> {
                    // Nothing is below it.
                }
            }
        }
        return false;
    }

    private static boolean runs(COSDictionary dictionary) {
        COSBase kind = dictionary.getDictionaryObject(COSName.S);
        return dictionary.containsKey(COSName.JS) || dictionary.containsKey(COSName.JAVA_SCRIPT) || COSName.JAVA_SCRIPT.equals(kind) || LAUNCH.equals(kind);
    }
}
