package org.assisterportal.application;

/** What has to follow each signature in its transaction: if it fails, nothing is signed. */
public interface SignatureFollower {

    /** Called once with the version that has just been signed and determined. */
    void signed(SignedVersions.Version version);
}
